/** The ways a person starts something outside our pages: shortcut and context menus. */
import { browser } from 'wxt/browser';

export type MenuId = 'save-page' | 'open-library' | 'highlight-selection';

export function onCommand(listener: (command: string, tabId: number | null) => void): void {
  browser.commands.onCommand.addListener((command, tab) => listener(command, tab?.id ?? null));
}

/** Menus are made anew at install and when the language changes; making one twice is an error otherwise. */
export async function makeMenus(titles: Record<MenuId, string>): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'save-page',
    title: titles['save-page'],
    contexts: ['page', 'selection', 'image'],
  });
  browser.contextMenus.create({
    id: 'highlight-selection',
    title: titles['highlight-selection'],
    contexts: ['selection'],
  });
  browser.contextMenus.create({ id: 'open-library', title: titles['open-library'], contexts: ['action'] });
}

export function onMenu(listener: (id: string, tabId: number | null) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) =>
    listener(String(info.menuItemId), tab?.id ?? null),
  );
}
