/** Listening in a page without the polyfill (see `send-message.ts`). */
interface Ears {
  runtime: {
    onMessage: {
      addListener: (
        listener: (message: unknown, sender: unknown, reply: (value: unknown) => void) => true | undefined,
      ) => void;
    };
  };
}

/** `answer` gives undefined for messages that are not ours. Only our own extension reaches this. */
export function onPageMessage(answer: (message: unknown) => Promise<unknown> | undefined): void {
  const { browser, chrome } = globalThis as unknown as { browser?: Ears; chrome?: Ears };
  (browser ?? chrome)?.runtime.onMessage.addListener((message, _, reply) => {
    const promise = answer(message);
    if (!promise) return undefined;
    promise.then(reply, () => reply(null));
    return true;
  });
}

interface ShadowDoors {
  dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null };
}

/** A shadow root as extensions may see it: also a closed one. Plain where the browser has no such door. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const own = element as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
  if (own.openOrClosedShadowRoot !== undefined) return own.openOrClosedShadowRoot;
  // Only elements that may carry one: the call costs, and a page has thousands.
  if (element.shadowRoot) return element.shadowRoot;
  if (!element.localName.includes('-') && !CARRIERS.test(element.localName)) return null;
  const { chrome } = globalThis as unknown as { chrome?: ShadowDoors };
  return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
}

const CARRIERS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
