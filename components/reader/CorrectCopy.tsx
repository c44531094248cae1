/** Correcting the copy: pick a block, take it out, give it another kind, put a piece of the page in. Nothing is kept until saved. */
import { createPortal } from 'preact/compat';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { correctCopy, type Correction, type CorrectableKind } from '@/utils/article/correct';
import type { Picture, Version } from '@/utils/db/records';
import { CorrectBar } from './CorrectBar';
import { PictureBox } from './PictureBox';
import { PiecePicker } from './PiecePicker';
import { useCleanCopy } from './use-clean-copy';
import './correct.css';

const KIND_OF_KEY: Record<string, CorrectableKind> = {
  t: 'title',
  l: 'lead',
  p: 'paragraph',
  h: 'heading',
  q: 'quote',
  c: 'caption',
};

export interface CorrectCopyProps {
  version: Version;
  pictures: readonly Picture[];
  sources: ReadonlyMap<string, string>;
  lang: string | undefined;
  /** Pieces of the kept page that this copy lacks; null when no page was kept. */
  pieces: (copy: Pick<Version, 'text' | 'blocks'>) => Promise<string[] | null>;
  onSave: (corrections: Correction[]) => Promise<void>;
  onClose: () => void;
}

export function CorrectCopy({ version, pictures, sources, lang, pieces, onSave, onClose }: CorrectCopyProps) {
  const { t } = useWords();
  const [done, setDone] = useState<readonly Correction[]>([]);
  const [undone, setUndone] = useState<readonly Correction[]>([]);
  const [picked, setPicked] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [isSaving, setSaving] = useState(false);

  const preview = useMemo((): Version => {
    const copy = correctCopy(version, done, 'kept');
    // A new name, because the shown copy is drawn anew for each name.
    return { ...version, ...copy, id: `${version.id}+${done.length}` };
  }, [version, done]);
  const { root, copy } = useCleanCopy(preview);
  const at = preview.blocks.findIndex(({ id }) => id === picked);
  const block = preview.blocks[at];

  useEffect(() => {
    const element = root.current;
    if (!element || !copy) return;
    for (const one of element.querySelectorAll('.is-picked')) one.classList.remove('is-picked');
    const shown = picked === null ? undefined : copy.index.elements.get(picked);
    shown?.classList.add('is-picked');
    if (shown instanceof HTMLElement && !isChoosing) shown.focus({ preventScroll: true });
  }, [copy, picked, isChoosing, root]);

  function correct(correction: Correction, pickNext: string | null = picked) {
    setDone([...done, correction]);
    setUndone([]);
    setPicked(pickNext);
  }
  function takeOut() {
    if (!block) return;
    const next = preview.blocks[at + 1] ?? preview.blocks[at - 1];
    correct({ do: 'takeOut', blockId: block.id }, next?.id ?? null);
  }
  function setKind(kind: CorrectableKind) {
    if (block && block.type !== kind) correct({ do: 'setKind', blockId: block.id, kind });
  }
  function putIn(text: string) {
    const blockId = `put-${done.length}`;
    setChoosing(false);
    correct({ do: 'putIn', after: block?.id ?? null, blockId, kind: 'paragraph', text }, blockId);
  }
  function undo() {
    const last = done.at(-1);
    if (!last) return;
    setDone(done.slice(0, -1));
    setUndone([...undone, last]);
    if ('blockId' in last) setPicked(last.do === 'putIn' ? last.after : last.blockId);
  }
  function redo() {
    const next = undone.at(-1);
    if (!next) return;
    setUndone(undone.slice(0, -1));
    setDone([...done, next]);
  }
  function step(by: 1 | -1) {
    const next = preview.blocks[at < 0 ? 0 : at + by];
    if (!next) return;
    setPicked(next.id);
    copy?.index.elements.get(next.id)?.scrollIntoView?.({ block: 'center' });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.altKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'z' && key !== 'y') return;
      // The archive's own undo must not answer while the copy is being corrected.
      event.stopPropagation();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    } else if (key === 'j' || key === 'arrowdown') step(1);
    else if (key === 'k' || key === 'arrowup') step(-1);
    else if (key === 'delete' || key === 'x') takeOut();
    else if (key === 'i') setChoosing(true);
    else if (KIND_OF_KEY[key]) setKind(KIND_OF_KEY[key]);
    else return;
    event.preventDefault();
  }

  return (
    <article class="reader-article is-correcting" lang={lang} aria-label={t('correctTitle')}>
      <CorrectBar
        kind={block?.type ?? null}
        canUndo={done.length > 0}
        canRedo={undone.length > 0}
        isSaving={isSaving}
        corrections={done.length}
        onKind={setKind}
        onTakeOut={takeOut}
        onPutIn={() => setChoosing(true)}
        onUndo={undo}
        onRedo={redo}
        onSave={() => {
          setSaving(true);
          void onSave([...done]).finally(() => setSaving(false));
        }}
        onClose={onClose}
      />
      <div
        ref={root}
        class="reader-copy"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys work only while the text has the focus
        tabIndex={0}
        role="document"
        aria-label={t('correctTitle')}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const target = event.target as Element;
          if (target.closest('a')) event.preventDefault();
          setPicked(target.closest('[data-block]')?.getAttribute('data-block') ?? picked);
        }}
      />
      {copy?.pictures.map(({ id, holder }) => {
        const picture = pictures.find(({ pictureId }) => pictureId === id);
        return (
          picture &&
          createPortal(
            <div class="correct-picture">
              <PictureBox
                picture={picture}
                source={picture.blobSha ? sources.get(picture.blobSha) : undefined}
                onAllow={() => undefined}
                onRetry={() => undefined}
              />
              <button
                type="button"
                class="button danger"
                onClick={() => correct({ do: 'takeOutPicture', pictureId: id })}
              >
                {t('correctTakeOutPicture')}
              </button>
            </div>,
            holder,
          )
        );
      })}
      {isChoosing && (
        <PiecePicker
          load={() => pieces(preview)}
          lang={lang}
          onPick={putIn}
          onClose={() => setChoosing(false)}
        />
      )}
    </article>
  );
}
