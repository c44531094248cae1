/** Letters as people see them: a cut never separates a letter from its marks, nor the halves of a surrogate pair. */

let segmenter: Intl.Segmenter | undefined;

/** Made when first needed: making one takes longer than reading a page. */
function segments(text: string): Intl.Segments {
  return (segmenter ??= new Intl.Segmenter('vi', { granularity: 'grapheme' })).segment(text);
}

/** Longer than any letter met in print; a border is looked for this far around an offset. */
const REACH = 64;

/** Latin letters, those of Vietnamese among them, and the dashes and quotes of print. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x300) || (unit >= 0x1e00 && unit <= 0x1eff) || (unit >= 0x2010 && unit <= 0x2027);

/** Borders of letters at or around `offset`: the last at or before it, the first at or after it. */
function bordersAround(text: string, offset: number): { before: number; after: number } {
  if (offset <= 0) return { before: 0, after: 0 };
  if (offset >= text.length) return { before: text.length, after: text.length };
  // Two plain letters (nearly every cut in NFC text) need no segmenter.
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset)))
    return { before: offset, after: offset };
  let from = Math.max(0, offset - REACH);
  // Start at a plain letter, so that the window itself cuts nothing.
  while (from > 0 && !isPlain(text.charCodeAt(from))) from -= 1;
  const window = text.slice(from, offset + REACH);
  const segment = segments(window).containing(offset - from);
  if (!segment) return { before: offset, after: offset };
  const before = from + segment.index;
  return { before, after: before === offset ? offset : before + segment.segment.length };
}

/**
 * The span widened to whole letters (grapheme clusters). An empty span stays empty, at the border before it.
 * Offsets outside the text are brought inside.
 */
export function snapToGraphemes(text: string, start: number, end: number): { start: number; end: number } {
  const low = bordersAround(text, Math.min(start, end)).before;
  if (start === end) return { start: low, end: low };
  return { start: low, end: bordersAround(text, Math.max(start, end)).after };
}

/** The beginning of a text, at most `length` UTF-16 units, never ending inside a letter. */
export function beginningOf(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, bordersAround(text, length).before);
}
