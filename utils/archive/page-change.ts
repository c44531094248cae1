/** What a page that is saved already says differently now: read and compared here, nothing asked of the network. */
import { isHeadChanged } from '@/utils/article/versions/head-changes';
import { compareVersions, summaryOf } from '@/utils/article/versions/compare-versions';
import {
  isTold,
  type ChangeSummary,
  type VersionDifference,
  type VersionSide,
} from '@/utils/article/versions/types';
import type { Capture } from '@/utils/article/types';
import { capturedVersion } from './captured-version';
import type { ArchiveContext } from './types';

export interface PageChange extends ChangeSummary {
  /** The version it was compared with. */
  fromVersionId: string;
  /** Worth a mark on the button: more than typography. */
  isTold: boolean;
  /** The version was read by other rules than today's: some of the difference may be theirs. */
  hasOtherRules: boolean;
}

/**
 * The difference between the newest captured version of an article and what its page holds now. A version corrected by hand
 * stands for the one it was made from: what a person changed is no change of the page.
 * @returns null when nothing differs, or when no version was captured from a page
 */
export async function changeOf(
  { db, now }: Pick<ArchiveContext, 'db' | 'now'>,
  articleId: string,
  capture: VersionSide & Pick<Capture, 'extractor'>,
): Promise<PageChange | null> {
  const article = await db.articles.get(articleId);
  const version = article && (await capturedVersion(db, article));
  if (!version) return null;
  const side = { ...capture, capturedAt: now().toISOString() };
  if (version.text === capture.text && !isHeadChanged(version, side)) return null;
  const difference = compareVersions(version, side);
  if (difference.grade === null && difference.presence === 'article') return null;
  const hasOtherRules = version.circumstances.extractor !== capture.extractor;
  return {
    ...summaryOf(difference),
    fromVersionId: version.id,
    isTold: isWorthTelling(difference, hasOtherRules),
    hasOtherRules,
  };
}

/** Other rules may find more or fewer paragraphs, but they do not change the words of one. */
function isWorthTelling({ presence, grade, blocks }: VersionDifference, hasOtherRules: boolean): boolean {
  if (presence === 'part') return false;
  if (presence !== 'article') return !hasOtherRules;
  if (!hasOtherRules) return isTold(grade);
  return blocks.some(
    ({ is, grade: own }) => is === 'edited' && (own === 'headline' || own === 'lead' || own === 'figures'),
  );
}

/** May it be kept as a version without asking? Only what is surely a later edition of the article. */
export function isLaterEdition(
  change: PageChange,
  { detection, pageWasChanging }: Pick<Capture, 'detection' | 'pageWasChanging'>,
): boolean {
  return (
    change.isTold &&
    !change.hasOtherRules &&
    change.presence === 'article' &&
    detection.isArticle &&
    !pageWasChanging
  );
}
