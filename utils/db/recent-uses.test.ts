import { expect, test } from 'vitest';
import { CURRENT_CODER } from './blind';
import { testArchive } from '@/utils/testing/archive-context';
import { buildArchive } from '@/utils/testing/builders';
import type { Code, Coding } from './records';
import { recentUses } from './recent-uses';
import { undoLabels } from './undo-labels';
import { watch } from './watch';

const time = (minute: number) => `2026-06-01T00:${String(minute).padStart(2, '0')}:00.000Z`;

function coding(n: number, codeId: string, createdAt: string, more: Partial<Coding> = {}): Coding {
  return {
    id: `k${n}`,
    codeId,
    targetType: 'article',
    targetId: `a${n}`,
    articleId: `a${n}`,
    coderId: 'me',
    value: null,
    memo: '',
    createdAt,
    touched: {},
    ...more,
  };
}

/** An archive whose codebook has these codes. */
async function codebook(...ids: string[]) {
  const { db } = await testArchive();
  await db.codes.bulkPut(ids.map((id) => ({ id, projectId: 'p1', name: id, folded: id }) as Code));
  return db;
}

test('each code has its last use; one act on many articles does not push out what was used before it', async () => {
  const db = await codebook('tone', 'source', 'all');
  await db.codings.bulkPut([
    coding(1, 'tone', time(1)),
    coding(2, 'source', time(2)),
    coding(3, 'tone', time(3)),
    ...Array.from({ length: 600 }, (_, n) => coding(10 + n, 'all', time(9))),
  ]);
  const uses = await recentUses(db, 'p1');
  expect(Object.fromEntries(uses.map(({ codeId, createdAt }) => [codeId, createdAt]))).toEqual({
    tone: time(3),
    source: time(2),
    all: time(9),
  });
});

test('what was used in another project counts there, however long this one has rested', async () => {
  const db = await codebook('tone');
  await db.codes.put({ id: 'other', projectId: 'p2', name: 'other', folded: 'other' } as Code);
  const minute = (n: number) => new Date(Date.UTC(2026, 5, 2, 0, n)).toISOString();
  await db.codings.bulkPut([
    coding(1, 'tone', time(1)),
    ...Array.from({ length: 300 }, (_, n) => coding(10 + n, 'other', minute(n))),
  ]);
  expect(await recentUses(db, 'p1')).toEqual([{ codeId: 'tone', createdAt: time(1) }]);
  expect(await recentUses(db, 'p2')).toEqual([{ codeId: 'other', createdAt: minute(299) }]);
});

test('what is gone, or hidden while blind work is on, was not used', async () => {
  const db = await codebook('tone', 'source');
  await db.codings.bulkPut([
    coding(1, 'tone', time(1)),
    coding(2, 'tone', time(5), { deletedAt: time(6) }),
    coding(3, 'source', time(4), { coderId: 'other' }),
  ]);
  const tone = { codeId: 'tone', createdAt: time(1) };
  const source = { codeId: 'source', createdAt: time(4) };
  expect(await recentUses(db, 'p1')).toEqual(expect.arrayContaining([tone, source]));
  await db.settings.put({ key: CURRENT_CODER, value: 'me' });
  const { samples } = await buildArchive(13);
  await db.samples.put({
    ...samples[0]!,
    isBlind: true,
    articleIds: ['a3'],
    coderIds: ['me', 'other'],
  });
  expect(await recentUses(db, 'p1')).toEqual([tone]);
});

test('the labels of undo and redo are those of the last act and of the first one taken back, and are followed', async () => {
  const { db } = await testArchive();
  await db.journal.clear();
  const act = (label: string) => ({ label, at: time(1), changes: [], undone: 0 as const });
  const heard: Awaited<ReturnType<typeof undoLabels>>[] = [];
  const last = async (expected: object) => {
    await expect.poll(() => heard.at(-1)).toEqual(expected);
  };
  const stop = watch(
    () => undoLabels(db),
    (labels) => heard.push(labels),
    (error) => {
      throw error;
    },
  );
  await last({ undo: null, redo: null });
  for (const label of ['zzz', 'journalTagged', 'aaa']) await db.journal.add(act(label));
  await last({ undo: 'aaa', redo: null });
  const [second, third] = (await db.journal.toCollection().primaryKeys()).slice(1);
  await db.journal.update(third!, { undone: 1 });
  await db.journal.update(second!, { undone: 1 });
  await last({ undo: 'zzz', redo: 'journalTagged' });
  await db.journal.where('undone').equals(1).delete();
  await last({ undo: 'zzz', redo: null });
  stop();
});
