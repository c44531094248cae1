import { describe, expect, it } from 'vitest';
import type { Block } from '@/utils/article/types';
import { placeHighlights } from './place-highlights';
import type { AnchorText, Part } from './types';

function textOf(...lines: string[]): AnchorText {
  let at = 0;
  const blocks = lines.map((line, n): Block => {
    const block: Block = { id: `b${n}`, type: 'paragraph', start: at, end: at + line.length };
    at = block.end + 1;
    return block;
  });
  return { text: lines.join('\n'), blocks };
}

const A = 'Sáng nay hàng trăm tàu cá rời cảng ra khơi.';
const B = 'Ông Nguyễn Văn Đức nói năm nay được mùa, giá ổn định.';
const C = 'Sản lượng khai thác đạt 18.500 tấn.';
const D = 'Người dân đề nghị sớm nạo vét luồng lạch.';

function partOf({ text, blocks }: AnchorText, words: string, n = 0): Part {
  let start = text.indexOf(words);
  for (let skip = 0; skip < n; skip += 1) start = text.indexOf(words, start + 1);
  const block = blocks.find((one) => one.start <= start && start < one.end)!;
  return { blockId: block.id, start, end: start + words.length };
}

function followed(saved: AnchorText, now: AnchorText, ...words: string[]) {
  const parts = words.map((one) => partOf(saved, one));
  const [made] = placeHighlights(saved, now, [{ id: 'h', parts }]);
  return { verdict: made!.verdict, words: made!.parts.map(({ start, end }) => now.text.slice(start, end)) };
}

describe('placeHighlights', () => {
  it.each([
    ['the same text', textOf(A, B, C), 'same'],
    ['a paragraph came before it', textOf(D, A, B, C), 'same'],
    ['another paragraph changed', textOf(A, B, `${C} Tăng 3%.`), 'same'],
  ])('%s', (_, now, verdict) => {
    expect(followed(textOf(A, B, C, D), now, 'hàng trăm tàu cá')).toEqual({
      verdict,
      words: ['hàng trăm tàu cá'],
    });
  });

  it('finds its words in a paragraph that changed elsewhere', () => {
    const now = textOf(A, 'Ông Nguyễn Văn Đức cho biết năm nay được mùa, giá ổn định.', C);
    expect(followed(textOf(A, B, C), now, 'năm nay được mùa')).toEqual({
      verdict: 'exact',
      words: ['năm nay được mùa'],
    });
  });

  it('goes with a moved paragraph, but asks where a single sentence stands alone elsewhere', () => {
    const two = `${A} ${D}`;
    const others = [
      B,
      C,
      'Giá cá ngừ tại bến hôm qua là 42.000 đồng một cân.',
      'Bão số 5 tan từ đêm thứ ba.',
    ];
    expect(followed(textOf(two, ...others), textOf(...others, two), 'hàng trăm tàu cá')).toEqual({
      verdict: 'moved',
      words: ['hàng trăm tàu cá'],
    });
    expect(followed(textOf(A, ...others), textOf(...others, A), 'hàng trăm tàu cá')).toEqual({
      verdict: 'review',
      words: ['hàng trăm tàu cá'],
    });
  });

  it('tells when its own words changed, and is an orphan when its paragraph is gone', () => {
    const now = textOf(A, 'Ông Nguyễn Văn Đức nói năm nay mất mùa, giá ổn định.', C);
    expect(followed(textOf(A, B, C), now, 'năm nay được mùa')).toEqual({
      verdict: 'changed',
      words: ['năm nay mất mùa'],
    });
    expect(followed(textOf(A, B, C), textOf(A, C), 'năm nay được mùa')).toEqual({
      verdict: 'orphan',
      words: [],
    });
  });

  it('never goes to a twin: a paragraph that stands twice and loses one of the two', () => {
    const saved = textOf(A, B, C, D, B, A);
    const now = textOf(A, C, D, B, A);
    const parts = [partOf(saved, 'năm nay được mùa', 0)];
    expect(placeHighlights(saved, now, [{ id: 'h', parts }])[0]!.verdict).not.toMatch(/same|exact|moved/);
  });

  it('never goes to a twin sentence in another paragraph', () => {
    const twin = 'Bão số 5 làm hư hại nhiều căn nhà.';
    const saved = textOf(A, `${twin} Ở xã Hòa Thắng.`, C, `${twin} Ở xã Hồng Phong.`);
    const now = textOf(A, C, `${twin} Ở xã Hồng Phong.`);
    expect(followed(saved, now, twin).verdict).not.toMatch(/same|exact|moved/);
  });

  it('keeps the parts of a highlight over paragraphs, also when one of them is lost', () => {
    const saved = textOf(A, B, C);
    expect(followed(saved, textOf(D, A, B, C), 'rời cảng ra khơi.', 'Ông Nguyễn Văn Đức')).toEqual({
      verdict: 'same',
      words: ['rời cảng ra khơi.', 'Ông Nguyễn Văn Đức'],
    });
    expect(followed(saved, textOf(A, C), 'rời cảng ra khơi.', 'Ông Nguyễn Văn Đức')).toEqual({
      verdict: 'partial',
      words: ['rời cảng ra khơi.'],
    });
  });

  it('says which names and numbers changed', () => {
    const now = textOf(A, B, 'Sản lượng khai thác đạt 19.200 tấn.');
    const [placed] = placeHighlights(textOf(A, B, C), now, [
      { id: 'h', parts: [partOf(textOf(A, B, C), 'khai thác đạt 18.500 tấn')] },
    ]);
    expect(placed).toMatchObject({ changedWords: ['18.500', '19.200'] });
  });

  it('gives whole letters of a decomposed page, emoji and halves of pairs included', () => {
    const line = 'Nước 😀 dâng 👨‍👩‍👧 cao ở xã Tân Hòa, nửa \ud83d đôi, từ đêm qua tới sáng nay.';
    const saved = textOf(A, line, C);
    const live = textOf(...[A, line, C].map((one) => one.normalize('NFD')));
    for (const words of ['😀', '👨‍👩‍👧 cao', 'Hòa, nửa \ud83d']) {
      const [placed] = placeHighlights(saved, live, [{ id: 'h', parts: [partOf(saved, words)] }]);
      const there = placed!.parts.map(({ start, end }) => live.text.slice(start, end).normalize('NFC'));
      expect([placed!.verdict, ...there]).toEqual(['exact', words]);
    }
  });

  it('keeps 300 highlights in one another apart, and finds none on a page that was taken down', () => {
    const long = Array.from(
      { length: 80 },
      (_, n) => `Câu thứ ${n} nói về ${n * 37} ngôi nhà ngập nước.`,
    ).join(' ');
    const saved = textOf(A, long, C);
    const block = saved.blocks[1]!;
    const nested = Array.from({ length: 300 }, (_, n) => ({
      id: `h${n}`,
      parts: [{ blockId: block.id, start: block.start + n, end: block.end - n }],
    }));
    const placed = placeHighlights(saved, textOf(D, A, long, C), nested);
    expect(new Set(placed.map(({ parts }) => parts[0]!.start)).size).toBeGreaterThan(200);
    expect(placed.every(({ verdict }) => verdict === 'same' || verdict === 'exact')).toBe(true);
    const gone = placeHighlights(saved, textOf('Bài viết đã gỡ bỏ.'), nested);
    expect(new Set(gone.map(({ verdict }) => verdict))).toEqual(new Set(['orphan']));
    expect(
      placeHighlights(saved, { text: '', blocks: [] }, nested).every(({ parts }) => parts.length === 0),
    ).toBe(true);
  });

  it('asks when the sentence was cut and only its copy in a teaser is left', () => {
    const own = `${D} ${A} ${C}`;
    const others = [B, 'Giá cá ngừ tại bến hôm qua là 42.000 đồng một cân.', 'Bão số 5 tan từ đêm thứ ba.'];
    const now = textOf(others[0]!, `${D} ${C}`, others[1]!, others[2]!, `Tin liên quan: ${A}`);
    const { verdict } = followed(textOf(others[0]!, own, others[1]!, others[2]!), now, 'hàng trăm tàu cá');
    expect(verdict).toBe('review');
  });

  it('places nothing by itself on another article', () => {
    const now = textOf(D, 'Tòa soạn nhận được nhiều thư của bạn đọc.', 'Sáng nay hàng trăm tàu cá về bến.');
    expect(followed(textOf(A, B, C), now, 'hàng trăm tàu cá').verdict).toMatch(/review|orphan/);
  });
});

describe('words that are the same and may be others', () => {
  const E = 'Mưa lớn kéo dài ba ngày làm ngập nhiều tuyến đường ở phía nam thành phố.';
  const F = 'Chiều cùng ngày, đội cứu hộ đưa hơn hai trăm hộ dân đến nơi an toàn.';
  const G = 'Trường học trong vùng ngập cho học sinh nghỉ đến hết tuần này.';
  const H = 'Theo đài khí tượng, nước sẽ rút chậm vì thủy triều đang lên cao.';
  const long = 'Cảng cá mở cửa từ tờ mờ sáng, thương lái chờ sẵn hai bên cầu tàu để mua mực, cá thu, cá ngừ.';
  const other = 'Ở chợ đầu mối, giá rau tăng gấp rưỡi vì xe từ cao nguyên xuống trễ hơn nửa ngày.';

  it('a sentence that changed places with its neighbour in the paragraph is for a person', () => {
    const now = textOf(long, `${F} ${E} ${G}`, other);
    expect(followed(textOf(long, `${E} ${F} ${G}`, other), now, E).verdict).toBe('review');
  });

  it('of paragraphs that say the same, all still there and in their order, each finds its own, typos or not', () => {
    const twin = `${E} ${F}`;
    const saved = textOf(long, twin, G, H, other, twin, `${A} ${B}`);
    const now = textOf(
      long,
      twin.replace('nhiều', 'nhieu'),
      G,
      H,
      other,
      twin.replace('tuyến', 'tyến'),
      `${A} ${B}`,
    );
    for (const n of [0, 1]) {
      const part = partOf(saved, 'đội cứu hộ đưa hơn', n);
      const [made] = placeHighlights(saved, now, [{ id: 'h', parts: [part] }]);
      expect(['exact', 'changed']).toContain(made!.verdict);
      expect(made!.parts[0]!.start).toBe(partOf(now, 'đội cứu hộ đưa hơn', n).start);
    }
  });

  it('of two such paragraphs of which one is gone, neither is placed without asking', () => {
    const twin = `${E} ${F}`;
    const saved = textOf(long, twin, G, H, other, twin, `${A} ${B}`);
    const now = textOf(long, G, H, other, twin.replace('tuyến', 'tyến'), `${A} ${B}`);
    const part = partOf(saved, 'đội cứu hộ đưa hơn', 0);
    const [made] = placeHighlights(saved, now, [{ id: 'h', parts: [part] }]);
    expect(['review', 'orphan']).toContain(made!.verdict);
  });

  it('a lead that a teaser on the same page says again is offered, however much stands before the article', () => {
    const around = Array.from({ length: 20 }, (_, n) => `Mục ${n} của trang`);
    const saved = textOf(F, `${A} ${B}`, `${E} ${G}`, `${H} ${other}`);
    const now = textOf(...around, F, `${A} ${B}`, `${E} ${G}`, `${H} ${other}`, 'Đọc nhiều', F);
    const placed = followed(saved, now, 'đội cứu hộ đưa hơn hai trăm hộ dân');
    expect(placed.verdict).not.toBe('orphan');
    expect(placed.words).toEqual(['đội cứu hộ đưa hơn hai trăm hộ dân']);
  });
});
