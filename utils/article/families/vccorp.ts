/** VCCorp: Tuổi Trẻ, Thanh Niên, Người Lao Động, CafeF, Kênh 14 and others. */
import { family } from './family';

export const vccorp = family({
  name: 'vccorp',
  marks: [
    '[data-role="content"], [data-role="sapo"], [data-role="publishdate"]',
    '.afcbc-body',
    '.VCSortableInPreviewMode, [class*="PhotoCMS_"]',
    'img[src*="mediacdn.vn"], link[href*="mediacdn.vn"], script[src*="cnnd.vn"], link[href*="cnnd.vn"]',
    'zone[id]',
  ],
  title: ['[data-role="title"]', 'h1.detail-title', 'h1.article-title', 'h1.kbwc-title'],
  lead: ['[data-role="sapo"]', 'h2.detail-sapo', '.detail-sapo', 'h2.sapo', 'p.sapo'],
  byline: [
    { selector: '.detail-author-bot a.name', join: ' - ' },
    { selector: '.detail-author-bot' },
    { selector: '.author-item-name a.name', join: ' - ' },
    { selector: '.author-info a.name', join: ' - ' },
    { selector: '.detail-author' },
    { selector: '.kbwcm-author' },
    { selector: 'p.author' },
  ],
  published: ['[data-role="publishdate"]', '.detail-time', 'span.pdate'],
  section: ['[data-role="cate-name"] a', '.detail-cate a', '[data-role="cate-name"]'],
  tags: ['.detail-tab-list a', '.detail-tab a', '[data-role="tags"] a'],
  body: ['[data-role="content"]', '.detail-content.afcbc-body', '.afcbc-body', '.detail-content'],
  drop: [
    {
      selector:
        '[type="RelatedNewsBox"], [type="RelatedOneNews"], [type="RelatedNews"], .VCObjectBoxRelatedNewsContentWrapper, .kbwscwl-relatedbox',
      reason: 'related',
    },
    { selector: '.readmore-body-box', reason: 'related' },
    { selector: 'zone, #InreadPc, [id^="admzone"], [id^="adm-slot"]', reason: 'advert' },
    { selector: '.box-author-detail, .detail-author-bot, .detail-author', reason: 'byline' },
    { selector: '[data-role="sapo"]', reason: 'lead' },
    { selector: '[data-role="title"], [data-role="publishdate"], [data-role="author"]', reason: 'header' },
    { selector: '.detail-tab, .comment-wrapper, .box-comment', reason: 'comments' },
  ],
  keep: ['[type="content"]', '[type="Photo"]', '[type="photo"]', '[type="quote"]', '[type="infographic"]'],
  captions: ['figcaption', '.PhotoCMS_Caption', '.LayoutAlbumCaptionWrapper'],
});
