/** A list of addresses as a person gives it, made ready to be opened one by one: each once, and only web addresses. */
import { cleanAddress, normaliseAddress } from './address';

/** The longest list that is taken at once. */
export const MOST_ADDRESSES = 100_000;
const LONGEST = 8_000;

export interface GivenAddress {
  text: string;
  /** Words that came with it: of the link, of the tab. */
  title: string;
  /** Line of the list, from 1; 0 where there are no lines. */
  line: number;
}

export type Unfit = 'notWeb' | 'notAddress';

export interface FitAddress {
  url: string;
  host: string;
  title: string;
}

export interface JudgedList {
  fit: FitAddress[];
  /** What cannot be opened, and why; as it was given. */
  unfit: { text: string; title: string; line: number; why: Unfit }[];
  /** Lines that name an address of the list once more, under any of its forms. */
  twice: number;
  /** Beyond the longest list. */
  tooMany: number;
}

/** Keeps the order of the list; of the forms of one address the first is kept. */
export function judgeAddresses(given: readonly GivenAddress[]): JudgedList {
  const judged: JudgedList = { fit: [], unfit: [], twice: 0, tooMany: 0 };
  const seen = new Set<string>();
  for (const { text, title, line } of given) {
    const typed = text.trim();
    const url = webAddress(typed);
    const key = url === null ? typed : (normaliseAddress(url) ?? url);
    if (seen.has(key)) judged.twice += 1;
    else if (judged.fit.length + judged.unfit.length >= MOST_ADDRESSES) judged.tooMany += 1;
    else if (url === null)
      judged.unfit.push({ text: typed.slice(0, LONGEST), title, line, why: whyUnfit(typed) });
    else judged.fit.push({ url, host: new URL(url).hostname, title });
    seen.add(key);
  }
  return judged;
}

/** `baobinhthuan.com.vn/…` is meant as a web address, as browsers take it. */
function webAddress(typed: string): string | null {
  if (typed.length > LONGEST || /\s/.test(typed)) return null;
  if (/^https?:/i.test(typed)) return cleanAddress(typed);
  return /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(typed)
    ? cleanAddress(`https://${typed}`)
    : null;
}

/** `javascript:`, `mailto:`, `file:`… are addresses, but not of the web. */
function whyUnfit(typed: string): Unfit {
  return /^[a-z][a-z\d+.-]*:(?!\s)/i.test(typed) && !/^https?:/i.test(typed) ? 'notWeb' : 'notAddress';
}

/** The match patterns that opening these hosts needs: a site answers under its name with and without www. */
export function originsOf(hosts: Iterable<string>): string[] {
  const origins = new Set<string>();
  for (const host of hosts) {
    if (!host) continue;
    origins.add(`*://${host}/*`);
    const isName = /[a-z]$/i.test(host) && host.includes('.');
    if (isName) origins.add(`*://${host.startsWith('www.') ? host.slice(4) : `www.${host}`}/*`);
  }
  return [...origins];
}
