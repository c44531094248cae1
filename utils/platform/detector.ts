/** The detector runs on the hosts the user allowed and nowhere else: a registered content script, kept in step. */
import { browser } from 'wxt/browser';
import { allOrigins } from './permissions';

const SCRIPT_ID = 'pressmark-detector';
const FILE = '/detector.js';

/** Registers the detector for what is allowed now; also runs it in tabs that are open on newly allowed hosts. */
export async function registerDetector(): Promise<void> {
  const matches = (await allOrigins()).filter((origin) => !origin.startsWith('file:'));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    js: [FILE],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Pages already open on an allowed host see the detector at once, without a reload. */
export async function detectInOpenTabs(): Promise<void> {
  const matches = await allOrigins();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches }).catch(() => []);
  const runs = tabs.flatMap(({ id }) =>
    id === undefined
      ? []
      : [
          browser.scripting
            .executeScript({ target: { tabId: id }, files: [FILE as never] })
            .catch(() => null),
        ],
  );
  await Promise.all(runs);
}
