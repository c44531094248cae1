/** Pages that no extension may read, told apart so that each gets its own sentence. */
import type { PopupTab } from './doors';

export type Refusal = 'noPage' | 'browserPage' | 'store' | 'pdf' | 'privateWindow';

const STORES = [
  /^chromewebstore\.google\.com$/,
  /^chrome\.google\.com$/,
  /^addons\.mozilla\.org$/,
  /^microsoftedge\.microsoft\.com$/,
];

/** Why this tab cannot be captured, or null when it can be tried. */
export function refusalOf(tab: PopupTab | null): Refusal | null {
  if (!tab) return 'noPage';
  if (tab.incognito) return 'privateWindow';
  if (tab.url === null || !/^(https?|file):/i.test(tab.url)) return 'browserPage';
  const { hostname, pathname } = new URL(tab.url);
  if (STORES.some((store) => store.test(hostname))) return 'store';
  return /\.pdf$/i.test(pathname) ? 'pdf' : null;
}
