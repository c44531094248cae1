/**
 * Dates as newspapers print them. Day first, Vietnamese time unless another zone is printed, never `new Date(text)`:
 * that reads 04/11/2021 as 11 April and refuses 24/11/2021.
 */
import { monthNumber } from './month-names';
import { collapseBlanks } from './normal';

export interface PrintedDateOptions {
  /** Month before day, as in the metas of OneCMS. */
  us?: boolean;
  /** A trailing Z is false: the clock is Vietnamese. */
  zIsLocal?: boolean;
  /** Keep a printed UTC time in UTC instead of turning it into Vietnamese time. */
  keepUtc?: boolean;
}

export interface PrintedDate {
  /** `2021-11-24T06:55:00+07:00`, or `2021-11-24` when no time is printed. */
  iso: string;
  /** No zone was printed; +07:00 was taken. */
  offsetAssumed: boolean;
}

interface Day {
  year: number;
  month: number;
  day: number;
  start: number;
  end: number;
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
}

/** Offset in minutes; `unknown`: a zone is printed which does not tell its offset (ET in winter or summer). */
type Zone = { minutes: number; utc: boolean } | 'unknown' | null;

const VIETNAM = 7 * 60;
const LONGEST = 300;

const ZONES: Record<string, number> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  ICT: 420,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
};

/** Reads one printed date; null for relative times, impossible dates and texts without a full date. */
export function parsePrintedDate(text: string, opts: PrintedDateOptions = {}): PrintedDate | null {
  const clean = collapseBlanks(text);
  if (!clean || clean.length > LONGEST) return null;
  return parseIso(clean, opts) ?? parseUnix(clean, opts) ?? parseLoose(clean, opts);
}

function parseIso(text: string, opts: PrintedDateOptions): PrintedDate | null {
  const match =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:[T ]| at )(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?(?:\[[\w/]+\])?$/i.exec(
      text,
    );
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const date = validDay(Number(year), Number(month), Number(day));
  if (!date) return null;
  if (hour === undefined) return { iso: isoDay(date), offsetAssumed: false };
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
  return assemble(date, clock, zone ? numericZone(zone) : null, opts);
}

function parseUnix(text: string, opts: PrintedDateOptions): PrintedDate | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const seconds = text.length === 13 ? Math.floor(Number(text) / 1000) : Number(text);
  return { iso: isoAt(seconds, opts.keepUtc ? 0 : VIETNAM), offsetAssumed: false };
}

function parseLoose(text: string, opts: PrintedDateOptions): PrintedDate | null {
  // "2 giờ trước", "3 hours ago": the digits before the unit are no clock.
  let rest = text.replace(
    /\d+\s*(?:giây|phút|giờ|ngày|tuần|tháng|năm)\s+trước|\d+\s*(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)\s+ago/giu,
    blank,
  );
  const zone = findZone(rest);
  rest = zone.rest;
  const day = findDay(rest, opts);
  if (!day) return null;
  const around = rest.slice(0, day.start) + ' '.repeat(day.end - day.start) + rest.slice(day.end);
  const clock = nearestClock(around, day);
  if (clock === 'impossible') return null;
  if (!clock || zone.zone === 'unknown') return { iso: isoDay(day), offsetAssumed: false };
  return assemble(day, clock, zone.zone, opts);
}

function blank(match: string): string {
  return ' '.repeat(match.length);
}

function numericZone(zone: string): Zone {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return { minutes: 0, utc: true };
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? null : { minutes: match[1] === '-' ? -minutes : minutes, utc: false };
}

function findZone(text: string): { zone: Zone; rest: string } {
  const named = /\(?\b(?:GMT|UTC)\s*([+-]\s*\d{1,2}(?::?\d{2})?)\b\)?/i.exec(text);
  if (named) return { zone: numericZone(named[1]!.replace(/\s/g, '')), rest: without(text, named) };
  const utc = /\b(?:GMT|UTC)\b/.exec(text) ?? /(?<=:\d{2}(?:[.,]\d+)?)\s?Z\b/.exec(text);
  if (utc) return { zone: { minutes: 0, utc: true }, rest: without(text, utc) };
  const numeric = /(?<=\d:\d{2}(?:[.,]\d+)?)\s?([+-]\d{2}:?\d{2})\b(?![/.-])/.exec(text);
  if (numeric) return { zone: numericZone(numeric[1]!), rest: without(text, numeric) };
  const letters = /\b([A-Z]{3,4})\b/g;
  for (const match of text.matchAll(letters)) {
    const minutes = Object.hasOwn(ZONES, match[1]!) ? ZONES[match[1]!] : undefined;
    if (minutes !== undefined) return { zone: { minutes, utc: false }, rest: without(text, match) };
  }
  if (/(?:\d|[ap]\.?m\.?)\s*\(?\b(?:E|C|M|P)T\b|\bIST\b/i.test(text)) return { zone: 'unknown', rest: text };
  return { zone: null, rest: text };
}

function without(text: string, match: RegExpExecArray | RegExpMatchArray): string {
  const at = match.index ?? 0;
  return text.slice(0, at) + blank(match[0]) + text.slice(at + match[0].length);
}

/** Letters of any script, in a form that compiles at once: `\\p{L}` takes a page milliseconds, under `i` tens of them. */
const WORD =
  '[A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF\\u2C00-\\uD7FF\\uF900-\\uFDFF]+';
/** In the order tried; each gives year, month, day from its groups. */
const DAY_FORMS: readonly {
  pattern: RegExp;
  read: (groups: string[], us: boolean) => [number, number, number] | null;
}[] = [
  {
    pattern: /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u,
    read: ([year, , month, day]) => [Number(year), Number(month), Number(day)],
  },
  {
    pattern: /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u,
    read: ([year, month, day]) => [Number(year), Number(month), Number(day)],
  },
  {
    pattern: /(?<!\d)(\d{1,2})\s*tháng\s*(\d{1,2})\s*(?:,|năm|-|\/)?\s*(\d{4})(?!\d)/iu,
    read: ([day, month, year]) => [Number(year), Number(month), Number(day)],
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/u,
    read: ([first, , second, year], us) =>
      us ? [Number(year), Number(first), Number(second)] : [Number(year), Number(second), Number(first)],
  },
  {
    // "25.04.24 | 14:27 Uhr": dots and two digits are the German short form.
    pattern: /(?<![\d/.-])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/u,
    read: ([day, month, year]) => [2000 + Number(year), Number(month), Number(day)],
  },
  {
    pattern: new RegExp(
      `(?<![\\d:])(\\d{1,2})(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH]|[eE][rR]|º|ª|\\.)?[\\s-]*(?:[oO][fF] |[dD][eE] |[dD]['’])?(${WORD})\\.?,?[\\s-]*(?:[dD][eE] |[dD][eE][lL] |[dD][oO] )?(\\d{4})(?!\\d)`,
    ),
    read: ([day, month, year]) => withName(year!, month!, day!),
  },
  {
    pattern: new RegExp(
      `(${WORD})\\.?\\s*(?<!\\d)(\\d{1,2})(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])?(?:,|\\s)\\s*(?:[aA][tT] )?(\\d{4})(?!\\d)`,
    ),
    read: ([month, day, year]) => withName(year!, month!, day!),
  },
];

function withName(year: string, month: string, day: string): [number, number, number] | null {
  const number = monthNumber(month);
  return number === null ? null : [Number(year), number, Number(day)];
}

/** The first date in the text. A date of a known form that cannot exist ends the search: better none than half of one. */
function findDay(text: string, opts: PrintedDateOptions): Day | null {
  let first: { index: number; day: Day | null } | null = null;
  if (!/\d{4}|\d\.\d/.test(text)) return null;
  for (const form of DAY_FORMS) {
    // No form can stand before the beginning.
    if (first?.index === 0) break;
    const match = form.pattern.exec(text);
    if (!match || (first && first.index <= match.index)) continue;
    const numbers = form.read(match.slice(1), opts.us ?? false);
    if (!numbers) continue;
    const day = validDay(...numbers);
    first = {
      index: match.index,
      day: day && { ...day, start: match.index, end: match.index + match[0].length },
    };
  }
  return first?.day ?? null;
}

function validDay(
  year: number,
  month: number,
  day: number,
): { year: number; month: number; day: number } | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > days ? null : { year, month, day };
}

const CLOCK =
  /(?<![\d:/.-])(\d{1,2})(?:\s?(?::|h|g(?![\p{L}])|giờ)\s?(\d{2})?(?:\s?(?::|m|phút|['′])\s?(\d{2})(?!\d))?|[.](\d{2})(?=\s?(?:Uhr|Uhr)|\s?[ap]\.?m)|(?=\s?[ap]\.?m\b))(?!\d)\s*(?:phút|['′])?\s*(AM|PM|[ap]\.m\.?|SA|CH|sáng|chiều|tối)?(?![\p{L}])/giu;

/** The clock nearest to the date: a page may print "06:55 24/11/2021, cập nhật 10:00 25/11/2021". */
function nearestClock(text: string, day: Day): Clock | 'impossible' | null {
  let best: { gap: number; clock: Clock | 'impossible' } | null = null;
  if (!/\d\s?[:hg.ap]/i.test(text)) return null;
  for (const match of text.matchAll(CLOCK)) {
    const colon = match[0].includes(':');
    if (colon && match[2] === undefined) continue;
    const end = match.index + match[0].length;
    const gap = match.index >= day.end ? match.index - day.end : day.start - end;
    if (gap > 40 || (best && best.gap <= gap)) continue;
    best = {
      gap,
      clock: readClock(match[1]!, match[2] ?? match[4] ?? '0', match[3] ?? '0', match[5]),
    };
  }
  return best?.clock ?? null;
}

function readClock(
  hours: string,
  minutes: string,
  seconds: string,
  half: string | undefined,
): Clock | 'impossible' {
  let hour = Number(hours);
  const minute = Number(minutes);
  const second = Number(seconds);
  const part = half?.toLowerCase().replace(/\./g, '');
  // Vietnamese papers print "15:20 PM": an hour that is already past noon stays.
  if (part && ['pm', 'ch', 'chiều', 'tối'].includes(part) && hour < 12) hour += 12;
  if (part && ['am', 'sa'].includes(part) && hour === 12) hour = 0;
  if (hour === 24 && minute === 0 && second === 0) return 'impossible';
  return hour > 23 || minute > 59 || second > 60 ? 'impossible' : { hour, minute, second };
}

function assemble(
  day: { year: number; month: number; day: number },
  clock: Clock,
  zone: Zone,
  opts: PrintedDateOptions,
): PrintedDate | null {
  const { hour, minute, second } = clock;
  if (hour > 23 || minute > 59 || second > 60) return null;
  const local = `${isoDay(day)}T${pad(hour)}:${pad(minute)}:${pad(Math.min(second, 59))}`;
  if (zone === null || zone === 'unknown' || (zone.utc && opts.zIsLocal)) {
    return { iso: `${local}+07:00`, offsetAssumed: true };
  }
  if (zone.utc && !opts.keepUtc) {
    const seconds = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second) / 1000;
    return { iso: isoAt(seconds, VIETNAM), offsetAssumed: false };
  }
  return { iso: local + offsetText(zone.minutes), offsetAssumed: false };
}

function isoAt(seconds: number, offset: number): string {
  const shifted = new Date((seconds + offset * 60) * 1000);
  return shifted.toISOString().slice(0, 19) + offsetText(offset);
}

function isoDay(day: { year: number; month: number; day: number }): string {
  return `${day.year}-${pad(day.month)}-${pad(day.day)}`;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
