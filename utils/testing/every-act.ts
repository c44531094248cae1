/**
 * Every act that can be undone, one for each label of the journal, with whatever the archive holds at the moment. For the
 * proof that undo and redo lose nothing; a label without an act here fails its test.
 */
import { addCoding, commentAnnotation, createAnnotation } from '@/utils/archive/annotate';
import { placeAnnotation, removeAnnotation, removeCoding } from '@/utils/archive/annotate';
import { codeArticle, uncodeArticle } from '@/utils/archive/code-article';
import { createCoder, editCoder, removeCoder, switchCoder } from '@/utils/archive/coders';
import { deriveVersion } from '@/utils/archive/derive-version';
import * as articles from '@/utils/archive/edit-articles';
import { createCode, editCode, recolourCode } from '@/utils/archive/edit-codes';
import { importCodebook } from '@/utils/archive/exchange-codebook';
import { coderOf } from '@/utils/archive/first-use';
import { judgeStory } from '@/utils/archive/judge-story';
import { writeMemo } from '@/utils/archive/memos';
import { mergeCodes, splitCode } from '@/utils/archive/merge-codes';
import { moveAnnotation } from '@/utils/archive/move-annotation';
import { moveCodes } from '@/utils/archive/move-codes';
import { removeCodes } from '@/utils/archive/remove-codes';
import { drawNewSample, editSample, finishArticle, removeSample } from '@/utils/archive/samples';
import { saveArticle } from '@/utils/archive/save-article';
import { ArchiveError, type ArchiveContext } from '@/utils/archive/types';
import type { Article, TableName } from '@/utils/db/records';
import { makeCapture } from './captures';
import { COLLECTION_ACTS } from './collection-acts';
import { changeProject, PROJECT_ACTS } from './project-acts';
import type { Chance } from './random';
import { SEARCH_ACTS } from './search-acts';
import { VERSION_ACTS } from './version-acts';

export interface World {
  context: ArchiveContext;
  chance: Chance;
}

/** Does it, or throws an `ArchiveError` when the archive has nothing to do it with. */
type Act = (world: World) => Promise<unknown>;

async function some<Row extends object>(
  { context, chance }: World,
  table: TableName,
  wanted?: (row: Row) => boolean,
) {
  const rows = (await context.db.table<Row>(table).toArray()).filter(
    (row) => !(row as { deletedAt?: string }).deletedAt && (wanted?.(row) ?? true),
  );
  if (rows.length === 0) throw new ArchiveError('notFound', table);
  return chance.pick(rows);
}

const article = (world: World) => some<Article>(world, 'articles');
const annotation = (world: World) =>
  some<{ id: string; versionId: string; parts: never[]; articleId: string }>(world, 'annotations');
const code = (world: World, wanted?: (row: { values: string[]; id: string }) => boolean) =>
  some<{ id: string; values: string[]; mergedInto?: string; parentId: string | null }>(
    world,
    'codes',
    (row) => !row.mergedInto && (wanted?.(row) ?? true),
  );
const coder = (world: World, wanted?: (id: string) => boolean) =>
  some<{ id: string }>(world, 'coders', ({ id }) => wanted?.(id) ?? true);
const sample = (world: World) =>
  some<{ id: string; articleIds: string[]; coderIds: string[] }>(world, 'samples');

const name = ({ chance }: World, kind: string) => `${kind} ${chance.below(1e6)}`;
const capture = (world: World, url: string) =>
  makeCapture({
    url,
    title: name(world, 'Tít'),
    paragraphs: ['Biển lặng, gió nhẹ.', `Có ${world.chance.below(1e6)} tàu ra khơi.`, 'Hết.'],
  });

async function highlight(world: World) {
  const { id: articleId, latestVersionId } = await article(world);
  const version = (await world.context.db.versions.get(latestVersionId))!;
  const block = world.chance.pick(version.blocks);
  const start = block.start + world.chance.below(3);
  const parts = [{ blockId: block.id, start, end: Math.min(block.end, start + 1 + world.chance.below(9)) }];
  const exact = version.text.slice(start, parts[0]!.end);
  return createAnnotation(world.context, {
    articleId,
    versionId: version.id,
    parts,
    quote: { exact, prefix: '', suffix: '' },
    comment: '',
    codeIds: [],
    newTags: world.chance.next() < 0.6 ? [name(world, 'Mã')] : [],
    origin: 'saved',
  });
}

async function shift(world: World) {
  const { id, versionId } = await annotation(world);
  const version = (await world.context.db.versions.get(versionId))!;
  const block = world.chance.pick(version.blocks);
  return moveAnnotation(world.context, id, versionId, [
    { blockId: block.id, start: block.start, end: block.end },
  ]);
}

const setState = (state: Article['state']) => async (world: World) => {
  const { id } = await some<Article>(world, 'articles', (row) => row.state !== state);
  return articles.setArticleState(world.context, [id], state);
};

const derive = (how: 'extractedAgain' | 'corrected') => async (world: World) => {
  const { latestVersionId, url } = await article(world);
  return deriveVersion(world.context, latestVersionId, capture(world, url ?? 'https://a.example/'), how);
};

const memo = (body: (world: World) => string) => async (world: World) => {
  const [type, table] = world.chance.pick([
    ['article', 'articles'],
    ['code', 'codes'],
    ['annotation', 'annotations'],
    ['project', 'projects'],
  ] as const);
  const { id } = await some<{ id: string }>(world, table);
  return writeMemo(world.context, type, id, body(world));
};

async function finish(world: World) {
  const { id, articleIds, coderIds } = await sample(world);
  await switchCoder(world.context, world.chance.pick(coderIds));
  return finishArticle(world.context, id, world.chance.pick(articleIds), true);
}

async function unfinish(world: World) {
  const { sampleId, articleId, coderId } = await some<{
    sampleId: string;
    articleId: string;
    coderId: string;
  }>(world, 'completions');
  await switchCoder(world.context, coderId);
  return finishArticle(world.context, sampleId, articleId, false);
}

/** Another coder goes on, or another study: part of no act, but undo must bear it between acts. */
export async function takeTurns(world: World): Promise<void> {
  await switchCoder(world.context, (await coder(world)).id);
  if (world.chance.next() < 0.5) await changeProject(world);
}

/** Label of the journal → the act that leaves it. */
export const EVERY_ACT: Record<string, Act> = {
  journalSaved: (world) => {
    const url = `https://bao.example/${world.chance.below(6)}.html`;
    return saveArticle(world.context, capture(world, url), null, [url], {
      byHand: {},
      tags: [],
      collections: [],
    });
  },
  journalResaved: async (world) => {
    const { latestVersionId, addresses } = await article(world);
    const version = (await world.context.db.versions.get(latestVersionId))!;
    const same = {
      ...makeCapture({ url: addresses[0] }),
      text: version.text,
      blocks: version.blocks,
      html: version.html,
    };
    const wishes = { byHand: { title: name(world, 'Tít') }, tags: [name(world, 'Mã')], collections: [] };
    return saveArticle(world.context, same, null, addresses, wishes);
  },
  journalExtractedAgain: derive('extractedAgain'),
  journalCorrected: derive('corrected'),
  journalEdited: async (world) =>
    articles.editArticle(
      world.context,
      (await article(world)).id,
      { title: name(world, 'Tít'), authors: ['A'] },
      world.chance.next() < 0.3 ? ['lead'] : [],
    ),
  journalBinned: setState('bin'),
  journalKept: setState('kept'),
  journalRestored: setState('inbox'),
  journalTagged: async (world) =>
    articles.tagArticles(world.context, [(await article(world)).id], name(world, 'Mã')),
  journalUntagged: async (world) => {
    const { targetId, codeId } = await some<{ targetType: string; targetId: string; codeId: string }>(
      world,
      'codings',
      ({ targetType }) => targetType === 'article',
    );
    return articles.untagArticles(world.context, [targetId], codeId);
  },
  journalOtherStory: async (world) => {
    const [one, other] = [await article(world), await article(world)];
    return judgeStory(world.context, one.id, other.id, false);
  },
  journalSameStory: async (world) => {
    const one = await some<Article>(world, 'articles', (row) => Boolean(row.otherStories?.length));
    return judgeStory(world.context, one.id, one.otherStories![0]!, true);
  },
  journalHighlighted: highlight,
  journalHighlightRemoved: async (world) => removeAnnotation(world.context, (await annotation(world)).id),
  journalCommented: async (world) =>
    commentAnnotation(world.context, (await annotation(world)).id, name(world, 'Ghi chú')),
  journalCoded: async (world) =>
    addCoding(
      world.context,
      (await annotation(world)).id,
      world.chance.next() < 0.5 ? { newTag: name(world, 'Mã') } : { codeId: (await code(world)).id },
    ),
  journalUncoded: async (world) => {
    const { targetId, codeId } = await some<{ targetType: string; targetId: string; codeId: string }>(
      world,
      'codings',
      ({ targetType }) => targetType === 'annotation',
    );
    return removeCoding(world.context, targetId, codeId);
  },
  journalPlaced: async (world) => {
    const { id, versionId, articleId } = await annotation(world);
    const other = await some<{ id: string }>(
      world,
      'versions',
      (row) => row.id !== versionId && (row as { articleId?: string }).articleId === articleId,
    );
    return placeAnnotation(world.context, id, other.id, null);
  },
  journalMoved: shift,
  journalMovedBack: async (world) => {
    const { annotationId, versionId } = await some<{
      annotationId: string;
      versionId: string;
      decidedBy: string;
    }>(world, 'placements', ({ decidedBy }) => decidedBy === 'person');
    return moveAnnotation(world.context, annotationId, versionId, null);
  },
  journalCodeMade: async (world) =>
    createCode(world.context, {
      name: name(world, 'Mã'),
      parentId: world.chance.next() < 0.5 ? null : (await code(world)).id,
    }),
  journalCodeRenamed: async (world) =>
    editCode(world.context, (await code(world)).id, { name: name(world, 'Mã') }),
  journalCodeRecoloured: async (world) =>
    recolourCode(
      world.context,
      (await code(world)).id,
      world.chance.pick(['#112233', '#445566', '#778899']),
      world.chance.next() < 0.5,
    ),
  journalCodeEdited: async (world) =>
    editCode(world.context, (await code(world)).id, {
      definition: name(world, 'Nghĩa'),
      values: ['khen', name(world, 'chê')],
    }),
  journalCodeMoved: async (world) =>
    moveCodes(
      world.context,
      [(await code(world)).id],
      world.chance.next() < 0.5 ? null : (await code(world)).id,
      null,
    ),
  journalCodesMerged: async (world) =>
    mergeCodes(world.context, [(await code(world)).id], (await code(world)).id),
  journalCodeSplit: async (world) => {
    const { id, codeId } = await some<{ id: string; codeId: string }>(world, 'codings');
    return splitCode(world.context, codeId, [id], name(world, 'Mã'));
  },
  journalCodeRemoved: async (world) =>
    removeCodes(world.context, [(await code(world)).id], world.chance.pick(['lift', 'remove'])),
  journalCodebookImported: (world) =>
    importCodebook(
      world.context,
      [0, 1].map((n) => ({
        id: null,
        parent: n === 1 ? 0 : null,
        name: name(world, 'Nhập'),
        colour: null,
        definition: '',
        include: '',
        exclude: '',
        example: '',
        values: [],
        shortcut: null,
        memo: 'từ tệp',
      })),
      'file',
    ),
  journalArticleCoded: async (world) => {
    const { id, values } = await code(world, (row) => row.values.length > 0);
    return codeArticle(world.context, (await article(world)).id, id, world.chance.pick(values));
  },
  journalArticleUncoded: async (world) => {
    const own = coderOf(world.context);
    const { targetId, codeId } = await some<{
      targetType: string;
      targetId: string;
      codeId: string;
      coderId: string;
    }>(world, 'codings', ({ targetType, coderId }) => targetType === 'article' && coderId === own);
    return uncodeArticle(world.context, targetId, codeId);
  },
  journalMemoWritten: memo((world) => name(world, 'Ghi chú')),
  journalMemoRemoved: async (world) => {
    const own = coderOf(world.context);
    const { subjectType, subjectId } = await some<{
      subjectType: 'code';
      subjectId: string;
      coderId: string;
    }>(world, 'memos', ({ coderId }) => coderId === own);
    return writeMemo(world.context, subjectType, subjectId, '');
  },
  journalCoderMade: (world) => createCoder(world.context, { name: name(world, 'Người'), initials: '' }),
  journalCoderEdited: async (world) =>
    editCoder(world.context, (await coder(world)).id, { name: name(world, 'Người'), colour: '#123456' }),
  journalCoderRemoved: async (world) =>
    removeCoder(world.context, (await coder(world, (id) => id !== coderOf(world.context))).id),
  journalSampleDrawn: async (world) =>
    drawNewSample(world.context, {
      name: name(world, 'Mẫu'),
      frame: { kind: 'all' },
      seed: String(world.chance.below(99)),
      strataBy: world.chance.pick([[], ['outlet'], ['month', 'section']] as const),
      allocation: world.chance.pick(['proportional', 'perStratum']),
      size: 3,
      coderIds: [coderOf(world.context), (await coder(world)).id],
      isBlind: world.chance.next() < 0.5,
    }),
  journalSampleEdited: async (world) =>
    editSample(world.context, (await sample(world)).id, {
      name: name(world, 'Mẫu'),
      isBlind: world.chance.next() < 0.5,
    }),
  journalSampleRemoved: async (world) => removeSample(world.context, (await sample(world)).id),
  journalFinished: finish,
  journalUnfinished: unfinish,
  ...COLLECTION_ACTS,
  ...PROJECT_ACTS,
  ...SEARCH_ACTS,
  ...VERSION_ACTS,
};
