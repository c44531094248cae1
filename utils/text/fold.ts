/**
 * Folding for search and for finding names typed without marks: đ → d, marks off, lower case. NFC and NFD input give the
 * same result. Never used on what is stored.
 */
export function foldMarks(text: string): string {
  if (!/[\u0080-\uFFFF]/.test(text)) return text.toLowerCase();
  const bare = text
    .normalize('NFC')
    // Look-alikes of Đ and đ (eth, African D) stand in real pages; none of them decomposes.
    .replace(/[ĐÐƉ]/g, 'D')
    .replace(/[đðɖ]/g, 'd')
    .replace(/[\u200B\u00AD\uFEFF]/g, '')
    .replace(/\u00A0/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036F]+/g, '');
  return (OTHER_SCRIPTS.test(bare) ? bare.replace(/\p{M}/gu, '') : bare).toLowerCase();
}

/** Where further marks could stand. The pattern of all marks costs much to compile, and Latin text needs it not. */
const OTHER_SCRIPTS = /[\u0483-\u1DFF\u20D0-\u20FF\u2C00-\uFFFF]/;
