/** The tools for correcting a copy; they stay in sight while the text scrolls below. */
import { useWords } from '@/components/words';
import type { CorrectableKind } from '@/utils/article/correct';
import type { BlockType } from '@/utils/article/types';

const KINDS: CorrectableKind[] = ['title', 'lead', 'paragraph', 'heading', 'quote', 'caption'];

export interface CorrectBarProps {
  /** Kind of the picked block; null while none is picked. */
  kind: BlockType | null;
  canUndo: boolean;
  canRedo: boolean;
  isSaving: boolean;
  corrections: number;
  onKind: (kind: CorrectableKind) => void;
  onTakeOut: () => void;
  onPutIn: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onSave: () => void;
  onClose: () => void;
}

export function CorrectBar(props: CorrectBarProps) {
  const { t, number } = useWords();
  const { kind } = props;
  const isFixed = kind === 'table';
  return (
    <div class="correct-bar" role="toolbar" aria-label={t('correctTitle')}>
      <label>
        <span class="visually-hidden">{t('correctKind')}</span>
        <select
          class="input"
          disabled={kind === null || isFixed}
          value={kind ?? ''}
          onChange={(event) => props.onKind(event.currentTarget.value as CorrectableKind)}
        >
          {kind === null && <option value="">{t('correctPickFirst')}</option>}
          {kind !== null && !KINDS.includes(kind as CorrectableKind) && (
            <option value={kind}>{t(`blockKind_${kind}`)}</option>
          )}
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`blockKind_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button" disabled={kind === null} onClick={props.onTakeOut}>
        {t('correctTakeOut')}
      </button>
      <button type="button" class="button" onClick={props.onPutIn}>
        {t('correctPutInMore')}
      </button>
      <button type="button" class="button quiet" disabled={!props.canUndo} onClick={props.onUndo}>
        {t('readerUndo')}
      </button>
      <button type="button" class="button quiet" disabled={!props.canRedo} onClick={props.onRedo}>
        {t('readerRedo')}
      </button>
      <span class="reader-gap" />
      <button type="button" class="button quiet" disabled={props.isSaving} onClick={props.onClose}>
        {t('libraryCancel')}
      </button>
      <button
        type="button"
        class="button primary"
        disabled={props.corrections === 0 || props.isSaving}
        onClick={props.onSave}
      >
        {t('correctSave')}
      </button>
      <p class="correct-hint soft">
        {props.corrections === 0 ? t('correctHint') : t('correctCount', number(props.corrections))}
      </p>
    </div>
  );
}
