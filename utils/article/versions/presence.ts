/** Is what the page shows now still the article? */
import { foldMarks } from '@/utils/text/fold';
import type { Presence, VersionSide } from './types';

const SAYS_GONE =
  /go bo|bi xoa|da xoa|khong ton tai|khong tim thay|khong con (?:ton tai|truy cap)|tam an|\b404\b|not found|been (?:removed|deleted)|no longer available|page unavailable/;
/** A notice is short; an article about something taken down is not. */
const LONGEST_NOTICE = 600;
/** Share of the first text that must be left. */
const LITTLE = 0.2;
const NEXT_TO_NOTHING = 0.1;

/** @param kept share of the letters of the first side's text (without the headline) that the second has, 0–1 */
export function presenceOf(from: VersionSide, to: VersionSide, kept: number): Presence {
  const [before, now] = [bodyOf(from), bodyOf(to)];
  if (before.length === 0) return 'article';
  if (now.trim() === '') return 'gone';
  const isShrunk = now.length < 0.35 * before.length;
  if (kept < LITTLE && now.length <= LONGEST_NOTICE && SAYS_GONE.test(foldMarks(to.text))) return 'gone';
  if (kept < LITTLE && isShrunk && (!looksLikeArticle(to) || now.length < 200)) return 'gone';
  const isWalled = to.incomplete?.some((why) => !from.incomplete?.includes(why)) ?? false;
  if (isWalled && now.length < before.length) return 'part';
  if (kept < NEXT_TO_NOTHING) return looksLikeArticle(to) ? 'another' : 'gone';
  return 'article';
}

const looksLikeArticle = ({ detection }: VersionSide) => detection?.isArticle ?? true;

function bodyOf({ text, blocks }: VersionSide): string {
  return blocks
    .filter(({ type }) => type !== 'title' && type !== 'embed')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}
