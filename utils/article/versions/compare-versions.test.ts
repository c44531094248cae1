import { describe, expect, it } from 'vitest';
import { makeCapture } from '@/utils/testing/captures';
import { compareVersions } from './compare-versions';

const BODY = [
  'Sáng nay, hàng trăm tàu cá của ngư dân trong vùng nối nhau rời cảng sau nhiều ngày nằm bờ tránh gió.',
  'Theo ban quản lý cảng, chuyến này có 42 tàu đăng ký ra khơi, phần lớn là tàu câu và tàu lưới vây.',
  'Ông Trần Văn Hòa, thuyền trưởng một tàu câu, nói: “Năm nay được mùa, anh em ai cũng mừng”.',
  'Giá dầu đã giảm nhẹ nên chủ tàu bớt lo, dù chi phí đá lạnh và lương thực vẫn cao hơn năm ngoái.',
];
const from = makeCapture({ paragraphs: BODY });
const against = (paragraphs: string[], more: { title?: string; lead?: string } = {}) =>
  compareVersions(from, makeCapture({ paragraphs, ...more }));
const edited = (at: number, text: string) => against(BODY.map((one, n) => (n === at ? text : one)));

describe('compareVersions', () => {
  it('finds nothing between a copy and itself', () => {
    const { grade, presence, blocks, counts } = against(BODY);
    expect(grade).toBeNull();
    expect(presence).toBe('article');
    expect(blocks.every(({ is }) => is === 'same')).toBe(true);
    expect(counts).toMatchObject({ edited: 0, added: 0, removed: 0, moved: 0, typography: 0 });
  });

  it('puts the headline before all else, then the lead', () => {
    const both = against([BODY[0]!, BODY[1]!.replace('42', '43'), ...BODY.slice(2)], {
      title: 'Ngư dân ra khơi chuyến đầu năm',
    });
    expect(both.grade).toBe('headline');
    expect(both.counts).toMatchObject({ headline: true, lead: false, edited: 1, figures: 1 });
    expect(against(BODY, { lead: 'SBO - Chiều 5/3, tàu cá rời cảng.' }).grade).toBe('lead');
  });

  it.each([
    ['a number', 1, '42', '45', ['42'], ['45']],
    ['a number in words', 0, 'hàng trăm tàu', 'hàng nghìn tàu', ['trăm'], ['nghìn']],
    ['a name inside a sentence', 2, 'Văn Hòa', 'Văn Hải', ['Hòa'], ['Hải']],
    ['a family name at its start', 2, 'Ông Trần', 'Ông Nguyễn', ['Trần'], ['Nguyễn']],
  ])('calls %s by its name', (_, at, old, now, gone, came) => {
    const found = edited(at, BODY[at]!.replace(old, now));
    expect([found.grade, found.gone, found.came]).toEqual(['figures', gone, came]);
  });

  it('sees figures that changed places', () => {
    const one = makeCapture({ paragraphs: ['Sản lượng tăng từ 10 tấn lên 20 tấn trong tháng này.'] });
    const other = makeCapture({ paragraphs: ['Sản lượng tăng từ 20 tấn lên 10 tấn trong tháng này.'] });
    expect(compareVersions(one, other).grade).toBe('figures');
  });

  it.each([
    ['another word', 3, 'giảm nhẹ', 'giảm mạnh'],
    ['another beginning of a sentence', 2, 'Ông Trần Văn Hòa', 'Theo lời ông Trần Văn Hòa'],
    ['other capitals', 1, 'ban quản lý', 'Ban Quản lý'],
  ])('calls %s wording', (_, at, old, now) => {
    expect(edited(at, BODY[at]!.replace(old, now)).grade).toBe('wording');
  });

  it.each([
    ['tone marks', 2, 'Hòa', 'Hoà'],
    ['quotes', 2, '“Năm nay được mùa, anh em ai cũng mừng”', '"Năm nay được mùa, anh em ai cũng mừng"'],
    ['blanks', 1, '42 tàu', '42  tàu'],
    ['a dash', 3, 'năm ngoái.', 'năm ngoái.\u200B'],
  ])('calls %s typography', (_, at, old, now) => {
    const found = edited(at, BODY[at]!.replace(old, now));
    expect([found.grade, found.counts.edited, found.counts.typography]).toEqual(['typography', 0, 1]);
  });

  it('calls a paragraph that was split or joined typography', () => {
    expect(against([`${BODY[0]} ${BODY[1]}`, ...BODY.slice(2)]).grade).toBe('typography');
    const joined = makeCapture({ paragraphs: [`${BODY[0]} ${BODY[1]}`, ...BODY.slice(2)] });
    expect(compareVersions(joined, makeCapture({ paragraphs: BODY })).grade).toBe('typography');
  });

  it('sees what moved, also when it was edited on the way', () => {
    const moved = against([BODY[0]!, BODY[2]!, BODY[3]!, BODY[1]!]);
    expect([moved.grade, moved.counts.moved, moved.counts.edited]).toEqual(['moved', 1, 0]);
    const both = against([BODY[0]!, BODY[2]!, BODY[3]!, BODY[1]!.replace('42', '45')]);
    expect(both.blocks.filter(({ isMoved }) => isMoved)).toMatchObject([{ grade: 'figures', is: 'edited' }]);
  });

  it('keeps what went where it stood and what came where it stands', () => {
    const { blocks, counts } = against([
      BODY[0]!,
      'Lực lượng biên phòng cho biết mọi tàu đều có đủ áo phao và máy liên lạc.',
      ...BODY.slice(2),
    ]);
    expect(blocks.map(({ is }) => is)).toEqual(['same', 'same', 'same', 'removed', 'added', 'same', 'same']);
    expect(counts).toMatchObject({ added: 1, removed: 1, edited: 0, figures: 1 });
  });

  it('does not count pointers and counters', () => {
    expect(against([...BODY, '>> Xem thêm: Cảng cá mới mở cửa', '1.234 lượt xem']).grade).toBeNull();
  });

  it('says when the article seems to be gone, and when another text stands there', () => {
    expect(against(['Bài viết đã được gỡ bỏ theo yêu cầu.']).presence).toBe('gone');
    const empty = { ...makeCapture({ paragraphs: [] }), text: '', blocks: [] };
    expect(compareVersions(from, empty).presence).toBe('gone');
    const home = makeCapture({ title: 'Trang chủ', lead: 'Tin mới', paragraphs: ['Thời sự', 'Thể thao'] });
    home.detection = { isArticle: false, confidence: 0.1, reasons: [] };
    expect(compareVersions(from, home).presence).toBe('gone');
    const other = makeCapture({
      title: 'Khai mạc hội sách',
      lead: 'Hội sách mở cửa tự do trong ba ngày cuối tuần.',
      paragraphs: Array.from(
        { length: 5 },
        (_, n) => `Gian hàng thứ ${n} bày truyện tranh, bản đồ cổ cùng nhiều ấn phẩm hiếm.`,
      ),
    });
    expect(compareVersions(from, other).presence).toBe('another');
  });

  it('knows a wall', () => {
    const walled = makeCapture({ paragraphs: BODY.slice(0, 2) });
    walled.incomplete = ['wall'];
    expect(compareVersions(from, walled).presence).toBe('part');
  });

  it('reads scripts that put no blanks between words', () => {
    const text = '港の管理者によると、今回は42隻の船が出航を申し込んだ。大半は釣り船である。';
    const one = makeCapture({ paragraphs: [text, BODY[0]!, BODY[3]!] });
    const found = (now: string) =>
      compareVersions(one, makeCapture({ paragraphs: [now, BODY[0]!, BODY[3]!] }));
    expect(found(text.replace('42', '45'))).toMatchObject({ grade: 'figures', gone: ['42'], came: ['45'] });
    expect(found(text.replace('大半', '多く'))).toMatchObject({ grade: 'wording', counts: { edited: 1 } });
  });

  it('answers soon for long texts without a common word', () => {
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n} ${word}${n + 1}`);
    const { counts } = compareVersions(
      makeCapture({ paragraphs: lines('a') }),
      makeCapture({ paragraphs: lines('b') }),
    );
    expect(counts).toMatchObject({ added: 20_000, removed: 20_000 });
  });
});
