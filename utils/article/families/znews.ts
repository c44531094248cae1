/** Znews (Zing News): a system of its own; pictures in tables, other articles in `.inner-article`. */
import { family } from './family';

export const znews = family({
  name: 'znews',
  marks: [
    'h1.the-article-title, .the-article-header',
    '.the-article-summary',
    '.the-article-body',
    '.the-article-credit, .the-article-meta, .the-article-publish, .article-publish',
    'img[src*="zadn.vn"], img[data-src*="zadn.vn"], img[src*="znews-photo"], img[data-src*="znews-photo"]',
  ],
  required: ['title', 'lead', 'body'],
  title: ['h1.the-article-title', '.the-article-title'],
  lead: ['.the-article-summary'],
  byline: [
    { selector: '.the-article-credit .pen-name, .the-article-credit .author', join: ' - ' },
    { selector: '.the-article-meta .the-article-author', join: ' - ' },
    { selector: '.the-article-author', join: ' - ' },
    { selector: '.the-article-credit' },
  ],
  published: ['.the-article-publish', 'span.article-publish', '.article-publish'],
  section: ['.the-article-category a', '.the-article-header .category a'],
  tags: ['.the-article-tags a:not(.tag_label)', '.the-article-tags a'],
  body: ['.the-article-body'],
  drop: [
    { selector: '.inner-article, .z-widget-recommend, .the-article-recommend', reason: 'related' },
    { selector: '.the-article-credit, .the-article-author', reason: 'byline' },
    { selector: '.the-article-summary', reason: 'lead' },
    { selector: '.the-article-header, .the-article-meta', reason: 'header' },
    { selector: '.the-article-tags', reason: 'tags' },
    { selector: '.the-article-share, .social-share', reason: 'share' },
    { selector: '.banner, [id^="adtima"], .adtima', reason: 'advert' },
  ],
  captions: ['figcaption', 'td.pCaption', '.pCaption', '.caption'],
});
