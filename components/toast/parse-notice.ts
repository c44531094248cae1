import type { ToastNotice } from './Toast';

const KINDS = ['saved', 'newVersion', 'unchanged', 'error'] as const;

/** The background's message, or null when it is for somebody else. */
export function parseNotice(message: unknown): ToastNotice | null {
  if (typeof message !== 'object' || message === null || !('toast' in message)) return null;
  const from = message.toast as Record<string, unknown> | null;
  const kind = KINDS.find((one) => one === from?.kind);
  if (!from || !kind) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    locale: from.locale === 'vi' ? 'vi' : 'en',
    kind,
    articleId: text(from.articleId),
    errorCode: text(from.errorCode),
    title: text(from.title),
  };
}
