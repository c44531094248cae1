/**
 * What the words of an address say of a page's kind, in any of the systems that build addresses from words. Sets of
 * words, since large patterns cost a page more to compile than all else the detector does.
 */
import { readShape } from '../address';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Parts that have texts below them. */
const TEXTS = wordsOf(
  'blog blogs weblog news newsroom article articles story stories post posts press press-release press-releases pressreleases insight insights opinion opinions column columns feature features review reviews magazine journal resource resources resource-center resource-hub resource-library learn learning learning-center advice tips guide guides how-to knowledge-center knowledge-hub ideas perspectives actualites nachrichten artikel noticias tin-tuc bai-viet',
);
/** Parts that have goods below them. */
const SHOP = wordsOf(
  'product products product-page product-category collection collections shop store buy c cat p dp gp ip itm item sku skus cart checkout clothing department departments browse parts app deals deal',
);
const FORUM = wordsOf(
  'forum forums thread threads showthread viewtopic showtopic topic topics t question questions discussion discussions board boards r comments answers community',
);
const MANUAL = wordsOf(
  'doc docs documentation wiki manual manuals man man-pages reference references api apis tutorial tutorials book userguide user-guide users-guide handbook glossary javadoc sdk help faq',
);
const OFFER = wordsOf(
  'service services solution solutions pricing plans platform about about-us contact contact-us program programs programmes course courses degrees portfolio industries location locations tools insurance career careers consulting packages specialties treatments practice-areas book hire offices what-we-do',
);
const LIST = wordsOf(
  'job jobs catalog catalogs category categories browse archive archives list listing listings trending latest newest popular issues subject subjects tag tags topic topics search all collection collections directory genre genres index',
);
const SHOP_HOST = wordsOf('shop store buy');
const FORUM_HOST = wordsOf(
  'forum forums community discuss discussion discussions answers board boards talk meta ask',
);
const MANUAL_HOST = wordsOf('doc docs developer developers dev wiki manual man man7 api help support');

/** 1 where the address says it, else 0; `slugWords` from 0 to 1. Homes and sections are told by `readShape`. */
export function addressSignals(pageUrl: string) {
  const { hostname, pathname, searchParams } = new URL(pageUrl);
  const { shape, isSure } = readShape(pageUrl);
  const label = hostname.replace(/^www\d?\./, '').split('.', 1)[0]!;
  const parts = pathname.toLowerCase().split('/').filter(Boolean);
  const last = parts.at(-1)?.replace(/\.\w{2,5}$/, '') ?? '';
  const above = parts.slice(0, -1);
  const all = [...above, last];
  const isForum =
    above.some((part) => FORUM.has(part)) ||
    last === 'viewtopic' ||
    last.startsWith('showt') ||
    ['t', 'tid', 'topic', 'thread', 'threadid'].some((key) => /^\d/.test(searchParams.get(key) ?? ''));
  const isOffer = all.some((part) => OFFER.has(part) || /-(?:services?|solutions?|consulting)$/.test(part));
  const flag = (holds: boolean) => (holds ? 1 : 0);
  return {
    home: flag(shape === 'home'),
    section: flag(shape === 'listing' && isSure),
    shortPath: flag(shape === 'listing' && !isSure),
    articleAddress: flag(shape === 'article'),
    addressOfTexts: flag(last.length > 3 && above.some((part) => TEXTS.has(part))),
    addressOfShop: flag(SHOP_HOST.has(label) || above.some((part) => SHOP.has(part))),
    addressOfForum: flag(FORUM_HOST.has(label) || isForum),
    addressOfManual: flag(
      MANUAL_HOST.has(label) || hostname.includes('.readthedocs.') || all.some((part) => MANUAL.has(part)),
    ),
    addressOfOffer: flag(isOffer),
    addressOfList: flag(TEXTS.has(last) || all.some((part) => LIST.has(part) || part.endsWith('-jobs'))),
    slugWords: Math.min(last.split(/[-_+]|%20/).filter((word) => /[a-z]{2}|%/.test(word)).length, 8) / 8,
  };
}
