import type { useWords } from '@/components/words';
import type { QueuedAddress } from '@/utils/db/records';
import { writeCsv } from '@/utils/exchange/csv';
import { isMessageKey } from '@/utils/locale/translate';

type Words = Pick<ReturnType<typeof useWords>, 't'>;

/** The sentence of why an address was not saved; empty where there is none. */
export function reasonText(
  { reason, detail }: Pick<QueuedAddress, 'reason' | 'detail'>,
  { t }: Words,
): string {
  const key = `batchReason_${reason}`;
  return reason === null ? '' : isMessageKey(key) ? t(key, detail ?? '') : t('batchReason_unexpected');
}

/** The outcomes of a list as CSV: codes for programs, sentences for people. The mark at its head is for spreadsheets. */
export function outcomesFile(rows: readonly QueuedAddress[], words: Words): string {
  const head = [
    'address',
    'title',
    'outcome',
    'reason',
    'detail',
    'sentence',
    'attempts',
    'finished',
    'article',
  ];
  const lines = rows.map((row) => [
    row.url,
    row.title,
    row.state,
    row.reason ?? '',
    row.detail ?? '',
    reasonText(row, words),
    String(row.attempts),
    row.finishedAt ?? '',
    row.articleId ?? '',
  ]);
  return `\ufeff${writeCsv([head, ...lines])}`;
}
