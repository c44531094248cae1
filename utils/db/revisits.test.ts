import { expect, it } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { pageDiffersSince } from './revisits';

it('speaks of the newest version only, and of those made from it', async () => {
  const { db } = await testArchive();
  const version = (id: string, derivedFrom?: string) => ({
    id,
    articleId: 'a',
    ...(derivedFrom && { derivedFrom }),
  });
  await db.table('versions').bulkAdd([version('first'), version('corrected', 'first'), version('later')]);
  const seen = (latestVersionId: string) => pageDiffersSince(db, { id: 'a', latestVersionId });
  expect(await seen('first')).toBeNull();
  await db.revisits.add({ id: 'a', versionId: 'first', at: '2026-03-01T00:00:00.000Z' });
  expect(await seen('first')).toBe('2026-03-01T00:00:00.000Z');
  expect(await seen('corrected')).toBe('2026-03-01T00:00:00.000Z');
  expect(await seen('later')).toBeNull();
});
