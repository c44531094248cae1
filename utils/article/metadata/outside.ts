/** Parts of a page that speak of other articles: teasers, comments, the frame. */
const OUTSIDE =
  'aside, footer, nav, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="teaser" i], [class*="recommend" i], [class*="popular" i], [class*="most-" i], [class*="currenttime" i], [class*="clock" i]';

/**
 * Does the element stand in such a part? A box around the headline is none, whatever its class says: themes write
 * "has-sidebar" and "comments-open" on the body.
 */
export function isOutside(element: Element, heading: Element | null): boolean {
  for (let box = element.closest(OUTSIDE); box; box = box.parentElement?.closest(OUTSIDE) ?? null) {
    if (/^(?:BODY|HTML|MAIN)$/.test(box.tagName) || (heading && box.contains(heading))) continue;
    return true;
  }
  return false;
}
