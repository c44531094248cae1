/**
 * Runs on the sites the user allowed: says to the background whether this page is an article. Adds nothing to the page.
 * A plain script, registered by the background: WXT's own content-script frame would put 10 kB more into every page.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { detect } from '@/utils/article/detect';
import { call } from '@/utils/messaging/client';
import { followAddress } from '@/utils/platform/follow-address';
import { whenAtRest } from '@/utils/platform/at-rest';
import { statedAddress } from '@/utils/platform/stated-address';

/** A single-page site changes the address first and the page later. */
const SETTLES_AFTER_MS = 700;

async function look(url: string): Promise<void> {
  if (!/^https?:/.test(url)) return;
  const detection = detect(document, url);
  // The answer sets the badge in the background; a page whose extension was updated away stays quiet.
  const answer = await call('page/seen', { url, canonicalUrl: statedAddress(document), detection });
  // Only a page that is saved already is read, once, when it has come to rest.
  if (answer.ok && answer.value.saved)
    whenAtRest(url, () => void call('page/revisited', { url, canonicalUrl: statedAddress(document) }));
}

export default defineUnlistedScript(() => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  void look(location.href);
  followAddress((url) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(url), SETTLES_AFTER_MS);
  });
});
