/** The addresses of a list with their outcomes: only those near the window are read and drawn. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { useVirtual } from '@/components/ui/use-virtual';
import { useWords } from '@/components/words';
import type { Batch, QueuedAddress, QueueState } from '@/utils/db/records';
import { AddressRow } from './AddressRow';
import type { BatchDoors } from './doors';

const ROW = 62;
const MOST_ROWS_SEEN = 9;
const READ_EVERY_MS = 1_500;

type Filter = 'all' | 'open' | 'saved' | 'newVersion' | 'unchanged' | 'failed' | 'skipped';

const FILTERS: Record<Filter, readonly QueueState[] | null> = {
  all: null,
  open: ['running', 'waiting'],
  saved: ['saved'],
  newVersion: ['newVersion'],
  unchanged: ['unchanged'],
  failed: ['failed'],
  skipped: ['skipped'],
};

export function Addresses(props: {
  batch: Batch;
  doors: BatchDoors;
  told: (doing: Promise<Answer<unknown>>) => Promise<void>;
}) {
  const { batch, doors, told } = props;
  const { t, number } = useWords();
  const [filter, setFilter] = useState<Filter>('all');
  const scrollerRef = useRef<HTMLUListElement>(null);
  const ids = useIds(doors, batch.id, filter, countOf(batch, filter));
  const count = ids?.length ?? 0;
  const virtual = useVirtual({
    count,
    size: ROW,
    scroller: scrollerRef,
    initialOffset: 0,
    keyOf: (index) => ids?.[index] ?? String(index),
    keep: null,
  });
  const items = virtual.getVirtualItems();
  const rows = useRows(
    doors,
    items.flatMap(({ index }) => ids?.[index] ?? []),
  );
  return (
    <div class="batch-addresses">
      <fieldset class="batch-filters">
        <legend class="visually-hidden">{t('batchFilter')}</legend>
        {(Object.keys(FILTERS) as Filter[]).map((one) => {
          const of = countOf(batch, one);
          return (
            (of > 0 || one === filter) && (
              <button
                key={one}
                type="button"
                class="button batch-filter"
                aria-pressed={filter === one}
                onClick={() => setFilter(one)}
              >
                {one === 'all' || one === 'open' ? t(`batchFilter_${one}`) : t(`batchOutcome_${one}`)}{' '}
                <span class="batch-filter-count">{number(of)}</span>
              </button>
            )
          );
        })}
      </fieldset>
      {ids?.length === 0 && <p class="soft batch-nothing">{t('batchNothingHere')}</p>}
      <ul
        ref={scrollerRef}
        class="batch-scroller"
        aria-label={t('batchShow')}
        // A list that scrolls must be reached by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        style={`height:${Math.min(count, MOST_ROWS_SEEN) * ROW}px`}
      >
        <li class="batch-sizer" aria-hidden="true" style={`height:${virtual.getTotalSize()}px`} />
        {items.map((item) => {
          const id = ids?.[item.index];
          const row = id === undefined ? undefined : rows.get(id);
          return (
            <li
              key={id}
              class="batch-address"
              style={`top:${item.start}px;height:${ROW}px`}
              aria-setsize={count}
              aria-posinset={item.index + 1}
            >
              {row && (
                <AddressRow
                  row={row}
                  href={row.articleId ? doors.readerHref(row.articleId) : null}
                  onRetry={() => void told(doors.retry(batch.id, [row.id]))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function countOf({ counts }: Batch, filter: Filter): number {
  const states = FILTERS[filter] ?? (Object.keys(counts) as QueueState[]);
  return states.reduce((sum, state) => sum + counts[state], 0);
}

/**
 * Which addresses the filter leaves: read when it changes, and while the list is under way again from time to time, for a
 * long list takes a moment to be looked through.
 */
function useIds(doors: BatchDoors, batchId: string, filter: Filter, count: number): string[] | null {
  const [seen, setSeen] = useState<{ of: string; ids: string[]; at: number } | null>(null);
  const of = `${batchId} ${filter}`;
  const isKnown = seen?.of === of;
  useEffect(() => {
    // The whole list only ever has the same addresses.
    if (isKnown && seen.ids.length === count && filter === 'all') return undefined;
    let isOver = false;
    const read = () =>
      void doors.ids(batchId, FILTERS[filter]).then((ids) => {
        if (!isOver) setSeen({ of, ids, at: Date.now() });
      });
    const wait = isKnown ? Math.max(0, seen.at + READ_EVERY_MS - Date.now()) : 0;
    const timer = setTimeout(read, wait);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // `seen` is what this sets.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [doors, of, count]);
  return isKnown ? seen.ids : null;
}

/** What is near the window, as it is now; what was seen before stays until it is read again. */
function useRows(doors: BatchDoors, ids: string[]): ReadonlyMap<string, QueuedAddress> {
  const [rows, setRows] = useState<ReadonlyMap<string, QueuedAddress>>(new Map());
  const key = ids.join();
  useEffect(
    () =>
      doors.watchRows(key === '' ? [] : key.split(','), (seen) =>
        setRows(new Map(seen.map((row) => [row.id, row]))),
      ),
    [doors, key],
  );
  return rows;
}
