/** What the page says of its address; the background reads it strictly. The full reading comes with the capture. */
export function statedAddress(doc: Document): string | null {
  const link = doc.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const meta = doc.querySelector('meta[name="canonical"], meta[property="og:url"]')?.getAttribute('content');
  const stated = link ?? meta;
  return stated && URL.canParse(stated, doc.baseURI) ? new URL(stated, doc.baseURI).href : null;
}
