import { describe, expect, it } from 'vitest';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { addCoding, commentAnnotation, createAnnotation, removeAnnotation, removeCoding } from './annotate';
import { editCode } from './edit-codes';
import { createCollection, removeCollection, renameCollection } from './collections';
import { collectArticles, editArticle, setArticleState, tagArticles, untagArticles } from './edit-articles';
import { redo, undo } from './journal';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';

/** Seeded, so that a failure can be looked at again (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function withoutTimes(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, member: unknown) => (key === 'touched' ? undefined : member)),
  );
}

async function randomAct(
  context: ArchiveContext,
  random: () => number,
  articleId: string,
  versionId: string,
) {
  const pick = <T>(items: T[]): T | undefined => items[Math.floor(random() * items.length)];
  const { db } = context;
  const version = (await db.versions.get(versionId))!;
  const annotations = (await db.annotations.toArray()).filter((row) => !row.deletedAt);
  const codes = (await db.codes.toArray()).filter((row) => !row.deletedAt);
  const collections = (await db.collections.toArray()).filter((row) => !row.deletedAt);
  const annotation = pick(annotations);
  const code = pick(codes);
  const collection = pick(collections);
  const name = `Mã ${Math.floor(random() * 12)}`;
  switch (Math.floor(random() * 12)) {
    case 0:
    case 1: {
      const block = pick(version.blocks)!;
      const part = { blockId: block.id, start: block.start, end: block.start + 4 };
      const quote = { exact: version.text.slice(part.start, part.end), prefix: '', suffix: '' };
      return createAnnotation(context, {
        articleId,
        versionId,
        parts: [part],
        quote,
        comment: '',
        codeIds: code ? [code.id] : [],
        newTags: random() < 0.5 ? [name] : [],
        origin: 'saved',
      });
    }
    case 2:
      return annotation && removeAnnotation(context, annotation.id);
    case 3:
      return annotation && commentAnnotation(context, annotation.id, `ghi chú ${random()}`);
    case 4:
      return annotation && addCoding(context, annotation.id, { newTag: name });
    case 5:
      return annotation && code && removeCoding(context, annotation.id, code.id);
    case 6:
      return tagArticles(context, [articleId], name);
    case 7:
      return code && untagArticles(context, [articleId], code.id);
    case 8:
      return setArticleState(context, [articleId], pick(['inbox', 'kept', 'bin'] as const)!);
    case 9:
      return editArticle(
        context,
        articleId,
        { title: `Tít ${random()}`, authors: ['A'] },
        random() < 0.3 ? ['lead'] : [],
      );
    case 10:
      if (!collection || random() < 0.4)
        return createCollection(context, `Bộ ${random()}`, collection?.id ?? null);
      if (random() < 0.3) return removeCollection(context, collection.id);
      return random() < 0.5
        ? renameCollection(context, collection.id, `Bộ ${random()}`)
        : collectArticles(context, [articleId], collection.id, random() < 0.7);
    default:
      return code && editCode(context, code.id, { colour: '#123456', name: `Mã riêng ${random()}` });
  }
}

describe('undo and redo', () => {
  it.each([1, 2, 3])(
    '500 random acts, all taken back and done again, seed %i',
    { timeout: 120_000 },
    async (seed) => {
      const context = await testArchive();
      const random = randomOf(seed);
      const { articleId, versionId } = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], {
        byHand: {},
        tags: [],
        collections: [],
      });
      await context.db.journal.clear();
      const leaveOut = ['journal', 'ledger'];
      const start = withoutTimes(await snapshot(context, leaveOut));
      for (let act = 0; act < 500; act += 1) await randomAct(context, random, articleId, versionId);
      const end = withoutTimes(await snapshot(context, leaveOut));

      while ((await undo(context)).did) {
        // until nothing is left to take back
      }
      expect(withoutTimes(await snapshot(context, leaveOut))).toEqual(start);
      while ((await redo(context)).did) {
        // until nothing is left to do again
      }
      expect(withoutTimes(await snapshot(context, leaveOut))).toEqual(end);
    },
  );

  it('a new act forgets what could be done again', async () => {
    const context = await testArchive();
    const { articleId } = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], {
      byHand: {},
      tags: [],
      collections: [],
    });
    await tagArticles(context, [articleId], 'Một');
    await undo(context);
    await tagArticles(context, [articleId], 'Hai');
    expect(await redo(context)).toMatchObject({ did: null });
    expect((await context.db.codes.toArray()).map((code) => code.name)).toEqual(['Hai']);
  });
});
