/** Lao Động: a system of its own. Its pages leave paragraphs and boxes unclosed, so the body may hold what follows it. */
import { family } from './family';

export const laodong = family({
  name: 'laodong',
  marks: [
    'article.detail, .article-detail h1.title',
    '.chapeau',
    '.art-body, .art-content',
    '.art-authors, .authors .author',
    'img[src*="media-cdn-v2"], img[data-src*="media-cdn-v2"], link[href*="laodong.vn"], img[src*="media-cdn.laodong.vn"]',
  ],
  required: ['title', 'lead', 'body'],
  title: ['article.detail h1.title', '.detail h1.title', 'h1.title'],
  lead: ['.chapeau'],
  byline: [{ selector: '.art-authors a', join: ' - ' }, { selector: '.art-authors' }],
  published: ['.detail .time', '.art-time', '.f-datetime', 'article time'],
  section: ['.breadcrumb a', '.lst-breadcrumb a', '.breadcrumbs a'],
  tags: ['.keywords a', '.art-tags a', '.tags a'],
  body: ['.art-body', '.art-content', 'article.detail .body'],
  drop: [
    { selector: '.chapeau', reason: 'lead' },
    { selector: 'h1.title, .art-time, .f-datetime', reason: 'header' },
    { selector: '.art-authors', reason: 'byline' },
    {
      selector: '.art-relate, .art-related, .lst-relate, .article-related, .insert-article',
      reason: 'related',
    },
    { selector: '.keywords, .art-tags', reason: 'tags' },
    { selector: '.art-share, .social', reason: 'share' },
    { selector: '.art-comment, .comment-box', reason: 'comments' },
    { selector: '.adv, [id^="adm"], [class*="banner-"]', reason: 'advert' },
  ],
  captions: ['figcaption', '.img-caption', '.art-caption'],
});
