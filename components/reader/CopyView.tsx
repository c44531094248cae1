/** The copy itself: the sanitised text with its pictures; selecting, the paragraph cursor, keys, clicks on highlights. */
import { createPortal } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { KnownTag, TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import { describeBlock, describeRange, type Described } from '@/utils/annotation/describe';
import type { Picture, Version } from '@/utils/db/records';
import type { ReadAnnotation } from '@/utils/db/reading';
import { PictureBox } from './PictureBox';
import { MOST_RECENT, SelectionBar } from './SelectionBar';
import { useCleanCopy } from './use-clean-copy';
import { usePassages, type Passages } from './use-passages';

export interface CopyViewProps {
  version: Version;
  annotations: readonly ReadAnnotation[];
  codes: readonly KnownTag[];
  pictures: readonly Picture[];
  sources: ReadonlyMap<string, string>;
  byline: ComponentChildren;
  lang: string | undefined;
  /** The highlight whose card is open. */
  open: string | null;
  /** Tag, bare highlight, or highlight with a comment to be written. */
  onMake: (described: Described, what: TagValue | 'highlight' | 'comment') => void;
  /** While the words of a highlight are being chosen: selecting chooses, nothing is made. */
  onAttach: ((described: Described) => void) | null;
  onPick: (id: string) => void;
  onPassages: (passages: Passages) => void;
  onAllow: (host: string) => void;
  onRetry: () => void;
}

interface Selected {
  described: Described;
  box: { left: number; top: number; bottom: number };
}

export function CopyView(props: CopyViewProps) {
  const { version, annotations, codes, open, onMake } = props;
  const { t } = useWords();
  const { root, copy } = useCleanCopy(version);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [isTyping, setTyping] = useState(false);
  const index = copy?.index ?? null;
  const passages = usePassages(index, annotations, open, selected?.described.parts ?? null);
  const { onPassages } = props;
  // The parent only keeps them; a new callback is no reason to tell it again.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => onPassages(passages), [passages]);

  function drop() {
    setSelected(null);
    setTyping(false);
  }

  /** Reads the selection once it has come to rest; one inside the bar is none of ours. */
  function readSelection() {
    const doc = root.current?.ownerDocument;
    const selection = doc?.getSelection();
    if (!index || !doc || !selection || selection.rangeCount === 0) return;
    if (doc.activeElement?.closest('.reader-bar')) return;
    const range = selection.getRangeAt(0);
    const described = range.collapsed ? null : describeRange(range, index);
    if (described) setSelected({ described, box: boxOf(range) });
    else drop();
  }

  useEffect(() => {
    const doc = root.current?.ownerDocument;
    if (!doc || !index) return undefined;
    let waiting = 0;
    let isDown = false;
    const soon = () => {
      clearTimeout(waiting);
      if (!isDown) waiting = window.setTimeout(readSelection, 120);
    };
    const down = () => (isDown = true);
    const up = () => {
      isDown = false;
      soon();
    };
    doc.addEventListener('selectionchange', soon);
    doc.addEventListener('pointerdown', down);
    doc.addEventListener('pointerup', up);
    doc.addEventListener('pointercancel', up);
    return () => {
      clearTimeout(waiting);
      doc.removeEventListener('selectionchange', soon);
      doc.removeEventListener('pointerdown', down);
      doc.removeEventListener('pointerup', up);
      doc.removeEventListener('pointercancel', up);
    };
    // `readSelection` reads refs and this index only.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [index]);

  function make(described: Described, what: TagValue | 'highlight' | 'comment') {
    root.current?.ownerDocument.getSelection()?.removeAllRanges();
    drop();
    // The paragraph cursor goes on from the passage that was just tagged.
    const block = root.current?.querySelector<HTMLElement>(`[data-block="${described.parts[0]?.blockId}"]`);
    if (what !== 'comment') (block ?? root.current)?.focus({ preventScroll: true });
    onMake(described, what);
  }

  /** What keys act on: the selection, else the paragraph under the cursor. */
  function subject(): Selected | null {
    if (selected) return selected;
    const element = root.current?.ownerDocument.activeElement?.closest('[data-block]');
    const described = index && element && describeBlock(element.getAttribute('data-block')!, index);
    if (!described) return null;
    const { left, top, bottom } = element.getBoundingClientRect();
    const down = element.ownerDocument.defaultView?.scrollY ?? 0;
    return { described, box: { left, top: top + down, bottom: bottom + down } };
  }

  function step(by: 1 | -1) {
    const blocks = [...(root.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
    const doc = root.current?.ownerDocument;
    const caret = doc?.getSelection()?.focusNode;
    const at = blocks.findIndex(
      (block) => block.contains(doc?.activeElement ?? null) || block.contains(caret ?? null),
    );
    const next = blocks[at < 0 ? (by > 0 ? 0 : blocks.length - 1) : at + by];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView?.({ block: 'center' });
    // Shift with the arrows selects from here.
    doc?.getSelection()?.collapse(next, 0);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest('input,textarea,select,button')) return;
    const key = event.key.toLowerCase();
    if (key === 'escape' && selected) {
      root.current?.ownerDocument.getSelection()?.removeAllRanges();
      drop();
    } else if (event.shiftKey) return;
    else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
    else {
      if (props.onAttach) return;
      const on = /^[htmc1-9]$/.test(key) ? subject() : null;
      if (!on) return;
      const recent = codes.slice(0, MOST_RECENT)[Number(key) - 1];
      if (key === 'h') make(on.described, 'highlight');
      else if (key === 'm' || key === 'c') make(on.described, 'comment');
      else if (key === 't') {
        setSelected(on);
        setTyping(true);
      } else if (recent) make(on.described, recent);
    }
    event.preventDefault();
  }

  return (
    <article class="reader-article" lang={props.lang} aria-label={t('readerCopy')}>
      <div
        ref={root}
        class="reader-copy"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys work only while the text has the focus
        tabIndex={0}
        role="document"
        aria-label={t('readerCopy')}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if ((event.target as Element).closest('a,button')) return;
          if (root.current?.ownerDocument.getSelection()?.isCollapsed === false) return;
          const ids = passages.at(event.clientX, event.clientY);
          // Clicking again goes on to the next of overlapping highlights.
          const next = ids[(ids.indexOf(open ?? '') + 1) % ids.length];
          if (next) props.onPick(next);
        }}
      />
      {copy && createPortal(props.byline, copy.byline)}
      {copy?.pictures.map(({ id, holder }) => {
        const picture = props.pictures.find(({ pictureId }) => pictureId === id);
        return (
          picture &&
          createPortal(
            <PictureBox
              picture={picture}
              source={picture.blobSha ? props.sources.get(picture.blobSha) : undefined}
              onAllow={props.onAllow}
              onRetry={props.onRetry}
            />,
            holder,
          )
        );
      })}
      {selected && props.onAttach && (
        <div class="reader-bar" style={`left:${selected.box.left}px;top:${selected.box.bottom + 6}px`}>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              props.onAttach?.(selected.described);
              root.current?.ownerDocument.getSelection()?.removeAllRanges();
              drop();
            }}
          >
            {t('readerAttachHere')}
          </button>
        </div>
      )}
      {selected && !props.onAttach && (
        <SelectionBar
          box={selected.box}
          codes={codes}
          isTyping={isTyping}
          onTag={(tag) => make(selected.described, tag)}
          onHighlight={() => make(selected.described, 'highlight')}
          onComment={() => make(selected.described, 'comment')}
          onClose={() => {
            root.current?.ownerDocument.getSelection()?.removeAllRanges();
            drop();
            root.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </article>
  );
}

/** Where a range stands on the whole page. */
function boxOf(range: Range): Selected['box'] {
  // jsdom has no layout.
  const rects = [...(range.getClientRects?.() ?? [])].filter(({ width }) => width > 0);
  const last = rects.at(-1);
  const first = rects[0];
  if (!first || !last) return { left: 0, top: 0, bottom: 0 };
  const { scrollX, scrollY } = range.startContainer.ownerDocument!.defaultView!;
  return { left: last.left + scrollX, top: first.top + scrollY, bottom: last.bottom + scrollY };
}
