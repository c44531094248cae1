/**
 * Is this page an article? Cheap enough for every page of an allowed site: a handful of selectors, bounded loops, no
 * layout, no extractor. Signals add up; none decides alone, least of all `og:type` (OneCMS prints "website" on articles)
 * or the amount of text (forums and manuals have more).
 */
import { collapseBlanks } from '@/utils/text/normal';
import { addressShape } from './address';
import type { Detection, DetectionReason } from './types';

const MOST_PARAGRAPHS = 300;
const ARTICLE_LD =
  /"@type"\s*:\s*(?:\[\s*)?(?:"[A-Za-z]+"\s*,\s*)*"(?:News|Reportage|Opinion|Analysis|Review|Background|AskPublic|Satirical|Advertiser|Scholarly|Medical|Tech)?(?:NewsArticle|Article|BlogPosting|LiveBlogPosting)"/g;
const OTHER_LD =
  /"@type"\s*:\s*"(?:Product|ProductGroup|DiscussionForumPosting|QAPage|JobPosting|Recipe|SoftwareApplication|LocalBusiness|Hotel|Restaurant|Course|Event|FAQPage|TechArticle|APIReference)"/;
const HEADLINE =
  'h1.article__title, h1.c-detail-head__title, h1.sc-longform-header-title, [data-role="title"], h1.title-detail, [itemprop="headline"], article h1, main h1, h1';
const DATE =
  'meta[property="article:published_time"], meta[name="article:published_time"], meta[itemprop="datePublished"], [itemprop="datePublished"], meta[name="pubdate"], meta[name="date"], time[datetime], time[pubdate], .c-detail-head__time, .block-sc-publish-time, [data-role="publishdate"], .article__meta time, span.date';
const TEASER = 'h2 a[href], h3 a[href], h4 a[href], h5 a[href], a[href] > h2, a[href] > h3, a[href] > h4';

/** Looks at the page as it is now. 0.5 of confidence is the border. */
export function detect(document: Document, pageUrl: string): Detection {
  const reasons: Detection['reasons'] = [];
  const add = (reason: DetectionReason, weight: number) => reasons.push({ reason, weight });
  const shape = addressShape(pageUrl);
  if (shape === 'home') add('addressIsHome', -6);
  if (shape === 'listing') add('addressIsListing', -2.2);
  if (shape === 'article') add('addressLooksLikeArticle', 1.4);

  const scripts = jsonLd(document);
  const articles = scripts.match(ARTICLE_LD)?.length ?? 0;
  if (articles > 0 && articles <= 3) add('jsonLdArticle', 1.6);
  const type = content(document, 'meta[property="og:type"]');
  if (type === 'article') add('ogArticle', 0.6);
  if (OTHER_LD.test(scripts) || /^(?:product|og:product|profile|video\.other|business\.business)$/.test(type))
    add('productOrForum', articles > 0 ? -0.8 : -2);
  else if (
    document.querySelector(
      '[itemtype$="/Product"], [itemtype$="/DiscussionForumPosting"], .postbody, .message-body',
    )
  )
    add('productOrForum', -1.4);

  const headline = headlineOf(document);
  const isDated = document.querySelector(DATE) !== null;
  if (headline === '') add('noHeadline', -1.2);
  else if (isDated && headline.length >= 15) add('headlineAndDate', 1);

  if (shape !== 'home' && hasArticleBody(document)) add('familyMarks', 1.2);

  const { prose, linked } = measure(document);
  const teasers = countTeasers(document);
  if (prose >= 900) add('longText', 1);
  else if (prose >= 350) add('longText', 0.5);
  else if (prose < 120) add('littleText', articles > 0 ? -0.8 : -1.8);
  if (teasers >= 6 && prose < teasers * 90) add('manyTeasers', -2);
  else if (linked > prose && teasers >= 4) add('manyTeasers', -1.2);
  if (prose < 200 && document.querySelector('video, iframe[src*="youtube"]') && headline)
    add('videoOnly', -0.4);

  return scored(reasons);
}

/** The second look, once the article was extracted: does what came out read like one? */
export function confirm(
  detection: Detection,
  extracted: { characters: number; linkShare: number; paragraphs: number },
): Detection {
  const reasons = [...detection.reasons];
  if (extracted.characters < 150) reasons.push({ reason: 'littleText', weight: -1.5 });
  else if (extracted.characters >= 600 && extracted.paragraphs >= 3 && extracted.linkShare < 0.25)
    reasons.push({ reason: 'longText', weight: 0.5 });
  if (extracted.linkShare > 0.5) reasons.push({ reason: 'manyTeasers', weight: -1.5 });
  return scored(reasons);
}

const BIAS = -1.9;

function scored(reasons: Detection['reasons']): Detection {
  const sum = reasons.reduce((total, { weight }) => total + weight, BIAS);
  const confidence = Math.round((1 / (1 + Math.exp(-1.4 * sum))) * 1000) / 1000;
  return { isArticle: confidence >= 0.5, confidence, reasons };
}

function jsonLd(document: Document): string {
  let text = '';
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    text += (script.textContent ?? '').slice(0, 60_000);
    if (text.length > 200_000) break;
  }
  return text;
}

function content(document: Document, selector: string): string {
  return document.querySelector(selector)?.getAttribute('content')?.trim().toLowerCase() ?? '';
}

function headlineOf(document: Document): string {
  for (const heading of [...document.querySelectorAll(HEADLINE)].slice(0, 4)) {
    const text = collapseBlanks((heading.textContent ?? '').slice(0, 500));
    if (text.length >= 8) return text;
  }
  return '';
}

/** The part that only articles of the known systems have. Not the family files: they would double the detector's size. */
function hasArticleBody(document: Document): boolean {
  return (
    document.querySelector(
      '.c-news-detail .entry, .c-news-detail .b-maincontent, .c-video-detail, .zce-content-body, .article__body, .afcbc-body, [data-role="content"], .fck_detail, .the-article-body, .singular-content',
    ) !== null
  );
}

/** Characters of running text, and of text in links, in the first paragraphs outside page furniture. */
function measure(document: Document): { prose: number; linked: number } {
  let prose = 0;
  let linked = 0;
  let seen = 0;
  for (const paragraph of document.getElementsByTagName('p')) {
    if ((seen += 1) > MOST_PARAGRAPHS) break;
    const text = (paragraph.textContent ?? '').trim();
    if (text.length < 50) continue;
    let inLinks = paragraph.closest('a') ? text.length : 0;
    for (const link of paragraph.getElementsByTagName('a')) inLinks += link.textContent?.length ?? 0;
    if (inLinks > text.length * 0.5) linked += inLinks;
    else if (!paragraph.closest('footer, nav, aside, form, [class*="comment"], [class*="footer"]'))
      prose += text.length;
  }
  return { prose, linked };
}

function countTeasers(document: Document): number {
  const seen = new Set<string>();
  let looked = 0;
  for (const link of document.querySelectorAll(TEASER)) {
    if ((looked += 1) > 200) break;
    const text = link.textContent?.trim() ?? '';
    if (text.length >= 20) seen.add(text);
  }
  return seen.size;
}
