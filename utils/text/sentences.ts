/**
 * Sentences of a paragraph of the press. The segmenter of the platform ends a sentence at every full stop before a capital
 * letter; the press writes "TP. Hồ Chí Minh", "ông X. Trần", "GS. Lan": those are joined again.
 */
export interface Span {
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'sentence' });

/** Written before a name or a number, with a full stop that ends nothing. */
const BEFORE_A_NAME =
  /(?:^|[\s("“‘'[-])(?:TP|Tp|tp|TX|Tx|TT|Tt|Q|P|H|X|KP|Kp|TS|Ts|ThS|Ths|GS|Gs|PGS|Pgs|BS|Bs|BSCK|KS|Ks|KTS|LS|Ls|NSND|NSƯT|CN|HLV|ĐD|Tr|tr|Nxb|NXB|St|Mr|Mrs|Ms|Dr|Prof|No|Nr)\.$/u;
/** "George W." or "ông X.": one capital letter instead of a name. */
const INITIAL = /(?:^|[\s("“‘'.])\p{Lu}\.$/u;
/** "1." or "a." at the head of a line. */
const NUMBERED = /^[\s("“]*(?:\d{1,3}|\p{Ll}|[IVX]{1,5})\.$/u;
/** Words that begin a sentence after an initial more often than they go on with a name. */
const BEGINNERS = new Set(
  `anh bà bác cả các chiều chị chính cho chúng chủ con còn cô cùng cũng công cơ do dù đã đại đây để đến đó đồng được em giám
  hai hiện hôm họ hội khi không khu lúc mà mỗi một mới năm ngay ngày ngoài người nhiều nhưng những nếu ông phải phía qua
  quá rồi sau sáng song sở tại theo thì thời tôi tối tổng trao trả trên trong trước tuy tuần từ và vào vì việc về với vừa
  ủy ubnd xã cháu chồng vợ gia đình lãnh liên mặc nói nhờ riêng toàn tiếp vụ vậy xét`
    .split(/\s+/u)
    .filter(Boolean),
);

const firstWord = (text: string): string => /[\p{L}\p{M}\p{N}]+/u.exec(text)?.[0] ?? '';

/** Does what stands before the border go on with what stands after it? */
function goesOn(before: string, after: string): boolean {
  const ended = before.trimEnd();
  // `“Ai đó?” ông hỏi`: a small letter begins no sentence.
  if (/^[\s"”’')\]–—-]*\p{Ll}/u.test(after)) return !/[\n\r]\s*$/u.test(before);
  if (BEFORE_A_NAME.test(ended) || NUMBERED.test(ended)) return true;
  return INITIAL.test(ended) && !BEGINNERS.has(firstWord(after).toLocaleLowerCase('vi'));
}

/** Sentences in order, without the blanks around them; a text of blanks has none. */
export function sentencesOf(text: string): Span[] {
  const joined: Span[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const last = joined.at(-1);
    const end = index + segment.length;
    if (last && goesOn(text.slice(last.start, last.end), segment)) last.end = end;
    else joined.push({ start: index, end });
  }
  return joined.flatMap(({ start, end }) => trimmedSpan(text, start, end) ?? []);
}

/** The span without blanks at its ends; null when nothing else is in it. */
export function trimmedSpan(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  const kept = words.trim();
  if (!kept) return null;
  const from = start + words.indexOf(kept);
  return { start: from, end: from + kept.length };
}
