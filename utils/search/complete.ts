/**
 * What can be put in at the caret: names of fields, their values as they stand in the archive, operators. Values are found
 * whatever their marks: "binh th" finds "Báo Bình Thuận".
 */
import { foldMarks } from '@/utils/text/fold';
import { fieldText, valueText } from './print-query';
import {
  fieldNamed,
  HAS_VALUES,
  isDateField,
  nameOfField,
  nameOfHas,
  nameOfState,
  namesOfField,
  QUERY_FIELDS,
  STATE_VALUES,
} from './query-fields';
import type { QueryField, QuerySpan } from './query';
import { closingQuote, isBetween, isQuote } from './scan-query';

export interface KnownValue {
  value: string;
  /** Articles that have it. */
  count?: number;
}

export interface KnownValues {
  fields: Partial<Record<QueryField, readonly KnownValue[]>>;
  locale: 'en' | 'vi';
  /** `2026-11-25`: dates near it are offered. */
  today: string;
}

export type CompletionOption =
  | { is: 'field'; field: QueryField; text: string }
  | { is: 'value'; field: QueryField; value: string; text: string; count?: number }
  | { is: 'operator'; operator: 'or' | 'near' | 'not'; text: string };

export interface Completion {
  /** What the chosen text takes the place of. */
  span: QuerySpan;
  options: CompletionOption[];
}

const MOST_OPTIONS = 12;
/** Values offered for plain words: a hint, no answer to what was typed. */
const MOST_HINTS = 4;
const SHORTEST_HINT = 3;
/** Names of outlets and people have that many syllables, mostly. */
const MOST_CHUNKS = 4;
/** Fields whose values are offered to one who has typed no field. */
const HINTED: readonly QueryField[] = ['outlet', 'collection', 'code', 'author', 'section'];

interface Chunk extends QuerySpan {
  /** A field whose name stands before the colon. */
  field: QueryField | null;
  /** Where its value begins, the quote included. */
  valueStart: number;
  isQuoted: boolean;
}

/** Pieces of the line up to the one at the caret, which is last; null when the caret stands in a phrase. */
function chunksTo(line: string, caret: number): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at < caret;) {
    const unit = line[at]!;
    if (isQuote(unit)) {
      const end = closingQuote(line, at);
      if (end < 0 || end >= caret) return null;
      chunks.length = 0;
      at = end + 1;
    } else if (isBetween(unit) || (unit === '-' && at + 1 < line.length && !isBetween(line[at + 1]!))) {
      // Brackets part what stands before them from what stands behind.
      if (!/\s/u.test(unit)) chunks.length = 0;
      at += 1;
    } else {
      const chunk = chunkAt(line, at);
      chunks.push(chunk);
      at = chunk.end;
    }
  }
  const last = chunks.at(-1);
  if (!last || last.end < caret)
    chunks.push({ start: caret, end: caret, field: null, valueStart: caret, isQuoted: false });
  return chunks;
}

function chunkAt(line: string, start: number): Chunk {
  let end = start;
  while (end < line.length && !isBetween(line[end]!) && !isQuote(line[end]!)) end += 1;
  const colon = line.slice(start, end).search(/[:：]/u);
  const field = colon > 0 ? fieldNamed(line.slice(start, start + colon)) : null;
  const valueStart = field ? start + colon + 1 : start;
  const isQuoted = field !== null && valueStart === end && end < line.length && isQuote(line[end]!);
  if (!isQuoted) return { start, end, field, valueStart, isQuoted };
  const close = closingQuote(line, end);
  return { start, end: close < 0 ? line.length : close + 1, field, valueStart, isQuoted };
}

/**
 * @param isAsked the list was called for, so that an empty place offers all fields
 * @returns null when there is nothing to offer
 */
export function complete(
  line: string,
  caret: number,
  known: KnownValues,
  isAsked = false,
): Completion | null {
  const chunks = chunksTo(line, caret);
  const chunk = chunks?.at(-1);
  if (!chunks || !chunk) return null;
  const found = chunk.field
    ? ofField(line, caret, chunk, chunk.field, known)
    : (behindField(line, caret, chunks, known) ?? ofWords(line, caret, chunks, known, isAsked));
  if (!found) return null;
  const { start, end } = found.span;
  // What stands there already is no offer.
  const options = found.options.filter(({ text }) => text.trimEnd() !== line.slice(start, end));
  return options.length > 0 ? { ...found, options } : null;
}

function ofField(
  line: string,
  caret: number,
  chunk: Chunk,
  field: QueryField,
  known: KnownValues,
): Completion {
  const typed = line.slice(chunk.valueStart + (chunk.isQuoted ? 1 : 0), caret);
  return {
    span: { start: chunk.valueStart, end: chunk.end },
    options: valuesOf(field, typed, known).map((option) => ({
      ...option,
      text: closed(line, chunk.end, option.text),
    })),
  };
}

/** `báo:binh th`: a value without quotes that goes on. */
function behindField(line: string, caret: number, chunks: Chunk[], known: KnownValues): Completion | null {
  const from = chunks.slice(-MOST_CHUNKS - 1).findLast(({ field, isQuoted }) => field !== null && !isQuoted);
  if (!from?.field || from.valueStart === from.end) return null;
  const typed = line.slice(from.valueStart, caret);
  if (typed.trim() === line.slice(from.valueStart, from.end)) return null;
  const end = chunks.at(-1)!.end;
  const options = valuesOf(from.field, typed, known);
  return options.length === 0
    ? null
    : {
        span: { start: from.valueStart, end },
        options: options.map((option) => ({ ...option, text: closed(line, end, option.text) })),
      };
}

function ofWords(
  line: string,
  caret: number,
  chunks: Chunk[],
  known: KnownValues,
  isAsked: boolean,
): Completion | null {
  const chunk = chunks.at(-1)!;
  const typed = line.slice(chunk.start, caret);
  if (!typed && !isAsked) return null;
  const start = foldMarks(typed).replaceAll('-', '');
  const fields = QUERY_FIELDS.filter((field) => namesOfField(field).some((name) => name.startsWith(start)));
  const options: CompletionOption[] = fields.map((field) => ({
    is: 'field',
    field,
    text: `${nameOfField(field, known.locale)}:`,
  }));
  options.push(...operators(line, chunk, start, known.locale));
  const hints = hintsFor(line, caret, chunks, known);
  if (hints && (options.length === 0 || hints.span.start === chunk.start))
    return { ...hints, options: [...options, ...hints.options] };
  return { span: { start: chunk.start, end: chunk.end }, options };
}

function operators(line: string, chunk: Chunk, start: string, locale: 'en' | 'vi'): CompletionOption[] {
  if (!start || !line.slice(0, chunk.start).trim()) return [];
  const names = { or: ['or', 'hoac'], near: ['near', 'gan'] };
  const begins = (list: string[]) => list.some((name) => name.startsWith(start));
  return [
    ...(begins(names.or)
      ? [{ is: 'operator', operator: 'or', text: locale === 'vi' ? 'HOẶC ' : 'OR ' } as const]
      : []),
    ...(begins(names.near)
      ? [{ is: 'operator', operator: 'near', text: locale === 'vi' ? 'gần/5 ' : 'near/5 ' } as const]
      : []),
  ];
}

/** Values that the last words typed are a part of, the most words first: `phan thiet binh th` offers Báo Bình Thuận. */
function hintsFor(line: string, caret: number, chunks: Chunk[], known: KnownValues): Completion | null {
  const run = chunks.slice(chunks.findLastIndex(({ field }) => field !== null) + 1).slice(-MOST_CHUNKS);
  for (const { start } of run) {
    const typed = foldMarks(line.slice(start, caret)).trim();
    if (typed.length < SHORTEST_HINT) break;
    const options = HINTED.flatMap((field) =>
      ranked(known.fields[field] ?? [], typed)
        .filter(({ rank }) => rank < 2)
        .map(({ value, count, rank }) => ({ field, value, count, rank })),
    )
      .toSorted((a, b) => a.rank - b.rank || (b.count ?? 0) - (a.count ?? 0))
      .slice(0, MOST_HINTS)
      .map(({ field, value, count }) => ({
        is: 'value' as const,
        field,
        value,
        count,
        text: closed(line, chunks.at(-1)!.end, fieldText(field, value, known.locale)),
      }));
    if (options.length > 0) return { span: { start, end: chunks.at(-1)!.end }, options };
  }
  return null;
}

/** A blank follows, so that typing goes on. */
const closed = (line: string, end: number, text: string): string =>
  /^\s/u.test(line.slice(end)) ? text : `${text} `;

function valuesOf(field: QueryField, typed: string, known: KnownValues) {
  const { locale } = known;
  const values: readonly KnownValue[] =
    field === 'has'
      ? HAS_VALUES.map((value) => ({ value: nameOfHas(value, locale) }))
      : field === 'state'
        ? STATE_VALUES.map((value) => ({ value: nameOfState(value, locale) }))
        : isDateField(field)
          ? datesNear(known.today)
          : (known.fields[field] ?? []);
  return ranked(values, foldMarks(typed).trim())
    .slice(0, MOST_OPTIONS)
    .map(({ value, count }) => ({ is: 'value' as const, field, value, count, text: valueText(value) }));
}

/** This year, the two before, this month and the one before. */
function datesNear(today: string): KnownValue[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return [`${year}`, `${year - 1}`, `${year - 2}`, today.slice(0, 7), before].map((value) => ({ value }));
}

const foldedOf = new WeakMap<readonly KnownValue[], string[]>();

/** Those that fit, best first. Rank 0: begins so; 1: a word in it does; 2: it stands somewhere. */
function ranked(values: readonly KnownValue[], typed: string): (KnownValue & { rank: number })[] {
  if (!typed) return values.map((known) => ({ ...known, rank: 0 }));
  let folded = foldedOf.get(values);
  // An archive may know ten thousand authors, and this is asked at every key.
  if (!folded) foldedOf.set(values, (folded = values.map(({ value }) => foldMarks(value))));
  const found: (KnownValue & { rank: number })[] = [];
  for (const [place, name] of folded.entries()) {
    const at = name.indexOf(typed);
    if (at >= 0) found.push({ ...values[place]!, rank: at === 0 ? 0 : name.includes(` ${typed}`) ? 1 : 2 });
  }
  return found.toSorted((a, b) => a.rank - b.rank || (b.count ?? 0) - (a.count ?? 0));
}
