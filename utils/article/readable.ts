/** The generic extractor behind our own interface, so that it can be changed: Readability on a clone, never on the page. */
import { Readability } from '@mozilla/readability';

export interface Readable {
  /** The article as an element of the clone. */
  body: Element;
  length: number;
}

/** Frames that are part of an article: films, sounds, charts, posts; they become labelled links. */
const FILMS =
  /youtube|youtu\.be|vimeo|dailymotion|facebook\.com\/plugins|tiktok|twitter|instagram|spotify|soundcloud|podcast|datawrapper|infogram|flourish|\/(?:embed|player|video)s?\//i;

const MOST_ELEMENTS = 120_000;

/**
 * Finds the body in `clone`, which is used up. null when nothing is like an article: the caller falls back to the largest
 * container.
 */
export function readable(clone: Document): Readable | null {
  if (!clone.body) return null;
  try {
    const article = new Readability<Element>(clone, {
      keepClasses: true,
      allowedVideoRegex: FILMS,
      disableJSONLD: true,
      maxElemsToParse: MOST_ELEMENTS,
      serializer: (element) => element as Element,
    }).parse();
    return article?.content ? { body: article.content, length: article.length ?? 0 } : null;
  } catch {
    // Too many elements, or a page built to break it: the caller has a fallback.
    return null;
  }
}
