/** The copy itself: the sanitised text with its pictures; selecting, the cursor, keys, stripes, clicks on highlights. */
import { createPortal } from 'preact/compat';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { TagValue } from '@/components/ui/TagInput';
import type { KeysInForce } from '@/components/ui/use-keymap';
import { useWords } from '@/components/words';
import type { Described } from '@/utils/annotation/describe';
import type { Picture, Version } from '@/utils/db/records';
import type { ReadAnnotation, ReadCode } from '@/utils/db/reading';
import type { ReaderActs, SetCurrent } from './acts';
import { CodePalette } from './CodePalette';
import { HelpCard } from './HelpCard';
import { KeyStrip } from './KeyStrip';
import { PassageHover } from './PassageHover';
import { PictureBox } from './PictureBox';
import { SelectionBar } from './SelectionBar';
import { Stripes } from './Stripes';
import { useCleanCopy } from './use-clean-copy';
import { useCodingKeys, type Target } from './use-coding-keys';
import { useCursor } from './use-cursor';
import type { Find } from './use-find';
import { useHover } from './use-hover';
import { usePassages, type Passages } from './use-passages';
import { useRecent } from './use-recent';
import { offsetOfCaret, useSelected } from './use-selected';

export interface CopyViewProps {
  version: Version;
  annotations: readonly ReadAnnotation[];
  codes: readonly ReadCode[];
  pictures: readonly Picture[];
  sources: ReadonlyMap<string, string>;
  byline: ComponentChildren;
  lang: string | undefined;
  keys: KeysInForce;
  find: Find;
  /** The highlight that is chosen. */
  current: string | null;
  setCurrent: SetCurrent;
  acts: ReaderActs;
  /** While the words of a highlight are being chosen: selecting chooses, nothing is made. */
  onAttach: ((described: Described) => void) | null;
  onPassages: (passages: Passages) => void;
  onAllow: (host: string) => void;
  onRetry: () => void;
  onChangeKeys: () => void;
  onSay: (said: string) => void;
}

/** What the palette puts codes on; a new highlight is known once the archive has it. */
interface Palette {
  target: Target;
  typed: string;
  made: Promise<string | null> | null;
}

export function CopyView(props: CopyViewProps) {
  const { version, annotations, codes, keys, find, current, setCurrent, acts, onAttach } = props;
  const { t } = useWords();
  const { root, copy } = useCleanCopy(version);
  const index = copy?.index ?? null;
  const cursor = useCursor(index);
  const selecting = useSelected(root, index, () => cursor.put(null));
  const recent = useRecent(codes);
  const [palette, setPalette] = useState<Palette | null>(null);
  const [isHelping, setHelping] = useState(false);
  const { selected } = selecting;
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    if (!selected) setTyping(false);
  }, [selected]);

  const unit = cursor.cursor?.unit ?? null;
  const passages = usePassages(index, annotations, current, {
    cursor: useMemo(
      () => (cursor.cursor && cursor.cursor.unit !== 'paragraph' ? [cursor.cursor] : null),
      [cursor.cursor],
    ),
    pending: selected?.described.parts ?? null,
    search: find.query ? find.places : null,
    found: useMemo(() => (find.place ? [find.place] : null), [find.place]),
  });
  // A guess has no stripe: it would look as sure as the others.
  const certain = useMemo(() => annotations.filter(({ verdict }) => verdict !== 'review'), [annotations]);
  const hover = useHover(passages, annotations);
  const { onPassages } = props;
  // The parent only keeps them; a new callback is no reason to tell it again.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => onPassages(passages), [passages]);

  const coding = useCodingKeys({
    keys,
    index,
    annotations,
    current,
    codes,
    recent,
    cursor,
    selecting,
    acts,
    onAttach,
    setCurrent,
    onPalette: (target, typed) =>
      setPalette({ target, typed, made: target.is === 'coming' ? target.id : null }),
    onHelp: () => setHelping(true),
    onSay: props.onSay,
  });

  // The place that was found becomes where keys go on from.
  useEffect(() => {
    if (!find.place || !index) return;
    const block = index.blocks.find(
      ({ start, end }) => start <= find.place!.start && find.place!.start <= end,
    );
    const element = block && index.elements.get(block.id);
    element?.scrollIntoView?.({ block: 'center' });
    cursor.beginAt(find.place.start);
    // Only the place counts; the cursor is new on each drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [find.place, index]);

  function applyFromPalette(tag: TagValue) {
    if (!palette) return;
    const { target } = palette;
    coding.noteNew(tag);
    if (target.is === 'highlight') {
      setCurrent(target.annotation.id);
      void acts.tag(target.annotation.id, tag);
    } else if (palette.made) void palette.made.then((id) => (id ? acts.tag(id, tag) : false));
    else {
      selecting.drop();
      const made = acts.make(target.described, tag);
      setPalette({ ...palette, made });
      if (!cursor.cursor) cursor.beginAt(target.described.parts[0]!.start);
      void made.then((id) => id && setCurrent(id));
    }
  }

  const here = unit || current ? coding.here() : [];
  const chosen = annotations.find(({ id }) => id === current) ?? null;
  const onTarget =
    palette?.target.is === 'highlight'
      ? annotations.find(({ id }) => palette.target.is === 'highlight' && id === palette.target.annotation.id)
      : palette?.made
        ? chosen
        : null;

  return (
    <article class="reader-article" lang={props.lang} aria-label={t('readerCopy')}>
      <div class="reader-sheet">
        {/* Every passage that a click picks can be picked by key, from the list and from its stripe. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
        <div
          ref={root}
          class="reader-copy"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one stop for the text, from where keys go on
          tabIndex={0}
          role="document"
          aria-label={t('readerCopy')}
          {...hover.listeners}
          onClick={(event) => {
            if ((event.target as Element).closest('a,button')) return;
            if (root.current?.ownerDocument.getSelection()?.isCollapsed === false) return;
            const ids = passages.at(event.clientX, event.clientY);
            // Clicking again goes on to the next of overlapping highlights.
            const next = ids[(ids.indexOf(current ?? '') + 1) % ids.length];
            if (next) setCurrent(next, 'card');
            else {
              const offset = index && offsetOfCaret(index);
              if (offset !== null) cursor.beginAt(offset);
            }
          }}
        />
        <Stripes
          annotations={certain}
          passages={passages}
          current={current}
          lit={hover.ids}
          onPick={(ids) => setCurrent(ids[(ids.indexOf(current ?? '') + 1) % ids.length]!, 'card')}
        />
      </div>
      {hover.at && hover.annotations.length > 0 && !selected && (
        <PassageHover annotations={hover.annotations} at={hover.at} />
      )}
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
      {selected && onAttach && (
        <div class="reader-bar" style={`left:${selected.box.left}px;top:${selected.box.bottom + 6}px`}>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              onAttach(selected.described);
              selecting.drop();
            }}
          >
            {t('readerAttachHere')}
            <kbd aria-hidden="true">H</kbd>
          </button>
        </div>
      )}
      {selected && !onAttach && (
        <SelectionBar
          box={selected.box}
          codes={codes}
          recent={recent}
          isTyping={isTyping}
          onTag={(tag) => coding.make(selected.described, tag)}
          onHighlight={() => coding.make(selected.described, 'highlight')}
          onComment={() => coding.make(selected.described, 'comment')}
          onClose={() => {
            selecting.drop();
            root.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {(unit || chosen) && !selected && !onAttach && keys.areSingleOn && (
        <KeyStrip
          keymap={keys.keymap}
          unit={unit}
          current={chosen}
          here={here}
          recent={recent}
          onTag={coding.tag}
          onPalette={() => void coding.acts.palette?.()}
          onPick={(id) => setCurrent(id)}
          onHelp={() => setHelping(true)}
        />
      )}
      <output class="visually-hidden" aria-live="polite">
        {cursor.cursor && unit !== 'paragraph' && version.text.slice(cursor.cursor.start, cursor.cursor.end)}
        {unit && here.length > 0 && ` · ${here.map(tagsOf).join('; ')}`}
      </output>
      {palette && (
        <CodePalette
          codes={codes}
          has={new Set(onTarget?.codes.map(({ id }) => id))}
          words={
            palette.target.is === 'highlight'
              ? palette.target.annotation.words
              : palette.target.described.quote.exact
          }
          lang={props.lang}
          typed={palette.typed}
          digitOf={(id) => {
            const at = recent.findIndex((code) => code?.id === id);
            return at >= 0 ? at + 1 : null;
          }}
          onApply={applyFromPalette}
          onClose={() => setPalette(null)}
        />
      )}
      {isHelping && <HelpCard keys={keys} onChange={props.onChangeKeys} onClose={() => setHelping(false)} />}
    </article>
  );
}

const tagsOf = ({ codes, comment }: ReadAnnotation): string =>
  [codes.map(({ name }) => name).join(', '), comment].filter(Boolean).join(': ');
