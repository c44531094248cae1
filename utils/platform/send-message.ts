/**
 * Sending a message without the polyfill, whose 10 kB every watched page would carry. In Manifest V3 `sendMessage` gives a
 * promise in both browsers; only the name of the global differs (Chromium has `browser` too from 148 on).
 */
interface Messenger {
  runtime: { sendMessage: (message: unknown) => Promise<unknown> };
}

/** Rejects when nobody listens or the extension was updated away from under this page. */
export async function sendMessage(message: unknown): Promise<unknown> {
  const { browser, chrome } = globalThis as unknown as { browser?: Messenger; chrome?: Messenger };
  const messenger = browser ?? chrome;
  // After an update some browsers leave the door in place and throw at once: here that is a rejection too.
  if (!messenger?.runtime?.sendMessage) throw new Error('The extension is gone.');
  return messenger.runtime.sendMessage(message);
}
