/** The codebook out of the archive as a file, and a file taken in: one act, merged, undoable. */
import { branchIds, inTreeOrder, treeOf } from '@/utils/annotation/code-tree';
import { writeCodebookCsv } from '@/utils/exchange/codebook-csv';
import type { CodebookFormat, CodeEntry } from '@/utils/exchange/codebook-entry';
import { writeCodebookJson } from '@/utils/exchange/codebook-json';
import { writeQdc } from '@/utils/exchange/codebook-qdc';
import { foldMarks } from '@/utils/text/fold';
import type { Code, Memo } from '@/utils/db/records';
import { sightOf } from '@/utils/db/blind';
import { codesOf } from '@/utils/db/codebook';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { codeName, freshColour, isInUse, makeCode, twinKey } from './codes';
import { cleanValues } from './edit-codes';
import { coderOf, projectOf } from './first-use';
import { journaled, type Journal } from './journal';
import { memoId } from './memos';
import { entriesOf, planCodebook, type CodebookTake, type PlannedCode } from './plan-codebook';
import type { ArchiveContext } from './types';
import { utcIso } from './clock';

/** All memos on codes as one text each, or only those of one coder. */
async function codeMemos(db: PressmarkDatabase, coderId?: string): Promise<Map<string, string>> {
  const memos = await db.memos
    .where('[subjectType+subjectId]')
    .between(['code', ''], ['code', '\uffff'])
    .filter((memo) => !memo.deletedAt && (coderId === undefined || memo.coderId === coderId))
    .toArray();
  const bodies = new Map<string, string>();
  for (const { subjectId, body } of memos.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)))
    bodies.set(subjectId, bodies.has(subjectId) ? `${bodies.get(subjectId)}\n\n${body}` : body);
  return bodies;
}

export interface CodebookFile {
  text: string;
  type: string;
  codes: number;
}

/** @throws CodebookFileError noCodes: `.qdc` has no empty codebook */
export async function exportCodebook(
  db: PressmarkDatabase,
  projectId: string,
  format: CodebookFormat,
  withMark: boolean,
): Promise<CodebookFile> {
  const [project, codes, memos] = await Promise.all([
    db.projects.get(projectId),
    codesOf(db, projectId),
    codeMemos(db),
  ]);
  const entries = entriesOf(
    inTreeOrder(treeOf(codes)).map(({ code }) => code),
    memos,
  );
  const written = {
    json: () => ({ text: writeCodebookJson(project?.name ?? '', entries), type: 'application/json' }),
    csv: () => ({ text: writeCodebookCsv(entries, withMark), type: 'text/csv;charset=utf-8' }),
    qdc: () => ({ text: writeQdc(entries), type: 'application/xml' }),
  }[format]();
  return { ...written, codes: entries.length };
}

/** The dry run. @param coderId whose memos count as one's own; the coder at work without it */
export async function planCodebookImport(
  db: PressmarkDatabase,
  projectId: string,
  entries: readonly CodeEntry[],
  coderId?: string,
): Promise<PlannedCode[]> {
  const own = coderId ?? (await sightOf(db, '')).coderId;
  const codes = await db.codes.where('projectId').equals(projectId).toArray();
  return planCodebook(codes, await codeMemos(db, own), entries);
}

/** Takes the codes of a file in. Codes here are changed, never removed. @returns how many were made and changed */
export function importCodebook(
  context: ArchiveContext,
  entries: readonly CodeEntry[],
  take: CodebookTake,
): Promise<{ made: number; changed: number }> {
  return journaled(context, 'journalCodebookImported', ['codes', 'memos'], async (journal) => {
    const projectId = projectOf(context);
    const plan = await planCodebookImport(context.db, projectId, entries, coderOf(context));
    const all = await context.db.codes.where('projectId').equals(projectId).toArray();
    const elsewhere = await takenElsewhere(context, projectId, entries);
    const rows = new Map(all.map((code) => [code.id, code]));
    const ids = plan.map(({ codeId, entry }) => codeId ?? idFor(context, rows, elsewhere, entry));
    let order = Math.max(-1, ...all.map((code) => code.order));
    const changed = new Set<string>();
    for (const [index, planned] of plan.entries()) {
      const id = ids[index]!;
      const before = rows.get(id);
      const parentId = planned.entry.parent === null ? null : ids[planned.entry.parent]!;
      const after =
        planned.codeId !== null && before
          ? joined(before, planned, take, [...rows.values()])
          : made(context, [...rows.values()], planned, { id, order: ++order, before, projectId });
      if (planned.codeId === null) after.parentId = parentId;
      rows.set(id, after);
      changed.add(id);
    }
    if (take === 'file') adoptParents(plan, ids, rows);
    await journal.putAll<Code>(
      'codes',
      [...changed].map((id) => rows.get(id)!),
    );
    await takeMemos(context, journal, plan, ids, take);
    const isChanged = ({ kind }: PlannedCode) => kind === 'filled' || (kind === 'differs' && take === 'file');
    return {
      made: plan.filter(({ codeId }) => codeId === null).length,
      changed: plan.filter(isChanged).length,
    };
  });
}

/** Ids in the file that are codes of another project: a codebook taken from one study into another gives new codes. */
async function takenElsewhere(
  context: ArchiveContext,
  projectId: string,
  entries: readonly CodeEntry[],
): Promise<ReadonlySet<string>> {
  const found = await context.db.codes.bulkGet(entries.flatMap(({ id }) => id ?? []));
  return new Set(found.flatMap((code) => (code && code.projectId !== projectId ? [code.id] : [])));
}

/** A removed code that comes back keeps its id, so that the files of two machines agree. */
function idFor(
  context: ArchiveContext,
  rows: ReadonlyMap<string, Code>,
  elsewhere: ReadonlySet<string>,
  entry: CodeEntry,
): string {
  if (entry.id && elsewhere.has(entry.id)) return context.uuid();
  const known = entry.id ? rows.get(entry.id) : undefined;
  if (entry.id && /^[0-9a-f-]{36}$/i.test(entry.id) && (!known || known.deletedAt)) return entry.id;
  return context.uuid();
}

function made(
  context: ArchiveContext,
  codes: readonly Code[],
  { entry, name }: PlannedCode,
  where: { id: string; order: number; before: Code | undefined; projectId: string },
): Code {
  const inUse = codes.filter(isInUse);
  return {
    ...makeCode(context, {
      id: where.id,
      projectId: where.projectId,
      parentId: null,
      name: codeName(name),
      colour: entry.colour ?? freshColour(inUse),
      order: where.order,
      definition: entry.definition,
      include: entry.include,
      exclude: entry.exclude,
      example: entry.example,
      values: cleanValues(entry.values),
      shortcut: freeShortcut(inUse, where.id, entry.shortcut),
    }),
    ...(where.before ? { createdAt: where.before.createdAt, touched: where.before.touched } : {}),
  };
}

function freeShortcut(codes: readonly Code[], id: string, wanted: string | null): string | null {
  const shortcut = wanted?.toLocaleLowerCase('vi') ?? null;
  return codes.some((code) => code.id !== id && code.shortcut === shortcut) ? null : shortcut;
}

/** A code that is here with what the file says on top. */
function joined(before: Code, planned: PlannedCode, take: CodebookTake, codes: readonly Code[]): Code {
  const { entry, fills, fields } = planned;
  const taken = new Set([...fills, ...(take === 'file' ? fields : [])]);
  const after = { ...before };
  for (const field of ['definition', 'include', 'exclude', 'example'] as const)
    if (taken.has(field)) after[field] = entry[field];
  if (taken.has('colour') && entry.colour) after.colour = entry.colour;
  if (taken.has('values')) after.values = cleanValues([...entry.values, ...before.values]);
  if (taken.has('shortcut'))
    after.shortcut = freeShortcut(codes.filter(isInUse), before.id, entry.shortcut) ?? before.shortcut;
  const isFree = !codes.some(
    (code) => code.id !== before.id && isInUse(code) && twinKey(code.name) === twinKey(entry.name),
  );
  if (taken.has('name') && isFree) {
    after.name = codeName(entry.name);
    after.folded = foldMarks(after.name);
  }
  return after;
}

/** Moves codes to where the file has them, unless they would come under themselves. */
function adoptParents(plan: readonly PlannedCode[], ids: readonly string[], rows: Map<string, Code>): void {
  for (const [index, { entry, codeId, fields }] of plan.entries()) {
    if (codeId === null || !fields.includes('parent')) continue;
    const parentId = entry.parent === null ? null : ids[entry.parent]!;
    const code = rows.get(codeId)!;
    if (parentId !== null && branchIds([...rows.values()], codeId).has(parentId)) continue;
    rows.set(ids[index]!, { ...code, parentId });
  }
}

async function takeMemos(
  context: ArchiveContext,
  journal: Journal,
  plan: readonly PlannedCode[],
  ids: readonly string[],
  take: CodebookTake,
): Promise<void> {
  const coderId = coderOf(context);
  const createdAt = utcIso(context.now());
  const wanted = plan.flatMap(({ entry, codeId, fills, fields }, index): Memo[] => {
    const isTaken = codeId === null || fills.includes('memo') || (take === 'file' && fields.includes('memo'));
    if (!entry.memo || !isTaken) return [];
    const subjectId = ids[index]!;
    return [
      {
        id: memoId('code', subjectId, coderId),
        subjectType: 'code',
        subjectId,
        coderId,
        body: entry.memo,
        createdAt,
        touched: {},
      },
    ];
  });
  await journal.putAll('memos', wanted);
}
