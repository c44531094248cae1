/**
 * What the coder at this device may see. Promise: on an article of a blind sample nobody sees what another has done until
 * all of its coders are done with it. Every query that reads codings, highlights or memos of people passes them through
 * `sees`, so that no view can show what it was not given. Exports do not: a file holds everything.
 */
import type { PressmarkDatabase } from './schema';
import type { Sample } from './records';

/** Key in `settings`: who codes at this device. Not exported. */
export const CURRENT_CODER = 'coder';

/** What `sightOf` reads: a transaction that asks it must span them. */
export const SIGHT_TABLES = ['settings', 'projects', 'samples', 'completions', 'coders'] as const;

export interface Sight {
  /** Who looks; '' before the first start. */
  coderId: string;
  sees: (row: { articleId: string; coderId: string }) => boolean;
  /** Articles on which others' work is still hidden. */
  closed: ReadonlySet<string>;
}

/** Of one article, or of all. */
export async function sightOf(db: PressmarkDatabase, articleId?: string): Promise<Sight> {
  const [current, samples] = await Promise.all([
    db.settings.get(CURRENT_CODER),
    articleId === undefined
      ? db.samples.toArray()
      : db.samples.where('articleIds').equals(articleId).toArray(),
  ]);
  const coderId = typeof current?.value === 'string' ? current.value : '';
  const blind = await blindAmong(db, samples);
  const closed = new Set<string>();
  if (blind.length > 0) {
    const removed = new Set(
      (await db.coders.toArray()).filter(({ deletedAt }) => deletedAt).map(({ id }) => id),
    );
    for (const sample of blind)
      for (const id of await unfinishedIn(db, sample, removed, articleId)) closed.add(id);
  }
  return { coderId, closed, sees: (row) => row.coderId === coderId || !closed.has(row.articleId) };
}

/** Blind whichever project is at work; those of a removed project can no longer be finished, and hide nothing. */
async function blindAmong(db: PressmarkDatabase, samples: Sample[]): Promise<Sample[]> {
  const blind = samples.filter((sample) => sample.isBlind && !sample.deletedAt);
  if (blind.length === 0) return blind;
  const projects = await db.projects.toArray();
  const removed = new Set(projects.filter(({ deletedAt }) => deletedAt).map(({ id }) => id));
  return blind.filter(({ projectId }) => !removed.has(projectId));
}

/** Articles of a sample with which not all of its coders are done. One who was removed is not waited for. */
async function unfinishedIn(
  db: PressmarkDatabase,
  sample: Sample,
  removed: ReadonlySet<string>,
  articleId?: string,
): Promise<string[]> {
  const coders = sample.coderIds.filter((id) => !removed.has(id));
  if (coders.length < 2) return [];
  const done = new Set(
    (await db.completions.where('sampleId').equals(sample.id).toArray())
      .filter(({ deletedAt }) => !deletedAt)
      .map(({ articleId: article, coderId }) => `${article}:${coderId}`),
  );
  const articles = articleId === undefined ? sample.articleIds : [articleId];
  return articles.filter((article) => !coders.every((coder) => done.has(`${article}:${coder}`)));
}

/** Blind samples that are not finished, by name: the export says so. */
export async function unfinishedBlindWork(db: PressmarkDatabase): Promise<{ name: string; left: number }[]> {
  const samples = await blindAmong(db, await db.samples.toArray());
  const removed = new Set(
    (await db.coders.toArray()).filter(({ deletedAt }) => deletedAt).map(({ id }) => id),
  );
  const found = await Promise.all(
    samples.map(async (sample) => ({
      name: sample.name,
      left: (await unfinishedIn(db, sample, removed)).length,
    })),
  );
  return found.filter(({ left }) => left > 0);
}
