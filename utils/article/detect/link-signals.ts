/** Where the links and buttons of a page lead: to other articles, to a basket, to people one can share it with. */
import { collapseBlanks } from '@/utils/text/normal';

const MOST = 400;
const SHARES =
  /(?:facebook\.com\/(?:share|dialog)|(?:twitter|x)\.com\/(?:intent|share)|linkedin\.com\/(?:share|cws)|pinterest\.com\/pin\/create|reddit\.com\/submit|^mailto:\?|t\.me\/share|zalo\.me\/share|whatsapp\.com\/send|^whatsapp:)/i;
const SOURCES = /\/(?:edit|blob)\/[\w.-]+\/|[?&]action=edit\b/;
const OFFERS =
  /^(?:get started|get (?:a|your) (?:free )?(?:quote|demo|estimate)|request (?:an? |more )?(?:demo|quote|info\w*|appointment|consultation)|(?:book|schedule) (?:an?|your|now|online|today)\b.*|contact (?:us|sales)|start (?:your |a )?free.*|try .*free.*|free trial|sign up(?: free| for free)?|talk to .*|apply(?: now| online)?|enroll(?: now)?|learn more|buy now|shop now|order now|view (?:plans|pricing|details|product)|see (?:plans|pricing)|call (?:us|now).*|find out more|watch demo)$/i;
const BASKET = /^(?:add to (?:cart|bag|basket|wish ?list)|buy (?:it )?now|thêm vào giỏ|mua ngay)/i;

/** Flags, and shares from 0 to 1. */
export function linkSignals(document: Document) {
  const { links } = document;
  let shares = 0;
  let sources = 0;
  for (let index = 0; index < Math.min(links.length, 2 * MOST); index += 1) {
    const href = links[index]!.getAttribute('href') ?? '';
    if (SHARES.test(href)) shares = 1;
    else if (SOURCES.test(href)) sources = 1;
  }
  let offers = 0;
  let basket = 0;
  let looked = 0;
  for (const button of document.querySelectorAll(
    'button, a.btn, a.button, a[role="button"], input[type="submit"]',
  )) {
    if ((looked += 1) > MOST / 2) break;
    const text = collapseBlanks((button.textContent || button.getAttribute('value') || '').slice(0, 80));
    if (OFFERS.test(text)) offers += 1;
    else if (BASKET.test(text)) basket = 1;
  }
  return {
    shares,
    sources,
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
