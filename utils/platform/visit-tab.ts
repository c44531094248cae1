/** Tabs that are opened behind the person's own to read a page, and closed again. */
import { browser } from 'wxt/browser';

const KEY = 'visits';

export interface VisitState {
  /** null where we may not see it. */
  url: string | null;
  isLoading: boolean;
}

export interface PageLook {
  url: string;
  /** 0 where the browser does not tell. */
  status: number;
  readyState: string;
  contentType: string;
  characters: number;
  hasPasswordField: boolean;
}

/**
 * An empty, muted tab behind the others, under a name that a killed background finds again. Its page is opened afterwards:
 * a tab is noted before it can show anything.
 * @returns null while there is no window that is not private
 */
export async function openVisit(name: string): Promise<number | null> {
  const windowId = await plainWindow();
  if (windowId === null) return null;
  const tab = await browser.tabs.create({ url: 'about:blank', active: false, windowId });
  const tabId = tab.id!;
  await noteVisits((visits) => ({ ...visits, [name]: tabId }));
  await browser.tabs.update(tabId, { muted: true }).catch(() => null);
  return tabId;
}

/** undefined lets the browser choose, where it has no windows (Firefox for Android). */
async function plainWindow(): Promise<number | undefined | null> {
  if (!browser.windows?.getAll) return undefined;
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const plain = windows.filter(({ incognito, id }) => !incognito && id !== undefined);
  return (plain.find(({ focused }) => focused) ?? plain[0])?.id ?? null;
}

export async function closeVisit(name: string, tabId: number): Promise<void> {
  await browser.tabs.remove(tabId).catch(() => null);
  await noteVisits((visits) =>
    Object.fromEntries(Object.entries(visits).filter(([other]) => other !== name)),
  );
}

/** Closes what a killed background left open. After a restart of the browser there is nothing: ids would be others'. */
export async function closeLeftVisits(): Promise<void> {
  for (const [name, tabId] of Object.entries(await readVisits())) await closeVisit(name, tabId);
}

/** Is this tab one of ours, and not the person's? */
export async function isVisit(tabId: number): Promise<boolean> {
  return Object.values(await readVisits()).includes(tabId);
}

async function readVisits(): Promise<Record<string, number>> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, tabId]) => typeof tabId === 'number'),
  ) as Record<string, number>;
}

let noting: Promise<unknown> = Promise.resolve();

/** One change after the other: two visits begin and end at the same time. */
function noteVisits(change: (visits: Record<string, number>) => Record<string, number>): Promise<void> {
  const noted = noting.then(async () => browser.storage.session.set({ [KEY]: change(await readVisits()) }));
  noting = noted.catch(() => null);
  return noted;
}

export async function goTo(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}

/** null once it is closed. */
export async function visitState(tabId: number): Promise<VisitState | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab) return null;
  return {
    url: tab.url && tab.url !== 'about:blank' ? tab.url : null,
    isLoading: tab.status === 'loading',
  };
}

/** Looks at the page as it is now, also before it is loaded. Rejects where no script may run: an error page, a hidden host. */
export async function lookAt(tabId: number): Promise<PageLook> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: lookAtPage,
  });
  const look = frame?.result as PageLook | null | undefined;
  if (!look) throw new Error('no page');
  return look;
}

/** Runs in the page: nothing outside of it exists there. */
function lookAtPage(): PageLook {
  const [navigation] = performance.getEntriesByType('navigation');
  return {
    url: location.href,
    status: (navigation as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0,
    readyState: document.readyState,
    contentType: document.contentType,
    characters: document.body?.textContent?.length ?? 0,
    hasPasswordField: document.querySelector('input[type="password"]') !== null,
  };
}

/** `isWindowClosing`: it went with its window, or with the browser. */
export function onTabRemoved(listener: (tabId: number, isWindowClosing: boolean) => void): void {
  browser.tabs.onRemoved.addListener((tabId, { isWindowClosing }) => listener(tabId, isWindowClosing));
}
