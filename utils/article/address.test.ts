// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import {
  addressShape,
  canonicalAddress,
  cleanAddress,
  normaliseAddress,
  sameArticle,
  type AddressShape,
} from './address';

const BTO = 'https://baobinhthuan.com.vn/phu-quy-xay-dung-to-chuc-co-so-dang-92731.html';

/** [printed, key] */
const KEYS: [string, string | null][] = [
  [BTO, BTO],
  [BTO.replace('https:', 'http:'), BTO],
  [BTO.replace('//', '//www.'), BTO],
  [BTO.replace('//', '//m.'), BTO],
  [BTO.replace('//', '//www.m.'), BTO],
  [`${BTO}#binh-luan`, BTO],
  [`${BTO}?utm_source=zalo&utm_medium=social`, BTO],
  [`${BTO}?fbclid=IwAR0abc`, BTO],
  [`${BTO}?zarsrc=1303&gidzl=x`, BTO],
  [`${BTO}?gclid=1&msclkid=2&_ga=3`, BTO],
  [`${BTO}?amp`, BTO],
  [`${BTO}?amp=1`, BTO],
  [`${BTO}?outputType=amp`, BTO],
  [`${BTO}/`, BTO],
  [`  ${BTO}\n`, BTO],
  [BTO.replace('.com.vn/', '.com.vn:443/'), BTO],
  [BTO.replace('https://baobinhthuan', 'http://baobinhthuan').replace('.vn/', '.vn:80/'), BTO],
  [BTO.replace('baobinhthuan', 'BaoBinhThuan'), BTO],
  [BTO.replace('//', '//user:secret@'), BTO],
  [BTO.replace('.com.vn/', '.com.vn./'), BTO],
  [BTO.replace('.vn/', '.vn/amp/'), BTO],
  [
    'https://www.google.com/amp/s/baobinhthuan.com.vn/amp/phu-quy-xay-dung-to-chuc-co-so-dang-92731.html',
    BTO,
  ],
  [
    'https://baobinhthuan-com-vn.cdn.ampproject.org/c/s/baobinhthuan.com.vn/phu-quy-xay-dung-to-chuc-co-so-dang-92731.html?usqp=mq331',
    BTO,
  ],
  ['https://amp.vnexpress.net/a-4954454.html', 'https://vnexpress.net/a-4954454.html'],
  [
    'https://vnexpress.net/a-4954454.html?vn_source=Home&vn_campaign=Box&vn_medium=Item-1&vn_term=Desktop&vn_thumb=1',
    'https://vnexpress.net/a-4954454.html',
  ],
  ['https://m.tuoitre.vn/a-100261005145713396.htm', 'https://tuoitre.vn/a-100261005145713396.htm'],
  ['https://www.bbc.com/vietnamese/articles/abc123/amp', 'https://bbc.com/vietnamese/articles/abc123'],
  ['https://example.org/a.amp.html', 'https://example.org/a.html'],
  ['https://example.org/story/?at_medium=RSS&at_campaign=KARANGA', 'https://example.org/story'],
  ['https://example.org/story?xtor=AL-1&cmpid=2&ocid=3', 'https://example.org/story'],
  ['https://en.m.wikipedia.org/wiki/Phan_Thiet', 'https://en.wikipedia.org/wiki/Phan_Thiet'],
  // What chooses the page stays, in one order.
  ['https://example.org/?p=12&utm_campaign=x', 'https://example.org/?p=12'],
  ['https://example.org/a?id=5&page=2', 'https://example.org/a?id=5&page=2'],
  ['https://example.org/a?page=2&id=5', 'https://example.org/a?id=5&page=2'],
  ['https://example.org/a?source=archive', 'https://example.org/a?source=archive'],
  ['https://example.org/a?ref=12', 'https://example.org/a?ref=12'],
  ['https://example.org/view.aspx?ItemID=9&gclid=1', 'https://example.org/view.aspx?ItemID=9'],
  ['https://example.org/Case/Path', 'https://example.org/Case/Path'],
  ['https://example.org/t%c3%a0u', 'https://example.org/t%C3%A0u'],
  ['https://example.org/tàu', 'https://example.org/t%C3%A0u'],
  ['https://example.org/#!/story/1', 'https://example.org/#!/story/1'],
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/?', 'https://example.org/'],
  ['http://localhost:8080/a.html', 'http://localhost:8080/a.html'],
  ['http://127.0.0.1:3000/a.html?utm_source=x', 'http://127.0.0.1:3000/a.html'],
  ['https://m.vn/a', 'https://m.vn/a'],
  ['https://camp.example.org/amplify', 'https://camp.example.org/amplify'],
  // Not addresses of articles at all.
  ['chrome://extensions/', null],
  ['about:blank', null],
  ['file:///home/a.html', null],
  ['javascript:alert(1)', null],
  ['data:text/html,a', null],
  ['mailto:a@b.vn', null],
  ['', null],
  ['khong phai dia chi', null],
];

describe('normaliseAddress', () => {
  test.each(KEYS)('%s', (url, key) => {
    expect(normaliseAddress(url)).toBe(key);
  });
  test('is stable: a key is its own key', () => {
    const keys = KEYS.map(([, key]) => key).filter((key) => key !== null);
    expect(keys.map((key) => normaliseAddress(key))).toEqual(keys);
  });
  test('has a table worth its name', () => {
    expect(KEYS.length + SAME.length).toBeGreaterThanOrEqual(60);
  });
});

/** [one, other, one article?] */
const SAME: [string, string, boolean][] = [
  [BTO, `http://www.baobinhthuan.com.vn${new URL(BTO).pathname}?utm_source=a#b`, true],
  [BTO, 'https://baobinhthuan.com.vn/tieu-de-da-sua-92731.html', true],
  [BTO, 'https://baobinhthuan.com.vn/print/92731.html', true],
  [BTO, 'https://baobinhthuan.com.vn/phu-quy-xay-dung-to-chuc-co-so-dang-92732.html', false],
  [BTO, 'https://baolamdong.vn/phu-quy-xay-dung-to-chuc-co-so-dang-92731.html', false],
  [BTO, 'https://baobinhthuan.com.vn/', false],
  ['https://tuoitre.vn/moi-100261005145713396.htm', 'https://m.tuoitre.vn/cu-100261005145713396.htm', true],
  ['https://plo.vn/a-post812345.html', 'https://plo.vn/b-post812345.html', true],
  ['https://sggp.org.vn/a-post132660.html', 'https://dttc.sggp.org.vn/a-post132660.html', false],
  ['https://example.org/2021-su-kien.html', 'https://example.org/2022-su-kien.html', false],
  ['https://example.org/a?id=1', 'https://example.org/a?id=2', false],
  ['not an address', 'not an address', false],
];

describe('sameArticle', () => {
  test.each(SAME)('%s and %s: %s', (a, b, same) => {
    expect(sameArticle(a, b)).toBe(same);
    expect(sameArticle(b, a)).toBe(same);
  });
});

const SHAPES: [string, AddressShape][] = [
  [BTO, 'article'],
  ['https://daibieunhandan.vn/xay-dung-khu-vuc-phong-thu-10426675.html', 'article'],
  ['https://laodong.vn/dinh-duong-am-thuc/tap-thien-1432162.ldo', 'article'],
  ['https://www.qdnd.vn/y-te/tin-tuc/chuyen-gia-khuyen-cao-813419', 'article'],
  ['https://dttc.sggp.org.vn/email-cua-giam-doc-post132660.html', 'article'],
  ['https://www.vietnamplus.vn/example-post1.vnp', 'article'],
  ['https://cafef.vn/a-b-188261005145713396.chn', 'article'],
  ['https://dantri.com.vn/xa-hoi/a-b-20261005145713396.htm', 'article'],
  ['https://www.bbc.com/vietnamese/articles/cx2abc45de', 'article'],
  ['https://www.theguardian.com/world/2021/nov/24/a-b-c', 'article'],
  ['https://www.nytimes.com/2021/11/24/world/asia/a-b.html', 'article'],
  ['https://example.org/how-we-found-the-lost-ship', 'article'],
  ['https://baobinhthuan.com.vn/', 'home'],
  ['https://baobinhthuan.com.vn', 'home'],
  ['https://baobinhthuan.com.vn/index.html', 'home'],
  ['https://baobinhthuan.com.vn/?utm_source=x', 'home'],
  ['https://www.bbc.com/vi', 'home'],
  ['https://baobinhthuan.com.vn/chinh-tri/xay-dung-dang', 'listing'],
  ['https://baobinhthuan.com.vn/chinh-tri/xay-dung-dang?page=2', 'listing'],
  ['https://baobinhthuan.com.vn/tin-tuc-binh-thuan-moi-nhat', 'listing'],
  ['https://baobinhthuan.com.vn/phu-quy-ptag.html', 'listing'],
  ['https://baobinhthuan.com.vn/print/92731.html', 'listing'],
  ['https://baobinhthuan.com.vn/search?q=phu+quy', 'listing'],
  ['https://baobinhthuan.com.vn/search/', 'listing'],
  ['https://tuoitre.vn/giao-duc.htm', 'listing'],
  ['https://plo.vn/tag/rac-thai-nhua.html', 'listing'],
  ['https://tuoitre.vn/tac-gia/thu-ha-1.htm', 'listing'],
  ['https://www.theguardian.com/world', 'listing'],
  ['chrome://newtab/', 'unknown'],
];

describe('addressShape', () => {
  test.each(SHAPES)('%s is %s', (url, shape) => {
    expect(addressShape(url)).toBe(shape);
  });
});

function page(head: string): Document {
  return new DOMParser().parseFromString(`<head>${head}</head><body></body>`, 'text/html');
}

describe('canonicalAddress', () => {
  const link = (href: string) => `<link rel="canonical" href="${href}">`;
  test.each<[string, string, string, string]>([
    ['link', link(BTO), `${BTO}?utm_source=x#y`, BTO],
    ['meta name', `<meta name="canonical" content="${BTO}">`, BTO, BTO],
    ['og:url', `<meta property="og:url" content="${BTO}?fbclid=1">`, BTO, BTO],
    [
      'link before og:url',
      `<meta property="og:url" content="https://x.vn/b-22222.html">${link(BTO)}`,
      BTO,
      BTO,
    ],
    ['relative', link('/a-11111.html'), BTO, 'https://baobinhthuan.com.vn/a-11111.html'],
    ['own home refused', link('https://baobinhthuan.com.vn/'), BTO, BTO],
    ["another site's home refused", link('https://baolamdong.vn/'), BTO, BTO],
    ['a section refused', link('https://baobinhthuan.com.vn/chinh-tri'), BTO, BTO],
    [
      'refused link, good og:url',
      `${link('/')}<meta property="og:url" content="${BTO}">`,
      `${BTO}?id=3`,
      BTO,
    ],
    ['empty', link(''), BTO, BTO],
    ['no http', link('javascript:void(0)'), BTO, BTO],
    ['www is kept', link(BTO.replace('//', '//www.')), BTO, BTO.replace('//', '//www.')],
    [
      'JSON-LD',
      `<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@type":"WebPage","@id":"${BTO}"}}</script>`,
      `${BTO}?a=1`,
      BTO,
    ],
    [
      'a home may be its own',
      link('https://baobinhthuan.com.vn/'),
      'https://baobinhthuan.com.vn/?utm_source=x',
      'https://baobinhthuan.com.vn/',
    ],
    [
      'an archived page',
      link(`https://web.archive.org/web/20211124065500/${BTO}`),
      `https://web.archive.org/web/20211124065500/${BTO}`,
      BTO,
    ],
  ])('%s', (_, head, url, expected) => {
    expect(canonicalAddress(page(head), url)).toBe(expected);
  });
});

test('cleanAddress keeps what opens the page', () => {
  expect(cleanAddress('http://www.example.org/a/?id=1&utm_source=x#top')).toBe(
    'http://www.example.org/a/?id=1',
  );
});
