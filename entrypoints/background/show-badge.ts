import { translate } from '@/utils/locale/translate';
import { setBadge } from '@/utils/platform/badge';
import { readSettings } from '@/utils/platform/settings';
import { learnLanguage } from '@/utils/platform/words';

/** ✓ = saved, Δ = saved and changed since, dot = article; the button's title says the same in words. */
export async function showBadge(
  tabId: number,
  isSaved: boolean,
  isArticle: boolean,
  isChanged = false,
): Promise<void> {
  const locale = await learnLanguage((await readSettings()).locale);
  if (isSaved && isChanged) await setBadge(tabId, 'differs', translate(locale, 'badgeDiffers'));
  else if (isSaved) await setBadge(tabId, 'saved', translate(locale, 'badgeSaved'));
  else if (isArticle) await setBadge(tabId, 'article', translate(locale, 'badgeArticle'));
  else await setBadge(tabId, 'none', translate(locale, 'badgeNone'));
}
