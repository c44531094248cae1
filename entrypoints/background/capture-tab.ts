/** Running the capture script in a tab and keeping what it gives. */
import type { Capture } from '@/utils/article/types';
import { normaliseAddress } from '@/utils/article/address';
import { findArticle } from '@/utils/archive/find-article';
import { noteRevisit } from '@/utils/archive/note-revisit';
import { changeOf, type PageChange } from '@/utils/archive/page-change';
import { parseCapture } from '@/utils/archive/parse-capture';
import { fetchPictures, hostsNeeded, type PictureWorld } from '@/utils/archive/pictures';
import { saveArticle } from '@/utils/archive/save-article';
import { ArchiveError, type KnownArticle, type SavedArticle, type SaveWishes } from '@/utils/archive/types';
import { wakeIn } from '@/utils/platform/alarms';
import { hasOrigins } from '@/utils/platform/permissions';
import { readSettings } from '@/utils/platform/settings';
import { stayAwake } from '@/utils/platform/runtime';
import { receiveRaw, runScript, tabSeen } from '@/utils/platform/tabs';
import { catchUpSoon } from './catch-up';
import { archive, bearWitness } from './context';
import { showBadge } from './show-badge';

export const PICTURES_ALARM = 'pictures';

const world: PictureWorld = {
  limits: async () => {
    const { pictureMegabytes, picturesPerArticle } = await readSettings();
    return { largest: pictureMegabytes * 1_000_000, most: picturesPerArticle };
  },
  isAllowed: (host) => hasOrigins([`*://${host}/*`]),
  fetch: (url, signal) =>
    fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'force-cache' }),
};

/** The addresses under which a captured page is known, canonical first. A web archive's copy is known by its original. */
export function addressesOf(capture: Pick<Capture, 'canonicalUrl' | 'pageUrl' | 'webArchive'>): string[] {
  const all = capture.webArchive
    ? [capture.webArchive.originalUrl, capture.webArchive.archiveUrl]
    : [capture.canonicalUrl, capture.pageUrl];
  return [...new Set(all.map((url) => normaliseAddress(url)).filter((url) => url !== null))];
}

export interface CapturedTab {
  capture: Capture;
  known: KnownArticle | null;
  /** What the page says differently than its saved copy. */
  change: PageChange | null;
}

/** @throws ArchiveError pageGone, privateWindow, restrictedPage, captureFailed */
export async function captureTab(tabId: number): Promise<CapturedTab> {
  const tab = await tabSeen(tabId);
  if (!tab) throw new ArchiveError('pageGone');
  if (tab.incognito) throw new ArchiveError('privateWindow');
  // A background just woken opens the archive while the page is read; what goes wrong is said where it is needed.
  archive().catch(() => null);
  let result: unknown;
  try {
    result = await runScript(tabId, '/capture.js');
  } catch (error) {
    throw new ArchiveError('restrictedPage', String(error));
  }
  if (typeof result !== 'object' || result === null || !('capture' in result))
    throw new ArchiveError('captureFailed', JSON.stringify(result ?? null).slice(0, 500));
  const capture = parseCapture(result.capture);
  const context = await archive();
  const known = await findArticle(context, addressesOf(capture));
  const change = known && (await changeOf(context, known.articleId, capture));
  const isSaved = known !== null && known.state !== 'bin';
  // Nobody waits for these.
  void showBadge(tabId, isSaved, capture.detection.isArticle, change?.isTold);
  if (isSaved) void noteRevisit(context, known.articleId, capture, change).then(catchUpSoon);
  return { capture, known, change };
}

/** Saves what was captured; pictures follow in the background. `queuedId`: the address of a batch that asked for it. */
export async function saveCapture(
  tabId: number,
  capture: Capture,
  wishes: SaveWishes,
  queuedId: string | null = null,
): Promise<SavedArticle> {
  const [context, raw] = await Promise.all([
    archive(),
    receiveRaw(tabId, capture.captureId).catch(() => null),
  ]);
  const saved = await saveArticle(context, capture, raw, addressesOf(capture), wishes, undefined, queuedId);
  // Nobody waits for these.
  void showBadge(tabId, true, true);
  void bearWitness(context);
  void goOnWithPictures(saved.articleId, false);
  return { ...saved, hostsNeeded: await hostsNeeded(context, world, saved.versionId) };
}

/** Fetches pending pictures, of one article or all; when the network fails an alarm tries again. */
export async function goOnWithPictures(
  articleId: string | null,
  retryRefused: boolean,
): Promise<{ pending: number }> {
  const context = await archive();
  await wakeIn(PICTURES_ALARM, 1);
  return stayAwake(() => fetchPictures(context, world, articleId, retryRefused)).finally(catchUpSoon);
}

/** Started by the alarm or at start-up: pictures that a killed background left. */
export async function resumePictures(): Promise<void> {
  const context = await archive();
  const { pending } = await stayAwake(() => fetchPictures(context, world, null));
  catchUpSoon();
  if (pending > 0) await wakeIn(PICTURES_ALARM, 5);
}
