import { expect, it } from 'vitest';
import { canonicalJson } from '@/utils/text/canonical-json';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { createAnnotation } from './annotate';
import { createCode } from './edit-codes';
import { exportArchive } from './export-archive';
import { applyImport, planImport } from './import-archive';
import { mergeCodes } from './merge-codes';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';

async function exported({ db }: ArchiveContext): Promise<string> {
  const chunks: Uint8Array[] = [];
  await exportArchive(db, {}, (chunk) => {
    chunks.push(chunk);
    return Promise.resolve();
  });
  return Buffer.concat(chunks).toString('utf8');
}

async function take(context: ArchiveContext, text: string): Promise<void> {
  const file = new Blob([text]);
  const planned = await planImport(context.db, file);
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const applied = await applyImport(context.db, file, planned.plan);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
}

async function highlight(context: ArchiveContext, codeIds: string[]): Promise<string> {
  const version = (await context.db.versions.toArray())[0]!;
  const block = version.blocks[0]!;
  const part = { blockId: block.id, start: block.start, end: block.start + 3 };
  const { annotationId } = await createAnnotation(context, {
    articleId: version.articleId,
    versionId: version.id,
    parts: [part],
    quote: { exact: version.text.slice(part.start, part.end), prefix: '', suffix: '' },
    comment: '',
    codeIds,
    newTags: [],
    origin: 'saved',
  });
  return annotationId;
}

it('what was coded with a code that the other machine merged stands under the code it went to, on both', async () => {
  const here = await testArchive();
  await saveArticle(here, makeCapture(), null, [SAMPLE_URL], { byHand: {}, tags: [], collections: [] });
  const from = await createCode(here, { name: 'hồ', parentId: null });
  const into = await createCode(here, { name: 'hồ chứa', parentId: null });
  const there = await testArchive({
    device: '00000000-0000-4000-a000-000000000002',
    uuid: () => crypto.randomUUID(),
    // Later than all that happens here.
    now: () => new Date(Date.UTC(2026, 11, 1) + performance.now()),
  });
  await take(there, await exported(here));

  const old = await highlight(here, [from]);
  await mergeCodes(here, [from], into);
  const fresh = await highlight(there, [from]);
  const child = await createCode(there, { name: 'đập', parentId: from });

  const [fileHere, fileThere] = [await exported(here), await exported(there)];
  await take(here, fileThere);
  await take(there, fileHere);
  for (const { db } of [here, there]) {
    const living = (await db.codings.toArray()).filter(({ deletedAt }) => !deletedAt);
    expect(new Set(living.map(({ targetId, codeId }) => `${targetId} ${codeId}`))).toEqual(
      new Set([`${old} ${into}`, `${fresh} ${into}`]),
    );
    expect(await db.codes.get(child)).toMatchObject({ parentId: into });
  }
  expect(await exported(there)).toBe(await exported(here));
  const before = canonicalJson(await snapshot(here, ['journal', 'ledger', 'blobs']));
  await take(here, await exported(there));
  expect(canonicalJson(await snapshot(here, ['journal', 'ledger', 'blobs']))).toBe(before);
});
