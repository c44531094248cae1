import { parsePrintedDate, type PrintedDate, type PrintedDateOptions } from '@/utils/text/dates';
import { collapseBlanks } from '@/utils/text/normal';
import type { Candidate, Field } from '../types';
import type { HintText } from './hints';
import {
  MODIFIED_METAS,
  PUBLISHED_METAS,
  addressDate,
  datesNearHeadline,
  jsonDates,
  markedDates,
  metaDates,
  optionsFor,
  visibleDates,
} from './date-places';
import { choose } from './field';
import type { Page } from './page';

interface Dated {
  text: string;
  source: string;
  read: PrintedDate | null;
  opts: PrintedDateOptions;
}

const SEVEN_HOURS = 7 * 3_600_000;
/** Tomorrow is allowed: clocks and zones differ, and papers are dated ahead. */
const AHEAD = 36 * 3_600_000;

/** When it appeared and when it was last changed; each with the text as printed. */
export function resolveDates(page: Page): { published: Field<string>; modified: Field<string> } {
  const shown = page.hints.published ?? [];
  const json = jsonDates(page, 'datePublished');
  const metas = metaDates(page, PUBLISHED_METAS);
  const published = page.vietnamese
    ? [...json, ...shown, ...metas, ...markedDates(page, 'datePublished')]
    : [...json, ...metas, ...markedDates(page, 'datePublished'), ...shown];
  published.push(...jsonDates(page, 'dateCreated'), ...visibleDates(page), ...addressDate(page));
  if (published.length === 0) published.push(...datesNearHeadline(page));
  const modified = [
    ...jsonDates(page, 'dateModified'),
    ...(page.hints.modified ?? []),
    ...metaDates(page, MODIFIED_METAS),
    ...markedDates(page, 'dateModified'),
  ];
  const witnesses = published.map((hint) => read(hint, page));
  const all = crossCheck(witnesses, witnesses, page);
  return {
    published: withShown(pick(all, page), shown),
    modified: pick(
      crossCheck(
        modified.map((hint) => read(hint, page)),
        all,
        page,
      ),
      page,
    ),
  };
}

/** `printed` is what readers see, when the page shows the winner's day to them; the machine's text is kept otherwise. */
function withShown(field: Field<string>, shown: HintText[]): Field<string> {
  const { value } = field;
  if (value === null) return field;
  const seen = (field.candidates ?? []).find(
    (other) =>
      other.rejected === undefined &&
      other.value.slice(0, 10) === value.slice(0, 10) &&
      !/^(?:meta|json-ld|script|itemprop)/.test(other.source) &&
      shown.some((hint) => hint.source === other.source),
  );
  return seen ? { ...field, printed: seen.printed ?? seen.value } : field;
}

function read(hint: HintText, page: Page): Dated {
  const text = collapseBlanks(hint.text);
  const opts = optionsFor(page, hint.source);
  let result = parsePrintedDate(text, opts);
  // "4/26/2022" has one reading only. A newspaper that prints it means April.
  if (
    !result &&
    !opts.us &&
    /^\d{1,2}\/\d{1,2}\/\d{4}/.test(text) &&
    !(page.vietnamese && !/[AP]M$/i.test(text))
  ) {
    result = parsePrintedDate(text, { ...opts, us: true });
    if (result) opts.us = true;
  }
  if (!result && opts.us) result = parsePrintedDate(text, { ...opts, us: false });
  return { text, source: hint.source, read: result, opts };
}

/** Two places that differ by exactly seven hours, or by swapped day and month, are one time told in two ways. */
function crossCheck(list: Dated[], witnesses: Dated[], page: Page): Dated[] {
  return list.map((one) => {
    if (!one.read) return one;
    const others = witnesses.filter((other) => other !== one && other.read && other.text !== one.text);
    if (page.vietnamese && /(?:Z|[+-]00:?00)$/.test(one.text) && !one.opts.zIsLocal) {
      const local = parsePrintedDate(one.text.replace(/[+-]00:?00$/, 'Z'), { ...one.opts, zIsLocal: true });
      const apart = (other: Dated) => Math.abs(Date.parse(other.read!.iso) - Date.parse(one.read!.iso));
      // The page shows minutes, a script writes seconds too.
      const false7 = others.some(
        (other) =>
          other.read!.iso.includes('T') &&
          !/(?:Z|[+-]00:?00)$/.test(other.text) &&
          Math.abs(apart(other) - SEVEN_HOURS) < 60_000,
      );
      if (local && false7) return { ...one, read: local };
    }
    const swapped = swapOf(one);
    if (swapped) {
      const agrees = (day: string) =>
        others.some(
          (other) => other.read!.iso.slice(0, 10) === day && swapOf(other) === null && !sameForm(other, one),
        );
      const own = agrees(one.read.iso.slice(0, 10));
      if (!own && (agrees(swapped.iso.slice(0, 10)) || shownElsewhere(others, swapped)))
        return { ...one, read: swapped };
    }
    return one;
  });
}

/** A numeric date whose day and month could change places. */
function swapOf(one: Dated): PrintedDate | null {
  if (!one.read || !/(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(one.text)) return null;
  const other = parsePrintedDate(one.text, { ...one.opts, us: !one.opts.us });
  return other && other.iso !== one.read.iso ? other : null;
}

function sameForm(a: Dated, b: Dated): boolean {
  return a.source === b.source;
}

/** Meta "10/9/2022 7:05:00 AM" and page "09/10/2022 07:05": equal once one of them is swapped, clock included. */
function shownElsewhere(others: Dated[], swapped: PrintedDate): boolean {
  return others.some(
    (other) =>
      !other.source.startsWith('meta:') &&
      swapped.iso.includes('T') &&
      other.read!.iso.slice(0, 16) === swapped.iso.slice(0, 16),
  );
}

function pick(list: Dated[], page: Page): Field<string> {
  const candidates: (Candidate<string> & { assumed: boolean })[] = [];
  for (const { text, source, read: result } of list) {
    if (candidates.some((other) => other.source === source && (other.printed ?? other.value) === text))
      continue;
    const rejected = result ? reject(result.iso, page.now) : 'not a date';
    candidates.push({
      value: result?.iso ?? text,
      source,
      ...(result?.iso === text ? {} : { printed: text }),
      ...(rejected ? { rejected } : {}),
      assumed: result?.offsetAssumed ?? false,
    });
  }
  const winner = moreExact(candidates);
  if (winner) candidates.unshift(...candidates.splice(candidates.indexOf(winner), 1));
  const assumed = candidates.find((candidate) => candidate.rejected === undefined)?.assumed ?? false;
  for (const candidate of candidates) Reflect.deleteProperty(candidate, 'assumed');
  const field = choose<string>(candidates);
  return assumed && field.value !== null ? { ...field, offsetAssumed: true } : field;
}

/** Of the places that name the winner's day, the first with a clock, and of those with its clock, one with a zone. */
function moreExact<T extends Candidate<string> & { assumed: boolean }>(candidates: T[]): T | null {
  const usable = candidates.filter((candidate) => candidate.rejected === undefined);
  const first = usable[0];
  if (!first) return null;
  const bare = !first.value.includes('T') || /T00:00:00/.test(first.value);
  const day = first.value.slice(0, 10);
  const best =
    (bare && usable.find((other) => other.value.startsWith(`${day}T`) && !/T00:00:00/.test(other.value))) ||
    first;
  if (/\+00:00$/.test(best.value)) return localOf(best, usable);
  if (!best.assumed) return best;
  const clock = best.value.slice(0, 16);
  return usable.find((other) => !other.assumed && other.value.startsWith(clock)) ?? best;
}

/** UTC is a machine's clock: the same moment with the paper's own offset, or the next day as shown, is what was printed. */
function localOf<T extends Candidate<string>>(best: T, usable: T[]): T {
  const at = Date.parse(best.value);
  const same = usable.find(
    (other) =>
      other.value.includes('T') &&
      !/\+00:00$/.test(other.value) &&
      Math.abs(Date.parse(other.value) - at) < 60_000,
  );
  if (same) return same;
  const next = new Date(at + 86_400_000).toISOString().slice(0, 10);
  const late = Number(best.value.slice(11, 13)) >= 20;
  return (
    (late && usable.find((other) => other.value === next && other.source.startsWith('selector:'))) || best
  );
}

function reject(iso: string, now: Date): string | null {
  if (/^(?:19(?:70-01-01|69-12-31|00-01-0[12])|1800)/.test(iso)) return 'an empty clock';
  if (Date.parse(iso) > now.getTime() + AHEAD) return 'in the future';
  return null;
}
