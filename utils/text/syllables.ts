/**
 * How many syllables ("tiếng") a text has: runs of letters, marks and digits. Vietnamese is written syllable by syllable,
 * so this is what a Vietnamese word processor counts. A number with separators ("1.257", "12,5") counts once.
 */
export function countSyllables(text: string): number {
  return text.match(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}
