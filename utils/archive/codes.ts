/** Codes (tags) and codings: found by folded name, made in a hurry, put on things and taken off. */
import { CODE_COLOURS } from '@/utils/annotation/colours';
import { foldMarks } from '@/utils/text/fold';
import type { Code, Coding, CodingTarget } from '@/utils/db/records';
import { utcIso } from './clock';
import { coderOf, FIRST_PROJECT } from './first-use';
import { journaled, type Journal } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

const LONGEST_NAME = 200;

/** NFC, blanks collapsed, at most 200 characters. @throws ArchiveError badRequest when nothing is left. */
export function codeName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME);
  if (!name) throw new ArchiveError('badRequest', 'empty name');
  return name;
}

/** Twins differ only by case or Unicode form; marks do count (`ma`, `má`, `mã` are three codes). */
function twinKey(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi');
}

/**
 * The code of that name in the first project, made when there is none. Call inside a transaction over `codes`.
 */
export async function codeNamed(context: ArchiveContext, journal: Journal, typed: string): Promise<Code> {
  const name = codeName(typed);
  const folded = foldMarks(name);
  const alike = await context.db.codes.where('[projectId+folded]').equals([FIRST_PROJECT, folded]).toArray();
  const found = alike.find(
    (code) => !code.deletedAt && !code.mergedInto && twinKey(code.name) === twinKey(name),
  );
  if (found) return found;
  const siblings = (await context.db.codes.where('projectId').equals(FIRST_PROJECT).toArray()).filter(
    (code) => !code.deletedAt,
  );
  const uses = (colour: string) => siblings.filter((code) => code.colour === colour).length;
  const code: Code = {
    id: context.uuid(),
    projectId: FIRST_PROJECT,
    parentId: null,
    name,
    folded,
    // New codes take the least used.
    colour: CODE_COLOURS.toSorted((a, b) => uses(a) - uses(b))[0]!,
    definition: '',
    include: '',
    exclude: '',
    example: '',
    values: [],
    order: siblings.length,
    shortcut: null,
    createdAt: utcIso(context.now()),
    touched: {},
  };
  await journal.put('codes', code);
  return code;
}

/** A coding row, ready to be put. Its id is made of target, code and coder, so coding twice is coding once. */
export function makeCoding(
  context: ArchiveContext,
  target: { type: CodingTarget; id: string; articleId: string },
  codeId: string,
): Coding {
  const coderId = coderOf(context);
  return {
    id: `${target.id}:${codeId}:${coderId}`,
    targetType: target.type,
    targetId: target.id,
    articleId: target.articleId,
    codeId,
    coderId,
    value: null,
    memo: '',
    createdAt: utcIso(context.now()),
    touched: {},
  };
}

/** Puts a coding, waking its tombstone when it was taken off before. */
export async function putCoding(context: ArchiveContext, journal: Journal, coding: Coding): Promise<void> {
  const before = await context.db.codings.get(coding.id);
  if (before && !before.deletedAt) return;
  await journal.put(
    'codings',
    before ? { ...before, deletedAt: undefined, createdAt: coding.createdAt } : coding,
  );
}

/** Puts tags, by name, on a whole article. Call inside a transaction over `codes` and `codings`. */
export async function tagArticle(
  context: ArchiveContext,
  journal: Journal,
  articleId: string,
  tags: string[],
): Promise<string[]> {
  const codeIds: string[] = [];
  for (const tag of tags) {
    const code = await codeNamed(context, journal, tag);
    codeIds.push(code.id);
    await putCoding(
      context,
      journal,
      makeCoding(context, { type: 'article', id: articleId, articleId }, code.id),
    );
  }
  return codeIds;
}

/** Takes a code off a target (whoever put it there). */
export async function dropCoding(
  context: ArchiveContext,
  journal: Journal,
  targetId: string,
  codeId: string,
): Promise<void> {
  const deletedAt = utcIso(context.now());
  for (const coding of await context.db.codings.where('targetId').equals(targetId).toArray()) {
    if (coding.codeId === codeId && !coding.deletedAt) await journal.put('codings', { ...coding, deletedAt });
  }
}

/**
 * Renames, recolours or defines a code.
 * @throws ArchiveError notFound; nameTaken when another code differs from the new name only by case or Unicode form.
 */
export function editCode(
  context: ArchiveContext,
  codeId: string,
  patch: { name?: string; colour?: string; definition?: string },
): Promise<void> {
  return journaled(context, 'journalCodeEdited', ['codes'], async (journal) => {
    const code = await context.db.codes.get(codeId);
    if (!code || code.deletedAt) throw new ArchiveError('notFound');
    const name = patch.name === undefined ? code.name : codeName(patch.name);
    const folded = foldMarks(name);
    const alike = await context.db.codes
      .where('[projectId+folded]')
      .equals([code.projectId, folded])
      .toArray();
    if (
      alike.some((other) => other.id !== codeId && !other.deletedAt && twinKey(other.name) === twinKey(name))
    )
      throw new ArchiveError('nameTaken', name);
    await journal.put('codes', {
      ...code,
      name,
      folded,
      colour: patch.colour ?? code.colour,
      definition: patch.definition ?? code.definition,
    });
  });
}
