/**
 * Two spellings of one Vietnamese word, made equal for search. Never applied to what is stored.
 */
import { foldMarks } from './fold';

const TONED_FIRST: Record<string, string> = {};
for (const [first, second, place] of [
  ['òóỏõọ', 'àáảãạ', 'oa'],
  ['òóỏõọ', 'èéẻẽẹ', 'oe'],
  ['ùúủũụ', 'ỳýỷỹỵ', 'uy'],
] as const) {
  for (let tone = 0; tone < 5; tone++) {
    TONED_FIRST[place[0]! + second[tone]!] = first[tone]! + place[1]!;
  }
}

/**
 * The tone mark where older spelling puts it: hoà → hòa, khoẻ → khỏe, Uỷ → Ủy; only in open syllables (no letter after)
 * and never after q, where the u belongs to the consonant (quý). Returns NFC.
 */
export function placeTone(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<![qQ])([oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?![\p{L}\p{M}])/gu, (pair) => {
      const placed = TONED_FIRST[pair.toLowerCase()];
      if (!placed) return pair;
      return Array.from(placed)
        .map((letter, i) => (pair[i] === pair[i]!.toUpperCase() ? letter.toUpperCase() : letter))
        .join('');
    });
}

/**
 * The fold that also makes y and i equal in the syllables where both are written: h, k, l, m, s, t, v and qu before a
 * final y (quý/quí, kỹ/kĩ, lý/lí). Loose: "Ly" and "Li" as names become equal too, so it is an option of a search.
 */
export function looseIY(text: string): string {
  return foldMarks(text).replace(/(?<!\p{L})(qu|[hklmstv])y(?!\p{L})/gu, '$1i');
}
