/** Lines that point elsewhere or count visitors: they change by themselves and are no part of what was written. */

const POINTER =
  /^[\s>»▶►☛•*\-–—]*(?:xem thêm|đọc thêm|xem ngay|mời (?:bạn |quý )?(?:độc giả |bạn đọc )?(?:xem|đọc)|tin liên quan|bài liên quan|có thể bạn quan tâm|>>|read more|see also|related)(?![\p{L}])/iu;
const COUNTER =
  /^[\d.,\s]+(?:k|nghìn|triệu)?\s*(?:lượt (?:xem|đọc|thích|chia sẻ)|bình luận|chia sẻ|thích|views?|comments?|shares?|likes?)\.?$/iu;
/** Longer than this it is prose that begins with such words. */
const LONGEST = 300;

export function isAside(text: string): boolean {
  return text.length <= LONGEST && (POINTER.test(text) || COUNTER.test(text));
}
