/** Tabs, and running our scripts in them. */
import { browser } from 'wxt/browser';

export interface TabSeen {
  id: number;
  /** null when we may not see it (no activeTab, no host permission) */
  url: string | null;
  incognito: boolean;
}

export async function activeTab(): Promise<TabSeen | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null, incognito: tab.incognito };
}

export async function tabSeen(tabId: number): Promise<TabSeen | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    return { id: tabId, url: tab.url ?? null, incognito: tab.incognito };
  } catch {
    return null;
  }
}

export type PageScript = '/capture.js' | '/annotator.js' | '/live-controls.js';

/** Injects one of our built scripts into the top frame and gives what it returned. Rejects where we may not. */
export async function runScript(tabId: number, file: PageScript): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: [file as never] });
  return frame?.result;
}

/** Tabs with a web page, of windows that are not private. Needs `tabs` to see them all. */
export async function webTabs(): Promise<{ url: string; title: string }[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  return tabs.flatMap(({ url, title, incognito }) =>
    url && !incognito ? [{ url, title: title ?? '' }] : [],
  );
}

/** Every tab of every window; `url` only where we may see it. */
export async function allTabs(): Promise<TabSeen[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, incognito }) =>
    id === undefined ? [] : [{ id, url: url ?? null, incognito }],
  );
}

export function sendToTab(tabId: number, message: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message);
}

/**
 * Receives the serialised page that the capture script kept, piece by piece (one message may hold 64 MiB at most).
 * Resolves to null when the page is gone.
 */
export function receiveRaw(tabId: number, captureId: string, timeoutMs = 30_000): Promise<string | null> {
  return new Promise((resolve) => {
    const pieces: string[] = [];
    let finished = false;
    const port = browser.tabs.connect(tabId, { name: `raw/${captureId}`, frameId: 0 });
    const finish = (value: string | null) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      port.disconnect();
      resolve(value);
    };
    const timer = setTimeout(() => finish(null), timeoutMs);
    port.onMessage.addListener((message: unknown) => {
      const piece = message as { index?: unknown; chunk?: unknown; done?: unknown };
      if (piece.done === true) finish(pieces.join(''));
      else if (typeof piece.index === 'number' && typeof piece.chunk === 'string')
        pieces[piece.index] = piece.chunk;
    });
    port.onDisconnect.addListener(() => finish(null));
  });
}

export function onTabLeft(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') listener(tabId);
  });
}
