/** Sketches of articles: one for the latest version of each. What an article was alike to before is forgotten. */
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

/**
 * A deriver: runs inside the transaction that brings up what is derived. An article with another text, or of another outlet, than
 * its sketch waits for a new one, which `pair-stories.ts` makes afterwards: nobody who saves waits for it.
 */
export async function sketchArticles(
  db: PressmarkDatabase,
  articles: readonly DerivedEntry[],
): Promise<void> {
  const known = articles.filter(({ isNew }) => !isNew);
  const numbers = [...new Set(known.map(({ doc }) => doc >>> CHUNK_BITS))];
  const chunks = await db.sketches.bulkGet(numbers);
  const written: SketchChunk[] = [];
  const waiting = articles.flatMap(({ doc, isNew }) => (isNew ? [doc] : []));
  const gone: number[] = [];
  const forgotten: string[] = [];
  for (const [n, number] of numbers.entries()) {
    const entries = new Map(
      unpackSketches(chunks[n]?.bytes ?? new Uint8Array()).map((one) => [one.doc, one]),
    );
    const { size } = entries;
    for (const { id, doc, article } of known) {
      if (doc >>> CHUNK_BITS !== number) continue;
      const before = entries.get(doc);
      if (article && before && isOf(before, article)) continue;
      if (before) forgotten.push(id);
      entries.delete(doc);
      if (article) waiting.push(doc);
      else gone.push(doc);
    }
    if (entries.size < size) written.push({ chunk: number, bytes: packSketches([...entries.values()]) });
  }
  await Promise.all([
    db.unpaired.bulkPut(waiting.map((doc) => ({ doc }))),
    db.unpaired.bulkDelete(gone),
    db.sketches.bulkPut(written),
    forgotten.length > 0 && db.reprints.where('articleIds').anyOf(forgotten).delete(),
  ]);
}

/** Is it a sketch of the article's latest text, in its outlet? */
export function isOf({ version, outlet }: SketchEntry, article: Article): boolean {
  return version === versionMark(article.latestVersionId) && outlet === outletMark(outletOf(article));
}

/** @param shingles of its latest version */
export function sketchOfArticle(doc: number, article: Article, shingles: Shingles): SketchEntry {
  const minima = sketchOf(shingles);
  return {
    doc,
    version: versionMark(article.latestVersionId),
    outlet: outletMark(outletOf(article)),
    shingles: minima ? shingles.all.length : 0,
    minima: minima ?? new Uint8Array(MINIMA),
  };
}
