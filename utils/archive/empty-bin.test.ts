import { expect, test } from 'vitest';
import { testArchive } from '@/utils/testing/archive-context';
import { EVERY_ACT, type World } from '@/utils/testing/every-act';
import { chanceOf } from '@/utils/testing/random';
import { setArticleState } from './edit-articles';
import { binContents, emptyBin } from './empty-bin';
import { undo } from './journal';

test('what emptying the bin takes is said before, and is what it took', async () => {
  const world: World = { context: await testArchive(), chance: chanceOf(7) };
  const { db } = world.context;
  await EVERY_ACT.journalSaved!(world);
  await EVERY_ACT.journalHighlighted!(world);
  await EVERY_ACT.journalHighlighted!(world);
  await EVERY_ACT.journalHighlighted!(world);
  await undo(world.context);
  const [article] = await db.articles.toArray();
  await setArticleState(world.context, [article!.id], 'bin');
  // A highlight that was taken back is no loss.
  expect(await binContents(db, [article!.id])).toEqual({
    articles: 1,
    versions: 1,
    annotations: 2,
    pictures: 0,
  });
  expect(await emptyBin(world.context, [article!.id])).toBe(1);
  expect(await binContents(db, [article!.id])).toMatchObject({ versions: 0, annotations: 0 });
});
