/** Dates as people type them into a field, and as a field shows them. */
import { parsePrintedDate } from '@/utils/text/dates';

/**
 * ISO with offset, a bare date when no time was typed, or null when it is no date. Day first as printed in Vietnam
 * ("24/11/2021 06:55", "ngày 24 tháng 11 năm 2021") or ISO; a time without a zone is read as Vietnam's, +07:00.
 */
export function parseDateText(typed: string): string | null {
  const iso = parsePrintedDate(typed.normalize('NFC').trim(), { keepUtc: true })?.iso ?? null;
  // A field is stricter than a page: figures that were not understood (an hour of 25) are a slip, not decoration.
  const isBareDate = iso !== null && !iso.includes('T');
  return isBareDate && (typed.match(/\d+/g)?.length ?? 0) > 3 ? null : iso;
}

/** The text of a date field: "24/11/2021 06:55" for Vietnam's zone and bare dates, the ISO text itself for others. */
export function dateText(iso: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(\+07:00))?$/.exec(iso ?? '');
  if (!parts) return iso ?? '';
  return `${parts[3]}/${parts[2]}/${parts[1]}${parts[4] ? ` ${parts[4]}` : ''}`;
}
