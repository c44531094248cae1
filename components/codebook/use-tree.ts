/** The tree's own state: cursor, selection, what is closed, what is being named, what was cut. Lost when the page closes. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { branchIds, inTreeOrder, treeOf } from '@/utils/annotation/code-tree';
import type { CodebookCode } from '@/utils/db/codebook';
import { flatRows, type Draft, type FlatRow } from './flat-rows';

export type Naming = { kind: 'new'; draft: Draft } | { kind: 'rename'; codeId: string };

export interface Tree {
  rows: FlatRow[];
  cursor: string | null;
  selected: ReadonlySet<string>;
  naming: Naming | null;
  cut: ReadonlySet<string>;
  setNaming: (naming: Naming | null) => void;
  /** `only` selects just it; `toggle` adds or takes it off; `range` everything from the anchor to it; `cursor` nothing. */
  go: (id: string, how?: 'only' | 'toggle' | 'range' | 'cursor') => void;
  /** Steps over the rows on the screen. */
  step: (by: number, how?: 'only' | 'range') => void;
  setOpen: (id: string, isOpen: boolean) => void;
  setAllOpen: (isOpen: boolean) => void;
  selectAll: () => void;
  deselect: () => void;
  setCut: (ids: ReadonlySet<string>) => void;
  /** What an act is about: the selection in tree order, or the code at the cursor. */
  chosen: () => string[];
}

const NOTHING: ReadonlySet<string> = new Set();

export function useTree(codes: readonly CodebookCode[], query: string): Tree {
  const [cursor, setCursor] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(NOTHING);
  const [closed, setClosed] = useState<ReadonlySet<string>>(NOTHING);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [cut, setCut] = useState<ReadonlySet<string>>(NOTHING);
  const draft = naming?.kind === 'new' ? naming.draft : null;
  const rows = useMemo(() => flatRows(codes, closed, query, draft), [codes, closed, query, draft]);

  // A code that went (removed, merged, undone) is let go of.
  useEffect(() => {
    const ids = new Set(codes.map(({ id }) => id));
    const living = (set: ReadonlySet<string>) => {
      const kept = [...set].filter((id) => ids.has(id));
      return kept.length === set.size ? set : new Set(kept);
    };
    setSelected(living);
    setCut(living);
    setCursor((now) => (now !== null && !ids.has(now) ? null : now));
  }, [codes]);

  const codeRows = useMemo(() => rows.flatMap((row) => (row.kind === 'code' ? [row] : [])), [rows]);

  const go: Tree['go'] = useCallback(
    (id, how = 'only') => {
      setCursor(id);
      if (how === 'cursor') return;
      if (how === 'range') {
        const from = codeRows.findIndex((row) => row.id === (anchor ?? cursor));
        const to = codeRows.findIndex((row) => row.id === id);
        if (from >= 0 && to >= 0) {
          const [low, high] = from < to ? [from, to] : [to, from];
          setSelected(new Set(codeRows.slice(low, high + 1).map((row) => row.id)));
          return;
        }
      }
      setAnchor(id);
      if (how === 'toggle')
        setSelected((now) => {
          const next = new Set(now.size === 0 && cursor !== null && cursor !== id ? [cursor] : now);
          if (!next.delete(id)) next.add(id);
          return next;
        });
      else setSelected(NOTHING);
    },
    [codeRows, anchor, cursor],
  );

  const setOpen = useCallback((id: string, isOpen: boolean) => {
    setClosed((now) => {
      const next = new Set(now);
      if (isOpen) next.delete(id);
      else next.add(id);
      return next;
    });
  }, []);

  return {
    rows,
    cursor,
    selected,
    naming,
    cut,
    setNaming: (next) => {
      // What is being made must be seen.
      if (next?.kind === 'new' && next.draft.parentId !== null) setOpen(next.draft.parentId, true);
      setNaming(next);
    },
    go,
    step(by, how = 'only') {
      const at = codeRows.findIndex((row) => row.id === cursor);
      const to = at < 0 ? (by > 0 ? 0 : codeRows.length - 1) : at + by;
      const row = codeRows[Math.max(0, Math.min(codeRows.length - 1, to))];
      if (row) go(row.id, how);
    },
    setOpen,
    setAllOpen(isOpen) {
      setClosed(
        isOpen ? NOTHING : new Set(codes.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]))),
      );
    },
    selectAll: () => setSelected(new Set(codeRows.map((row) => row.id))),
    deselect: () => {
      setSelected(NOTHING);
      setCut(NOTHING);
    },
    setCut,
    chosen() {
      const wanted = selected.size > 0 ? selected : new Set(cursor === null ? [] : [cursor]);
      return inTreeOrder(treeOf(codes))
        .map(({ code }) => code.id)
        .filter((id) => wanted.has(id));
    },
  };
}

/** Would moving these under `parentId` put one of them under itself? */
export function isUnderItself(
  codes: readonly CodebookCode[],
  ids: readonly string[],
  parentId: string | null,
): boolean {
  return parentId !== null && ids.some((id) => branchIds(codes, id).has(parentId));
}
