/** The record as text fields: what was found on the page, what the person made of it, and the difference (`byHand`). */
import { dateText, parseDateText } from '@/components/ui/date-text';
import type { Candidate, Metadata } from '@/utils/article/types';
import type { ByHand } from '@/utils/db/records';
import type { MessageKey } from '@/utils/locale/translate';

export const DRAFT_KEYS = ['title', 'authors', 'published', 'outlet', 'section', 'lead', 'language'] as const;
export type DraftKey = (typeof DRAFT_KEYS)[number];
export type Draft = Record<DraftKey, string>;

export interface DraftReading {
  /** Fields that differ from what was found. */
  byHand: ByHand;
  /** Fields that were set by hand before and are again as found. */
  reset: DraftKey[];
  problems: Partial<Record<DraftKey, MessageKey>>;
}

/** Names are literal: split at ";" only, never at a comma or a dash, never recased. */
export const splitNames = (text: string) =>
  text
    .split(/[;\n]/u)
    .map((name) => name.normalize('NFC').trim())
    .filter(Boolean);

export const splitSections = (text: string) =>
  text
    .split(/\s*[›>]\s*/u)
    .map((name) => name.normalize('NFC').trim())
    .filter(Boolean);

/** The text of one value in its field. */
export function fieldText(key: DraftKey, value: string | string[] | null | undefined): string {
  if (Array.isArray(value)) return value.join(key === 'section' ? ' › ' : '; ');
  return key === 'published' ? dateText(value ?? null) : (value ?? '');
}

/** The draft of a record: found values with those already set by hand on top. */
export function draftOf(metadata: Metadata, byHand: ByHand): Draft {
  const text = (key: DraftKey) =>
    fieldText(key, byHand[key] === undefined ? metadata[key].value : byHand[key]);
  return Object.fromEntries(DRAFT_KEYS.map((key) => [key, text(key)])) as Draft;
}

export function candidatesOf(metadata: Metadata, key: DraftKey): Candidate<string | string[]>[] {
  return metadata[key].candidates ?? [];
}

const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Reads the draft against what was found. */
export function readDraft(draft: Draft, metadata: Metadata, before: ByHand = {}): DraftReading {
  const found = draftOf(metadata, {});
  const byHand: ByHand = {};
  const reset: DraftKey[] = [];
  const problems: DraftReading['problems'] = {};
  if (!oneLine(draft.title)) problems.title = 'popupTitleNeeded';
  for (const key of DRAFT_KEYS) {
    const typed = oneLine(draft[key]);
    if (typed === oneLine(found[key])) {
      if (before[key] !== undefined) reset.push(key);
      continue;
    }
    if (key === 'authors') byHand.authors = splitNames(draft.authors);
    else if (key === 'section') byHand.section = splitSections(draft.section);
    else if (key === 'title') byHand.title = typed;
    else if (key === 'published') {
      const published = typed ? parseDateText(typed) : null;
      if (typed && !published) problems.published = 'popupDateNotUnderstood';
      else byHand.published = published;
    } else byHand[key] = typed || null;
  }
  return { byHand, reset, problems };
}

/** Would saving this change what is set by hand? `before` is what was set by hand already. */
export function isCorrected(reading: { byHand: ByHand; reset: readonly unknown[] }, before: ByHand): boolean {
  const changed = DRAFT_KEYS.some(
    (key) =>
      reading.byHand[key] !== undefined &&
      JSON.stringify(reading.byHand[key]) !== JSON.stringify(before[key]),
  );
  return changed || reading.reset.length > 0;
}
