/** The page side of the bench of versions: the product's own extractor and comparison in Chromium. */
import { captureDocument } from '../utils/article/capture';
import { compareVersions } from '../utils/article/versions/compare-versions';
import { isTold, type Grade } from '../utils/article/versions/types';
import type { Capture } from '../utils/article/types';
import { chanceOf } from '../utils/testing/random';
import { editPage, EDITS, type Edit } from './page-edits';
import { RENDERINGS, renderAnew } from './page-renderings';

export interface SourcePage {
  id: string;
  url: string;
  html: string;
}

export interface Judged {
  page: string;
  what: string;
  /** null: nothing may be found. */
  wanted: Grade | null;
  found: Grade | null;
  presence: string;
}

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

const captureOf = (document: Document, url: string): Capture =>
  captureDocument({
    document,
    pageUrl: url,
    now: new Date('2026-11-23T08:00:00Z'),
    extractorVersion: 'bench',
    captureId: 'bench',
  });

/** Is the page an article that can be edited in some way? */
export function isUsable(page: string): boolean {
  const { html, url } = JSON.parse(page) as SourcePage;
  const capture = captureOf(parse(html), url);
  return capture.detection.isArticle && capture.counts.paragraphs >= 3;
}

/** Edits the page as wished, or in the next way that it has room for. */
export function judgeEdit(asked: string): Judged | null {
  const { page, seed, first } = JSON.parse(asked) as { page: SourcePage; seed: number; first: number };
  const chance = chanceOf(seed);
  const base = captureOf(parse(page.html), page.url);
  for (let n = 0; n < EDITS.length; n += 1) {
    const edit: Edit = EDITS[(first + n) % EDITS.length]!;
    const document = parse(page.html);
    const wanted = editPage(document, base, edit, chance);
    if (wanted === null) continue;
    const { grade, presence } = compareVersions(base, captureOf(document, page.url));
    return { page: page.id, what: edit, wanted, found: grade, presence };
  }
  return null;
}

/** Serves the page anew in three to six ways at once. */
export function judgeRendering(asked: string): Judged {
  const { page, seed } = JSON.parse(asked) as { page: SourcePage; seed: number };
  const chance = chanceOf(seed);
  const base = captureOf(parse(page.html), page.url);
  const document = parse(page.html);
  const ways = RENDERINGS.toSorted(() => chance.next() - 0.5).slice(0, 3 + chance.below(4));
  renderAnew(document, base, ways, chance);
  const { grade, presence } = compareVersions(base, captureOf(document, page.url));
  return {
    page: page.id,
    what: ways.join(' '),
    wanted: null,
    found: isTold(grade) ? grade : null,
    presence,
  };
}

let ready: { saved: Capture; page: Document; now: Capture; url: string } | undefined;

/** Makes two editions of a page ready to be compared. @returns the letters of the text */
export function prepare(asked: string): number {
  const { before, after } = JSON.parse(asked) as { before: string; after: string };
  const url = 'https://baocuabe.example/bai-dai-41207.html';
  const page = parse(after);
  ready = { saved: captureOf(parse(before), url), page, now: captureOf(page, url), url };
  return ready.saved.text.length;
}

export function compare(): string | null {
  return compareVersions(ready!.saved, ready!.now).grade;
}

/** The whole of it: the page read again and compared. */
export function captureAndCompare(): string | null {
  return compareVersions(ready!.saved, captureOf(ready!.page, ready!.url)).grade;
}
