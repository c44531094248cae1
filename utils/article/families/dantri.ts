/** Dân trí: the template with `singular-*` names (until 2025) and the one of 2026, which has hardly any names of its own. */
import { family } from './family';

export const dantri = family({
  name: 'dantri',
  marks: [
    '.singular-content, .singular-sapo, .singular-container',
    '#desktop-in-article',
    'time.author-time',
    '.author-name',
    'h1.title-page, .e-magazine__title, .e-magazine__body',
    'img[src*="dantri.com.vn"], img[data-src*="dantri.com.vn"], link[href*="dantricdn.com"], script[src*="dantricdn.com"]',
  ],
  title: ['h1.title-page', 'h1.e-magazine__title', '.singular-container h1', 'main h1'],
  lead: ['.singular-sapo', '.e-magazine__sapo', 'main article > h2:first-of-type'],
  byline: [
    { selector: '.author-name a', join: ' - ' },
    { selector: '.author-name', join: ' - ' },
  ],
  published: ['time.author-time', '.author-time', 'main time[datetime]'],
  section: ['ul.breadcrumbs li a', 'ol.breadcrumbs li a', 'main nav a'],
  tags: ['ul.tags-wrap a', '.tags-wrap a'],
  body: ['.singular-content', '.e-magazine__body', '#desktop-in-article'],
  drop: [
    { selector: '.singular-sapo, article > h2:first-of-type', reason: 'lead' },
    { selector: '.author-wrap, .author-name, .author-time', reason: 'byline' },
    { selector: '.dt-news__related, .article-related, .singular-related', reason: 'related' },
    { selector: '.tags-wrap', reason: 'tags' },
    { selector: '.social-pin, .dt-social', reason: 'share' },
    { selector: 'h1.title-page, .e-magazine__title', reason: 'header' },
  ],
});
