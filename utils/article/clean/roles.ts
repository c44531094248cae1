/** What a box inside a body is for, told by its name or heading: share bars, related news, adverts, comments. */
import { collapseBlanks } from '@/utils/text/normal';
import { foldMarks } from '@/utils/text/fold';

/** For names in lower case. */
const NAMED: [RegExp, string][] = [
  [
    /(?:^|[\s_-])(?:related|relate|tinlienquan|tin-lien-quan|bai-lien-quan|recommended|recommendations?|readmore|read-more|read-next|more-stories|more-news|morenews|also-like|alsolike|trending|most-read|mostread|popular|outbrain|taboola|recirc|recirculation|teaser-list|inline-related|seealso|see-also|docthem|xemthem)(?:$|[\s_-]|[a-z])/,
    'related',
  ],
  [
    /(?:^|[\s_-])(?:share|sharing|sharebar|share-bar|sharetools|social|socials|social-share|sharedaddy|addthis|addtoany|a2a|sns|follow-us|print-button|toolbar)(?:$|[\s_-])/,
    'share',
  ],
  [
    /(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|adsbygoogle|banner-ads|sponsored|sponsor|quangcao|quang-cao|dfp|gpt-ad|promo|promotion|promobox|adbox|ad-slot|adslot|ad-container|ad-wrapper)(?:$|[\s_-])/,
    'advert',
  ],
  [
    /(?:^|[\s_-])(?:newsletter|newsletters|subscribe|subscription|signup|sign-up|paywall-promo|app-promo|donate|donation|cta)(?:$|[\s_-])/,
    'promo',
  ],
  [
    /(?:^|[\s_-])(?:comments?|comment-list|disqus|binhluan|binh-luan|respond|replies)(?:$|[\s_-])/,
    'comments',
  ],
  [
    /(?:^|[\s_-])(?:tags?|tag-list|taglist|post-tags|article-tags|tags-links|keywords|hashtags?|tu-khoa)(?:$|[\s_-])/,
    'tags',
  ],
  [
    /(?:^|[\s_-])(?:breadcrumbs?|pagination|pager|page-nav|post-navigation|skip-link)(?:$|[\s_-])/,
    'navigation',
  ],
  [
    /(?:^|[\s_-])(?:author-bio|about-author|author-box|authorbox|author-info|author-card|bio|byline|bylines|post-meta|entry-meta|article-meta|dateline-meta|post-author|article-author)(?:$|[\s_-])/,
    'byline',
  ],
  [/(?:^|[\s_-])(?:cookie|cookies|gdpr|consent|modal|popup|overlay|lightbox-ui)(?:$|[\s_-])/, 'notice'],
];

/** All of them at once: most names are none of these. */
const ANY = new RegExp(NAMED.map(([pattern]) => pattern.source).join('|'));

/** The reason to drop a box by its class or id, else null. The caller guards by the share of text. */
export function roleByName(element: Element): string | null {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (name.length < 2 || name.length > 600) return null;
  let role = roles.get(name);
  if (role === undefined) {
    const lower = name.toLowerCase();
    role = ANY.test(lower) ? (NAMED.find(([pattern]) => pattern.test(lower))?.[1] ?? null) : null;
    if (roles.size < MOST_NAMES) roles.set(name, role);
  }
  return role;
}

/** Pages repeat their names: each is read once. */
const roles = new Map<string, string | null>();
const MOST_NAMES = 5_000;

const BOX_HEADING = new RegExp(
  `^(?:${[
    'bai lien quan',
    'tin lien quan',
    'tin bai lien quan',
    'lien quan',
    'doc them',
    'xem them',
    'doc tiep',
    'doc nhieu',
    'noi bat',
    'dung bo lo',
    'cung chuyen muc',
    'tin cung chuyen muc',
    'cac tin khac',
    'tin khac',
    'tin moi',
    'co the ban quan tam',
    'moi ban doc',
    'tu khoa',
    'tags?',
    'chu de',
    'binh luan',
    'y kien cua ban',
    'y kien ban doc',
    'chia se',
    'quang cao',
    'related(?: (?:articles?|stories|news|posts|content|topics|links|coverage|reading))?',
    'read (?:more|next|also)',
    'more (?:on this(?: story)?|stories|from .{2,40}|news|coverage)',
    'see also',
    'you (?:may|might) also (?:like|be interested in)',
    'recommended(?: (?:for you|stories|reading))?',
    'most (?:read|popular|viewed)',
    'trending(?: now)?',
    'share this(?: (?:article|story|post))?',
    'comments?',
    'leave a (?:reply|comment)',
    'advertisement',
    'about the author',
    'mehr zum thema',
    'lesen sie auch',
    'a lire aussi',
    'lire aussi',
  ].join('|')})\\s*[:.]?$`,
);

/** "Bài liên quan", "Read more": the heading of a box that is no part of the article. */
export function isBoxHeading(text: string): boolean {
  return text.length <= 60 && BOX_HEADING.test(foldMarks(collapseBlanks(text)));
}

const POINTER =
  /^(?:>{1,3}|->|»|→|►|▶|read more|read also|read next|also read|more:|see also|related:|related article|watch:|listen:|recommended:|xem them|doc them|moi ban doc|moi quy doc gia|xem thêm|lire aussi|a lire|lesen sie|mehr zum thema|lees ook|leggi anche|lea tambien)(?=[\s:.]|$)/;

/** A line that only points elsewhere: ">> Xem thêm …", "Read more: …". */
export function isPointer(text: string): boolean {
  return text.length <= 240 && POINTER.test(foldMarks(collapseBlanks(text)));
}

const NOISE =
  /^(?:advertisement|advert|quang cao|ad|sponsored|story continues below(?: advertisement)?|article continues (?:below|after).*|continue reading.*|scroll to continue.*|share(?: this)?(?: on .{2,20})?|chia se(?: facebook| zalo)?|copy link|print|in bai|in bai viet|facebook|twitter|zalo|whatsapp|email|theo doi .{0,60}tren google news|sign up (?:for|to) .{2,80}newsletters?.{0,60}|follow us on .{2,60}|•|\(0\) binh luan)$/;

/** A line that is furniture of the page whatever surrounds it. */
export function isNoise(text: string): boolean {
  return text.length <= 160 && NOISE.test(foldMarks(collapseBlanks(text)));
}
