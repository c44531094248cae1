import { describe, expect, it } from 'vitest';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { deriveVersion } from './derive-version';
import { redo, undo } from './journal';
import { firstBrokenLedgerEntry } from './ledger';
import { saveArticle } from './save-article';

const PICTURE = {
  id: 'p0',
  url: 'https://cdn.example/a.jpg',
  alternatives: [],
  caption: null,
  credit: null,
  alt: null,
  width: null,
  height: null,
  role: 'body' as const,
};

async function savedOnce() {
  const context = await testArchive();
  const wishes = { byHand: { outlet: 'Báo Sóng Biển' }, tags: [], collections: [] };
  const capture = makeCapture({ pictures: [PICTURE] });
  const saved = await saveArticle(context, capture, '<html>', [SAMPLE_URL], wishes);
  await context.db.pictures.update(`${saved.versionId}:p0`, { outcome: 'kept', blobSha: 'ab', attempts: 1 });
  return { context, saved };
}

const corrected = () => ({
  ...makeCapture({ paragraphs: ['Biển lặng, gió nhẹ.'], pictures: [PICTURE] }),
  extractor: 'hand/1',
});

describe('deriveVersion', () => {
  it('adds a version that names its source and keeps when and where the page was met', async () => {
    const { context, saved } = await savedOnce();
    const made = await deriveVersion(context, saved.versionId, corrected(), 'corrected');
    const [source, version] = await Promise.all([
      context.db.versions.get(saved.versionId),
      context.db.versions.get(made.versionId),
    ]);
    expect(version).toMatchObject({
      derivedFrom: saved.versionId,
      rawSha: source!.rawSha,
      circumstances: { ...source!.circumstances, extractor: 'hand/1' },
    });
    expect(await context.db.articles.get(saved.articleId)).toMatchObject({
      latestVersionId: made.versionId,
      versionCount: 2,
      shown: { outlet: 'Báo Sóng Biển' },
    });
    expect((await context.db.ledger.toArray()).map(({ event }) => event)).toEqual(['captured', 'corrected']);
    expect(await firstBrokenLedgerEntry(context)).toBeNull();
  });

  it('takes over pictures that are kept', async () => {
    const { context, saved } = await savedOnce();
    const { versionId } = await deriveVersion(context, saved.versionId, corrected(), 'corrected');
    expect(await context.db.pictures.get(`${versionId}:p0`)).toMatchObject({
      outcome: 'kept',
      blobSha: 'ab',
    });
  });

  it('is undone and redone; the row of the version stays', async () => {
    const { context, saved } = await savedOnce();
    const { versionId } = await deriveVersion(context, saved.versionId, corrected(), 'corrected');
    await undo(context);
    expect(await context.db.articles.get(saved.articleId)).toMatchObject({
      latestVersionId: saved.versionId,
      withdrawn: [versionId],
    });
    expect(await context.db.versions.get(versionId)).toBeDefined();
    await redo(context);
    expect(await context.db.articles.get(saved.articleId)).toMatchObject({ latestVersionId: versionId });
  });

  it('refuses a copy that differs in nothing, and one without text, and leaves all as it was', async () => {
    const { context, saved } = await savedOnce();
    const before = await snapshot(context);
    const same = makeCapture({ pictures: [PICTURE] });
    await expect(deriveVersion(context, saved.versionId, same, 'extractedAgain')).rejects.toMatchObject({
      code: 'badRequest',
    });
    const empty = { ...same, text: '', blocks: [] };
    await expect(deriveVersion(context, saved.versionId, empty, 'corrected')).rejects.toMatchObject({
      code: 'emptyArticle',
    });
    await expect(deriveVersion(context, 'no-such', corrected(), 'corrected')).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await snapshot(context)).toEqual(before);
  });
});
