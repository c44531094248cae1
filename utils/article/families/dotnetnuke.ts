/** DotNetNuke as Quân đội nhân dân prints it: the whole page is inside one form. */
import { family } from './family';

export const dotnetnuke = family({
  name: 'dotnetnuke',
  marks: [
    'link[href*="/Portals/"], script[src*="/Portals/"], img[src*="/Portals/"]',
    'input[name="__VIEWSTATE"]',
    'form#Form',
    'h1.post-title, .post-summary',
    '.post-subinfo',
  ],
  marksNeeded: 3,
  title: ['h1.post-title', '.post-title'],
  lead: ['.post-summary'],
  byline: [{ selector: '.post-author' }, { selector: '.post-content .author' }],
  published: ['.post-subinfo', 'span.post-date'],
  section: ['.breadcrumb a', '.post-cate a', '.dt-breadcrumb a'],
  tags: ['.post-tags a', '.tags a'],
  agency: ['.post-source'],
  body: ['.post-content'],
  drop: [
    { selector: '.post-summary', reason: 'lead' },
    { selector: '.post-title, .post-subinfo', reason: 'header' },
    { selector: '.post-related, .related-news, .relatednews, .post-more', reason: 'related' },
    { selector: '.post-tags', reason: 'tags' },
    { selector: '.post-author', reason: 'byline' },
    { selector: '.post-share, .social-share', reason: 'share' },
  ],
  captions: ['figcaption', '.img-caption', '.imgcaption', 'td.caption'],
});
