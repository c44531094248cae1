/** What the annotator in a page asks. A page speaks of its own address and of articles of its own site, nothing else. */
import {
  addCoding,
  commentAnnotation,
  createAnnotation,
  removeAnnotation,
  removeCoding,
} from '@/utils/archive/annotate';
import { assertOfSite, isSameSite, pageReading } from '@/utils/archive/page-reading';
import { ArchiveError } from '@/utils/archive/types';
import { normaliseAddress } from '@/utils/article/address';
import type { PageAddress, PageAnswer } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/server';
import { localeOf } from '@/utils/platform/page';
import type { Sender } from '@/utils/platform/runtime';
import { readSettings } from '@/utils/platform/settings';
import { runScript } from '@/utils/platform/tabs';
import { annotateTab } from './annotate-tab';
import { archive } from './context';
import { compareVisit } from './compare-visit';
import { saveTab } from './save-tab';

type PageMessages = Extract<
  keyof Handlers,
  | 'page/revisited'
  | 'page/reading'
  | 'page/save'
  | 'page/controls'
  | 'page/highlight'
  | 'page/comment'
  | 'page/removeHighlight'
  | 'page/code'
  | 'page/uncode'
  | 'page/show'
>;

/** The page's own address, and the one it states when that is of its own site. @throws ArchiveError badRequest */
function ownAddresses({ url, canonicalUrl }: PageAddress, sender: Sender): string[] {
  if (!sender.url || !URL.canParse(url) || new URL(url).origin !== new URL(sender.url).origin)
    throw new ArchiveError('badRequest', 'origin');
  const stated = canonicalUrl && isSameSite(canonicalUrl, url) ? canonicalUrl : null;
  const all = [stated, url].map((one) => (one ? normaliseAddress(one) : null));
  return [...new Set(all.filter((one) => one !== null))];
}

function tabOf({ tabId, incognito }: Sender): number {
  if (incognito) throw new ArchiveError('privateWindow');
  if (tabId === null) throw new ArchiveError('badRequest', 'tab');
  return tabId;
}

async function readingFor(
  address: PageAddress,
  knownVersionId: string | null,
  sender: Sender,
): Promise<PageAnswer | null> {
  const addresses = ownAddresses(address, sender);
  tabOf(sender);
  const [reading, settings] = await Promise.all([
    archive().then((context) => pageReading(context, addresses, knownVersionId)),
    readSettings(),
  ]);
  return reading && { ...reading, locale: localeOf(settings), selectionBar: settings.selectionBar };
}

export const pageHandlers: Pick<Handlers, PageMessages> = {
  'page/revisited': async (address, sender) => {
    const addresses = ownAddresses(address, sender);
    // A private window is no error here: nobody asked for anything.
    if (!sender.incognito) await compareVisit(tabOf(sender), addresses);
    return null;
  },
  'page/reading': ({ knownVersionId, ...address }, sender) => readingFor(address, knownVersionId, sender),
  'page/save': async (address, sender) => {
    ownAddresses(address, sender);
    await saveTab(tabOf(sender));
    return readingFor(address, null, sender);
  },
  'page/controls': async (_, sender) => {
    await runScript(tabOf(sender), '/live-controls.js');
    return { locale: localeOf(await readSettings()) };
  },
  'page/highlight': async (made, sender) => {
    const context = await archive();
    await assertOfSite(context, sender.url, made);
    return createAnnotation(context, { ...made, origin: 'live' });
  },
  'page/comment': async ({ annotationId, comment }, sender) => {
    const context = await archive();
    await assertOfSite(context, sender.url, { annotationId });
    await commentAnnotation(context, annotationId, comment);
    return null;
  },
  'page/removeHighlight': async ({ annotationId }, sender) => {
    const context = await archive();
    await assertOfSite(context, sender.url, { annotationId });
    await removeAnnotation(context, annotationId);
    return null;
  },
  'page/code': async ({ annotationId, codeId, newTag }, sender) => {
    const context = await archive();
    await assertOfSite(context, sender.url, { annotationId });
    return { codeId: await addCoding(context, annotationId, { codeId, newTag }) };
  },
  'page/uncode': async ({ annotationId, codeId }, sender) => {
    const context = await archive();
    await assertOfSite(context, sender.url, { annotationId });
    await removeCoding(context, annotationId, codeId);
    return null;
  },
  'page/show': async ({ tabId }) => {
    await annotateTab(tabId, 'show');
    return null;
  },
};
