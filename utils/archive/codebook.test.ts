import { beforeEach, describe, expect, it } from 'vitest';
import { inTreeOrder, treeOf } from '@/utils/annotation/code-tree';
import { codebookOf, memosOn, passagesOf, variablesOf } from '@/utils/db/codebook';
import type { Coding } from '@/utils/db/records';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';
import { chanceOf } from '@/utils/testing/random';
import { createAnnotation } from './annotate';
import { codeArticle, uncodeArticle } from './code-article';
import { createCode, editCode, recolourCode } from './edit-codes';
import { setArticleState, tagArticles } from './edit-articles';
import { FIRST_PROJECT } from './first-use';
import { redo, undo } from './journal';
import { writeMemo } from './memos';
import { mergeCodes, splitCode } from './merge-codes';
import { moveCodes } from './move-codes';
import { removeCodes } from './remove-codes';
import { saveArticle } from './save-article';
import type { ArchiveContext } from './types';

let context: ArchiveContext;
let articleId: string;
let versionId: string;

beforeEach(async () => {
  context = await testArchive();
  const wishes = { byHand: {}, tags: [], collections: [] };
  ({ articleId, versionId } = await saveArticle(context, makeCapture(), null, [SAMPLE_URL], wishes));
  await context.db.journal.clear();
});

/** Change times stay out: they move on when something is taken back. */
async function state(): Promise<unknown> {
  const all = await snapshot(context, ['journal', 'ledger']);
  return JSON.parse(JSON.stringify(all, (key, member: unknown) => (key === 'touched' ? undefined : member)));
}

/** Runs the act; what it changed must be gone after undo and be there again after redo. */
async function undoable<T>(label: string, act: () => Promise<T>): Promise<T> {
  const before = await state();
  const value = await act();
  const after = await state();
  expect(after).not.toEqual(before);
  expect(await undo(context)).toMatchObject({ did: label });
  expect(await state()).toEqual(before);
  expect(await redo(context)).toMatchObject({ did: label });
  expect(await state()).toEqual(after);
  return value;
}

async function highlight(codeIds: string[], at = 0): Promise<string> {
  const version = (await context.db.versions.get(versionId))!;
  const block = version.blocks[0]!;
  const part = { blockId: block.id, start: block.start + at, end: block.start + at + 3 };
  const { annotationId } = await createAnnotation(context, {
    articleId,
    versionId,
    parts: [part],
    quote: { exact: version.text.slice(part.start, part.end), prefix: '', suffix: '' },
    comment: '',
    codeIds,
    newTags: [],
    origin: 'saved',
  });
  return annotationId;
}

const make = (name: string, parentId: string | null = null) => createCode(context, { name, parentId });
const codes = async () => (await codebookOf(context.db))!.codes;
const outline = async () =>
  inTreeOrder(treeOf(await codes())).map(({ code, depth }) => `${'-'.repeat(depth)}${code.name}`);
const living = async () => (await context.db.codings.toArray()).filter((coding) => !coding.deletedAt);

describe('making and naming', () => {
  it('makes a code under another, in its colour', async () => {
    const parent = await make('Khung');
    const child = await undoable('journalCodeMade', () => make('Khủng hoảng', parent));
    const all = await codes();
    expect(all.find(({ id }) => id === child)).toMatchObject({
      parentId: parent,
      colour: all.find(({ id }) => id === parent)!.colour,
    });
    expect(await outline()).toEqual(['Khung', '-Khủng hoảng']);
  });

  it.each([
    ['case', 'KHỦNG HOẢNG'],
    ['Unicode form', 'Khủng hoảng'.normalize('NFD')],
    ['blanks no eye sees', ' Khủng\u00A0hoảng\u200B '],
  ])('refuses a name that differs only by %s, and names the twin', async (_, name) => {
    await make('Khủng hoảng');
    const other = await make('Khung', null);
    await expect(make(name)).rejects.toMatchObject({ code: 'nameTaken', detail: 'Khủng hoảng' });
    await expect(editCode(context, other, { name })).rejects.toMatchObject({ code: 'nameTaken' });
    expect(await outline()).toEqual(['Khủng hoảng', 'Khung']);
  });

  it('takes a name that differs by its marks, and another case of its own', async () => {
    const id = await make('má');
    await make('mạ');
    await undoable('journalCodeRenamed', () => editCode(context, id, { name: 'MÁ' }));
    expect(await outline()).toEqual(['MÁ', 'mạ']);
  });

  it('lets go of the name of a merged or removed code', async () => {
    const [one, two] = [await make('Một'), await make('Hai')];
    await mergeCodes(context, [one], two);
    await editCode(context, two, { name: 'MỘT' });
    await removeCodes(context, [two], 'lift');
    await make('một');
    expect(await outline()).toEqual(['một']);
  });

  it('keeps definition, shortcut and values; a shortcut belongs to one code', async () => {
    const [one, two] = [await make('Giọng'), await make('Thể loại')];
    await undoable('journalCodeEdited', () =>
      editCode(context, one, {
        definition: 'Giọng điệu',
        include: 'a',
        exclude: 'b',
        example: 'c',
        shortcut: 'G',
        values: [' tích cực', 'tiêu cực', 'TÍCH CỰC', ''],
      }),
    );
    expect((await codes()).find(({ id }) => id === one)).toMatchObject({
      shortcut: 'g',
      values: ['tích cực', 'tiêu cực'],
    });
    await expect(editCode(context, two, { shortcut: 'g' })).rejects.toMatchObject({
      code: 'shortcutTaken',
      detail: 'Giọng',
    });
    await expect(editCode(context, two, { shortcut: '⌘' })).rejects.toMatchObject({ code: 'badRequest' });
  });

  it('recolours a branch', async () => {
    const top = await make('A');
    const [below, deep] = [await make('B', top), 'C'];
    await make(deep, below);
    await make('D');
    await undoable('journalCodeRecoloured', () => recolourCode(context, top, '#ABCDEF', true));
    expect((await codes()).filter(({ colour }) => colour === '#abcdef').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['A', 'B', 'C']),
    );
    expect((await codes()).find(({ name }) => name === 'D')!.colour).not.toBe('#abcdef');
  });
});

describe('moving', () => {
  it('moves before a sibling, under a code, to the top', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    await undoable('journalCodeMoved', () => moveCodes(context, [c], null, a));
    expect(await outline()).toEqual(['C', 'A', 'B']);
    await moveCodes(context, [a, b], c, null);
    expect(await outline()).toEqual(['C', '-A', '-B']);
    await moveCodes(context, [c, b], null, null);
    expect(await outline()).toEqual(['C', '-A', '-B']);
    await moveCodes(context, [b], null, c);
    expect(await outline()).toEqual(['B', 'C', '-A']);
  });

  it('never under itself or what is below it', async () => {
    const a = await make('A');
    const b = await make('B', a);
    const c = await make('C', b);
    for (const under of [a, b, c])
      await expect(moveCodes(context, [a], under, null)).rejects.toMatchObject({ code: 'codeUnderItself' });
    expect(await outline()).toEqual(['A', '-B', '--C']);
  });

  it('finds room between two codes as often as one likes', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    for (let turn = 0; turn < 60; turn += 1) {
      await moveCodes(context, [turn % 2 ? b : c], null, turn % 2 ? c : b);
      expect(await outline()).toEqual(turn % 2 ? ['A', 'B', 'C'] : ['A', 'C', 'B']);
    }
    expect(a).toBeTruthy();
  });
});

describe('merging and splitting', () => {
  it('moves codings, joins duplicates, keeps memos and words, and says where the code went', async () => {
    const [from, into] = [await make('hồ'), await make('hồ chứa')];
    const child = await make('đập', from);
    await editCode(context, from, { definition: 'Nước', shortcut: 'h', values: ['x'] });
    await editCode(context, into, { values: ['y'] });
    const [both, one] = [await highlight([from, into]), await highlight([from], 4)];
    await writeMemo(context, 'code', from, 'của hồ');
    await writeMemo(context, 'code', into, 'của hồ chứa');
    await undoable('journalCodesMerged', () => mergeCodes(context, [from], into));
    expect(await outline()).toEqual(['hồ chứa', '-đập']);
    expect((await living()).map(({ targetId, codeId }) => [targetId, codeId])).toEqual(
      expect.arrayContaining([
        [both, into],
        [one, into],
      ]),
    );
    expect(await living()).toHaveLength(2);
    expect(await context.db.codes.get(from)).toMatchObject({ mergedInto: into });
    expect(await context.db.codes.get(child)).toMatchObject({ parentId: into });
    expect((await codes())[0]).toMatchObject({
      definition: 'Nước',
      shortcut: 'h',
      values: ['y', 'x'],
      passages: 2,
      articles: 1,
    });
    expect((await memosOn(context.db, 'code', into)).map(({ body }) => body)).toEqual([
      'của hồ chứa\n\ncủa hồ',
    ]);
  });

  it('merges a code into one far below it', async () => {
    const a = await make('A');
    const b = await make('B', a);
    const c = await make('C', b);
    await undoable('journalCodesMerged', () => mergeCodes(context, [a], c));
    expect(await outline()).toEqual(['C', '-B']);
    await expect(mergeCodes(context, [c], c)).rejects.toMatchObject({ code: 'badRequest' });
  });

  it('splits chosen codings off', async () => {
    const parent = await make('P');
    const code = await make('biển', parent);
    await make('cuối', parent);
    await highlight([code]);
    const chosen = await highlight([code], 4);
    const coding = (await living()).find(({ targetId }) => targetId === chosen)!;
    const made = await undoable('journalCodeSplit', () => splitCode(context, code, [coding.id], 'bờ biển'));
    expect(await outline()).toEqual(['P', '-biển', '-bờ biển', '-cuối']);
    expect((await passagesOf(context.db, made)).map(({ annotationId }) => annotationId)).toEqual([chosen]);
    expect(await passagesOf(context.db, code)).toHaveLength(1);
    await expect(splitCode(context, code, [coding.id], 'nữa')).rejects.toMatchObject({
      code: 'nothingSelected',
    });
    await expect(splitCode(context, made, [], 'BIỂN')).rejects.toMatchObject({ code: 'nameTaken' });
  });

  it('moves thousands of codings in one act that can be taken back', { timeout: 60_000 }, async () => {
    const [from, into] = [await make('nhiều'), await make('đích')];
    const rows: Coding[] = Array.from({ length: 1500 }, (_, n) => ({
      id: `t${n}:${from}:${context.device}`,
      targetType: 'annotation',
      targetId: `t${n}`,
      articleId,
      codeId: from,
      coderId: context.device,
      value: null,
      memo: '',
      createdAt: '2026-01-01T00:00:00.000Z',
      touched: {},
    }));
    await context.db.codings.bulkPut(rows);
    await undoable('journalCodesMerged', () => mergeCodes(context, [from], into));
    expect((await codes()).find(({ id }) => id === into)!.passages).toBe(1500);
  });
});

describe('removing', () => {
  it('lifts the codes below, or takes them along', async () => {
    const a = await make('A');
    const b = await make('B', a);
    await make('C', b);
    await make('D', a);
    await make('E');
    await highlight([b]);
    await undoable('journalCodeRemoved', () => removeCodes(context, [b], 'lift'));
    expect(await outline()).toEqual(['A', '-C', '-D', 'E']);
    expect(await living()).toEqual([]);
    await undo(context);
    await undoable('journalCodeRemoved', () => removeCodes(context, [a, b], 'lift'));
    expect(await outline()).toEqual(['C', 'D', 'E']);
    await undo(context);
    await undoable('journalCodeRemoved', () => removeCodes(context, [a], 'remove'));
    expect(await outline()).toEqual(['E']);
  });
});

describe('variables of an article', () => {
  it('holds one value per coder, and only values of the code', async () => {
    const code = await make('Giọng');
    await editCode(context, code, { values: ['tốt', 'xấu'] });
    await undoable('journalArticleCoded', () => codeArticle(context, articleId, code, 'tốt'));
    await undoable('journalArticleCoded', () => codeArticle(context, articleId, code, 'xấu'));
    await expect(codeArticle(context, articleId, code, 'vừa')).rejects.toMatchObject({
      code: 'valueUnknown',
    });
    const said = async () => (await variablesOf(context.db, FIRST_PROJECT, articleId))[0]!.own;
    expect(await said()).toBe('xấu');
    await undoable('journalCodeEdited', () =>
      editCode(context, code, { values: ['tốt', 'kém'], renamedValues: [{ from: 'xấu', to: 'kém' }] }),
    );
    expect(await said()).toBe('kém');
    await undoable('journalArticleUncoded', () => uncodeArticle(context, articleId, code));
    expect(await said()).toBeNull();
  });
});

describe('memos', () => {
  it('are one for each coder and subject, and go when emptied', async () => {
    await undoable('journalMemoWritten', () => writeMemo(context, 'article', articleId, 'Một'));
    await undoable('journalMemoWritten', () => writeMemo(context, 'article', articleId, '**Hai**'));
    expect((await memosOn(context.db, 'article', articleId)).map(({ body }) => body)).toEqual(['**Hai**']);
    await undoable('journalMemoRemoved', () => writeMemo(context, 'article', articleId, ' '));
    expect(await memosOn(context.db, 'article', articleId)).toEqual([]);
    await undoable('journalMemoWritten', () => writeMemo(context, 'project', FIRST_PROJECT, 'Ba'));
    await expect(writeMemo(context, 'code', 'gone', 'x')).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('counts', () => {
  it('leave out the bin', async () => {
    const code = await make('A');
    await highlight([code]);
    await tagArticles(context, [articleId], 'a');
    expect((await codes())[0]).toMatchObject({ passages: 1, articles: 1 });
    expect((await passagesOf(context.db, code)).map(({ annotationId }) => annotationId === null)).toEqual([
      true,
      false,
    ]);
    await setArticleState(context, [articleId], 'bin');
    expect((await codes())[0]).toMatchObject({ passages: 0, articles: 0 });
    expect(await passagesOf(context.db, code)).toEqual([]);
  });
});

async function randomAct(chance: ReturnType<typeof chanceOf>): Promise<unknown> {
  const all = await codes();
  const codings = await living();
  const some = () => (all.length > 0 ? chance.pick(all).id : null);
  const [a, b] = [some(), some()];
  if (!a || !b || chance.next() < 0.25)
    return make(`Mã ${chance.below(1e6)}`, chance.next() < 0.6 ? a : null);
  switch (chance.below(10)) {
    case 0:
      return editCode(context, a, { name: `Mã ${chance.below(1e6)}`, values: ['x', `y${chance.below(3)}`] });
    case 1:
      return recolourCode(context, a, '#00aa11', chance.next() < 0.5);
    case 2:
      return moveCodes(context, [a, b], chance.next() < 0.5 ? some() : null, some());
    case 3:
      return mergeCodes(context, [a], b);
    case 4: {
      const coding = codings.length > 0 ? chance.pick(codings) : null;
      return coding && splitCode(context, coding.codeId, [coding.id], `Tách ${chance.below(1e6)}`);
    }
    case 5:
      return chance.next() < 0.4 && removeCodes(context, [a], chance.next() < 0.5 ? 'lift' : 'remove');
    case 6:
      return codeArticle(context, articleId, a, 'x');
    case 7:
      return writeMemo(context, 'code', a, chance.next() < 0.3 ? '' : `ghi ${chance.next()}`);
    default:
      return highlight(a === b ? [a] : [a, b], chance.below(5));
  }
}

it.each([1, 2])(
  '150 random acts on the codebook, all taken back and done again, seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const chance = chanceOf(seed);
    const start = await state();
    let refused = 0;
    for (let act = 0; act < 150; act += 1)
      await randomAct(chance).catch((error: { code?: string }) => {
        if (!['codeUnderItself', 'badRequest', 'valueUnknown'].includes(error.code ?? '')) throw error;
        refused += 1;
      });
    expect(refused).toBeLessThan(75);
    // Every code stands in the tree once.
    expect((await outline()).length).toBe((await codes()).length);
    const end = await state();
    while ((await undo(context)).did) {
      // until nothing is left to take back
    }
    expect(await state()).toEqual(start);
    while ((await redo(context)).did) {
      // until nothing is left to do again
    }
    expect(await state()).toEqual(end);
  },
);
