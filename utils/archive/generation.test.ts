import { beforeEach, describe, expect, it } from 'vitest';
import { CURRENT_CODER } from '@/utils/db/blind';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { ensureFirstUse, isBegun, readAtWork } from './first-use';
import { isReplaced, witnessOf } from './generation';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';

const NO_WISHES = { byHand: {}, tags: [], collections: [] };
const NAMES = { project: 'Nghiên cứu', coder: 'Lan', initials: 'L' };

let context: ArchiveContext;

beforeEach(async () => {
  context = await testArchive();
});

describe('the witness of an archive', () => {
  it('keeps its name while articles come, and tells how many there are', async () => {
    const before = await witnessOf(context);
    expect(before.articles).toBe(0);
    await saveArticle(context, makeCapture(), null, [SAMPLE_URL], NO_WISHES);
    await saveArticle(context, makeCapture(), null, [`${SAMPLE_URL}?b`], NO_WISHES);
    expect(await witnessOf(context)).toEqual({ generation: before.generation, articles: 2 });
  });

  it('knows of an article that is not numbered yet', async () => {
    await saveArticle(context, makeCapture(), null, [SAMPLE_URL], NO_WISHES);
    await context.db.docs.clear();
    expect((await witnessOf(context)).articles).toBe(1);
  });

  it('is not the one of an archive that was made anew', async () => {
    await saveArticle(context, makeCapture(), null, [SAMPLE_URL], NO_WISHES);
    const [before, other] = [
      await witnessOf(context),
      await witnessOf(await testArchive({ uuid: () => 'other' })),
    ];
    expect(isReplaced(before, other)).toBe(true);
    expect(isReplaced(before, await witnessOf(context))).toBe(false);
    expect(isReplaced({ ...before, articles: 0 }, other)).toBe(false);
  });
});

describe('the first use', () => {
  it('is over once project, coder and both choices are there', async () => {
    expect(await isBegun(context)).toBe(true);
    await context.db.settings.delete(CURRENT_CODER);
    expect(await isBegun(context)).toBe(false);
    await ensureFirstUse(context, NAMES);
    expect(await isBegun(context)).toBe(true);
  });

  it('is not over while who was chosen is gone', async () => {
    await context.db.settings.put({ key: CURRENT_CODER, value: 'nobody' });
    expect(await isBegun(context)).toBe(false);
    await ensureFirstUse(context, NAMES);
    expect((await readAtWork(context)).coder).toBe(context.device);
    expect(await isBegun(context)).toBe(true);
  });
});
