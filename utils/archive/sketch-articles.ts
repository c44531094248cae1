/** Keeps the sketches of articles up: one for the latest version of each. What an article was alike to before is forgotten. */
import { foldMarks } from '@/utils/text/fold';
import {
  CHUNK_BITS,
  outletMark,
  packSketches,
  unpackSketches,
  versionMark,
  type SketchEntry,
} from '@/utils/search/sketch-chunk';
import { MINIMA, shinglesOf, sketchOf, type Shingles } from '@/utils/search/sketch';
import type { SketchChunk } from '@/utils/db/derived';
import type { Article, Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import type { DerivedEntry } from './derived-entry';

/** The paragraphs of a version that tell the story: an outlet's headline and captions are its own. */
export function shinglesOfVersion({ text, blocks }: Pick<Version, 'text' | 'blocks'>): Shingles {
  const telling = blocks.filter(({ type }) => type !== 'title' && type !== 'caption' && type !== 'embed');
  return shinglesOf(telling.map(({ start, end }) => text.slice(start, end)));
}

/** Where an article was printed: the host of its address, empty for one entered by hand without. */
export function hostOf({ url }: Pick<Article, 'url'>): string {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|amp)\./, '') : '';
}

/** One outlet has one name, with whatever marks and case; one that has no name is its host. */
export function outletOf(article: Pick<Article, 'url' | 'shown'>): string {
  return foldMarks(article.shown.outlet ?? '').trim() || hostOf(article);
}

type Wanted = { is: 'same' } | { is: 'gone' } | { is: 'new'; version: Version };

/** A deriver: runs inside the transaction that brings up what is derived. What did not change costs a look. */
export async function sketchArticles(
  db: PressmarkDatabase,
  articles: readonly DerivedEntry[],
): Promise<void> {
  const numbers = [...new Set(articles.map(({ doc }) => doc >>> CHUNK_BITS))];
  const chunks = await db.sketches.bulkGet(numbers);
  const before = new Map<number, SketchEntry>();
  for (const chunk of chunks)
    for (const entry of unpackSketches(chunk?.bytes ?? new Uint8Array())) before.set(entry.doc, entry);
  // All at once: a transaction does not outlive a hundred waits in a row.
  const wanted = await Promise.all(articles.map((one) => wantedOf(one, before.get(one.doc))));

  const written: SketchChunk[] = [];
  for (const [n, number] of numbers.entries()) {
    const known = chunks[n];
    const waiting = new Set(known?.waiting);
    const entries = new Map([...before].filter(([doc]) => doc >>> CHUNK_BITS === number));
    let isChanged = false;
    for (const [place, { doc, article }] of articles.entries()) {
      const what = wanted[place]!;
      if (doc >>> CHUNK_BITS !== number || what.is === 'same') continue;
      isChanged = true;
      waiting.delete(doc);
      entries.delete(doc);
      if (what.is === 'gone' || !article) continue;
      const entry = sketched(doc, article, what.version);
      entries.set(doc, entry);
      if (entry.shingles > 0) waiting.add(doc);
    }
    if (isChanged)
      written.push({
        chunk: number,
        bytes: packSketches([...entries.values()]),
        waiting: [...waiting],
        isWaiting: waiting.size > 0 ? 1 : 0,
      });
  }
  if (written.length > 0) await db.sketches.bulkPut(written);
  const forgotten = articles.filter(({ doc }, n) => wanted[n]!.is !== 'same' && before.has(doc));
  if (forgotten.length > 0)
    await db.reprints
      .where('articleIds')
      .anyOf(forgotten.map(({ id }) => id))
      .delete();
}

async function wantedOf(
  { article, version }: DerivedEntry,
  before: SketchEntry | undefined,
): Promise<Wanted> {
  if (!article) return { is: before ? 'gone' : 'same' };
  if (
    before?.version === versionMark(article.latestVersionId) &&
    before.outlet === outletMark(outletOf(article))
  )
    return { is: 'same' };
  const latest = await version();
  return latest ? { is: 'new', version: latest } : { is: before ? 'gone' : 'same' };
}

function sketched(doc: number, article: Article, version: Version): SketchEntry {
  const shingles = shinglesOfVersion(version);
  const minima = sketchOf(shingles);
  return {
    doc,
    version: versionMark(version.id),
    outlet: outletMark(outletOf(article)),
    shingles: minima ? shingles.all.length : 0,
    minima: minima ?? new Uint8Array(MINIMA),
  };
}
