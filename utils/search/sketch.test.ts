import { describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { bulletin, storyMaker, type Story } from '@/utils/testing/stories';
import { compareShingles, isSameStory, shinglesOf, sketchOf } from './sketch';
import { outletMark, packSketches, SketchSearch, unpackSketches, versionMark } from './sketch-chunk';

const piecesOf = ({ lead, paragraphs }: Story) => [lead, ...paragraphs];
const cut = (story: Story) => shinglesOf(piecesOf(story));
const entryOf = (doc: number, story: Story, outlet: string) => {
  const shingles = cut(story);
  const minima = sketchOf(shingles);
  return (
    minima && {
      doc,
      version: versionMark(`v${doc}`),
      shingles: shingles.all.length,
      outlet: outletMark(outlet),
      minima,
    }
  );
};

describe('shingles', () => {
  it('are the same whatever the marks, the case, the placing of tones, the form of Unicode and the breaks', () => {
    const text = 'Hoà bình ở xã Đức Thuỷ – “Tuổi trẻ” 1.257 người, ngày 5/3.';
    const same = 'HÒA BÌNH ở xã đức thủy tuổi trẻ: 1.257 người (ngày 5/3)'.normalize('NFD');
    expect(shinglesOf([text])).toEqual(shinglesOf([same]));
  });

  it('do not reach from one paragraph into the next: their order does not matter', () => {
    const [a, b] = ['Biển lặng gió nhẹ suốt ngày', 'Tàu cá rời cảng lúc bốn giờ'];
    expect(shinglesOf([a, b]).all).toEqual(shinglesOf([b, a]).all);
  });

  it('know the figures by their neighbours', () => {
    const figures = (text: string) => shinglesOf([text]).figures;
    expect(figures('thấp nhất 17 độ, cao nhất 28 độ')).toEqual(figures('từ 17 đến 28'));
    expect(figures('từ 17 đến 28')).not.toEqual(figures('từ 28 đến 17'));
    expect(figures('được 18.500 tấn cá')).not.toEqual(figures('được 18.500 nghìn con'));
    expect(figures('không có con số')).toHaveLength(0);
  });
});

describe('the same story', () => {
  const make = storyMaker(chanceOf(3));

  it('is a copy with another lead, moved paragraphs and some words changed', () => {
    const told = Array.from({ length: 60 }, () => {
      const story = make.story(300);
      return isSameStory(cut(story), cut(make.rewrite(story, 0.8)));
    });
    expect(told.filter(Boolean).length).toBeGreaterThan(56);
  });

  it('is not another story', () => {
    const stories = Array.from({ length: 20 }, () => cut(make.story(300)));
    for (const [n, a] of stories.entries())
      for (const b of stories.slice(n + 1)) expect(isSameStory(a, b)).toBe(false);
  });

  it('is not a text below 60 syllables, be it the very same', () => {
    const brief = 'Tàu cá gặp nạn ngoài khơi, tám ngư dân được đưa vào bờ an toàn lúc rạng sáng nay';
    expect(isSameStory(shinglesOf([brief]), shinglesOf([brief]))).toBe(false);
    expect(sketchOf(shinglesOf([brief]))).toBeNull();
  });

  it('is not a quotation in a text five times as long', () => {
    const story = make.story(120);
    const long = { ...make.story(700) };
    long.paragraphs.push(...story.paragraphs);
    expect(compareShingles(cut(story), cut(long)).share).toBeGreaterThan(0.6);
    expect(isSameStory(cut(story), cut(long))).toBe(false);
  });

  it.each(['weather', 'draw', 'prices'] as const)('is not the next %s bulletin of one pattern', (kind) => {
    const chance = chanceOf(9);
    const days = Array.from({ length: 20 }, () => cut(bulletin(chance, kind)));
    const pairs = days.flatMap((a, n) => days.slice(n + 1).map((b) => isSameStory(a, b)));
    expect(pairs.filter(Boolean)).toEqual([]);
    expect(isSameStory(days[0]!, days[0]!)).toBe(true);
  });

  it('is not told from the closing lines that all articles of an outlet share', () => {
    const close =
      'Bạn đọc có thể gửi tin bài, hình ảnh về tòa soạn theo địa chỉ thư điện tử hoặc đường dây nóng. '.repeat(
        1,
      );
    const [a, b] = [make.story(90), make.story(200)];
    a.paragraphs.push(close);
    b.paragraphs.push(close);
    expect(isSameStory(cut(a), cut(b))).toBe(false);
  });
});

describe('sketches in chunks', () => {
  const chance = chanceOf(5);
  const make = storyMaker(chance);

  it('come out of the bytes as they went in, also where the bytes lie within others', () => {
    const entries = [4, 900_000].map((doc) => entryOf(doc, make.story(200), 'báo sóng biển')!);
    const packed = packSketches(entries);
    const within = new Uint8Array(packed.length + 3);
    within.set(packed, 3);
    expect(unpackSketches(within.subarray(3))).toEqual(entries);
  });

  it('find the copies of several stories in one pass, and next to nothing else', () => {
    const stories = Array.from({ length: 300 }, () => make.story(250));
    const bytes = packSketches(stories.map((story, doc) => entryOf(doc, story, 'A')!));
    const copies = [7, 70, 200].map((doc) => ({ doc, copy: make.rewrite(stories[doc]!, 0.85) }));
    const found = new SketchSearch(copies.map(({ copy }, n) => entryOf(1000 + n, copy, 'B')!)).scan(bytes);
    expect(found.map(({ of, doc }) => [of, doc])).toEqual([
      [0, 7],
      [1, 70],
      [2, 200],
    ]);
  });

  it('pass over the same outlet and the document itself; no outlet is like any', () => {
    const story = make.story(250);
    const chunk = packSketches([entryOf(1, story, 'A')!, entryOf(2, story, 'B')!, entryOf(3, story, '')!]);
    const docsFor = (doc: number, outlet: string) =>
      new SketchSearch([entryOf(doc, story, outlet)!]).scan(chunk).map((found) => found.doc);
    expect(docsFor(9, 'A')).toEqual([2, 3]);
    expect(docsFor(3, '')).toEqual([1, 2]);
    const tooShort = { ...entryOf(4, story, 'C')!, shingles: 0 };
    expect(new SketchSearch([entryOf(9, story, 'A')!]).scan(packSketches([tooShort]))).toEqual([]);
  });
});
