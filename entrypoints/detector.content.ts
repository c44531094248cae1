/** Runs on the sites the user allowed: says to the background whether this page is an article. Adds nothing to the page. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { detect } from '@/utils/article/detect';
import { call } from '@/utils/messaging/client';

/** A single-page site changes the address first and the page later. */
const SETTLES_AFTER_MS = 700;

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  main(ctx) {
    let timer: number | undefined;
    const look = (url: string) => {
      if (!ctx.isValid || !/^https?:/.test(url)) return;
      const detection = detect(document, url);
      // The answer sets the badge in the background; a page whose extension was updated away stays quiet.
      void call('page/seen', { url, canonicalUrl: statedAddress(), detection }).catch(() => null);
    };
    look(location.href);
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
      clearTimeout(timer);
      timer = ctx.setTimeout(() => look(newUrl.href), SETTLES_AFTER_MS);
    });
  },
});

/** What the page says of its address; the background reads it strictly. The full reading comes with the capture. */
function statedAddress(): string | null {
  const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const meta = document
    .querySelector('meta[name="canonical"], meta[property="og:url"]')
    ?.getAttribute('content');
  const stated = link ?? meta;
  return stated && URL.canParse(stated, location.href) ? new URL(stated, location.href).href : null;
}
