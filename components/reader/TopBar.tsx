import type { ComponentChildren } from 'preact';
import { useWords } from '@/components/words';
import type { Reading } from '@/utils/db/reading';
import { isMessageKey } from '@/utils/locale/translate';
import type { Look, ReaderDoors } from './doors';
import { LookMenu } from './LookMenu';

export interface TopBarProps {
  reading: Reading;
  look: Look;
  doors: ReaderDoors;
  onUndo: () => void;
  onRedo: () => void;
  onBin: () => void;
  onFind: () => void;
  /** Highlights to review in the whole archive. */
  toReview: number;
  /** Who is at work, to be switched. */
  coder?: ComponentChildren;
}

/** The strip above the copy: back to the library, version, undo and redo, look, print, bin. */
export function TopBar({
  reading,
  look,
  doors,
  onUndo,
  onRedo,
  onBin,
  onFind,
  toReview,
  coder,
}: TopBarProps) {
  const { t, moment, number } = useWords();
  const { article, version, versions } = reading;
  return (
    <header class="reader-top">
      <button type="button" class="button quiet" onClick={doors.openLibrary}>
        <span aria-hidden="true">←</span> {t('readerLibrary')}
      </button>
      <button type="button" class="button quiet" onClick={doors.openCodebook}>
        {t('readerCodebook')}
      </button>
      {versions.length > 1 && version && (
        <div class="reader-version">
          <label>
            <span class="visually-hidden">{t('readerVersion')}</span>
            <select
              class="input"
              value={version.id}
              onChange={(event) => doors.openVersion(event.currentTarget.value)}
            >
              {versions.map(({ id, capturedAt, annotations }, n) => (
                <option key={id} value={id}>
                  {t(
                    'readerVersionOne',
                    moment(capturedAt, 'short'),
                    number(annotations),
                    number(versions.length - n),
                  )}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="button quiet" onClick={() => doors.compareVersions(version.id)}>
            {t('readerCompare')}
          </button>
        </div>
      )}
      <span class="reader-gap" />
      {coder}
      {toReview > 0 && (
        <button type="button" class="button quiet reader-to-review" onClick={doors.openReview}>
          {t('reviewCount', number(toReview))}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onFind}>
        {t('readerFind')}
      </button>
      <Travel what={reading.undo} plain="readerUndo" full="readerUndoWhat" onClick={onUndo} />
      <Travel what={reading.redo} plain="readerRedo" full="readerRedoWhat" onClick={onRedo} />
      <LookMenu look={look} onChange={doors.setLook} />
      <button type="button" class="button quiet" onClick={doors.print}>
        {t('readerPrint')}
      </button>
      {article.state !== 'bin' && (
        <button type="button" class="button quiet danger" onClick={onBin}>
          {t('readerBin')}
        </button>
      )}
    </header>
  );
}

/** Undo or Redo; resting on it, and for screen readers, it says what it would take back or do again. */
function Travel(props: {
  what: string | null;
  plain: 'readerUndo' | 'readerRedo';
  full: 'readerUndoWhat' | 'readerRedoWhat';
  onClick: () => void;
}) {
  const { t } = useWords();
  const { what } = props;
  const says = what && isMessageKey(what) ? t(props.full, t(what)) : undefined;
  return (
    <button type="button" class="button quiet" disabled={!what} title={says} onClick={props.onClick}>
      {t(props.plain)}
    </button>
  );
}
