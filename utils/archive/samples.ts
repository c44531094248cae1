/**
 * Samples: drawn once, cited for good. Promise: what was drawn, from what and how is never changed; name, coders and
 * blindness may be, and everything can be undone.
 */
import { drawSample, type DrawWish } from '@/utils/annotation/draw-sample';
import type { Completion, Sample, SampleDesign } from '@/utils/db/records';
import { utcIso } from './clock';
import { codeName } from './codes';
import { coderOf, projectOf } from './first-use';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

export interface NewSample extends DrawWish {
  name: string;
  /** `filter`: `articleIds` as the library shows them now. */
  frame:
    | { kind: 'all' }
    | { kind: 'collection'; collectionId: string }
    | { kind: 'filter'; words: string; articleIds: string[] };
  coderIds: string[];
  isBlind: boolean;
}

const LONGEST_SEED = 100;

async function assertCoders(context: ArchiveContext, coderIds: string[]): Promise<string[]> {
  const ids = [...new Set(coderIds)];
  if (ids.length === 0) throw new ArchiveError('badRequest', 'no coder');
  const coders = await context.db.coders.bulkGet(ids);
  if (coders.some((coder) => !coder || coder.deletedAt)) throw new ArchiveError('notFound', 'coder');
  return ids;
}

async function sampleOf(context: ArchiveContext, sampleId: string): Promise<Sample> {
  const sample = await context.db.samples.get(sampleId);
  if (!sample || sample.deletedAt) throw new ArchiveError('notFound', sampleId);
  return sample;
}

/** The articles that may be drawn: those in the archive, the bin left out. */
async function frameOf(context: ArchiveContext, frame: NewSample['frame']) {
  const { articles } = context.db;
  const rows =
    frame.kind === 'filter'
      ? await articles.bulkGet([...new Set(frame.articleIds)])
      : frame.kind === 'collection'
        ? await articles.where('collections').equals(frame.collectionId).toArray()
        : await articles.toArray();
  return rows.flatMap((article) =>
    article && !article.deletedAt && !article.mergedInto && article.state !== 'bin'
      ? [{ id: article.id, ...article.shown }]
      : [],
  );
}

/**
 * Draws a sample and keeps it with all that is needed to draw it again.
 * @throws ArchiveError emptyFrame when nothing can be drawn; notFound (coder), badRequest (no name, no coder, no size)
 */
export function drawNewSample(context: ArchiveContext, wish: NewSample): Promise<string> {
  return journaled(context, 'journalSampleDrawn', ['samples', 'articles', 'coders'], async (journal) => {
    const name = codeName(wish.name);
    const seed = wish.seed.normalize('NFC').trim().slice(0, LONGEST_SEED);
    if (!seed || wish.size < 1) throw new ArchiveError('badRequest', 'seed or size');
    const coderIds = await assertCoders(context, wish.coderIds);
    const { articleIds, strata, frameSize, frameSha } = drawSample(await frameOf(context, wish.frame), {
      ...wish,
      seed,
    });
    if (articleIds.length === 0) throw new ArchiveError('emptyFrame');
    const frame: SampleDesign['frame'] =
      wish.frame.kind === 'filter' ? { kind: 'filter', words: wish.frame.words } : wish.frame;
    const id = context.uuid();
    await journal.put<Sample>('samples', {
      id,
      projectId: projectOf(context),
      name,
      design: {
        method: 'pressmark-sample/1',
        seed,
        frame,
        frameSize,
        frameSha,
        strataBy: [...wish.strataBy],
        allocation: wish.allocation,
        size: wish.size,
        strata,
      },
      articleIds,
      coderIds,
      isBlind: wish.isBlind && coderIds.length > 1,
      createdAt: utcIso(context.now()),
      touched: {},
    });
    return id;
  });
}

/** @throws ArchiveError notFound, badRequest (no name, no coder left) */
export async function editSample(
  context: ArchiveContext,
  sampleId: string,
  patch: { name?: string; coderIds?: string[]; isBlind?: boolean },
): Promise<void> {
  await journaled(context, 'journalSampleEdited', ['samples', 'coders'], async (journal) => {
    const sample = await sampleOf(context, sampleId);
    await journal.put<Sample>('samples', {
      ...sample,
      name: patch.name === undefined ? sample.name : codeName(patch.name),
      coderIds: patch.coderIds ? await assertCoders(context, patch.coderIds) : sample.coderIds,
      isBlind: patch.isBlind ?? sample.isBlind,
    });
  });
}

/** Removes the queue. Codings and highlights stay, and what was hidden for its sake is shown. */
export async function removeSample(context: ArchiveContext, sampleId: string): Promise<void> {
  await journaled(context, 'journalSampleRemoved', ['samples'], async (journal) => {
    const sample = await sampleOf(context, sampleId);
    await journal.put<Sample>('samples', { ...sample, deletedAt: utcIso(context.now()) });
  });
}

/**
 * The coder of this device is done with an article of a sample, or is not after all. Saying it twice says it once.
 * @throws ArchiveError notFound (sample), badRequest when the article or the coder is none of the sample's
 */
export async function finishArticle(
  context: ArchiveContext,
  sampleId: string,
  articleId: string,
  isDone: boolean,
): Promise<void> {
  const label = isDone ? 'journalFinished' : 'journalUnfinished';
  await journaled(context, label, ['samples', 'completions'], async (journal) => {
    const sample = await sampleOf(context, sampleId);
    const coderId = coderOf(context);
    if (!sample.articleIds.includes(articleId) || !sample.coderIds.includes(coderId))
      throw new ArchiveError('badRequest', 'not of this sample');
    const id = `${sampleId}:${articleId}:${coderId}`;
    const before = await context.db.completions.get(id);
    if (Boolean(before && !before.deletedAt) === isDone) return;
    const now = utcIso(context.now());
    const row: Completion = before ?? {
      id,
      sampleId,
      articleId,
      coderId,
      finishedAt: now,
      createdAt: now,
      touched: {},
    };
    await journal.put<Completion>('completions', {
      ...row,
      ...(isDone ? { finishedAt: now, deletedAt: undefined } : { deletedAt: now }),
    });
  });
}
