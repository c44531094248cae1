/** Keyboard shortcuts belong to the browser: we read them and show the way to its page. */
import { browser } from 'wxt/browser';

/** Command → shortcut as the browser prints it; empty when none is set. */
export async function shortcuts(): Promise<Record<string, string>> {
  // Firefox for Android has no commands.
  if (!browser.commands?.getAll) return {};
  const all = await browser.commands.getAll();
  return Object.fromEntries(all.map((command) => [command.name ?? '', command.shortcut ?? '']));
}

/** Opens the browser's page for shortcuts; false where there is no way to. */
export async function openShortcuts(): Promise<boolean> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  try {
    if (commands?.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
