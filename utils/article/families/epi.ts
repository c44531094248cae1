/** ePi: Nhân Dân, Tiền Phong, VietnamPlus, SGGP, PLO and others. The lead picture stands outside the body. */
import { family } from './family';

export const epi = family({
  name: 'epi',
  marks: [
    '.zce-content-body',
    'h1.article__title, .article__body, .article__sapo',
    '.cms-title, .cms-desc, .cms-body, .cms-author, meta.cms-date',
    'a.cms-link, .story__heading',
    'img[src*="epicdn.me"], link[href*="epicdn.me"], meta[content*="epicdn.me"]',
  ],
  title: ['h1.article__title', '.article__title.cms-title', 'h1.cms-title'],
  lead: ['.article__sapo', '.cms-desc'],
  byline: [
    { selector: '.article__author .cms-author', join: ' - ' },
    { selector: '.article__author' },
    { selector: '.article__meta .author' },
    { selector: 'span.cms-author' },
  ],
  published: ['.article__meta time.time', '.article__meta time', '.article__header time.time'],
  section: ['.breadcrumbs-detail a', '.breadcrumbs a', '.breadcrumb a'],
  tags: ['.article__tag a'],
  agency: ['.article__source'],
  leadPicture: ['figure.article__avatar img', '.article__avatar img'],
  body: ['.article__body.zce-content-body', '.zce-content-body', '.article__body', '.cms-body'],
  drop: [
    { selector: '.article-relate, a.cms-relate, .related-news, .box-news', reason: 'related' },
    {
      selector:
        '.sda_middle, .ads_middle, .rennab, [id^="adsWeb_"], [id^="sdaWeb_"], [id^="adsMobile_"], [id^="sdaMobile_"]',
      reason: 'advert',
    },
    { selector: '.article__social', reason: 'share' },
    { selector: '.article__author', reason: 'byline' },
    { selector: '.article__source', reason: 'source' },
    { selector: '.article__tag', reason: 'tags' },
    { selector: '.article__comment', reason: 'comments' },
    { selector: '.article__meta, .article__header, .article__title', reason: 'header' },
    { selector: '.article__sapo', reason: 'lead' },
  ],
  captions: ['figcaption', 'td.caption', 'td.pCaption', '.article__avatar figcaption'],
});
