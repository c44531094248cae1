// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parsePage } from '@/utils/testing/pages';
import { confirm, detect } from './detect';

const SENTENCE =
  'Sáng 12-3, Ủy ban nhân dân tỉnh họp bàn việc sửa chữa tuyến đê biển, với sự tham gia của đại diện các xã ven biển.';
const PROSE = `<p>${SENTENCE} ${SENTENCE}</p>`.repeat(6);
const page = (url: string, title: string, body: string, head = '') =>
  parsePage(
    `<!DOCTYPE html><html lang="vi"><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
    url,
  );
const teaser = (n: number) =>
  `<article><h3><a href="/tin-${n}-10${n}00.html">Tiêu đề thứ ${n} của một bài báo khác trong tỉnh</a></h3><p>Vài dòng giới thiệu bài thứ ${n}.</p></article>`;
const LIST = Array.from({ length: 20 }, (_, n) => teaser(n)).join('');
const HEADLINE = 'Sửa chữa tuyến đê biển trước mùa mưa bão năm nay';
const STORY = `<h1>${HEADLINE}</h1><span class="time">12/03/2024 07:15</span><div class="entry">${PROSE}</div>`;

describe('refuses', () => {
  it.each([
    ['a home page', 'https://baotinh.example/', LIST],
    ['a home page of a Vietnamese paper', 'https://baotinh.vn/index.html', LIST],
    ['a section', 'https://baotinh.vn/kinh-te.html', `<h1>Kinh tế</h1>${LIST}`],
    ['a numbered page of a section', 'https://baotinh.vn/kinh-te/trang-3.html', `<h1>Kinh tế</h1>${LIST}`],
    ['a tag', 'https://baotinh.vn/de-bien-ptag.html', `<h1>Đê biển</h1>${LIST}`],
    ['a tag abroad', 'https://paper.example/tag/sea-walls/', `<h1>Sea walls</h1>${LIST}`],
    ['a search', 'https://baotinh.vn/tim-kiem?q=de+bien', `<h1>Kết quả tìm kiếm</h1>${LIST}`],
    ['a search at the root', 'https://paper.example/?s=sea+wall', `<h1>Results</h1>${LIST}`],
    ['a print view', 'https://baotinh.vn/print/92731.html', STORY],
    [
      'a film without a text',
      'https://baotinh.vn/video/ban-tin-toi-92731.html',
      '<h1>Bản tin tối 12-3</h1><video src="/v.mp4" controls></video><p>Mời quý vị theo dõi.</p>',
    ],
    [
      'a product',
      'https://shop.example/product/rain-coat-123456',
      '<script type="application/ld+json">{"@type":"Product","name":"Rain coat"}</script><h1>Rain coat</h1><span class="price">199.000</span><button>Add to cart</button><p>A light coat for heavy rain, in four colours and six sizes, with a hood.</p>',
    ],
  ])('%s', (_name, url, body) => {
    const detection = detect(page(url, 'Báo Tỉnh', body), url);
    expect(detection.isArticle).toBe(false);
    expect(detection.reasons.some(({ weight }) => weight < 0)).toBe(true);
  });
});

describe('accepts', () => {
  it.each([
    ['a Vietnamese article without JSON-LD', 'https://baotinh.vn/sua-chua-de-bien-92731.html', ''],
    [
      'one whose og:type says website',
      'https://baotinh.vn/sua-chua-de-bien-92731.html',
      '<meta property="og:type" content="website">',
    ],
    [
      'one at an address of words alone',
      'https://paper.example/2024/03/12/sea-wall-repaired-before-rains/',
      '',
    ],
  ])('%s', (_name, url, head) => {
    const detection = detect(page(url, HEADLINE, STORY, head), url);
    expect(detection.isArticle).toBe(true);
    expect(detection.reasons.map(({ reason }) => reason)).toContain('addressLooksLikeArticle');
  });
});

describe('the second look', () => {
  const url = 'https://baotinh.vn/sua-chua-de-bien-92731.html';
  const first = detect(page(url, HEADLINE, STORY), url);

  it('leaves an article an article', () => {
    expect(confirm(first, { characters: 1_800, linkShare: 0.02, paragraphs: 6 })).toEqual(first);
  });

  it('is less sure when next to nothing came out, or hardly more than links', () => {
    const little = confirm(first, { characters: 60, linkShare: 0, paragraphs: 1 });
    const links = confirm(first, { characters: 900, linkShare: 0.8, paragraphs: 9 });
    expect(little.confidence).toBeLessThan(first.confidence);
    expect(little.reasons.map(({ reason }) => reason)).toContain('littleText');
    expect(links.reasons).toContainEqual({ reason: 'manyTeasers', weight: -1.5 });
  });
});
