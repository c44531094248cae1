/** What is written on one code: made, renamed, recoloured, defined. The tree's own surgery is in `move-codes`, `merge-codes`. */
import { branchIds } from '@/utils/annotation/code-tree';
import { foldMarks } from '@/utils/text/fold';
import type { Code, Coding } from '@/utils/db/records';
import { codeName, codeOf, codesInUse, freshColour, makeCode, refuseTwin, twinKey } from './codes';
import { projectOf } from './first-use';
import { journaled, type Journal } from './journal';
import { placeAmong } from './move-codes';
import { ArchiveError, type ArchiveContext, type CodePatch, type NewCode } from './types';

const LONGEST_TEXT = 100_000;
const LONGEST_VALUE = 200;
const MOST_VALUES = 200;
/** A shortcut is what a person types in the palette or presses: one to three letters or digits. */
const SHORTCUT = /^[\p{L}\p{N}]{1,3}$/u;

/**
 * Makes a code; its colour is its parent's, or the least used.
 * @returns its id. @throws ArchiveError nameTaken, badRequest (no name), notFound (parent)
 */
export function createCode(context: ArchiveContext, wanted: NewCode): Promise<string> {
  return journaled(context, 'journalCodeMade', ['codes'], async (journal) => {
    const parent = wanted.parentId ? await codeOf(context, wanted.parentId) : null;
    const projectId = parent?.projectId ?? projectOf(context);
    const name = codeName(wanted.name);
    await refuseTwin(context, projectId, name);
    const codes = await codesInUse(context, projectId);
    const code = makeCode(context, {
      projectId,
      parentId: parent?.id ?? null,
      name,
      colour: wanted.colour ?? parent?.colour ?? freshColour(codes),
      order: 0,
    });
    await placeAmong(journal, codes, [code], code.parentId, wanted.beforeId ?? null);
    return code.id;
  });
}

/**
 * Renames, recolours or defines a code.
 * @throws ArchiveError notFound; nameTaken; shortcutTaken (detail: name of the code that has it); badRequest
 */
export function editCode(context: ArchiveContext, codeId: string, patch: CodePatch): Promise<void> {
  return journaled(context, labelOf(patch), ['codes', 'codings'], async (journal) => {
    const code = await codeOf(context, codeId);
    const name = patch.name === undefined ? code.name : codeName(patch.name);
    if (name !== code.name) await refuseTwin(context, code.projectId, name, codeId);
    const words = (text: string | undefined, before: string) =>
      text === undefined ? before : text.normalize('NFC').slice(0, LONGEST_TEXT);
    await journal.put<Code>('codes', {
      ...code,
      name,
      folded: foldMarks(name),
      colour: patch.colour?.toLowerCase() ?? code.colour,
      definition: words(patch.definition, code.definition),
      include: words(patch.include, code.include),
      exclude: words(patch.exclude, code.exclude),
      example: words(patch.example, code.example),
      shortcut:
        patch.shortcut === undefined ? code.shortcut : await freeShortcut(context, code, patch.shortcut),
      values: patch.values === undefined ? code.values : cleanValues(patch.values),
    });
    if (patch.renamedValues) await renameValues(context, journal, codeId, patch.renamedValues);
  });
}

function labelOf(patch: CodePatch): string {
  const keys = Object.keys(patch).filter((key) => patch[key as keyof CodePatch] !== undefined);
  if (keys.length === 1 && keys[0] === 'name') return 'journalCodeRenamed';
  if (keys.length === 1 && keys[0] === 'colour') return 'journalCodeRecoloured';
  return 'journalCodeEdited';
}

async function freeShortcut(
  context: ArchiveContext,
  code: Code,
  typed: string | null,
): Promise<string | null> {
  const shortcut = typed?.normalize('NFC').trim().toLocaleLowerCase('vi') ?? '';
  if (!shortcut) return null;
  if (!SHORTCUT.test(shortcut)) throw new ArchiveError('badRequest', 'shortcut');
  const other = (await codesInUse(context, code.projectId)).find(
    (one) => one.id !== code.id && one.shortcut === shortcut,
  );
  if (other) throw new ArchiveError('shortcutTaken', other.name);
  return shortcut;
}

/** Values of a variable: clean, none twice (up to case and Unicode form). */
export function cleanValues(typed: readonly string[]): string[] {
  const values = new Map<string, string>();
  for (const one of typed) {
    const value = one.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_VALUE);
    if (value && !values.has(twinKey(value))) values.set(twinKey(value), value);
  }
  return [...values.values()].slice(0, MOST_VALUES);
}

/** Codings keep what they say when the word for it changes. */
async function renameValues(
  context: ArchiveContext,
  journal: Journal,
  codeId: string,
  renamed: { from: string; to: string }[],
): Promise<void> {
  const to = new Map(renamed.map((one) => [one.from, cleanValues([one.to])[0]]));
  const codings = await context.db.codings.where('codeId').equals(codeId).toArray();
  await journal.putAll<Coding>(
    'codings',
    codings.flatMap((coding) => {
      const value = coding.value === null || coding.deletedAt ? undefined : to.get(coding.value);
      return value ? [{ ...coding, value }] : [];
    }),
  );
}

/** Gives a code, or it and all below it, a colour. @throws ArchiveError notFound */
export function recolourCode(
  context: ArchiveContext,
  codeId: string,
  colour: string,
  isBranch: boolean,
): Promise<void> {
  return journaled(context, 'journalCodeRecoloured', ['codes'], async (journal) => {
    const code = await codeOf(context, codeId);
    const codes = await codesInUse(context, code.projectId);
    const wanted = isBranch ? branchIds(codes, codeId) : new Set([codeId]);
    await journal.putAll<Code>(
      'codes',
      codes.filter(({ id }) => wanted.has(id)).map((one) => ({ ...one, colour: colour.toLowerCase() })),
    );
  });
}
