/** What keys, names and drops in the tree do to the codebook. */
import { useMemo } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import type { CodebookCode } from '@/utils/db/codebook';
import type { DropWhere } from './CodeRow';
import type { CodebookDoors } from './doors';
import { placesOf } from './places';
import type { TreeKey } from './tree-keys';
import type { Acts } from './use-acts';
import type { Tree } from './use-tree';

export type Asking = 'merge' | 'move' | 'remove' | 'import' | 'help' | { split: string[] };

export interface Surgery {
  onKey: (key: TreeKey) => void;
  onName: (name: string) => Promise<Answer<unknown>>;
  onDrop: (target: string, where: DropWhere) => void;
  startNew: (isBelow: boolean) => void;
  /** Asks, unless nothing hangs on what goes. */
  remove: () => void;
  move: (codeIds: string[], parentId: string | null, beforeId: string | null) => Promise<Answer<unknown>>;
}

export function useSurgery(wishes: {
  tree: Tree;
  codes: readonly CodebookCode[];
  doors: CodebookDoors;
  acts: Acts;
  ask: (asking: Asking) => void;
  openPanel: () => void;
}): Surgery {
  const { tree, codes, doors, acts, ask, openPanel } = wishes;
  const { cursor } = tree;
  const places = useMemo(() => placesOf(codes), [codes]);
  const place = cursor === null ? undefined : places.get(cursor);

  const move: Surgery['move'] = (codeIds, parentId, beforeId) =>
    acts.act('journalCodeMoved', doors.move(codeIds, parentId, beforeId));

  function startNew(isBelow: boolean) {
    tree.setNaming({
      kind: 'new',
      draft:
        isBelow && cursor !== null
          ? { parentId: cursor, afterId: null }
          : { parentId: place?.parent?.id ?? null, afterId: cursor },
    });
  }

  async function onName(name: string): Promise<Answer<unknown>> {
    const { naming } = tree;
    if (naming?.kind === 'rename') {
      const answer = await doors.edit(naming.codeId, { name });
      if (answer.ok) tree.setNaming(null);
      return answer;
    }
    const draft = naming?.draft ?? { parentId: null, afterId: null };
    const after = draft.afterId === null ? undefined : places.get(draft.afterId);
    const answer = await doors.create({
      name,
      parentId: draft.parentId,
      beforeId: after?.siblings[after.index + 1] ?? null,
    });
    if (answer.ok) {
      tree.setNaming(null);
      tree.go(answer.value.codeId);
    }
    return answer;
  }

  function remove() {
    const chosen = tree.chosen();
    if (chosen.length === 0) return;
    const isBare = chosen.every((id) => {
      const code = codes.find((one) => one.id === id);
      return code?.passages === 0 && code.articles === 0 && places.get(id)?.children === 0;
    });
    if (isBare && chosen.length === 1) {
      const next = place?.siblings[place.index + 1] ?? place?.siblings[place.index - 1] ?? place?.parent?.id;
      if (next) tree.go(next);
      void acts.act('journalCodeRemoved', doors.remove(chosen, 'lift'));
    } else ask('remove');
  }

  function shift(key: 'moveUp' | 'moveDown' | 'indent' | 'outdent') {
    if (cursor === null || !place) return;
    const { siblings, index, parent } = place;
    const [before, next] = [siblings[index - 1], siblings[index + 1]];
    if (key === 'moveUp' && before) void move([cursor], parent?.id ?? null, before);
    else if (key === 'moveDown' && next) void move([cursor], parent?.id ?? null, siblings[index + 2] ?? null);
    else if (key === 'indent' && before) {
      tree.setOpen(before, true);
      void move([cursor], before, null);
    } else if (key === 'outdent' && parent) {
      const above = places.get(parent.id)!;
      void move([cursor], above.parent?.id ?? null, above.siblings[above.index + 1] ?? null);
    }
  }

  function sideways(key: 'left' | 'right') {
    const row = tree.rows.find(({ id }) => id === cursor);
    if (row?.kind !== 'code' || cursor === null) return;
    if (key === 'right') {
      if (row.isOpen === false) tree.setOpen(cursor, true);
      else if (row.isOpen) tree.step(1);
    } else if (row.isOpen) tree.setOpen(cursor, false);
    else if (place?.parent) tree.go(place.parent.id);
  }

  function onKey(key: TreeKey) {
    switch (key.do) {
      case 'step':
        return tree.step(key.by, key.isRange ? 'range' : 'only');
      case 'first':
        return tree.step(-tree.rows.length);
      case 'last':
        return tree.step(tree.rows.length);
      case 'left':
      case 'right':
        return sideways(key.do);
      case 'toggle':
        return cursor === null ? undefined : tree.go(cursor, 'toggle');
      case 'selectAll':
        return tree.selectAll();
      case 'deselect':
        return tree.deselect();
      case 'openAll':
      case 'closeAll':
        return tree.setAllOpen(key.do === 'openAll');
      case 'new':
      case 'newBelow':
        return startNew(key.do === 'newBelow');
      case 'rename':
        return cursor === null ? undefined : tree.setNaming({ kind: 'rename', codeId: cursor });
      case 'remove':
        return remove();
      case 'merge':
        return tree.chosen().length > 0 ? ask('merge') : undefined;
      case 'open':
        return openPanel();
      case 'cut':
        return tree.setCut(new Set(tree.chosen()));
      case 'paste':
        if (tree.cut.size === 0 || cursor === null || tree.cut.has(cursor)) return undefined;
        tree.setOpen(cursor, true);
        void move([...tree.cut], cursor, null).then((answer) => answer.ok && tree.deselect());
        return undefined;
      default:
        return shift(key.do);
    }
  }

  return {
    onKey,
    onName,
    startNew,
    remove,
    move,
    onDrop(target, where) {
      const ids = tree.chosen();
      const at = places.get(target);
      if (!at || ids.length === 0) return;
      if (where === 'under') {
        tree.setOpen(target, true);
        void move(ids, target, null);
      } else {
        const before = where === 'before' ? target : (at.siblings[at.index + 1] ?? null);
        void move(ids, at.parent?.id ?? null, before);
      }
    },
  };
}
