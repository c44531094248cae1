// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { actualOf, breaches, captureHtml } from '@/utils/testing/pages';
import { bare } from './clean/tidy';

interface Truth {
  corpus: string;
  id: string;
  url: string;
  file: string;
  type: string;
  title?: string;
  lead?: string;
  body?: string;
  authors?: string[];
  datetime?: string;
}

/** What the corpus does not annotate and a reader sees on the pages. */
const SEEN: Record<string, { outlet: string; section: string[] | null; credits: string[] }> = {
  'vnexpress-2025': {
    outlet: 'Báo VnExpress',
    section: ['Sức khỏe', 'Tin tức'],
    credits: ['Bệnh viện cung cấp'],
  },
  'vnexpress-2023': { outlet: 'VnExpress', section: ['Kinh doanh', 'Vĩ mô'], credits: ['Hoàng Phong'] },
  'tuoitre-2015': { outlet: 'Tuổi Trẻ', section: ['Chính trị - Xã hội'], credits: ['V.D'] },
  'tuoitre-2015-mobile': { outlet: 'Tuổi Trẻ', section: null, credits: ['V.D'] },
};

const folder = path.join(process.env.SHARED_DIR ?? path.resolve('../shared'), 'corpus/extraction');
const list = path.join(folder, 'truth.jsonl');
const pages = existsSync(list)
  ? readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"corpus": "vietnam"'))
      .map((line) => JSON.parse(line) as Truth)
  : [];

describe.skipIf(pages.length === 0)(`saved pages of the press (skipped when ${list} is missing)`, () => {
  it.each(pages)('$id', (truth) => {
    const html = gunzipSync(readFileSync(path.join(folder, truth.file))).toString('utf8');
    const capture = captureHtml(html, truth.url);
    expect(breaches(capture)).toEqual([]);
    const actual = actualOf(capture);
    expect(actual.isArticle).toBe(truth.type === 'article');
    if (truth.type !== 'article') return;
    // The paper prints the name in capitals, which are kept; a script of the page got into one annotation.
    const body = (truth.body ?? '').split('\n').filter((text) => text && !text.startsWith('try{'));
    // The bold first paragraph of the mobile page is the lead of the other; the corpus leaves it out.
    const lead = truth.lead || pages.find(({ id }) => id === truth.id.replace('-mobile', ''))?.lead;
    expect(actual).toMatchObject({
      title: truth.title,
      lead,
      published: truth.datetime,
      ...SEEN[truth.id],
    });
    expect(actual.authors?.map(bare)).toEqual(truth.authors?.map(bare));
    expect(actual.blocks.filter(({ type }) => type === 'paragraph').map(({ text }) => text)).toEqual(
      body.filter((text) => text !== lead).map((text) => text.normalize('NFC')),
    );
  });
});
