/**
 * Dates as people type them: day first as printed in Vietnam ("24/11/2021 06:55", "06:55 24-11-2021",
 * "ngày 24 tháng 11 năm 2021") or ISO. A time without a zone is read as Vietnam's, +07:00.
 */
const DAY_FIRST = /(?<![\d:])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u;
const IN_WORDS = /(\d{1,2})\s*(?:tháng|thg\.?)\s*(\d{1,2})\s*(?:,|năm|\/)?\s*(\d{4})(?!\d)/iu;
const YEAR_FIRST = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u;
const TIME = /(?<![\d/.+-])(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?::\d{2})?(?!\d)/iu;
const OFFSET = /(?:GMT|UTC)?\s*([+-])(\d{1,2})(?::?(\d{2}))?\)?\s*$/iu;

const two = (value: number) => String(value).padStart(2, '0');

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function offsetOf(rest: string): string | null {
  if (/Z\s*$/u.test(rest)) return '+00:00';
  const offset = OFFSET.exec(rest);
  if (!offset) return '+07:00';
  const hours = Number(offset[2]);
  return hours <= 14 ? `${offset[1]}${two(hours)}:${offset[3] ?? '00'}` : null;
}

/** ISO with offset, a bare date when no time was typed, or null when it is no date. */
export function parseDateText(typed: string): string | null {
  const text = typed.normalize('NFC').trim();
  const yearFirst = YEAR_FIRST.exec(text);
  const dayFirst = yearFirst ? null : (DAY_FIRST.exec(text) ?? IN_WORDS.exec(text));
  const found = yearFirst ?? dayFirst;
  if (!found) return null;
  const [year, month, day] = (yearFirst ? [1, 2, 3] : [3, 2, 1]).map((n) => Number(found[n]));
  if (!isRealDay(year!, month!, day!)) return null;
  const date = `${year}-${two(month!)}-${two(day!)}`;
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length).replace(/^T/u, ' ')}`;
  const time = TIME.exec(rest);
  if (!time) return /\d/u.test(rest) ? null : date;
  const [hour, minute] = [Number(time[1]), Number(time[2])];
  const offset = offsetOf(rest.slice(time.index + time[0].length).trim());
  return hour > 23 || minute > 59 || !offset ? null : `${date}T${two(hour)}:${two(minute)}:00${offset}`;
}

/** The text of a date field: "24/11/2021 06:55" for Vietnam's zone and bare dates, the ISO text itself for others. */
export function dateText(iso: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(\+07:00))?$/.exec(iso ?? '');
  if (!parts) return iso ?? '';
  return `${parts[3]}/${parts[2]}/${parts[1]}${parts[4] ? ` ${parts[4]}` : ''}`;
}
