/** What the background and the side panel say to the annotator in a page. The other way goes through the protocol. */
import type { PageState } from '@/utils/annotation/page-state';

export type PageCall =
  /** The archive changed: ask again. */
  | { is: 'changed' }
  /** The shortcut or the menu: highlight what is selected. */
  | { is: 'highlight' }
  /** Show the highlights, and say how many are not on the page. */
  | { is: 'show' }
  /** For the side panel: what stands where on this page? Answered with a `PageState`. */
  | { is: 'state' }
  | { is: 'goTo'; annotationId: string };

const KEY = 'pressmarkPage';
const STATE_KEY = 'pressmarkPageState';

export const pageCall = (call: PageCall): unknown => ({ [KEY]: call });

/** null when the message is for somebody else. */
export function parsePageCall(message: unknown): PageCall | null {
  const call = memberOf(message, KEY) as { is?: unknown; annotationId?: unknown } | null;
  if (call?.is === 'goTo')
    return typeof call.annotationId === 'string' ? { is: 'goTo', annotationId: call.annotationId } : null;
  if (call?.is === 'changed' || call?.is === 'highlight' || call?.is === 'show' || call?.is === 'state')
    return { is: call.is };
  return null;
}

/** The annotator's word to the side panel that something moved. */
export const pageStateMessage = (state: PageState): unknown => ({ [STATE_KEY]: state });

export function parsePageState(message: unknown): PageState | null {
  const state = memberOf(message, STATE_KEY) as Partial<PageState> | null;
  if (!state || !Array.isArray(state.placed)) return null;
  return {
    articleId: typeof state.articleId === 'string' ? state.articleId : null,
    placed: state.placed.flatMap(({ id, verdict, changedWords }) =>
      typeof id === 'string' && typeof verdict === 'string'
        ? [{ id, verdict, changedWords: Array.isArray(changedWords) ? changedWords.map(String) : [] }]
        : [],
    ),
  };
}

function memberOf(message: unknown, key: string): object | null {
  if (typeof message !== 'object' || message === null || !(key in message)) return null;
  const value = (message as Record<string, unknown>)[key];
  return typeof value === 'object' ? value : null;
}
