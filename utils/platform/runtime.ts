/** `utils/platform` is the only door to `browser.*`: messages, versions, addresses of our own pages. */
import { browser } from 'wxt/browser';

export interface Sender {
  /** Tab the message came from; null for pages of the extension without a tab (popup, panel). */
  tabId: number | null;
  url: string | null;
  incognito: boolean;
  /** From one of our own pages, by the address the browser states, never by the message. */
  isOwnPage: boolean;
}

/**
 * One listener for the context. `answer` returns undefined for messages that are not ours, so that others may answer.
 * Must be called synchronously at start, before any `await`.
 */
export function onMessage(answer: (message: unknown, sender: Sender) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (value: unknown) => void) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const url = sender.url ?? null;
    const promise = answer(message, {
      tabId: sender.tab?.id ?? null,
      url,
      incognito: sender.tab?.incognito ?? false,
      isOwnPage: url?.startsWith(browser.runtime.getURL('/')) ?? false,
    });
    if (!promise) return undefined;
    promise.then(reply, (error: unknown) =>
      reply({ ok: false, error: { code: 'unexpected', detail: String(error) } }),
    );
    return true;
  });
}

/** Runs one of our built scripts in this page of ours, once in its life. */
export async function runOwnScript(file: '/capture.js'): Promise<void> {
  await import(/* @vite-ignore */ browser.runtime.getURL(file));
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

export function onInstalled(listener: (reason: string) => void): void {
  browser.runtime.onInstalled.addListener((details) => listener(details.reason));
}

export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Keeps the background awake while a long job writes: any extension API call resets the idle timer. */
export async function stayAwake<T>(job: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
  try {
    return await job();
  } finally {
    clearInterval(timer);
  }
}

/** Name and version of the browser, from what it says of itself: "Chromium 156", "Firefox 153". */
export function browserName(userAgent: string): string {
  const known = /(Edg|Firefox|Chrome)\/(\d+)/.exec(userAgent.replace(/Chrome\/\d+.*Edg/, 'Edg'));
  if (!known) return userAgent.slice(0, 60);
  const names: Record<string, string> = { Edg: 'Edge', Firefox: 'Firefox', Chrome: 'Chromium' };
  return `${names[known[1]!]} ${known[2]}`;
}
