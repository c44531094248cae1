/** VOV: Drupal underneath. */
import { family } from './family';

export const vov = family({
  name: 'vov',
  marks: [
    '.detail.detail--normal, .detail--normal',
    '.article-title',
    '.article-content, .article-summary',
    'img[src*="/sites/default/files/styles/"], img[data-src*="/sites/default/files/styles/"]',
    'script[data-drupal-selector], meta[name="Generator"][content^="Drupal"]',
  ],
  required: ['title', 'body'],
  title: ['.article-title h1', 'h1.article-title', '.article-title'],
  lead: ['.article-summary', '.detail--normal .summary', '.article-desc'],
  byline: [
    { selector: '.article-author a', join: ' - ' },
    { selector: '.article-author' },
    { selector: '.field--name-field-author', join: ' - ' },
  ],
  published: ['.article-date', '.article-title time', '.article-meta time', '.article-time'],
  section: ['.breadcrumb a', 'ol.breadcrumb li a', '.breadcrumbs a'],
  tags: ['.article-tags a', '.field--name-field-tags a'],
  body: ['.detail.detail--normal', '.detail--normal', '.article-content .text-long', '.article-content'],
  drop: [
    { selector: '.article-summary, .article-desc', reason: 'lead' },
    { selector: 'h1.article-title, .article-title, .article-date, .article-meta', reason: 'header' },
    { selector: '.article-author', reason: 'byline' },
    { selector: '.article-related, .related-news, .views-element-container', reason: 'related' },
    { selector: '.article-tags', reason: 'tags' },
    { selector: '.social-share, .article-social', reason: 'share' },
    { selector: '.banner, [id^="adv-"]', reason: 'advert' },
  ],
  captions: ['figcaption', '.caption', '.image-caption'],
});
