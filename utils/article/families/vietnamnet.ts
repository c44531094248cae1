/** VietNamNet: a system of its own. Related news stand in the text as groups an editor inserted. */
import { family } from './family';

export const vietnamnet = family({
  name: 'vietnamnet',
  marks: [
    'h1.content-detail-title, .content-detail-sapo',
    '.maincontent.main-content, #maincontent.maincontent',
    '.bread-crumb-detail, .bread-crumb-detail__time',
    '[class*="article-detail-author"], .ck-cms-insert-neww-group',
    'img[src*="vnncdn.net"], link[href*="vnncdn.net"], script[src*="vnncdn.net"]',
  ],
  required: ['title', 'lead', 'published', 'body'],
  title: ['h1.content-detail-title', '.content-detail-title'],
  lead: ['.content-detail-sapo'],
  byline: [
    { selector: '.article-detail-author__main .name a, .article-detail-author__info .name a', join: ' - ' },
    { selector: '.article-detail-author__main .name, .article-detail-author__info .name', join: ' - ' },
    { selector: '.article-detail-author__main' },
  ],
  published: ['.bread-crumb-detail__time'],
  section: ['.bread-crumb-detail li a'],
  tags: ['.tag-cotnent li a', '.tag-content li a', '.tag-cotnent a'],
  body: ['.maincontent.main-content', '#maincontent', '.content-detail .maincontent'],
  drop: [
    { selector: '.ck-cms-insert-neww-group, .insert-wiki-content, .insert-news', reason: 'related' },
    { selector: '.inner-article, .box-related, .vnn-related', reason: 'related' },
    { selector: '.article-detail-author', reason: 'byline' },
    { selector: '.content-detail-title, .bread-crumb-detail', reason: 'header' },
    { selector: '.content-detail-sapo', reason: 'lead' },
    { selector: '.tag-cotnent', reason: 'tags' },
    { selector: '.banner, [id^="adzone"], [class*="vmcadszone"]', reason: 'advert' },
  ],
  captions: ['figcaption', '.image_desc', '.vnn-caption'],
});
