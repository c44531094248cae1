/** The tree of codes: one tab stop, arrows inside, rows drawn near the window only. Dragging is a second way to move. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { useVirtual } from '@/components/ui/use-virtual';
import { useWords } from '@/components/words';
import type { CodebookCode } from '@/utils/db/codebook';
import { CodeRow, type DropWhere } from './CodeRow';
import { NameInput } from './NameInput';
import { treeKey, type TreeKey } from './tree-keys';
import { isUnderItself, type Tree } from './use-tree';

export const ROW_HEIGHT = 34;

export interface CodeTreeProps {
  tree: Tree;
  codes: readonly CodebookCode[];
  /** The element that has the focus, to be focused from elsewhere. */
  element: { current: HTMLDivElement | null };
  reason: (error: { code: string; detail?: string }) => string;
  onKey: (key: TreeKey) => void;
  onName: (name: string) => Promise<Answer<unknown>>;
  onDrop: (target: string, where: DropWhere) => void;
  /** A row was pressed. */
  onPick: () => void;
}

export function CodeTree({ tree, codes, element, reason, onKey, onName, onDrop, onPick }: CodeTreeProps) {
  const { t } = useWords();
  const { rows, cursor, selected, naming, cut } = tree;
  const at = rows.findIndex(({ id }) => id === cursor);
  const namedAt = rows.findIndex(({ id }) =>
    naming?.kind === 'rename' ? id === naming.codeId : naming ? id === 'draft' : false,
  );
  const virtual = useVirtual({
    count: rows.length,
    size: ROW_HEIGHT,
    scroller: element,
    initialOffset: 0,
    keyOf: (index) => rows[index]?.id ?? String(index),
    keep: namedAt >= 0 ? namedAt : at >= 0 ? at : null,
  });
  const shownAt = namedAt >= 0 ? namedAt : at;
  useLayoutEffect(() => {
    if (shownAt >= 0) virtual.scrollToIndex(shownAt, { align: 'auto' });
  }, [shownAt, virtual]);

  const [drop, setDrop] = useState<{ id: string; where: DropWhere } | null>(null);
  const dragged = useRef<string[]>([]);
  const wasNaming = useRef(false);
  useEffect(() => {
    // The name's field went; the keyboard goes back to the tree.
    if (wasNaming.current && !naming) element.current?.focus({ preventScroll: true });
    wasNaming.current = naming !== null;
  }, [naming, element]);

  const nameField = (name: string, label: string) => (
    <NameInput
      label={label}
      name={name}
      reason={reason}
      onName={onName}
      onLeave={() => tree.setNaming(null)}
    />
  );

  return (
    <div
      ref={element}
      class="code-tree"
      role="tree"
      aria-label={t('codebookTree')}
      aria-multiselectable="true"
      tabIndex={0}
      aria-activedescendant={cursor !== null && at >= 0 ? `code-${cursor}` : undefined}
      onFocus={(event) => {
        if (event.target === event.currentTarget && cursor === null) tree.step(1);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        const key = treeKey(event);
        if (!key) return;
        event.preventDefault();
        onKey(key);
      }}
    >
      <div role="presentation" style={`height:${virtual.getTotalSize()}px;position:relative`}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const style = `transform:translateY(${item.start}px);--depth:${row.depth}`;
          if (row.kind === 'draft')
            return (
              <div key={item.key} class="code-row draft" role="presentation" style={style}>
                <span class="code-twist" aria-hidden="true" />
                <span class="code-dot" aria-hidden="true" />
                {nameField('', t('codebookNewName'))}
              </div>
            );
          return (
            <CodeRow
              key={item.key}
              row={row}
              style={style}
              isAtCursor={row.id === cursor}
              isSelected={selected.size > 0 ? selected.has(row.id) : row.id === cursor}
              isCut={cut.has(row.id)}
              drop={drop?.id === row.id ? drop.where : null}
              naming={
                naming?.kind === 'rename' && naming.codeId === row.id
                  ? nameField(row.code.name, t('codebookRenameName', row.code.name))
                  : null
              }
              onOpen={(isOpen) => tree.setOpen(row.id, isOpen)}
              onPick={(how) => {
                tree.go(row.id, how);
                element.current?.focus({ preventScroll: true });
                if (how === 'only') onPick();
              }}
              onRename={() => tree.setNaming({ kind: 'rename', codeId: row.id })}
              onDragStart={() => {
                dragged.current = selected.has(row.id) ? [...selected] : [row.id];
                if (!selected.has(row.id)) tree.go(row.id);
              }}
              onDragOver={(where) => {
                const parentId = where === 'under' ? row.id : row.code.parentId;
                const isFit =
                  dragged.current.length > 0 &&
                  !dragged.current.includes(row.id) &&
                  !isUnderItself(codes, dragged.current, parentId);
                setDrop(isFit ? { id: row.id, where } : null);
                return isFit;
              }}
              onDragEnd={() => {
                dragged.current = [];
                setDrop(null);
              }}
              onDrop={(where) => {
                setDrop(null);
                onDrop(row.id, where);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
