/** What an outlet is called: by its name, else by the host of the address. */
export function outletName(outlet: string | null, url: string | null, nameless: string): string {
  if (outlet?.trim()) return outlet;
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : nameless;
}
