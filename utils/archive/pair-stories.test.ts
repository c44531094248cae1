/** One story in several outlets: found as articles are saved, and no longer said once it is not so. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { reprintsOf } from '@/utils/db/reprints';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture } from '@/utils/testing/captures';
import { chanceOf } from '@/utils/testing/random';
import { storyMaker, type Story } from '@/utils/testing/stories';
import { decodeChunk } from '@/utils/search/catalogue-chunk';
import { catchUp, markAll } from './derive';
import { editArticle, setArticleState } from './edit-articles';
import { emptyBin } from './empty-bin';
import { judgeStory } from './judge-story';
import { undo } from './journal';
import { pairStories } from './pair-stories';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';

const make = storyMaker(chanceOf(11));
const story = make.story(220);
const copy = make.rewrite(story, 0.85);
const other = make.story(220);

async function save(context: ArchiveContext, outlet: string, name: string, told: Story): Promise<string> {
  const url = `https://${outlet}.example/${name}.html`;
  const capture = makeCapture({ url, ...told });
  capture.metadata.outlet = { value: outlet, state: 'found', source: 'test' };
  const wishes = { byHand: {}, tags: [], collections: [] };
  return (await saveArticle(context, capture, null, [url], wishes)).articleId;
}

/** As the background does after each act. The catalogue then knows which articles are elsewhere, too. */
async function settle(context: ArchiveContext): Promise<number> {
  await catchUp(context);
  const found = await pairStories(context);
  const entries = decodeChunk((await context.db.catalogue.get(0))!.bytes).filter(
    (entry) => entry !== undefined,
  );
  const told = await Promise.all(entries.map(async ({ id }) => (await others(context, id)).length > 0));
  expect(entries.map(({ isElsewhere }) => isElsewhere)).toEqual(told);
  return found;
}

const others = async ({ db }: ArchiveContext, id: string) =>
  (await reprintsOf(db, id)).others.map(({ articleId }) => articleId);

async function twoOutlets() {
  const context = await testArchive();
  const one = await save(context, 'song', 'a', story);
  await save(context, 'song', 'b', other);
  const two = await save(context, 'cat', 'a', copy);
  await settle(context);
  return { context, one, two };
}

describe('the same story elsewhere', () => {
  it('is found from either side, and only there', async () => {
    const { context, one, two } = await twoOutlets();
    expect(await others(context, one)).toEqual([two]);
    expect(await others(context, two)).toEqual([one]);
    const [found] = (await reprintsOf(context.db, one)).others;
    expect(found).toMatchObject({ outlet: 'cat', title: copy.title, published: '2026-03-05T06:55:00+07:00' });
    expect(found!.share).toBeGreaterThan(0.5);
    expect(await pairStories(context)).toBe(0);
  });

  it('is not the same outlet at another address, nor an own older version', async () => {
    const context = await testArchive();
    const one = await save(context, 'song', 'a', story);
    await save(context, 'song', 'again', copy);
    await save(context, 'song', 'a', { ...story, lead: 'Bản sửa.' });
    await settle(context);
    expect(await others(context, one)).toEqual([]);
    expect(await context.db.reprints.count()).toBe(0);
  });

  it('is left out while it lies in the bin, and for good when the bin was emptied', async () => {
    const { context, one, two } = await twoOutlets();
    await setArticleState(context, [two], 'bin');
    expect([await others(context, one), await others(context, two)]).toEqual([[], []]);
    await setArticleState(context, [two], 'inbox');
    await settle(context);
    expect(await others(context, one)).toEqual([two]);
    await setArticleState(context, [two], 'bin');
    await emptyBin(context, [two]);
    await settle(context);
    expect(await others(context, one)).toEqual([]);
    expect(await context.db.reprints.count()).toBe(0);
  });

  it('goes by the latest version, also by one that undo brings back', async () => {
    const { context, one, two } = await twoOutlets();
    await save(context, 'cat', 'a', other);
    expect(await others(context, one)).toEqual([]);
    await settle(context);
    expect(await others(context, one)).toEqual([]);
    await undo(context);
    await settle(context);
    expect(await others(context, one)).toEqual([two]);
  });

  it('follows an outlet that was set by hand', async () => {
    const context = await testArchive();
    const one = await save(context, 'song', 'a', story);
    await save(context, 'cat', 'a', copy);
    await editArticle(context, one, { outlet: 'Báo Khác' });
    await settle(context);
    expect(await others(context, one)).toHaveLength(1);
    await editArticle(context, one, { outlet: 'cat' });
    await settle(context);
    expect(await others(context, one)).toEqual([]);
  });

  it('can be ruled out by a person, from either side, kept, taken back and undone', async () => {
    const { context, one, two } = await twoOutlets();
    await judgeStory(context, one, two, false);
    await settle(context);
    for (const [mine, theirs] of [
      [one, two],
      [two, one],
    ] as const) {
      const { others: left, dismissed } = await reprintsOf(context.db, mine);
      expect([left, dismissed.map(({ articleId }) => articleId)]).toEqual([[], [theirs]]);
    }
    await judgeStory(context, two, one, true);
    expect(await others(context, one)).toEqual([two]);
    await undo(context);
    expect(await others(context, one)).toEqual([]);
    await undo(context);
    expect(await others(context, two)).toEqual([one]);
    await expect(judgeStory(context, one, one, false)).rejects.toThrow('notFound');
  });

  it('is looked for again where it was broken off, and comes out the same when made anew', async () => {
    const context = await testArchive();
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await save(context, `bao${n}`, 'a', make.rewrite(story, 0.95)));
    const stop = new AbortController();
    stop.abort();
    expect(await pairStories(context, stop.signal)).toBe(0);
    expect(await context.db.reprints.count()).toBe(0);
    await settle(context);
    const pairs = await context.db.reprints.toArray();
    expect(pairs).toHaveLength(15);
    await context.db.sketches.clear();
    await context.db.reprints.clear();
    await markAll(context);
    await settle(context);
    expect(await context.db.reprints.toArray()).toEqual(pairs);
    expect((await others(context, ids[0]!)).toSorted()).toEqual(ids.slice(1).toSorted());
  });
});
