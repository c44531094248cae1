/** Narrowing by a date: ready-made ranges, and from–to. */
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { MessageKey } from '@/utils/locale/translate';
import { replaced, type Filter } from './narrowing';

const DAY_MS = 86_400_000;

const PRESETS: [MessageKey, (now: Date) => Date][] = [
  ['libraryLast7Days', (now) => new Date(now.getTime() - 6 * DAY_MS)],
  ['libraryLast30Days', (now) => new Date(now.getTime() - 29 * DAY_MS)],
  ['libraryThisYear', (now) => new Date(now.getFullYear(), 0, 1)],
];

/** `2026-03-01`, of the device's own calendar. */
function spelled(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function dayAfter(day: string, by: number): string {
  const [year, month, date] = day.split('-').map(Number);
  return spelled(new Date(year!, month! - 1, date! + by));
}

export function DateFacet({
  of,
  filters,
  onFilters,
}: {
  of: 'published' | 'saved';
  filters: readonly Filter[];
  onFilters: (filters: Filter[]) => void;
}) {
  const { t } = useWords();
  const [after, before] =
    of === 'published' ? (['after', 'before'] as const) : (['savedAfter', 'savedBefore'] as const);
  const valueOf = (field: Filter['field']) => filters.find((filter) => filter.field === field)?.value ?? '';
  // The day in the box is the last one meant; `before` names the day after it.
  const [from, upTo] = [valueOf(after), valueOf(before)];
  const set = (start: string, end: string) =>
    onFilters(
      replaced(
        filters,
        [after, before],
        [...(start ? [{ field: after, value: start }] : []), ...(end ? [{ field: before, value: end }] : [])],
      ),
    );
  const [now] = useState(() => new Date());
  return (
    <div class="date-facet">
      <ul>
        {PRESETS.map(([key, startOf]) => {
          const start = spelled(startOf(now));
          const isOn = from === start && upTo === '';
          return (
            <li key={key}>
              <button
                type="button"
                class="entry"
                aria-pressed={isOn}
                onClick={() => set(isOn ? '' : start, '')}
              >
                <span class="entry-name">{t(key)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div class="date-range">
        <label>
          <span>{t('libraryFrom')}</span>
          <input
            class="input"
            type="date"
            value={/^\d{4}-\d\d-\d\d$/.test(from) ? from : ''}
            onChange={(event) => set(event.currentTarget.value, upTo)}
          />
        </label>
        <label>
          <span>{t('libraryUpTo')}</span>
          <input
            class="input"
            type="date"
            value={/^\d{4}-\d\d-\d\d$/.test(upTo) ? dayAfter(upTo, -1) : ''}
            onChange={(event) =>
              set(from, event.currentTarget.value ? dayAfter(event.currentTarget.value, 1) : '')
            }
          />
        </label>
      </div>
    </div>
  );
}
