// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences, type ExpectedPage } from '@/utils/testing/expected-page';
import { actualOf, blockTexts, breaches, captureHtml, NOW, parsePage } from '@/utils/testing/pages';
import { captureDocument } from './capture';

const folder = path.resolve('utils/article/fixtures');

describe('our own pages', () => {
  it.each(readdirSync(folder))('%s', (name) => {
    const expected = JSON.parse(
      readFileSync(path.join(folder, name, 'expected.json'), 'utf8'),
    ) as ExpectedPage;
    const capture = captureHtml(readFileSync(path.join(folder, name, 'source.html'), 'utf8'), expected.url);
    expect(differences(expected, actualOf(capture))).toEqual([]);
    expect(breaches(capture)).toEqual([]);
  });
});

const URL_OF = 'https://paper.example/a-story-of-some-length-123456.html';
const PROSE =
  '<p>Một đoạn văn đủ dài để được coi là nội dung của bài báo, có cả dấu chấm và dấu phẩy.</p>'.repeat(4);
const page = (body: string) =>
  `<!DOCTYPE html><html lang="vi"><title>Tiêu đề</title><body><article>${body}${PROSE}</article></body>`;

describe('bad pages', () => {
  it.each([
    ['nothing', ''],
    ['no title', `<body>${PROSE}</body>`],
    ['a frameset', '<frameset cols="50%,50%"><frame src="a.html"><frame src="b.html"></frameset>'],
    ['malformed JSON-LD', `<script type="application/ld+json">{"@type":"NewsArticle",]</script>${page('')}`],
    [
      'markup in text',
      page('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; "quoted" &lt;b&gt; dòng này cũng là chữ</p>'),
    ],
    [
      'NFD across elements',
      page(
        '<p>Tie<b>\u0302\u0301ng Vie\u0323\u0302t</b> viết rời từng dấu trong nhiều phần tử khác nhau.</p>',
      ),
    ],
    [
      'nested links and lists',
      page('<ul><li>một<ol><li>hai<ul><li>ba</li></ul></li></ol></li></ul><a href="/x"><b>đậm</b></a>'),
    ],
    [
      'hostile links',
      page(
        '<p><a href="javascript:alert(1)">nhấn</a> <a href=" data:text/html,x">vào</a> <a href="mailto:a@b.example">đây</a> đi</p>',
      ),
    ],
    ['preformatted', page('<pre>\n\n  a\n    b  \n</pre>')],
  ])('keeps its promises for %s', (_name, html) => {
    expect(breaches(captureHtml(html, URL_OF))).toEqual([]);
  });

  it('does not change the page', () => {
    const document = parsePage(
      page('<p style="display:none">giấu</p><img data-src="/x.jpg" src="/grey.gif">'),
      URL_OF,
    );
    const before = document.documentElement.outerHTML;
    captureDocument({ document, pageUrl: URL_OF, now: NOW, extractorVersion: 't', captureId: 'c' });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('blocks', () => {
  it('are joined by line breaks, with the title first and letters composed', () => {
    const capture = captureHtml(
      page('<p>Tie<b>\u0302\u0301</b>ng\u00a0Việt\u200b và<br>xuống dòng cùng đoạn văn này.</p>'),
      URL_OF,
    );
    expect(blockTexts(capture)[0]).toEqual({ type: 'title', text: 'Tiêu đề' });
    expect(capture.text).toContain('\nTiếng Việt và xuống dòng cùng đoạn văn này.\n');
  });
});
