/** Codes (tags) and codings: found by folded name, made in a hurry, put on things and taken off. */
import { CODE_COLOURS } from '@/utils/annotation/colours';
import { foldMarks } from '@/utils/text/fold';
import { sightOf } from '@/utils/db/blind';
import type { Code, Coding, CodingTarget } from '@/utils/db/records';
import { utcIso } from './clock';
import { coderOf, projectOf } from './first-use';
import type { Journal } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

const LONGEST_NAME = 200;

/**
 * NFC, blanks collapsed, nothing invisible, at most 200 characters.
 * @throws ArchiveError badRequest when nothing is left.
 */
export function codeName(typed: string): string {
  const name = typed
    .normalize('NFC')
    // Zero-width blanks and joiners would make twins that no eye tells apart.
    .replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim()
    .toWellFormed();
  if (!name) throw new ArchiveError('badRequest', 'empty name');
  return name;
}

/** Twins differ only by case or Unicode form; marks do count (`ma`, `má`, `mã` are three codes). */
export function twinKey(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi');
}

export const isInUse = (code: Code) => !code.deletedAt && !code.mergedInto;

/** The living code of the project that has this name, up to case and Unicode form. */
async function twinOf(context: ArchiveContext, projectId: string, name: string): Promise<Code | undefined> {
  const alike = await context.db.codes
    .where('[projectId+folded]')
    .equals([projectId, foldMarks(name)])
    .toArray();
  return alike.find((code) => isInUse(code) && twinKey(code.name) === twinKey(name));
}

/** @throws ArchiveError nameTaken when another code differs from the name only by case or Unicode form; detail: its name */
export async function refuseTwin(
  context: ArchiveContext,
  projectId: string,
  name: string,
  exceptId?: string,
): Promise<void> {
  const twin = await twinOf(context, projectId, name);
  if (twin && twin.id !== exceptId) throw new ArchiveError('nameTaken', twin.name);
}

/** @throws ArchiveError notFound */
export async function codeOf(context: ArchiveContext, codeId: string): Promise<Code> {
  const code = await context.db.codes.get(codeId);
  if (!code || !isInUse(code)) throw new ArchiveError('notFound', codeId);
  return code;
}

/** Codes in use, in no order. */
export async function codesInUse(context: ArchiveContext, projectId: string): Promise<Code[]> {
  return (await context.db.codes.where('projectId').equals(projectId).toArray()).filter(isInUse);
}

/** The colour that is least used among these. */
export function freshColour(codes: readonly Code[]): string {
  const uses = (colour: string) => codes.filter((code) => code.colour === colour).length;
  return CODE_COLOURS.toSorted((a, b) => uses(a) - uses(b))[0]!;
}

/** A code's row, ready to be put; its name must have been looked at. */
export function makeCode(
  context: ArchiveContext,
  made: Pick<Code, 'projectId' | 'parentId' | 'name' | 'colour' | 'order'> & Partial<Code>,
): Code {
  return {
    id: context.uuid(),
    definition: '',
    include: '',
    exclude: '',
    example: '',
    values: [],
    shortcut: null,
    createdAt: utcIso(context.now()),
    touched: {},
    ...made,
    folded: foldMarks(made.name),
  };
}

/**
 * The code of that name in the project (the one at work unless another is named), made when there is none. Call inside a
 * transaction over `codes`.
 */
export async function codeNamed(
  context: ArchiveContext,
  journal: Journal,
  typed: string,
  projectId = projectOf(context),
): Promise<Code> {
  const name = codeName(typed);
  const found = await twinOf(context, projectId, name);
  if (found) return found;
  const others = (await context.db.codes.where('projectId').equals(projectId).toArray()).filter(
    (code) => !code.deletedAt,
  );
  const code = makeCode(context, {
    projectId,
    parentId: null,
    name,
    colour: freshColour(others),
    order: Math.max(-1, ...others.map(({ order }) => order)) + 1,
  });
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
  projectId = projectOf(context),
): Promise<string[]> {
  const codeIds: string[] = [];
  for (const tag of tags) {
    const code = await codeNamed(context, journal, tag, projectId);
    codeIds.push(code.id);
    await putCoding(
      context,
      journal,
      makeCoding(context, { type: 'article', id: articleId, articleId }, code.id),
    );
  }
  return codeIds;
}

/**
 * Takes a code off a target, whoever put it there; what is hidden from the coder stays. Call inside a transaction over
 * `codings` and `SIGHT_TABLES`.
 */
export async function dropCoding(
  context: ArchiveContext,
  journal: Journal,
  targetId: string,
  codeId: string,
): Promise<void> {
  const deletedAt = utcIso(context.now());
  for (const coding of await context.db.codings.where('targetId').equals(targetId).toArray()) {
    if (coding.codeId !== codeId || coding.deletedAt) continue;
    const { sees } = await sightOf(context.db, coding.articleId);
    if (sees(coding)) await journal.put('codings', { ...coding, deletedAt });
  }
}
