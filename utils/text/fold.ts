/**
 * Folding for search and for finding names typed without marks: đ → d, marks off, lower case. NFC and NFD input give the
 * same result. Never used on what is stored.
 */
export function foldMarks(text: string): string {
  return (
    text
      .normalize('NFC')
      // Look-alikes of Đ and đ (eth, African D) stand in real pages; none of them decomposes.
      .replace(/[ĐÐƉ]/g, 'D')
      .replace(/[đðɖ]/g, 'd')
      .replace(/[\u200B\u00AD\uFEFF]/g, '')
      .replace(/\u00A0/g, ' ')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
  );
}
