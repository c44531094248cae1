/** One list: how far it is, what can be done with it, and its addresses on demand. */
import { useId, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { download } from '@/components/ui/download';
import { useWords } from '@/components/words';
import type { Batch } from '@/utils/db/records';
import { Addresses } from './Addresses';
import type { BatchDoors } from './doors';
import { outcomesFile } from './outcomes-file';

export interface BatchCardProps {
  batch: Batch;
  doors: BatchDoors;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  told: (doing: Promise<Answer<unknown>>) => Promise<void>;
}

export function BatchCard({ batch, doors, isOpen, onOpen, told }: BatchCardProps) {
  const words = useWords();
  const { t, number, moment, failure } = words;
  const [isAsking, setAsking] = useState(false);
  const id = useId();
  const { counts, state } = batch;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const open = counts.waiting + counts.running;
  const name = batch.name || moment(batch.createdAt);
  const again = counts.failed + counts.skipped - batch.unfit;
  const isAlive = state === 'running' || state === 'paused';
  const set = (next: 'running' | 'paused' | 'cancelled') => void told(doors.setState(batch.id, next));

  async function exportOutcomes(): Promise<void> {
    const text = outcomesFile(await doors.allRows(batch.id), words);
    download(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${fileName(name)}.csv`);
  }

  return (
    <li>
      <article class={`batch-card ${state}`} aria-labelledby={id}>
        <header>
          <h2 id={id}>{name}</h2>
          <span class={`batch-state ${state}`}>{t(`batchState_${state}`)}</span>
          {batch.name && <time dateTime={batch.createdAt}>{moment(batch.createdAt)}</time>}
        </header>
        <div class="batch-progress">
          <progress max={total} value={total - open} aria-label={t('batchProgress', name)} />
          <span>{t('batchDone', number(total - open), number(total))}</span>
        </div>
        {batch.problem && (
          <p class="notice bad" role="alert">
            {failure(batch.problem)}
          </p>
        )}
        <div class="batch-acts">
          {state === 'running' && (
            <button type="button" class="button" onClick={() => set('paused')}>
              {t('batchPause')}
            </button>
          )}
          {state === 'paused' && (
            <button type="button" class="button primary" onClick={() => set('running')}>
              {t('batchResume')}
            </button>
          )}
          {isAlive && (
            <button type="button" class="button" onClick={() => set('cancelled')}>
              {t('batchCancel')}
            </button>
          )}
          {again > 0 && (
            <button type="button" class="button" onClick={() => void told(doors.retry(batch.id, null))}>
              {t('batchRetry', number(again))}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => void exportOutcomes()}>
            {t('batchExport')}
          </button>
          {!isAlive && (
            <button
              type="button"
              class="button quiet"
              aria-expanded={isAsking}
              onClick={() => setAsking(!isAsking)}
            >
              {t('batchRemove')}
            </button>
          )}
          <button
            type="button"
            class="button quiet batch-show"
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {t('batchShow')} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
          </button>
        </div>
        {isAsking && (
          <div class="notice warn batch-ask">
            <p>{t('batchRemoveAsk')}</p>
            <button type="button" class="button danger" onClick={() => void told(doors.remove(batch.id))}>
              {t('batchRemove')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {t('batchKeep')}
            </button>
          </div>
        )}
        {isOpen && <Addresses batch={batch} doors={doors} told={told} />}
      </article>
    </li>
  );
}

/** Any letter may stand in the name of a list; not so in that of a file. */
function fileName(name: string): string {
  return name.replace(/[\p{Cc}/\\:*?"<>|]+/gu, '-').slice(0, 80) || 'pressmark';
}
