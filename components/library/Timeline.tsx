/** What the list holds by time: a bar for each month or week, a line for each year. A click narrows the list to it. */
import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { Catalogue } from '@/utils/search/catalogue';
import { countTimes, type TimeCount, type TimeUnit } from '@/utils/search/count-docs';
import type { DocSet } from '@/utils/search/doc-set';
import type { ListLook } from './look';
import './timeline.css';

const DAY_MS = 86_400_000;
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

interface Year {
  year: number;
  count: number;
  bars: { from: string; to: string; count: number }[];
}

/** Every month or week of each year that has any, empty ones too, so that time runs evenly. */
function yearsOf(times: readonly TimeCount[], unit: TimeUnit): Year[] {
  const counts = new Map(times.map((time) => [time.from, time.count]));
  const first = new Map<number, Year>();
  for (const { from, count } of times) {
    const year = yearOf(from, unit);
    const known = first.get(year) ?? { year, count: 0, bars: [] };
    known.count += count;
    first.set(year, known);
  }
  for (const year of first.values())
    year.bars = spansOf(year.year, unit).map(([from, to]) => ({ from, to, count: counts.get(from) ?? 0 }));
  return [...first.values()].toSorted((a, b) => b.year - a.year);
}

/** A week belongs to the year of its Thursday. */
function yearOf(from: string, unit: TimeUnit): number {
  return new Date(timeOf(from) + (unit === 'week' ? 3 * DAY_MS : 0)).getUTCFullYear();
}

const spelled = (time: number) => new Date(time).toISOString().slice(0, 10);

function spansOf(year: number, unit: TimeUnit): [string, string][] {
  if (unit !== 'week')
    return Array.from({ length: 12 }, (_, month) => [
      spelled(Date.UTC(year, month)),
      spelled(Date.UTC(year, month + 1)),
    ]);
  const fourth = Date.UTC(year, 0, 4);
  const spans: [string, string][] = [];
  let monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  for (; yearOf(spelled(monday), 'week') === year; monday += 7 * DAY_MS)
    spans.push([spelled(monday), spelled(monday + 7 * DAY_MS)]);
  return spans;
}

export interface TimelineProps {
  catalogue: Catalogue;
  revision: number;
  docs: DocSet;
  look: ListLook;
  onLook: (patch: Partial<ListLook>) => void;
  onPick: (from: string, to: string) => void;
}

export function Timeline({ catalogue, revision, docs, look, onLook, onPick }: TimelineProps) {
  const { t, number, locale } = useWords();
  const unit: TimeUnit = look.unit === 'week' ? 'week' : 'month';
  const { times, undated } = useMemo(
    () => countTimes(catalogue, look.timeOf, unit, docs),
    // The catalogue changes in place: its revision says when.
    // oxlint-disable-next-line react/exhaustive-deps
    [catalogue, revision, look.timeOf, unit, docs],
  );
  const years = useMemo(() => yearsOf(times, unit), [times, unit]);
  const most = Math.max(1, ...times.map(({ count }) => count));
  const names = useMemo(() => namesOf(locale), [locale]);
  const sayOf = ({ from, to }: { from: string; to: string }) =>
    unit === 'month'
      ? names.month.format(timeOf(from))
      : names.day.formatRange(timeOf(from), timeOf(to) - DAY_MS);
  return (
    <section class="timeline" aria-label={t('libraryTimeline')}>
      <div class="timeline-head">
        <Choice
          label={t('libraryTimelineBy')}
          value={look.timeOf}
          options={[
            ['published', t('libraryFacetPublished')],
            ['saved', t('libraryFacetSaved')],
          ]}
          onChange={(value) => onLook({ timeOf: value })}
        />
        <Choice
          label={t('libraryTimelineUnit')}
          value={unit}
          options={[
            ['month', t('libraryTimelineMonths')],
            ['week', t('libraryTimelineWeeks')],
          ]}
          onChange={(value) => onLook({ unit: value })}
        />
        {undated > 0 && <span class="timeline-undated">{t('libraryTimelineUndated', number(undated))}</span>}
      </div>
      {years.map(({ year, count, bars }) => (
        <div key={year} class={`year ${unit}`}>
          <div class="year-head">
            <h3>{year}</h3>
            <span>{number(count)}</span>
          </div>
          <ol class="bars">
            {bars.map((bar) => (
              <li key={bar.from}>
                <button
                  type="button"
                  class="bar"
                  disabled={bar.count === 0}
                  aria-label={t('libraryTimelineBar', sayOf(bar), number(bar.count))}
                  title={t('libraryTimelineBar', sayOf(bar), number(bar.count))}
                  onClick={() => onPick(bar.from, bar.to)}
                >
                  <span class="bar-room" aria-hidden="true">
                    <span
                      class="bar-fill"
                      style={`height:${bar.count === 0 ? 0 : Math.max(3, (100 * bar.count) / most)}%`}
                    />
                  </span>
                  {unit === 'month' && (
                    <>
                      <span class="bar-name" aria-hidden="true">
                        {names.shortMonth.format(timeOf(bar.from))}
                      </span>
                      <span class="bar-count" aria-hidden="true">
                        {bar.count > 0 ? number(bar.count) : ' '}
                      </span>
                    </>
                  )}
                </button>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function namesOf(locale: string) {
  const spoken = locale === 'vi' ? 'vi-VN' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(spoken, { timeZone: 'UTC', ...options });
  return {
    month: format({ month: 'long', year: 'numeric' }),
    shortMonth: format({ month: locale === 'vi' ? 'numeric' : 'short' }),
    day: format({ dateStyle: 'medium' }),
  };
}

function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: [Value, string][];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset class="choice" aria-label={label}>
      {options.map(([one, name]) => (
        <button
          key={one}
          type="button"
          class="choice-one"
          aria-pressed={value === one}
          onClick={() => onChange(one)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
