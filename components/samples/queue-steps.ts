/** Which article of a queue comes next. */
import type { QueueItem } from '@/utils/db/samples';

const isOpen = (item: QueueItem) => !item.isDone && !item.isGone;

/** The next one to be coded after `articleId`, from the start again at the end; null when there is no other. */
export function nextOpen(items: readonly QueueItem[], articleId: string | null): string | null {
  const at = items.findIndex((item) => item.articleId === articleId);
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return round.find(isOpen)?.articleId ?? null;
}

/** The one before it, done or not. */
export function before(items: readonly QueueItem[], articleId: string): string | null {
  const at = items.findIndex((item) => item.articleId === articleId);
  return items.slice(0, Math.max(0, at)).findLast((item) => !item.isGone)?.articleId ?? null;
}
