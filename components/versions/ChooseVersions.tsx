/** Which two texts are compared. */
import { useWords } from '@/components/words';
import type { ReadVersion } from '@/utils/db/reading';
import { LIVE, type VersionsDoors } from './doors';

export interface ChooseVersionsProps {
  /** Newest first. */
  versions: ReadVersion[];
  fromId: string;
  toId: string;
  hasLive: boolean;
  onChoose: VersionsDoors['choose'];
}

export function ChooseVersions({ versions, fromId, toId, hasLive, onChoose }: ChooseVersionsProps) {
  const { t, moment, number } = useWords();
  const options = versions.map(({ id, capturedAt, annotations }, n) => (
    <option key={id} value={id}>
      {t('readerVersionOne', moment(capturedAt, 'short'), number(annotations), number(versions.length - n))}
    </option>
  ));
  return (
    <div class="versions-choice">
      <label class="field">
        <span class="label">{t('versionsFrom')}</span>
        <select class="input" value={fromId} onChange={(event) => onChoose(event.currentTarget.value, toId)}>
          {options}
        </select>
      </label>
      <button
        type="button"
        class="button quiet versions-swap"
        disabled={toId === LIVE}
        title={t('versionsSwap')}
        aria-label={t('versionsSwap')}
        onClick={() => onChoose(toId, fromId)}
      >
        <span aria-hidden="true">⇄</span>
      </button>
      <label class="field">
        <span class="label">{t('versionsTo')}</span>
        <select class="input" value={toId} onChange={(event) => onChoose(fromId, event.currentTarget.value)}>
          {hasLive && <option value={LIVE}>{t('versionsLive')}</option>}
          {options}
        </select>
      </label>
    </div>
  );
}
