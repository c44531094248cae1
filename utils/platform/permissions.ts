/** Host permissions: what the user allowed is the truth, read each time. */
import { browser } from 'wxt/browser';

export function hasOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}

/** Asks the user. Must be called straight from a click: an `await` before it loses the gesture in Firefox. */
export function requestOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.request({ origins });
}

/** Asks to see the addresses of all tabs. Straight from a click, as above. */
export function requestTabs(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['tabs'] });
}

export function removeOrigins(origins: string[]): Promise<boolean> {
  return browser.permissions.remove({ origins });
}

/** Every match pattern allowed now. */
export async function allOrigins(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return origins ?? [];
}

/** Calls back after the user allowed or withdrew something, here or in the browser's own settings. */
export function watchPermissions(onChange: () => void): () => void {
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  return () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  };
}

/** The match pattern of one address's host: `https://a.vn/x` → `*://a.vn/*`. */
export function originOf(url: string): string {
  return `*://${new URL(url).hostname}/*`;
}
