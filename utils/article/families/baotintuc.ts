/** Báo Tin tức and other pages of the agency TTXVN. Its title class is VCCorp's too; its other parts are not. */
import { family } from './family';

export const baotintuc = family({
  name: 'baotintuc',
  marks: [
    '.detail-left .date, .detail-left .author',
    '.detail-left h2.sapo, .detail-left .sapo',
    '.detail-left .contents',
    'img[src*="baotintuc.vn"], link[href*="baotintuc.vn/"], img[src*="mediaimg.bnews"]',
  ],
  title: ['.detail-left h1.detail-title', '.detail-left h1', 'h1.detail-title'],
  lead: ['.detail-left .sapo', 'h2.sapo'],
  byline: [{ selector: '.detail-left .author' }],
  published: ['.detail-left .date'],
  section: ['.breadcrumb a', '.breadcrumbs a', '.detail-cate a'],
  tags: ['.keysword a', '.tags a', '.keyword a'],
  agency: ['.detail-left .source'],
  body: ['.detail-left .contents', '.contents'],
  drop: [
    { selector: '.sapo', reason: 'lead' },
    { selector: '.author', reason: 'byline' },
    { selector: '.date, h1.detail-title', reason: 'header' },
    { selector: '.keysword, .keyword', reason: 'tags' },
    { selector: '.boxdata, .relate-news, .related-news, .news-relate', reason: 'related' },
    { selector: '.social, .share', reason: 'share' },
    { selector: '[id^="ads_"], .box-ads', reason: 'advert' },
  ],
  captions: ['figcaption', '.image_desc', 'td.caption', 'p.pCaption', '.img-desc'],
});
