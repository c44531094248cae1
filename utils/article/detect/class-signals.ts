/**
 * What the class names of a page say. They are collected once and searched as one text: a selector for every word would
 * walk the whole page every time.
 */

const MOST_ELEMENTS = 3_000;

/** Words that stand in the class names of one kind of page and hardly in others. */
const WORDS = {
  forumClass:
    'postbody messagebody message-body bbwrapper topic-body topic-post topic-title js-post-body answercell postcontent post_content_ ipscomment forum-post forum_ thread-title threadtitle upvote downvote js-vote vote-count reputation karma usertext postnumber post-number best-answer accepted-answer',
  manualClass:
    'rst-content sphinxsidebar md-sidebar theme-doc mdbook mw-parser-output docs-sidebar doc-content docs-content doc-sidebar docs-nav headerlink docsearch hljs codehilite code-block code-example codeblock prev-next on-this-page toctree edit-page edit-this-page refsect',
  byline:
    'byline author-name author_name author-info author-bio author-box author-link author-meta author__ author-card article-author post-author entry-author article__author posted-on entry-meta post-meta postmeta published-date publish-date reading-time read-time readtime',
  bodyClass:
    'article-body article__body article_body articlebody article-content article__content article-text entry-content post-content post__content post-body postbody-content blog-post blog-content blog-detail blog-article story-body storybody story-content single-post',
  familyMarks:
    'c-news-detail c-video-detail zce-content-body article__body afcbc-body fck_detail the-article-body singular-content',
  listClass:
    'pagination page-numbers load-more loadmore results-list result-list result-count results-count facet filter- sort-by sortby listing-',
} as const;

export type ClassSignal = keyof typeof WORDS | 'prices';

/** 1 where a class says it; `prices` from 0 to 1. */
export function classSignals(document: Document): Record<ClassSignal, number> {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const element of document.body?.querySelectorAll('[class]') ?? []) {
    if ((looked += 1) > MOST_ELEMENTS) break;
    const value = element.getAttribute('class')!;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const all = [...counts.keys()].join('\n').toLowerCase();
  const found = Object.fromEntries(
    Object.entries(WORDS).map(([signal, words]) => [
      signal,
      words.split(' ').some((word) => all.includes(word)) ? 1 : 0,
    ]),
  ) as Record<keyof typeof WORDS, number>;
  let prices = 0;
  if (all.includes('price')) for (const [value, count] of counts) if (/price/i.test(value)) prices += count;
  return { ...found, prices: Math.min(prices, 12) / 12 };
}
