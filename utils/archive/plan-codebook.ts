/**
 * What taking in a codebook file would do. Promise: nothing here is ever deleted or emptied; a code of the file is found
 * here by its id, else by its name (up to case and Unicode form), else it is new.
 */
import { pathOf, survivorOf } from '@/utils/annotation/code-tree';
import type { CodeEntry } from '@/utils/exchange/codebook-entry';
import type { Code } from '@/utils/db/records';
import { isInUse, twinKey } from './codes';

/** `mine`: where both say something, what is here stays; `file`: the file's word counts. Empty fields are filled either way. */
export type CodebookTake = 'mine' | 'file';

export type CodeField =
  | 'name'
  | 'parent'
  | 'colour'
  | 'definition'
  | 'include'
  | 'exclude'
  | 'example'
  | 'values'
  | 'shortcut'
  | 'memo';

export interface PlannedCode {
  entry: CodeEntry;
  /**
   * `new`; `renamed`: new, but its name is taken by another code of the file, so it gets a longer one; `same`; `filled`:
   * only fields that are empty here; `differs`: both say something different in `fields`.
   */
  kind: 'new' | 'renamed' | 'same' | 'filled' | 'differs';
  /** The name it would have. */
  name: string;
  /** The code that is here. */
  codeId: string | null;
  /** Fields that are empty here and said in the file. */
  fills: CodeField[];
  /** Fields that both say differently. */
  fields: CodeField[];
}

const TEXTS = ['definition', 'include', 'exclude', 'example'] as const;

/**
 * @param codes all codes of the project, merged and removed ones too
 * @param memos codeId → the coder's own memo
 */
export function planCodebook(
  codes: readonly Code[],
  memos: ReadonlyMap<string, string>,
  entries: readonly CodeEntry[],
): PlannedCode[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const byName = new Map(codes.filter(isInUse).map((code) => [twinKey(code.name), code]));
  const matches = new Map<number, Code>();
  const taken = new Set<string>();
  const match = (index: number, code: Code | undefined) => {
    if (!code || !isInUse(code) || taken.has(code.id) || matches.has(index)) return;
    matches.set(index, code);
    taken.add(code.id);
  };
  for (const [index, { id }] of entries.entries()) match(index, byId.get(id ?? ''));
  for (const [index, { name }] of entries.entries()) match(index, byName.get(twinKey(name)));
  // Merged here since the file was written: it is what it was merged into.
  for (const [index, { id }] of entries.entries()) {
    const code = byId.get(survivorOf(byId, id ?? ''));
    if (!matches.has(index) && code && code.id !== id && isInUse(code)) matches.set(index, code);
  }
  const names = new Set([...byName.keys()]);
  return entries.map((entry, index) => {
    const code = matches.get(index);
    if (code) {
      // A second entry for one code (it was merged here) says nothing that must be asked about.
      const isMerged = entry.id !== code.id && byId.get(entry.id ?? '')?.mergedInto !== undefined;
      return comparedTo(code, isMerged);
    }
    const name = freeName(entry, entries, names);
    names.add(twinKey(name));
    return {
      entry,
      kind: name === entry.name ? 'new' : 'renamed',
      name,
      codeId: null,
      fills: [],
      fields: [],
    };

    function comparedTo(here: Code, isMerged: boolean): PlannedCode {
      const fills: CodeField[] = [];
      const fields: CodeField[] = [];
      const look = (field: CodeField, mine: string, theirs: string) => {
        if (!theirs || mine === theirs) return;
        (mine ? fields : fills).push(field);
      };
      if (!isMerged) {
        look('name', here.name, entry.name);
        const parent = entry.parent === null ? null : parentNameOf(entry.parent);
        const mine = here.parentId ? (byId.get(survivorOf(byId, here.parentId))?.name ?? null) : null;
        if (twinKey(parent ?? '') !== twinKey(mine ?? '')) fields.push('parent');
        look('colour', here.colour, entry.colour ?? '');
        for (const field of TEXTS) look(field, here[field], entry[field]);
        const isKnown = entry.values.every((value) => here.values.includes(value));
        if (!isKnown) (here.values.length > 0 ? fields : fills).push('values');
        look('shortcut', here.shortcut ?? '', entry.shortcut ?? '');
        look('memo', memos.get(here.id) ?? '', entry.memo);
      }
      const kind = fields.length > 0 ? 'differs' : fills.length > 0 ? 'filled' : 'same';
      return { entry, kind, name: here.name, codeId: here.id, fills, fields };
    }
  });

  function parentNameOf(index: number): string {
    return matches.get(index)?.name ?? entries[index]!.name;
  }
}

/** Names are unique in a project: “Khác” under “Thời tiết” becomes “Khác (Thời tiết)”, then “… 2”. */
function freeName(entry: CodeEntry, entries: readonly CodeEntry[], names: ReadonlySet<string>): string {
  if (!names.has(twinKey(entry.name))) return entry.name;
  const parent = entry.parent === null ? null : entries[entry.parent]!.name;
  const longer = parent ? `${entry.name} (${parent})`.slice(0, 190) : entry.name;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? longer : `${longer} ${count}`;
    if (!names.has(twinKey(name))) return name;
  }
}

/** The codebook as entries, in tree order. */
export function entriesOf(inOrder: readonly Code[], memos: ReadonlyMap<string, string>): CodeEntry[] {
  const places = new Map(inOrder.map(({ id }, index) => [id, index]));
  const known = new Map(inOrder.map((code) => [code.id, code]));
  return inOrder.map((code, index) => {
    const parent = code.parentId === null ? null : (places.get(code.parentId) ?? null);
    return {
      id: code.id,
      // Parents stand before their children in tree order; one that does not is part of a circle.
      parent: parent !== null && parent < index && pathOf(known, code.id).length > 1 ? parent : null,
      name: code.name,
      colour: code.colour,
      definition: code.definition,
      include: code.include,
      exclude: code.exclude,
      example: code.example,
      values: code.values,
      shortcut: code.shortcut,
      memo: memos.get(code.id) ?? '',
    };
  });
}
