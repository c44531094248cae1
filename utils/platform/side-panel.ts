/** Chrome's side panel and Firefox's sidebar: one page, opened in two ways; missing on Android. */
import { browser } from 'wxt/browser';

interface Panels {
  sidePanel?: { open: (where: { windowId: number }) => Promise<void> };
  sidebarAction?: { open: () => Promise<void> };
}

const panels = () => browser as unknown as Panels;

export function hasSidePanel(): boolean {
  return panels().sidePanel !== undefined || panels().sidebarAction !== undefined;
}

/** Must be called straight from a click: an `await` before it loses the gesture in Firefox. */
export async function openSidePanel(): Promise<void> {
  const { sidePanel, sidebarAction } = panels();
  if (sidebarAction) return sidebarAction.open();
  const { id } = await browser.windows.getCurrent();
  if (sidePanel && id !== undefined) await sidePanel.open({ windowId: id });
}

/** Calls back when another tab of this window comes to the front, or the one in front shows another page. */
export function followFrontTab(onChange: () => void): () => void {
  const updated = (_: number, change: { status?: string; url?: string }, tab: { active: boolean }) => {
    if (tab.active && (change.status === 'complete' || change.url)) onChange();
  };
  browser.tabs.onActivated.addListener(onChange);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(onChange);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
