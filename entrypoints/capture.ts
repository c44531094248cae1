/**
 * One-shot script: takes the page it is injected into and keeps its source for the background to fetch. In a page of our
 * own it takes nothing and lends its extractor: the package holds that once.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureDocument } from '@/utils/article/capture';
import { detect } from '@/utils/article/detect';
import { EXTRACT, EXTRACTOR, type Extract } from '@/utils/article/extractor';
import { keepRaw } from '@/utils/platform/raw-pages';

export default defineUnlistedScript({
  globalName: true,
  main() {
    if (location.protocol.endsWith('-extension:')) {
      (globalThis as { [EXTRACT]?: Extract })[EXTRACT] = captureDocument;
      return undefined;
    }
    const begun = performance.now();
    try {
      const doctype = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : '';
      const raw = `${doctype}${document.documentElement?.outerHTML ?? ''}`;
      const captureId = newId();
      const started = performance.now();
      const detection = detect(document, location.href);
      const detected = performance.now() - started;
      const capture = captureDocument({
        detection,
        document,
        pageUrl: location.href,
        now: new Date(),
        extractorVersion: EXTRACTOR,
        captureId,
        rawLength: raw.length,
      });
      keepRaw(captureId, raw);
      return { capture, ms: { detect: detected, all: performance.now() - begun } };
    } catch (error) {
      return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  },
});

/** `crypto.randomUUID` is missing on pages served over http; this is not. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
