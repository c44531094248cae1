/** The answering side of the protocol: parses requests, checks the sender, turns failures into codes. */
import * as v from 'valibot';
import { onMessage, type Sender } from '@/utils/platform/runtime';
import { REQUESTS } from './requests';
import type { ErrorCode, MessageName, Protocol, Request, Result, Value } from './protocol';

export type Handlers = {
  [K in MessageName]: (request: Request<K>, sender: Sender) => Promise<Value<K>>;
};

/** What a page script may ask; everything else only our own pages may. */
const FROM_PAGES: ReadonlySet<MessageName> = new Set<MessageName>([
  'page/seen',
  'page/revisited',
  'page/reading',
  'page/save',
  'page/controls',
  'page/highlight',
  'page/comment',
  'page/removeHighlight',
  'page/code',
  'page/uncode',
  'article/tag',
  'journal/undo',
  'journal/state',
  'reader/open',
  'review/open',
]);

interface Coded {
  code: ErrorCode;
  detail?: string;
}

function isCoded(error: unknown): error is Coded {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** A full disk has many names; each means the same to a person. */
function isFullDisk(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (
    let cause = error;
    cause instanceof Error && !seen.has(cause);
    cause = (cause as { inner?: unknown }).inner
  ) {
    seen.add(cause);
    if (cause.name === 'QuotaExceededError' || /quota|full disk|maximum key generator/i.test(cause.message))
      return true;
  }
  return false;
}

/** The failure as it crosses to the asker: a code of ours, and a detail for the report. */
export function failureOf(error: unknown): Coded {
  if (isFullDisk(error)) return { code: 'storageFull' };
  if (isCoded(error) && /^[a-z]+[A-Za-z]*$/.test(error.code))
    return { code: error.code, detail: error.detail };
  const name = error instanceof Error ? error.name : '';
  if (/^(Abort|InvalidState|OpenFailed|DatabaseClosed|Unknown|MissingAPI)Error$/.test(name))
    return { code: 'storageBroken', detail: String(error) };
  return { code: 'unexpected', detail: String(error) };
}

function parseMessage(message: unknown): { name: MessageName; request: unknown } | null {
  if (typeof message !== 'object' || message === null || !('pressmark' in message)) return null;
  const name = message.pressmark;
  if (typeof name !== 'string' || !Object.hasOwn(REQUESTS, name)) return null;
  return { name: name as MessageName, request: 'request' in message ? message.request : null };
}

/**
 * Answers messages with `handlers`. Must be called once, synchronously, at the top of the background, before any await.
 */
export function serve(handlers: Handlers): void {
  onMessage((message, sender) => {
    const parsed = parseMessage(message);
    return parsed ? answer(handlers, parsed.name, parsed.request, sender) : undefined;
  });
}

/** One request, parsed and answered; never rejects. Exported for tests. */
export async function answer<K extends MessageName>(
  handlers: Handlers,
  name: K,
  request: unknown,
  sender: Sender,
): Promise<Result<Protocol[K]['value']>> {
  if (!sender.isOwnPage && !FROM_PAGES.has(name))
    return { ok: false, error: { code: 'badRequest', detail: 'sender' } };
  const parsed = v.safeParse(REQUESTS[name], request);
  if (!parsed.success) return { ok: false, error: { code: 'badRequest', detail: parsed.issues[0].message } };
  try {
    return { ok: true, value: await handlers[name](parsed.output as Request<K>, sender) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
