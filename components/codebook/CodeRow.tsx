/** One code of the tree: colour, name, marks for what it has, and how often it is used. */
import type { ComponentChildren } from 'preact';
import { useWords } from '@/components/words';
import type { CodeRow as Row } from './flat-rows';

export type DropWhere = 'before' | 'under' | 'after';

export interface CodeRowProps {
  row: Row;
  style: string;
  isAtCursor: boolean;
  isSelected: boolean;
  isCut: boolean;
  drop: DropWhere | null;
  /** The field in which its name is written, while it is. */
  naming: ComponentChildren;
  onOpen: (isOpen: boolean) => void;
  onPick: (how: 'only' | 'toggle' | 'range') => void;
  onRename: () => void;
  onDragStart: () => void;
  /** May it be dropped there? */
  onDragOver: (where: DropWhere) => boolean;
  onDragEnd: () => void;
  onDrop: (where: DropWhere) => void;
}

/** The upper quarter drops before the row, the lower one after it, the middle under it. */
function whereOf(event: DragEvent): DropWhere {
  const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const part = (event.clientY - top) / height;
  return part < 0.27 ? 'before' : part > 0.73 ? 'after' : 'under';
}

export function CodeRow(props: CodeRowProps) {
  const { row, style, isAtCursor, isSelected, isCut, drop, naming, onOpen, onPick } = props;
  const { t, number } = useWords();
  const { code, depth, isOpen } = row;
  const classes = ['code-row'];
  if (isAtCursor) classes.push('cursor');
  if (isCut) classes.push('cut');
  if (drop) classes.push(`drop-${drop}`);
  return (
    // The tree takes the keys; a row takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`code-${row.id}`}
      class={classes.join(' ')}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isSelected}
      style={`${style};--tag-colour:${code.colour}`}
      draggable={!naming}
      onClick={(event) => {
        if ((event.target as Element).closest('input')) return;
        onPick(event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
      }}
      onDblClick={(event) => {
        if (!(event.target as Element).closest('input,.code-twist')) props.onRename();
      }}
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', code.name);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
        props.onDragStart();
      }}
      onDragOver={(event) => {
        if (props.onDragOver(whereOf(event))) event.preventDefault();
      }}
      onDragEnd={props.onDragEnd}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop(whereOf(event));
      }}
    >
      {/* For the pointer; the keyboard has ← and →. */}
      <span
        class={`code-twist${isOpen === null ? '' : isOpen ? ' open' : ' closed'}`}
        aria-hidden="true"
        onClick={(event) => {
          if (isOpen === null) return;
          event.stopPropagation();
          onOpen(!isOpen);
        }}
      />
      <span class="code-dot" aria-hidden="true" />
      {naming || (
        <>
          <span class={`code-name${row.isFound ? ' found' : ''}`}>{code.name}</span>
          {code.values.length > 0 && (
            <span class="code-mark" aria-hidden="true" title={t('codebookIsVariable')}>
              {number(code.values.length)} {t('codebookValuesShort')}
            </span>
          )}
          {code.shortcut && (
            <kbd class="code-key" aria-hidden="true">
              {code.shortcut}
            </kbd>
          )}
          <span class="visually-hidden">
            {t('codebookRowCounts', number(code.passages), number(code.articles))}
          </span>
          <span class="code-counts" aria-hidden="true">
            <span title={t('codebookPassages', number(code.passages))}>
              {code.passages ? number(code.passages) : ''}
            </span>
            <span class="code-articles" title={t('codebookArticles', number(code.articles))}>
              {code.articles ? number(code.articles) : ''}
            </span>
          </span>
        </>
      )}
    </div>
  );
}
