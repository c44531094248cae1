// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { incompleteness } from './incomplete';

const said = (html: string, address = 'https://paper.example/duong-ra-dao-41207.html', text = 'ngắn') =>
  incompleteness(new DOMParser().parseFromString(html, 'text/html'), address, text);

test.each([
  ['https://paper.example/duong-ra-dao-41207.html', '/duong-ra-dao-41207-2.html'],
  ['https://paper.example/duong-ra-dao-41207.html', '/duong-ra-dao-41207-trang2.html'],
  ['https://paper.example/story/road-to-the-island', 'https://paper.example/story/road-to-the-island/2'],
  ['https://paper.example/story/road-to-the-island/2/', '/story/road-to-the-island/3/'],
  ['https://paper.example/story?id=7', '?id=7&page=2'],
])('%s goes on at %s', (address, next) => {
  expect(said(`<link rel="next" href="${next}">`, address)).toEqual(['furtherPages']);
});

test.each([
  ['another article', '<a rel="next" href="/cang-mui-san-41198.html">Bài sau</a>'],
  ['the page before', '<a rel="prev" href="/duong-ra-dao-41207-2.html">Trang trước</a>'],
  ['an address that is none', '<link rel="next" href="http://[">'],
])('%s is no further page', (_, html) => {
  expect(said(html)).toEqual([]);
});

const ld = (free: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', isAccessibleForFree: free })}</script>`;

test.each([
  ['JSON-LD', ld(false)],
  ['JSON-LD in words', ld('False')],
  ['a box', '<div class="c-paywall"><p>Để đọc tiếp, mời bạn đăng ký gói tháng.</p></div>'],
  ['a box abroad', '<div id="paywall-box">Subscribe to continue reading this story</div>'],
])('a wall told by %s is said of a stub, not of the whole text', (_, html) => {
  expect(said(html)).toEqual(['wall']);
  expect(said(html, undefined, 'dài '.repeat(1_000))).toEqual([]);
});

test.each([
  ['a free article', ld(true)],
  ['an invitation to a newsletter', '<div class="subscribe-box">Subscribe to our newsletter</div>'],
])('%s is no wall', (_, html) => {
  expect(said(html)).toEqual([]);
});
