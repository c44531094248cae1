/** What the head of a page and the marks of its publishing system say. */

const TYPE_LD = /"@type"\s*:\s*(?:\[[^\]]*\]|"[^"]*")/g;
const ARTICLE_LD = /Article"|BlogPosting"|"Report(?:age\w*)?"/;
const OTHER_LD =
  /"(?:Product|ProductGroup|DiscussionForumPosting|QAPage|JobPosting|SoftwareApplication|WebApplication|LocalBusiness|Hotel|Restaurant|Course|Service|ItemPage|TechArticle|APIReference|AggregateOffer|Offer|CollectionPage|ItemList|SearchResultsPage|OfferCatalog)"/;
const OTHER_OG = /^(?:og:)?product|^profile$|^business\.|^video\.other$/;
const WRITERS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dable:author',
];
const POST_CLASS =
  /\b(?:single-post|postid-\d+|blog-post|(?:page-)?node-type-(?:article|blog|news|story)\w*|post-template-default|single-article|single-news)\b/i;
const LONGEST_SCRIPT = 60_000;

/** Reads the metas once. A page that describes many articles is a list. */
export function headSignals(document: Document) {
  const metas = new Map<string, string>();
  for (const meta of document.getElementsByTagName('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const value = meta.getAttribute('content')?.trim();
    if (name && value) metas.set(name.toLowerCase(), value);
  }
  const type = metas.get('og:type')?.toLowerCase() ?? '';
  const types = jsonLd(document).match(TYPE_LD) ?? [];
  const articles = types.filter((type) => ARTICLE_LD.test(type) && !type.includes('"TechArticle"')).length;
  const classes = document.body?.getAttribute('class') ?? '';
  return {
    jsonLdArticle: articles > 0 && articles <= 3 ? 1 : 0,
    jsonLdOther: types.some((type) => OTHER_LD.test(type)) ? 1 : 0,
    ogArticle: type === 'article' ? 1 : 0,
    ogOther: OTHER_OG.test(type) ? 1 : 0,
    writtenHead: WRITERS.some((name) => metas.has(name)) ? 1 : 0,
    postClass: POST_CLASS.test(classes) || isPostOfApi(document) ? 1 : 0,
    titleWords: Math.min((document.title ?? '').split(' ').length, 12) / 12,
  };
}

/** WordPress names the post's place in its interface. */
function isPostOfApi(document: Document): boolean {
  const links = document.querySelectorAll('link[rel="alternate"][type="application/json"]');
  return [...links].some((link) => (link.getAttribute('href') ?? '').includes('/wp/v2/posts/'));
}

function jsonLd(document: Document): string {
  let text = '';
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    text += (script.textContent ?? '').slice(0, LONGEST_SCRIPT);
    if (text.length > 3 * LONGEST_SCRIPT) break;
  }
  return text;
}
