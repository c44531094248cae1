/**
 * Undo and redo for everything a person edits. A journal entry keeps each changed row as it was and as it became, so
 * taking back is putting rows back: no inverse to be written per verb, and it survives a restart.
 */
import { CURRENT_CODER } from '@/utils/db/blind';
import { CURRENT_PROJECT } from '@/utils/db/projects';
import type {
  Article,
  JournaledTable,
  JournalEntry,
  RowChange,
  TableName,
  Touched,
} from '@/utils/db/records';
import { undoLabels } from '@/utils/db/undo-labels';
import { utcIso } from './clock';
import { exclusively } from './exclusive';
import { readCoder, readProject } from './first-use';
import type { ArchiveContext, UndoState } from './types';

/** Acts kept for undo; the oldest go first, some at a time. */
const KEPT_ENTRIES = 1000;
const DROPPED_TOGETHER = 16;

interface JournaledRow {
  id: string;
  touched?: Touched;
}

/** Writes rows inside a journaled act; each row's first state and last state are remembered. */
export interface Journal {
  put: <Row extends JournaledRow>(table: JournaledTable, row: Row) => Promise<void>;
  /** Many rows of one table at once: 20,000 codings move in two looks into the database. */
  putAll: <Row extends JournaledRow>(table: JournaledTable, rows: Row[]) => Promise<void>;
  /** Put without the row's former self: undo restores `undoneTo` instead (a save goes to the bin, not to nothing). */
  putUndoneTo: <Row extends JournaledRow>(table: JournaledTable, row: Row, undoneTo: Row) => Promise<void>;
  /** The same for a row that is known not to be there: nothing is read. */
  addUndoneTo: <Row extends JournaledRow>(table: JournaledTable, row: Row, undoneTo: Row) => Promise<unknown>;
}

export const JOURNALED_TABLES: JournaledTable[] = [
  'projects',
  'articles',
  'annotations',
  'placements',
  'codes',
  'codings',
  'memos',
  'collections',
  'coders',
  'samples',
  'completions',
  'searches',
];

/** Sets the change time of every top-level field that differs from `before`. */
function touch(row: JournaledRow, before: JournaledRow | undefined, at: string): JournaledRow {
  const touched: Touched = { ...before?.touched };
  const now = row as unknown as Record<string, unknown>;
  const then = (before ?? {}) as unknown as Record<string, unknown>;
  for (const key of new Set([...Object.keys(now), ...Object.keys(then)])) {
    if (key === 'id' || key === 'touched') continue;
    if (JSON.stringify(now[key]) !== JSON.stringify(then[key])) touched[key] = at;
  }
  return { ...row, touched };
}

/**
 * Starts a journal for one act. Call inside a `rw` transaction over the tables written and `journal`; call `close` last.
 * Starting an act forgets what could be redone.
 */
export function openJournal(
  context: ArchiveContext,
  label: string,
  group?: string,
): { journal: Journal; close: () => Promise<void> } {
  const { db } = context;
  const at = utcIso(context.now());
  const changes = new Map<string, RowChange>();

  function note(table: JournaledTable, id: string, before: JournaledRow | null, after: JournaledRow) {
    const key = `${table}/${id}`;
    const earlier = changes.get(key);
    changes.set(key, { table, id, before: earlier ? earlier.before : before, after });
  }

  async function write(table: JournaledTable, wanted: JournaledRow[], undoneTo?: JournaledRow) {
    if (wanted.length === 0) return;
    const rows = db.rows<JournaledRow>(table);
    const here = await rows.bulkGet(wanted.map(({ id }) => id));
    const changed: JournaledRow[] = [];
    for (const [index, row] of wanted.entries()) {
      const before = here[index];
      const after = touch(row, before, at);
      if (before && JSON.stringify(before) === JSON.stringify({ ...after, touched: before.touched }))
        continue;
      changed.push(after);
      note(table, row.id, undoneTo ?? before ?? null, after);
    }
    if (changed.length > 0) await rows.bulkPut(changed);
  }

  return {
    journal: {
      put: (table, row) => write(table, [row]),
      putAll: (table, rows) => write(table, rows),
      putUndoneTo: (table, row, undoneTo) => write(table, [row], undoneTo),
      addUndoneTo(table, row, undoneTo) {
        const after = touch(row, undefined, at);
        note(table, row.id, undoneTo, after);
        return db.rows<JournaledRow>(table).add(after);
      },
    },
    async close() {
      if (changes.size === 0) return;
      const entry: JournalEntry = { label, at, changes: [...changes.values()], undone: 0 };
      // Not `where().delete()`: it locks the transaction, and what is written beside it would wait.
      const [seq, undone] = await Promise.all([
        db.journal.add(group === undefined ? entry : { ...entry, group }),
        db.journal.where('undone').equals(1).primaryKeys(),
      ]);
      if (undone.length > 0) await db.journal.bulkDelete(undone);
      if (seq % DROPPED_TOGETHER === 0)
        await db.journal
          .where('seq')
          .belowOrEqual(seq - KEPT_ENTRIES)
          .delete();
    },
  };
}

/**
 * One journaled act of its own: opens the transaction over the tables it reads or writes, runs, closes.
 * @param group of an act on thousands of articles, done in parts: undo takes all parts back
 */
export function journaled<T>(
  context: ArchiveContext,
  label: string,
  tables: TableName[],
  act: (journal: Journal) => Promise<T>,
  group?: string,
): Promise<T> {
  return exclusively(() =>
    context.db.transaction('rw', [...tables, 'journal'], async () => {
      const { journal, close } = openJournal(context, label, group);
      const value = await act(journal);
      await close();
      return value;
    }),
  );
}

async function lastDone(context: ArchiveContext): Promise<JournalEntry | undefined> {
  return context.db.journal.where('undone').equals(0).last();
}

async function firstUndone(context: ArchiveContext): Promise<JournalEntry | undefined> {
  return context.db.journal.where('undone').equals(1).first();
}

export function undoState(context: ArchiveContext): Promise<UndoState> {
  return undoLabels(context.db);
}

/**
 * A version that was taken back stays so when acts before it are taken back too: their rows were written before it was
 * withdrawn and do not know. Only the act that makes it the latest again brings it back.
 */
function stillWithdrawn(
  table: JournaledTable,
  wanted: JournaledRow,
  current: JournaledRow | undefined,
): JournaledRow {
  if (table !== 'articles') return wanted;
  const [next, now] = [wanted as Article, current as Article | undefined];
  const known = [...new Set([...(next.withdrawn ?? []), ...(now?.withdrawn ?? [])])];
  const withdrawn = known.filter((id) => id !== next.latestVersionId);
  const { withdrawn: _, ...rest } = next;
  const settled: Article = withdrawn.length > 0 ? { ...next, withdrawn } : rest;
  return settled;
}

async function putBack(
  context: ArchiveContext,
  changes: RowChange[],
  side: 'before' | 'after',
): Promise<void> {
  const at = utcIso(context.now());
  for (const table of new Set(changes.map((change) => change.table))) {
    const rows = context.db.rows<JournaledRow>(table);
    const own = changes.filter((change) => change.table === table);
    const here = await rows.bulkGet(own.map(({ id }) => id));
    const gone: string[] = [];
    const back: JournaledRow[] = [];
    for (const [index, change] of own.entries()) {
      const wanted = change[side] as JournaledRow | null;
      if (wanted === null) gone.push(change.id);
      // Change times move on: on another machine the taking back must win over what it takes back.
      else back.push(touch(stillWithdrawn(table, wanted, here[index]), here[index], at));
    }
    await rows.bulkDelete(gone);
    await rows.bulkPut(back);
  }
}

/** The coder at work may just have been unmade. */
async function followCoder(context: ArchiveContext): Promise<void> {
  context.coder = await readCoder(context);
  await context.db.settings.put({ key: CURRENT_CODER, value: context.coder });
}

/** The project at work may just have been unmade; one that was only removed is still the device's choice. */
async function followProject(context: ArchiveContext): Promise<void> {
  const { db } = context;
  context.project = await readProject(context);
  const chosen = (await db.settings.get(CURRENT_PROJECT))?.value;
  if (typeof chosen !== 'string' || !(await db.projects.get(chosen)))
    await db.settings.put({ key: CURRENT_PROJECT, value: context.project });
}

/** Takes back the last act. `did` is its label, null when there was none. */
export function undo(context: ArchiveContext): Promise<UndoState & { did: string | null }> {
  return travel(context, lastDone, 'before', 1);
}

/** Does again what was last taken back. */
export function redo(context: ArchiveContext): Promise<UndoState & { did: string | null }> {
  return travel(context, firstUndone, 'after', 0);
}

function travel(
  context: ArchiveContext,
  pick: (context: ArchiveContext) => Promise<JournalEntry | undefined>,
  side: 'before' | 'after',
  undone: 0 | 1,
): Promise<UndoState & { did: string | null }> {
  const step = () =>
    context.db.transaction('rw', [...JOURNALED_TABLES, 'journal', 'settings'], async () => {
      const entry = await pick(context);
      if (entry?.seq === undefined || (last !== null && entry.group !== last.group)) return null;
      await putBack(context, entry.changes, side);
      await context.db.journal.update(entry.seq, { undone });
      if (entry.changes.some(({ table }) => table === 'coders')) await followCoder(context);
      if (entry.changes.some(({ table }) => table === 'projects')) await followProject(context);
      return entry;
    });
  let last: JournalEntry | null = null;
  return exclusively(async () => {
    // Each part in a transaction of its own. Killed on the way, the next undo goes on with what is left.
    for (let entry = await step(); entry; entry = await step()) {
      last = entry;
      if (entry.group === undefined) break;
    }
    return { ...(await undoState(context)), did: last?.label ?? null };
  });
}
