/** A saved page is visited again: what it says differently shows on the button, and is kept where the user wished that. */
import { normaliseAddress } from '@/utils/article/address';
import { findArticle } from '@/utils/archive/find-article';
import { isLaterEdition } from '@/utils/archive/page-change';
import { translate } from '@/utils/locale/translate';
import { setBadge } from '@/utils/platform/badge';
import { readSettings } from '@/utils/platform/settings';
import { isVisit } from '@/utils/platform/visit-tab';
import { learnLanguage } from '@/utils/platform/words';
import { captureTab, saveCapture } from './capture-tab';
import { archive } from './context';
import { tellPages } from './tell-pages';

/**
 * Reads the page in the tab and compares it with its copy; nothing is asked of the network. Pages not saved are not read.
 * @param addresses of the page's own site
 */
export async function compareVisit(tabId: number, addresses: string[]): Promise<void> {
  // A batch compares and saves what it visits itself.
  if (await isVisit(tabId)) return;
  const asked = await findArticle(await archive(), addresses);
  if (!asked || asked.state === 'bin') return;
  const { capture, known, change } = await captureTab(tabId);
  // The tab may show another page by now, and a page may name an article of another site as its own.
  const here = normaliseAddress(capture.pageUrl);
  if (known?.articleId !== asked.articleId || !here || !addresses.includes(here)) return;
  const { saveVersions, locale } = await readSettings();
  if (!saveVersions || !change || !isLaterEdition(change, capture)) return;
  const saved = await saveCapture(tabId, capture, {
    byHand: {},
    tags: [],
    collections: [],
    isUnasked: true,
  });
  tellPages(saved.articleId);
  await setBadge(tabId, 'saved', translate(await learnLanguage(locale), 'badgeSavedItself'));
}
