import type { Tables } from '@/utils/db/records';
import type { Chance } from './random';

type Rows = { [T in 'articles' | 'collections' | 'coders' | 'samples' | 'completions']: Tables[T][] };

/** A blind sample of a third of the articles for both coders; the first of them is done with half of it. */
export function addSample(rows: Rows, chance: Chance, now: () => string, projectId: string): void {
  const createdAt = now();
  const articleIds = rows.articles.map(({ id }) => id).slice(0, Math.ceil(rows.articles.length / 3));
  const sampleId = chance.uuid();
  rows.samples.push({
    id: sampleId,
    projectId,
    name: 'Mẫu tháng Ba',
    design: {
      method: 'pressmark-sample/1',
      seed: String(chance.below(1e6)),
      frame: chance.pick([
        { kind: 'all' },
        { kind: 'collection', collectionId: rows.collections[0]!.id },
        { kind: 'filter', words: 'ngư dân' },
      ] as const),
      frameSize: rows.articles.length,
      frameSha: '0'.repeat(64),
      strataBy: ['outlet'],
      allocation: 'proportional',
      size: articleIds.length,
      strata: [{ values: ['Báo Sóng Biển'], inFrame: rows.articles.length, drawn: articleIds.length }],
    },
    articleIds,
    coderIds: rows.coders.map(({ id }) => id),
    isBlind: true,
    createdAt,
    touched: { name: createdAt, coderIds: createdAt },
  });
  for (const articleId of articleIds.slice(0, Math.ceil(articleIds.length / 2))) {
    const coderId = rows.coders[0]!.id;
    const finishedAt = now();
    rows.completions.push({
      id: `${sampleId}:${articleId}:${coderId}`,
      sampleId,
      articleId,
      coderId,
      finishedAt,
      createdAt: finishedAt,
      touched: { finishedAt },
    });
  }
}

/** Two searches that were kept, one of them taken away again. */
export function addSearches(
  rows: { searches: Tables['searches'][] },
  chance: Chance,
  now: () => string,
  projectId: string,
): void {
  for (const [order, query] of ['"rừng dương" after:2025', 'phú quý outlet:"Báo Sóng Biển"'].entries()) {
    const createdAt = now();
    rows.searches.push({
      id: chance.uuid(),
      projectId,
      name: `Tìm ${order + 1}`,
      query,
      sort: 'published',
      order,
      createdAt,
      touched: { name: createdAt, query: createdAt },
      ...(order === 1 && { deletedAt: now() }),
    });
  }
}
