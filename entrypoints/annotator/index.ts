/**
 * Paints the highlights of a saved article onto its live page, and makes new ones there. Injected where there is something
 * to paint, or on a person's word; adds nothing to the page but its controls while they are open.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { call } from '@/utils/messaging/client';
import { pageStateMessage, parsePageCall } from '@/utils/messaging/page-calls';
import { followAddress } from '@/utils/platform/follow-address';
import { onPageMessage, shadowRootOf } from '@/utils/platform/page-ears';
import { sendMessage } from '@/utils/platform/send-message';
import { statedAddress } from '@/utils/platform/stated-address';
import { createLivePage, type LivePage } from './live-page';

const MARK = Symbol.for('pressmark.annotator');
/** A single-page site changes the address first and the page later. */
const SETTLES_AFTER_MS = 700;

export default defineUnlistedScript(() => {
  const world = globalThis as { [MARK]?: LivePage };
  if (world[MARK]) {
    world[MARK].refresh();
    return;
  }
  let url = location.href;
  const page = createLivePage({
    document,
    call,
    shadowRootOf,
    address: () => ({ url, canonicalUrl: statedAddress(document) }),
    report: (state) => void sendMessage(pageStateMessage(state)).catch(() => null),
  });
  world[MARK] = page;
  page.refresh();

  let settling: ReturnType<typeof setTimeout> | undefined;
  followAddress((next) => {
    url = next;
    page.leave();
    clearTimeout(settling);
    settling = setTimeout(page.refresh, SETTLES_AFTER_MS);
  }, 'annotator');

  onPageMessage((message) => {
    const wanted = parsePageCall(message);
    if (!wanted) return undefined;
    if (wanted.is === 'state') return page.state().then(pageStateMessage);
    if (wanted.is === 'changed') page.refresh();
    else if (wanted.is === 'highlight') page.highlightSelection();
    else if (wanted.is === 'show') page.show();
    else page.goTo(wanted.annotationId);
    return Promise.resolve(true);
  });
});
