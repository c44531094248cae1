/** MasterCMS: Sức khỏe Việt, Lao động Thủ đô and others. Related articles stand in the text as a table. */
import { family } from './family';

export const mastercms = family({
  name: 'mastercms',
  marks: [
    '.__MASTERCMS_CONTENT',
    '.__MB_ARTICLE_A, [class*="__MB_"]',
    '.article-detail-title, .article-detail-desc',
    '.article-detail-publish, .article-date',
    '[class*="__MASTERCMS"]',
  ],
  title: ['h1.article-detail-title', 'h1.article-title', '.article-detail h1'],
  lead: ['.article-detail-desc', '.article-detail-sapo', 'h2.article-desc'],
  byline: [{ selector: '.article-detail-author' }, { selector: '.article-author' }],
  published: ['.article-detail-publish', '.article-date'],
  section: ['.breadcrumb a', '.article-detail-cate a', '.bx-cat-link'],
  tags: ['.article-detail-tag a', '.article-tag a'],
  agency: ['.article-detail-source'],
  body: ['.__MASTERCMS_CONTENT'],
  drop: [
    { selector: '.__MB_ARTICLE_A', reason: 'related' },
    { selector: '.article-detail-desc', reason: 'lead' },
    { selector: '.article-detail-title, .article-detail-publish, .article-date', reason: 'header' },
    { selector: '.article-detail-author, .article-author', reason: 'byline' },
    { selector: '.article-detail-tag', reason: 'tags' },
    { selector: '.article-detail-source', reason: 'source' },
  ],
  captions: ['figcaption', 'td.__mb_caption', '.MASTERCMS_CAPTION', 'td.caption'],
});
