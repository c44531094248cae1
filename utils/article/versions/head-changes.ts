/**
 * What the head of an article says otherwise, beside its headline: who wrote it and when it was printed. Promise: only what stood in
 * the same place of the page both times counts, and no clock of the page is taken for a date.
 */
import type { Field } from '../types';
import { printedKey } from './printed-form';
import type { VersionSide } from './types';

export interface HeadChanges {
  byline: boolean;
  date: boolean;
  /** Names that went and came. */
  gone: string[];
  came: string[];
}

export function headChanges(from: VersionSide, to: VersionSide): HeadChanges {
  const [old, now] = [from.metadata.authors, to.metadata.authors];
  const isByline = areComparable(old, now);
  const gone = isByline ? namesOnlyIn(old, now) : [];
  const came = isByline ? namesOnlyIn(now, old) : [];
  return { byline: gone.length + came.length > 0, date: isRedated(from, to), gone, came };
}

/** Worth a mark, and a version of its own, though the text is the same. */
export function isHeadChanged(from: VersionSide, to: VersionSide): boolean {
  const { byline, date } = headChanges(from, to);
  return byline || date;
}

/** Another place that is read, or a person's correction, says nothing of the page. */
function areComparable(old: Field<unknown>, now: Field<unknown>): boolean {
  if (old.state === 'byHand' || now.state === 'byHand') return false;
  return old.source === null || now.source === null || old.source === now.source;
}

/** Names that the other page has nowhere: not in its byline nor in any other place where names were found. */
function namesOnlyIn({ value }: Field<string[]>, other: Field<string[]>): string[] {
  const all = [...(other.value ?? []), ...(other.candidates ?? []).flatMap((one) => one.value)];
  const known = new Set(all.map(nameKey));
  return (value ?? []).filter((name) => !known.has(nameKey(name)));
}

const nameKey = (name: string) => printedKey(name).toLowerCase();

/** `Cập nhật 10:35`: when it was last changed is no date of print. */
const UPDATED = /cập nhật|chỉnh sửa|updated|modified|edited|revised/i;

function isRedated(from: VersionSide, to: VersionSide): boolean {
  const [old, now] = [from.metadata.published, to.metadata.published];
  if (old.value === null || now.value === null || !areComparable(old, now)) return false;
  if (UPDATED.test(`${old.printed} ${now.printed}`)) return false;
  if (isClock(old.value, from.capturedAt) && isClock(now.value, to.capturedAt)) return false;
  const dates = (field: Field<string>) => [
    field.value!,
    ...(field.candidates ?? []).map(({ value }) => value),
  ];
  const known = dates(old);
  return (
    !known.some((date) => isSameTime(date, now.value!)) &&
    !dates(now).some((date) => isSameTime(date, old.value!))
  );
}

/** To the minute, or to the day where one has no more. */
function isSameTime(one: string, other: string): boolean {
  if (one.slice(0, 10) === other.slice(0, 10) && (isBare(one) || isBare(other))) return true;
  return Math.abs(Date.parse(one) - Date.parse(other)) < 60_000;
}

/** Many systems write midnight where they know the day only. */
const isBare = (date: string) => !date.includes('T') || /T00:00(?::00)?(?!:)/.test(date);

const HOUR = 3_600_000;

/** A page that prints the hour of the visit prints it at each. */
function isClock(date: string, capturedAt: string | undefined): boolean {
  if (capturedAt === undefined) return false;
  const apart = Math.abs(Date.parse(date) - Date.parse(capturedAt));
  return apart < (isBare(date) ? 36 * HOUR : HOUR);
}
