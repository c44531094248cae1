/** VnExpress (FPT): vnexpress.net, ngoisao.vnexpress.net. The writer is the last right-aligned paragraph. */
import { family } from './family';

export const vnexpress = family({
  name: 'vnexpress',
  marks: [
    'meta[name^="tt_"], meta[name^="its_"]',
    'article.fck_detail, .fck_detail',
    'h1.title-detail, h1.title_news_detail',
    'link[href*="vnecdn.net"], img[src*="vnecdn.net"], script[src*="vnecdn.net"]',
  ],
  title: ['h1.title-detail', 'h1.title_news_detail', 'h1.title-post'],
  lead: ['p.description', 'h2.description', '.short_intro', '.lead_post_detail'],
  byline: [{ selector: 'p.author_mail strong', join: ' - ' }, { selector: 'p.author_mail' }],
  published: ['.header-content span.date', 'span.date', '.time.left'],
  section: ['ul.breadcrumb a', '.breadcrumb a'],
  tags: ['.tags h4 a', '.block_tag a', '.tags .item-tag a'],
  body: ['article.fck_detail', '.fck_detail'],
  drop: [
    {
      selector:
        '.box_tinlienquan, .list-news, .box_brief_news, .item_thumb_video, .box-tinlienquanv2, .width_common.list_link, article.list_item, .box-insert-link',
      reason: 'related',
    },
    { selector: '.box_quangcao, .banner-ads, [id^="sis_"], [id^="admbackground"]', reason: 'advert' },
    { selector: '.social_pin, .social-com, .action_thumb', reason: 'share' },
    { selector: '.box_comment_vne, #box_comment_vne', reason: 'comments' },
    { selector: '.author_mail', reason: 'byline' },
    { selector: 'p.description', reason: 'lead' },
  ],
  captions: ['figcaption', '.desc_cation', 'p.Image', '.Image'],
});
