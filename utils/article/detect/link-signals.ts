/** Where the links and buttons of a page lead: to other articles, to a basket, to people one can share it with. */
import { collapseBlanks } from '@/utils/text/normal';

const MOST = 400;
const LONGEST = 400;
/** Beginnings and parts of addresses in lower case; each address stands on a line of its own. */
const SHARES = (
  'facebook.com/share facebook.com/dialog twitter.com/intent twitter.com/share x.com/intent x.com/share linkedin.com/share ' +
  'linkedin.com/cws pinterest.com/pin/create reddit.com/submit \nmailto:? t.me/share zalo.me/share whatsapp.com/send ' +
  '\nwhatsapp:'
).split(' ');
const SOURCES = /\/(?:edit|blob)\/[\w.-]+\/|[?&]action=edit\b/;
const OFFERS =
  /^(?:get started|get (?:a|your) (?:free )?(?:quote|demo|estimate)|request (?:an? |more )?(?:demo|quote|info\w*|appointment|consultation)|(?:book|schedule) (?:an?|your|now|online|today)\b.*|contact (?:us|sales)|start (?:your |a )?free.*|try .*free.*|free trial|sign up(?: free| for free)?|talk to .*|apply(?: now| online)?|enroll(?: now)?|learn more|buy now|shop now|order now|view (?:plans|pricing|details|product)|see (?:plans|pricing)|call (?:us|now).*|find out more|watch demo)$/;
const BASKET = /^(?:add to (?:cart|bag|basket|wish ?list)|buy (?:it )?now|thêm vào giỏ|mua ngay)/;

/** First words of both: most buttons are told apart by them, and the large pattern is never compiled. */
const OPENINGS = new Set(
  'get request book schedule contact start try free sign talk apply enroll learn buy shop order view see call find watch add thêm mua'.split(
    ' ',
  ),
);

/** Flags, and shares from 0 to 1. */
export function linkSignals(document: Document) {
  const { links } = document;
  let hrefs = '';
  const most = Math.min(links.length, 2 * MOST);
  for (let index = 0; index < most; index += 1)
    hrefs += `\n${links[index]!.getAttribute('href')?.slice(0, LONGEST) ?? ''}`;
  const lower = hrefs.toLowerCase();
  let offers = 0;
  let basket = 0;
  let looked = 0;
  for (const button of document.querySelectorAll(
    'button, a.btn, a.button, a[role="button"], input[type="submit"]',
  )) {
    if ((looked += 1) > MOST / 2) break;
    const printed = button.textContent || button.getAttribute('value') || '';
    const text = collapseBlanks(printed.slice(0, 80)).toLowerCase();
    if (!OPENINGS.has(text.split(' ', 1)[0]!)) continue;
    if (OFFERS.test(text)) offers += 1;
    else if (BASKET.test(text)) basket = 1;
  }
  return {
    shares: SHARES.some((part) => lower.includes(part)) ? 1 : 0,
    sources: SOURCES.test(hrefs) ? 1 : 0,
    basket,
    offers: Math.min(offers, 6) / 6,
    teasers: Math.min(countTeasers(document), 15) / 15,
  };
}

/** Headings that are links, or stand in one: what lists are made of. */
function countTeasers(document: Document): number {
  const seen = new Set<string>();
  let looked = 0;
  for (const name of ['h2', 'h3', 'h4', 'h5']) {
    for (const heading of document.getElementsByTagName(name)) {
      if ((looked += 1) > MOST / 2) return seen.size;
      const text = heading.textContent?.trim() ?? '';
      if (text.length >= 20 && (heading.querySelector('a[href]') || heading.closest('a[href]')))
        seen.add(text);
    }
  }
  return seen.size;
}
