/** One address of a batch: opened in a tab behind the others, waited for, captured, saved, closed. */
import { refuseCapture, refuseVisit, type VisitedPage } from '@/utils/article/judge-visit';
import { failAddress, putBack, type BatchReason, type Taken } from '@/utils/archive/batches';
import { ArchiveError, type ArchiveContext } from '@/utils/archive/types';
import { failureOf } from '@/utils/messaging/server';
import { hasOrigins, originOf } from '@/utils/platform/permissions';
import {
  closeVisit,
  goTo,
  lookAt,
  onTabRemoved,
  openVisit,
  visitState,
  type PageLook,
} from '@/utils/platform/visit-tab';
import { captureTab, saveCapture } from './capture-tab';

const LOOK_EVERY_MS = 400;
/** After its text is there, so long may the rest of a page take: adverts that never come must not hold it up. */
const REST_MS = 10_000;
/** It has come to rest when it grew by less than this for so long; the clocks of hidden tabs strike once a second. */
const GROWS = 500;
const RESTS_MS = 1_200;
/** So many looks in a row without a page to look at are no accident. */
const BLIND_LOOKS = 4;
/** A browser that closes closes its tabs first; whoever is still alive after this was not closed with it. */
const CLOSING_MS = 1_500;

type Unsaved = { reason: BatchReason; detail: string | null };

/** What was not the page's fault: the address waits again, for how long is told. */
export type Visit = 'ended' | 'windowClosed' | 'noWindow' | 'offline' | { stopped: string };

const closedWithWindow = new Set<number>();

/** Must be called at the top of the background. */
export function watchVisits(): void {
  onTabRemoved((tabId, isWindowClosing) => {
    if (isWindowClosing) closedWithWindow.add(tabId);
  });
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Ends with the address having its outcome, or waiting again. */
export async function visitAddress(
  context: ArchiveContext,
  { batch, row }: Taken,
  limitMs: number,
): Promise<Visit> {
  if (!(await hasOrigins([originOf(row.url)]))) {
    await failAddress(context, row.id, 'hostNotAllowed', row.host);
    return 'ended';
  }
  // Its making may have been undone since; then the tags are of the project at work.
  const projectId = (await context.db.projects.get(batch.projectId))?.id;
  const tabId = await openVisit(row.id);
  if (tabId === null) {
    await putBack(context, row.id);
    return 'noWindow';
  }
  try {
    const visited = await inTime(visitPage(tabId, row.url, limitMs), limitMs + REST_MS);
    const unsaved =
      'reason' in visited
        ? visited
        : await inTime(
            savePage(tabId, row.url, visited, (capture) =>
              saveCapture(
                tabId,
                capture,
                { byHand: {}, tags: batch.tags, collections: batch.collections, projectId },
                row.id,
              ),
            ),
            limitMs,
          );
    if (!unsaved) return 'ended';
    if (unsaved.reason === 'tabClosed') {
      await sleep(CLOSING_MS);
      if (closedWithWindow.delete(tabId)) {
        await putBack(context, row.id);
        return 'windowClosed';
      }
    }
    if (unsaved.reason === 'unreachable' && !navigator.onLine) {
      await putBack(context, row.id);
      return 'offline';
    }
    await failAddress(context, row.id, unsaved.reason, unsaved.detail);
    return 'ended';
  } catch (error) {
    const { code, detail } = failureOf(error);
    if (/^storage|^archiveBusy$/.test(code)) {
      await putBack(context, row.id);
      return { stopped: code };
    }
    await failAddress(context, row.id, 'unexpected', `${code} ${detail ?? ''}`.trim());
    return 'ended';
  } finally {
    await closeVisit(row.id, tabId);
  }
}

/** Waits until the page has come to rest. */
async function visitPage(tabId: number, url: string, limitMs: number): Promise<VisitedPage | Unsaved> {
  const until = Date.now() + limitMs;
  await goTo(tabId, url);
  let rest: { at: number; look: PageLook } | null = null;
  let readAt = Infinity;
  let blind = 0;
  while (Date.now() < until) {
    await sleep(LOOK_EVERY_MS);
    const state = await visitState(tabId);
    if (!state) return { reason: 'tabClosed', detail: null };
    const look = state.url === null ? null : await lookAt(tabId).catch(() => null);
    if (!look) {
      rest = null;
      blind = state.isLoading ? 0 : blind + 1;
      if (blind < BLIND_LOOKS) continue;
      return (await isAllowed(state.url))
        ? { reason: 'unreachable', detail: null }
        : { reason: 'hostNotAllowed', detail: null };
    }
    blind = 0;
    if (look.readyState === 'loading') continue;
    readAt = Math.min(readAt, Date.now());
    const isAtRest = rest?.look.url === look.url && Math.abs(look.characters - rest.look.characters) < GROWS;
    if (!rest || !isAtRest) rest = { at: Date.now(), look };
    const isRead = look.readyState === 'complete' || Date.now() - readAt > REST_MS;
    if (isRead && Date.now() - rest.at >= RESTS_MS) return look;
  }
  return { reason: 'endless', detail: null };
}

async function isAllowed(url: string | null): Promise<boolean> {
  return url !== null && /^https?:/.test(url) && hasOrigins([originOf(url)]);
}

type Captured = Awaited<ReturnType<typeof captureTab>>['capture'];

/** @returns null when it is saved, with its outcome */
async function savePage(
  tabId: number,
  askedUrl: string,
  page: VisitedPage,
  save: (capture: Captured) => Promise<unknown>,
): Promise<Unsaved | null> {
  const refused = refuseVisit(askedUrl, page);
  if (refused) return refused;
  try {
    const { capture } = await captureTab(tabId);
    const refusedCapture = refuseCapture(page, capture);
    if (refusedCapture) return refusedCapture;
    await save(capture);
    return null;
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    if (error.code === 'pageGone') return { reason: 'tabClosed', detail: null };
    if (error.code === 'emptyArticle') return { reason: 'noArticle', detail: null };
    if (error.code === 'captureFailed' || error.code === 'restrictedPage')
      return (await visitState(tabId))
        ? { reason: 'captureFailed', detail: error.detail ?? null }
        : { reason: 'tabClosed', detail: null };
    throw error;
  }
}

/** A page whose own script never ends answers no look; it has no end either. */
async function inTime<T>(job: Promise<T>, limitMs: number): Promise<T | Unsaved> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Unsaved>((resolve) => {
    timer = setTimeout(() => resolve({ reason: 'endless', detail: null }), limitMs);
  });
  try {
    return await Promise.race([job, late]);
  } finally {
    clearTimeout(timer);
    job.catch(() => null);
  }
}
