/** The tree as the list of rows that is on the screen: open branches, or what a search finds with the way to it. */
import { treeOf, type Branch } from '@/utils/annotation/code-tree';
import type { CodebookCode } from '@/utils/db/codebook';
import { foldMarks } from '@/utils/text/fold';

export interface CodeRow {
  kind: 'code';
  id: string;
  code: CodebookCode;
  depth: number;
  /** 1-based place among its siblings, and how many they are. */
  place: number;
  siblings: number;
  /** null: nothing below it. */
  isOpen: boolean | null;
  /** In a search: the code itself was found, it is not just on the way. */
  isFound: boolean;
}

/** A row that is being named and does not exist yet. */
export interface DraftRow {
  kind: 'draft';
  id: 'draft';
  depth: number;
}

export type FlatRow = CodeRow | DraftRow;

export interface Draft {
  parentId: string | null;
  /** The sibling after which it stands; null: at the end. */
  afterId: string | null;
}

/** Does the query, marks and case aside, stand in the code's name, shortcut or definition? */
export function isMatch(code: CodebookCode, query: string): boolean {
  const wanted = foldMarks(query.trim());
  return (
    code.folded.includes(wanted) ||
    code.shortcut === query.trim().toLocaleLowerCase('vi') ||
    foldMarks(code.definition).includes(wanted)
  );
}

export function flatRows(
  codes: readonly CodebookCode[],
  closed: ReadonlySet<string>,
  query: string,
  draft: Draft | null,
): FlatRow[] {
  const rows: FlatRow[] = [];
  const isSearch = query.trim() !== '';
  const found = new Set(isSearch ? codes.filter((code) => isMatch(code, query)).map(({ id }) => id) : []);
  const leads = (branch: Branch<CodebookCode>): boolean =>
    found.has(branch.code.id) || branch.children.some(leads);
  const addDraft = (depth: number) => rows.push({ kind: 'draft', id: 'draft', depth });

  function visit(branches: Branch<CodebookCode>[], parentId: string | null, depth: number) {
    const shown = isSearch ? branches.filter(leads) : branches;
    for (const [index, branch] of shown.entries()) {
      const { code, children } = branch;
      const hasDraft = draft?.parentId === code.id;
      const isOpen = children.length === 0 && !hasDraft ? null : hasDraft || isSearch || !closed.has(code.id);
      rows.push({
        kind: 'code',
        id: code.id,
        code,
        depth,
        place: index + 1,
        siblings: shown.length,
        isOpen,
        isFound: found.has(code.id),
      });
      if (isOpen) visit(children, code.id, depth + 1);
      if (draft && draft.parentId === parentId && draft.afterId === code.id) addDraft(depth);
    }
    if (draft && draft.parentId === parentId && draft.afterId === null) addDraft(depth);
  }
  visit(treeOf(codes), null, 0);
  return rows;
}
