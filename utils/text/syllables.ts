/**
 * How many syllables ("tiếng") a text has: runs of letters, marks and digits. Vietnamese is written syllable by syllable,
 * so this is what a Vietnamese word processor counts. A number with separators ("1.257", "12,5") counts once.
 */
export function countSyllables(text: string): number {
  return text.match(FURTHER.test(text) ? OF_ANY_SCRIPT : OF_LATIN)?.length ?? 0;
}

/** Letters, marks or digits beyond Latin letters, their marks and 0–9 may be among these. */
const FURTHER =
  /[\u00AA\u00B2\u00B3\u00B5\u00B9\u00BA\u00BC-\u00BE\u0250-\u02FF\u0370-\u1DFF\u1F00-\u200F\u2061-\uFFFF]/;
const OF_ANY_SCRIPT = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;
/** The same for Latin text: `\p{L}` takes longer to compile than most articles to count. */
const OF_LATIN =
  /\d+(?:[.,]\d+)+|[\u0300-\u036FA-Za-z\d\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]+/g;
