import { useWords } from '@/components/words';
import type { QueuedAddress, QueueState } from '@/utils/db/records';
import { reasonText } from './outcomes-file';

/** Told by shape too, not by colour alone. */
const SIGNS: Record<QueueState, string> = {
  waiting: '·',
  running: '…',
  saved: '✓',
  newVersion: 'Δ',
  unchanged: '=',
  failed: '!',
  skipped: '–',
};

export function AddressRow(props: { row: QueuedAddress; href: string | null; onRetry: () => void }) {
  const words = useWords();
  const { t } = words;
  const { row, href, onRetry } = props;
  const isWeb = /^https?:/i.test(row.url);
  const canRetry = row.state === 'failed' || row.reason === 'cancelled';
  const reason = reasonText(row, words);
  return (
    <>
      <span class={`batch-outcome ${row.state}`}>
        <span aria-hidden="true">{SIGNS[row.state]}</span> {t(`batchOutcome_${row.state}`)}
      </span>
      <span class="batch-address-words">
        <span class="batch-address-title" title={row.url}>
          {row.title || shortened(row.url)}
        </span>
        {reason ? (
          <span class="batch-address-reason" title={reason}>
            {reason}
          </span>
        ) : (
          row.title && <span class="batch-address-url">{shortened(row.url)}</span>
        )}
      </span>
      <span class="batch-address-acts">
        {canRetry && (
          <button type="button" class="button quiet" onClick={onRetry}>
            {t('batchRetryOne')}
          </button>
        )}
        {href ? (
          <a class="button quiet" href={href} target="_blank" rel="noreferrer">
            {t('batchOpenArticle')}
          </a>
        ) : (
          isWeb && (
            <a class="button quiet" href={row.url} target="_blank" rel="noreferrer">
              {t('batchOpenPage')}
            </a>
          )
        )}
      </span>
    </>
  );
}

/** Without the scheme, and as a person reads it. */
function shortened(url: string): string {
  const plain = url.replace(/^https?:\/\/(?:www\.)?/i, '');
  try {
    return decodeURI(plain);
  } catch {
    return plain;
  }
}
