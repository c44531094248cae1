import { useWords } from '@/components/words';
import type { Reading } from '@/utils/db/reading';
import type { Look, ReaderDoors } from './doors';
import { LookMenu } from './LookMenu';

export interface TopBarProps {
  reading: Reading;
  look: Look;
  doors: ReaderDoors;
  onUndo: () => void;
  onRedo: () => void;
  onBin: () => void;
}

/** The strip above the copy: back to the library, version, undo and redo, look, print, bin. */
export function TopBar({ reading, look, doors, onUndo, onRedo, onBin }: TopBarProps) {
  const { t, moment, number } = useWords();
  const { article, version, versions } = reading;
  return (
    <header class="reader-top">
      <button type="button" class="button quiet" onClick={doors.openLibrary}>
        <span aria-hidden="true">←</span> {t('readerLibrary')}
      </button>
      {versions.length > 1 && version && (
        <label class="reader-version">
          <span class="visually-hidden">{t('readerVersion')}</span>
          <select
            class="input"
            value={version.id}
            onChange={(event) => doors.openVersion(event.currentTarget.value)}
          >
            {versions.map(({ id, capturedAt, annotations }) => (
              <option key={id} value={id}>
                {t('readerVersionOne', moment(capturedAt, 'short'), number(annotations))}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="reader-gap" />
      <button type="button" class="button quiet" disabled={!reading.undo} onClick={onUndo}>
        {t('readerUndo')}
      </button>
      <button type="button" class="button quiet" disabled={!reading.redo} onClick={onRedo}>
        {t('readerRedo')}
      </button>
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
