/** Days, months and years as a person types them: `2025`, `2025-06`, `6/2025`, `2025-06-15`, `15/6/2025`. */
export interface DayRange {
  year: number;
  /** 1 to 12; 0: the whole year */
  month: number;
  /** 1 to 31; 0: the whole month */
  day: number;
}

const FORMS: readonly [RegExp, readonly ('year' | 'month' | 'day')[]][] = [
  [/^(\d{4})$/, ['year']],
  [/^(\d{4})[-/.](\d{1,2})$/, ['year', 'month']],
  [/^(\d{1,2})[-/.](\d{4})$/, ['month', 'year']],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ['year', 'month', 'day']],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, ['day', 'month', 'year']],
];

/** null when it is no date, or one that the calendar does not have. */
export function parseDayRange(typed: string): DayRange | null {
  for (const [form, parts] of FORMS) {
    const found = form.exec(typed.trim());
    if (!found) continue;
    const range: DayRange = { year: 0, month: 0, day: 0 };
    for (const [n, part] of parts.entries()) range[part] = Number(found[n + 1]);
    const { year, month, day } = range;
    const hasMonth = parts.includes('month');
    const hasDay = parts.includes('day');
    const date = new Date(Date.UTC(year, hasMonth ? month - 1 : 0, hasDay ? day : 1));
    const isThere =
      date.getUTCFullYear() === year &&
      (!hasMonth || date.getUTCMonth() === month - 1) &&
      (!hasDay || date.getUTCDate() === day);
    return isThere ? range : null;
  }
  return null;
}

/** The first minute of it, since 1970, as printed. */
export function firstMinute({ year, month, day }: DayRange): number {
  return Date.UTC(year, Math.max(0, month - 1), Math.max(1, day)) / 60_000;
}

/** The first moment of it on this device, ms since 1970. */
export function firstMoment({ year, month, day }: DayRange): number {
  return new Date(year, Math.max(0, month - 1), Math.max(1, day)).getTime();
}
