/** Texts without what only typesetting changes: two that are equal here differ in typography at most. */
import { placeTone } from '@/utils/text/tone';

const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const QUOTES = /[“”„‟«»″＂"‘’‚‛‹›′´`＇ʼ']+/g;
const DASHES = /[\u2010-\u2015−]/g;
/** Nearly all texts have none of these; one long range is looked for much sooner than its members. */
const ODD = /["'`´«»ðÐƉʼ\u00AD\u180E\u200B-\uFFFF]/;
/** Vowel pairs whose tone mark has two places. */
const TWO_PLACES = /[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]/;

/** Quotes, dashes and dots of one kind, tone marks in one place, invisible characters gone; blanks as they are. */
export function printedForm(text: string): string {
  const composed = text.normalize('NFC');
  const plain = ODD.test(composed)
    ? composed
        .replace(INVISIBLE, '')
        .replace(QUOTES, "'")
        .replace(DASHES, '-')
        .replaceAll('…', '...')
        .replace(/[ÐƉ]/g, 'Đ')
        .replaceAll('ð', 'đ')
    : composed;
  return TWO_PLACES.test(plain) ? placeTone(plain) : plain;
}

/** The same without blanks: `7 km` and `7km` are one. */
export function printedKey(text: string): string {
  return printedForm(text).replace(/\s+/g, '');
}
