/** What newspapers outside the known families commonly print. Used for single parts; the body comes from Readability. */
import { family } from './family';

export const generic = family({
  name: 'generic',
  marksNeeded: 0,
  required: [],
  lead: [
    'h2.singular-sapo',
    '.content-detail-sapo',
    '.the-article-summary',
    '.detail-sapo',
    '.article-sapo',
    'h2.sapo',
    'p.sapo',
    '.sapo',
    '.chapeau',
    '.post-summary',
    '.txt-head',
    '.standfirst',
    '[data-testid="standfirst"]',
    '.article__standfirst',
    '.article-standfirst',
  ],
  body: [
    '.the-article-body',
    '.singular-content',
    '#maincontent.maincontent',
    '.maincontent.main-content',
    '.__MASTERCMS_CONTENT',
    '#desktop-in-article',
  ],
  drop: [
    { selector: '.ck-cms-insert-neww-group, .__MB_ARTICLE_A', reason: 'related' },
    { selector: '.the-article-credit', reason: 'byline' },
  ],
  captions: ['figcaption', 'td.pCaption', '.wp-caption-text', '.caption-text'],
});
