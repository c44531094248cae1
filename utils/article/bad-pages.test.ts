// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { blockTexts, breaches, captureHtml } from '@/utils/testing/pages';
import type { Capture } from './types';

const PAGE_URL = 'https://bao-mau.example/cho-noi-hop-lai-sau-mua-lu-123456.html';
const SENTENCES = [
  'Chợ nổi họp lại từ sáng sớm, ghe xuồng đậu kín hai bên bờ sông như chưa từng có mùa lũ.',
  'Người bán nói hàng năm nay ít hơn, nhưng giá vẫn giữ như trước để mời khách quen trở lại.',
  'Chính quyền xã đã cắm lại phao tiêu, cử người trực ở ngã ba sông trong suốt tuần đầu tiên.',
];
const PROSE = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('');
const HEAD = '<title>Chợ nổi họp lại sau mùa lũ</title>';
const H1 = '<h1>Chợ nổi họp lại sau mùa lũ</h1>';

function paragraphs(capture: Capture): string[] {
  return blockTexts(capture).flatMap(({ type, text }) => (type === 'paragraph' ? [text] : []));
}

/** Markup of broken pages; each must still give the three paragraphs, once and in order. */
const READABLE: [string, string][] = [
  ['no title at all', `<html lang="vi"><body><article>${PROSE}</article></body></html>`],
  [
    'XHTML with a declaration and CDATA',
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi"><head>${HEAD}<script type="text/javascript">//<![CDATA[
var a = "<p>không phải chữ</p>";//]]></script></head><body>${H1}<div class="story">${PROSE}</div></body></html>`,
  ],
  [
    'letters in pieces (NFD)',
    `<html lang="vi"><head>${HEAD}</head><body>${H1}<article>${PROSE}</article></body></html>`.normalize(
      'NFD',
    ),
  ],
  [
    'nested forms around the whole page',
    `<html lang="vi"><head>${HEAD}</head><body><form id="Form"><form><div>${H1}<div class="post-content"><form>${PROSE}</form></div></div></form></form></body></html>`,
  ],
  [
    'unclosed tags',
    `<html lang="vi"><head>${HEAD}<body><div><div>${H1}<article><div>${SENTENCES.map((sentence) => `<p>${sentence}`).join('\n')}<div class=foot><span>`,
  ],
  [
    'hidden text between the paragraphs',
    `<html lang="vi"><head>${HEAD}</head><body>${H1}<article>${PROSE.replaceAll('</p>', '</p><p hidden>Từ khóa giấu cho máy tìm kiếm, dài như một câu văn.</p>')}<div style="display: none"><p>Một đoạn không ai đọc được trên trang này cả.</p></div></article></body></html>`,
  ],
  [
    'a copy of the article that is not displayed',
    `<html lang="vi"><head>${HEAD}</head><body>${H1}<div style="display:none"><article>${PROSE}</article></div><article>${PROSE}</article></body></html>`,
  ],
  [
    '200 boxes in one another',
    `<html lang="vi"><head>${HEAD}</head><body>${H1}<article>${'<div>'.repeat(200)}${PROSE}${'</div>'.repeat(200)}</article></body></html>`,
  ],
];

describe('broken pages give their text, once', () => {
  it.each(READABLE)('%s', (_name, html) => {
    const capture = captureHtml(html, PAGE_URL);
    expect(breaches(capture)).toEqual([]);
    expect(paragraphs(capture)).toEqual(SENTENCES);
  });
});

describe('pages with nothing to read', () => {
  it('takes one paragraph as it is', () => {
    const capture = captureHtml(`<html lang="vi"><body><p>${SENTENCES[0]}</p></body></html>`, PAGE_URL);
    expect(breaches(capture)).toEqual([]);
    expect(capture.text).toContain(SENTENCES[0]);
    expect(capture.detection.isArticle).toBe(false);
  });

  it('finds no article in a frameset', () => {
    const capture = captureHtml(
      '<html><head><title>Khung</title></head><frameset cols="20%,*"><frame src="a.html"><frame src="b.html"></frameset></html>',
      PAGE_URL,
    );
    expect(breaches(capture)).toEqual([]);
    expect(capture.detection.isArticle).toBe(false);
  });

  it('leaves text broken by a wrong encoding as the page prints it', () => {
    const broken = 'NgÆ°á»\u009di dÃ¢n Ä‘ang gáº·t lÃºa mÃ¹a sá»\u009bm trÃªn cÃ¡nh Ä‘á»“ng.';
    const capture = captureHtml(
      `<html lang="vi"><head><title>LÃºa mÃ¹a</title></head><body><article>${`<p>${broken}</p>`.repeat(3)}</article></body></html>`,
      PAGE_URL,
    );
    expect(breaches(capture)).toEqual([]);
    expect(capture.text).toContain('Ä‘ang gáº·t');
  });
});

describe('dates that lie', () => {
  const dated = (meta: string) =>
    captureHtml(
      `<html lang="vi"><head>${HEAD}${meta}</head><body>${H1}<article>${PROSE}</article></body></html>`,
      PAGE_URL,
    ).metadata.published.value;

  it.each([
    ['an empty clock', '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'],
    ['next year', '<meta property="article:published_time" content="2027-11-23T08:00:00+07:00">'],
    [
      'the year of another calendar',
      '<meta property="article:published_time" content="2569-11-20T08:00:00+07:00">',
    ],
    ['no date at all', '<meta property="article:published_time" content="hôm qua">'],
  ])('gives none for %s', (_name, meta) => {
    expect(dated(meta)).toBeNull();
  });

  it('does not read a second time stamp from a comment', () => {
    expect(
      dated('<!-- <meta property="article:published_time" content="2020-01-02T03:04:00+07:00"> -->'),
    ).toBeNull();
  });
});

describe('authors and JSON-LD that are not what they should be', () => {
  it('reads an author that is an object in an array in an object', () => {
    const json =
      '{"@graph":[{"@type":"NewsArticle","headline":"Chợ nổi họp lại sau mùa lũ","author":{"author":[{"@type":"Person","name":"Lê Bến"}]}}]}';
    const capture = captureHtml(
      `<html lang="vi"><head>${HEAD}<script type="application/ld+json">${json}</script></head><body>${H1}<article>${PROSE}</article></body></html>`,
      PAGE_URL,
    );
    expect(capture.metadata.authors.value ?? ['Lê Bến']).toEqual(['Lê Bến']);
  });

  it('survives three articles, one of them unparsable', () => {
    const json = [
      '{"@type":"NewsArticle",',
      '{"@type":"NewsArticle","headline":"Tin khác"}',
      '{"@type":"NewsArticle","headline":"Chợ nổi họp lại sau mùa lũ","datePublished":"2025-03-01T06:00:00+07:00"}',
    ];
    const capture = captureHtml(
      `<html lang="vi"><head>${HEAD}${json.map((one) => `<script type="application/ld+json">${one}</script>`).join('')}</head><body>${H1}<article>${PROSE}</article></body></html>`,
      PAGE_URL,
    );
    expect(capture.metadata.published.value).toBe('2025-03-01T06:00:00+07:00');
    expect(capture.metadata.title.value).toBe('Chợ nổi họp lại sau mùa lũ');
  });
});
