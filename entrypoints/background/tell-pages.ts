/** After a write, open pages hear of it: a highlight made in the reader appears in the page beside it, and the other way. */
import { normaliseAddress } from '@/utils/article/address';
import { hasHighlights } from '@/utils/archive/page-reading';
import { pageCall } from '@/utils/messaging/page-calls';
import type { MessageName } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/server';
import { allTabs, runScript, sendToTab } from '@/utils/platform/tabs';
import { archive } from './context';

const WRITES =
  /^(?:annotation|coding|code|coder|project|sample)\/|^journal\/(?:undo|redo)$|^page\/(?:highlight|comment|removeHighlight|code|uncode)$|^article\/(?:setState|derive|saveTab|save)$/;
/** Writes come in bursts; pages are told once. */
const TOGETHER_MS = 60;

let waiting: ReturnType<typeof setTimeout> | undefined;
const touched = new Set<string>();

/** The same handlers; those that change highlights tell the pages when they are done. */
export function telling(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, answer]) => {
    if (!WRITES.test(name)) return [name, answer];
    const told = async (request: never, sender: never) => {
      const value: unknown = await (answer as (...given: never[]) => Promise<unknown>)(request, sender);
      const { articleId } = (request ?? {}) as { articleId?: unknown };
      tellPages(typeof articleId === 'string' ? articleId : null);
      return value;
    };
    return [name satisfies string as MessageName, told];
  });
  return Object.fromEntries(wrapped) as Handlers;
}

/** Said together with what else happens at the moment. */
export function tellPages(articleId: string | null): void {
  if (articleId) touched.add(articleId);
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const articleIds = [...touched];
    touched.clear();
    void tell(articleIds);
  }, TOGETHER_MS);
}

/** What a setting says of pages holds in the open ones at once. */
export function tellAllPages(): void {
  tellPages(null);
}

async function tell(articleIds: string[]): Promise<void> {
  const context = await archive();
  const addresses = new Set<string>();
  for (const articleId of articleIds)
    if (await hasHighlights(context, articleId))
      for (const address of (await context.db.articles.get(articleId))?.addresses ?? [])
        addresses.add(address);
  const tabs = await allTabs();
  await Promise.all(
    tabs.map(async ({ id, url, incognito }) => {
      const told = await sendToTab(id, pageCall({ is: 'changed' })).catch(() => null);
      // A page of this article without an annotator had nothing to show until now.
      const address = url && !incognito ? normaliseAddress(url) : null;
      if (told === true || !address || !addresses.has(address)) return;
      await runScript(id, '/annotator.js').catch(() => null);
    }),
  );
}
