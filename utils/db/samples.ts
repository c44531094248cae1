/** What the pages of coders and samples watch: who codes, how far each is, what comes next. */
import { CURRENT_CODER } from './blind';
import { projectIdAtWork } from './projects';
import type { Coder, Completion, Sample } from './records';
import type { PressmarkDatabase } from './schema';

export interface CodersNow {
  /** Those that can be chosen, in the order in which they came. */
  coders: Coder[];
  currentId: string;
}

const isLiving = (row: { deletedAt?: string }) => !row.deletedAt;
const byAge = <Row extends { createdAt: string; id: string }>(a: Row, b: Row) =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;

export async function codersNow(db: PressmarkDatabase): Promise<CodersNow> {
  const [coders, current] = await Promise.all([db.coders.toArray(), db.settings.get(CURRENT_CODER)]);
  return {
    coders: coders.filter(isLiving).toSorted(byAge),
    currentId: typeof current?.value === 'string' ? current.value : '',
  };
}

export interface SampleCoder {
  id: string;
  name: string;
  initials: string;
  colour: string;
  done: number;
}

export interface SampleNow extends Sample {
  /** Those it is assigned to, also one who was removed since. */
  coders: SampleCoder[];
  /** Articles that are still in the archive. */
  here: number;
  /** Is this device's coder one of them? */
  isMine: boolean;
}

/** Living samples of the project at work, the newest first, with the progress of each coder. */
export async function samplesNow(db: PressmarkDatabase): Promise<SampleNow[]> {
  const [projectId, samples, completions, coders, current] = await Promise.all([
    projectIdAtWork(db),
    db.samples.toArray(),
    db.completions.toArray(),
    db.coders.toArray(),
    db.settings.get(CURRENT_CODER),
  ]);
  const done = countDone(completions.filter(isLiving));
  const known = new Map(coders.map((coder) => [coder.id, coder]));
  const living = samples
    .filter((sample) => isLiving(sample) && sample.projectId === projectId)
    .toSorted((a, b) => byAge(b, a));
  return Promise.all(
    living.map(async (sample) => ({
      ...sample,
      coders: sample.coderIds.flatMap((id) => {
        const coder = known.get(id);
        if (!coder) return [];
        const { name, initials, colour } = coder;
        return [{ id, name, initials, colour, done: done.get(`${sample.id}:${id}`) ?? 0 }];
      }),
      here: (await db.articles.bulkGet(sample.articleIds)).filter((article) => article && isLiving(article))
        .length,
      isMine: sample.coderIds.includes(String(current?.value)),
    })),
  );
}

function countDone(completions: Completion[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sampleId, coderId } of completions)
    counts.set(`${sampleId}:${coderId}`, (counts.get(`${sampleId}:${coderId}`) ?? 0) + 1);
  return counts;
}

export interface QueueItem {
  articleId: string;
  title: string;
  outlet: string | null;
  published: string | null;
  language: string | null;
  isDone: boolean;
  /** Emptied from the bin, or never here: it cannot be coded. */
  isGone: boolean;
}

export interface Queue {
  sampleId: string;
  name: string;
  isBlind: boolean;
  coder: { id: string; name: string; initials: string; colour: string };
  /** In the order of the draw. */
  items: QueueItem[];
  done: number;
}

/** The queue of this device's coder. null: no such sample, or it is not this coder's, or of another project. */
export async function queueOf(db: PressmarkDatabase, sampleId: string): Promise<Queue | null> {
  const [sample, current, projectId] = await Promise.all([
    db.samples.get(sampleId),
    db.settings.get(CURRENT_CODER),
    projectIdAtWork(db),
  ]);
  const coderId = typeof current?.value === 'string' ? current.value : '';
  const coder = await db.coders.get(coderId);
  if (!sample || sample.deletedAt || sample.projectId !== projectId) return null;
  if (!coder || !sample.coderIds.includes(coderId)) return null;
  const [articles, completions] = await Promise.all([
    db.articles.bulkGet(sample.articleIds),
    db.completions.where('sampleId').equals(sampleId).toArray(),
  ]);
  const done = new Set(
    completions.filter((one) => isLiving(one) && one.coderId === coderId).map(({ articleId }) => articleId),
  );
  const items = sample.articleIds.map((articleId, n) => {
    const article = articles[n];
    return {
      articleId,
      title: article?.shown.title ?? '',
      outlet: article?.shown.outlet ?? null,
      published: article?.shown.published ?? null,
      language: article?.shown.language ?? null,
      isDone: done.has(articleId),
      isGone: !article || article.deletedAt !== undefined,
    };
  });
  return {
    sampleId,
    name: sample.name,
    isBlind: sample.isBlind,
    coder: { id: coder.id, name: coder.name, initials: coder.initials, colour: coder.colour },
    items,
    done: items.filter(({ isDone }) => isDone).length,
  };
}
