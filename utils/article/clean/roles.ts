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
    /(?:^|[\s_-])(?:newsletter|newsletters|subscribe|subscription|signup|sign-up|paywall|paywall-promo|paywall-box|regwall|premium-wall|app-promo|donate|donation|cta)(?:$|[\s_-])/,
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
    'recent (?:articles|posts|news|stories)',
    'popular (?:this week|posts|articles|stories|now)',
    'related (?:coverage|reading|stories|news) from .{2,40}',
    'mehr zum thema.{0,40}',
    'mehr zu .{2,30}',
    '(?:das konnte (?:sie|dich) )?auch interess(?:ant|ieren)',
    'lesen sie auch',
    'auch lesen',
    'weitere (?:informationen|artikel|themen|meldungen|nachrichten)',
    'schlagworter.{0,30}',
    'meistgelesen.{0,20}',
    '(?:\\d+ |keine )?kommentare?\\b.{0,40}',
    'externer inhalt',
    'empfohlener (?:redaktioneller|externer) inhalt',
    'a lire aussi',
    'lire aussi',
    'sur le meme (?:sujet|theme)',
    'lees (?:ook|meer)',
    'leggi anche',
    'lee (?:tambien|mas)',
    'le(?:a|er) (?:tambien|mas)',
    'te puede interesar',
    'noticias? relacionadas?',
    'notas? relacionadas?',
    'leia (?:tambem|mais)',
    'veja (?:tambem|mais)',
    'saiba mais',
    'les ogsa',
    'las ocksa',
    'las mer',
    'lue (?:myos|lisaa)',
    'czytaj (?:takze|tez|rowniez|wiecej)',
    'ilgili haberler',
    'baca juga',
    'читаите также',
    'по теме',
    '관련 ?기사',
    '関連記事',
    '相关(?:新闻|阅读|报道)',
    'اقرا (?:ايضا|المزيد)',
  ].join('|')})\\s*[:.]?$`,
);

/** "Bài liên quan", "Read more": the heading of a box that is no part of the article. */
export function isBoxHeading(text: string): boolean {
  return text.length <= 60 && BOX_HEADING.test(foldMarks(collapseBlanks(text)));
}

const POINTER =
  /^(?:>{1,3}|->|»|→|►|▶|read more|read also|read next|also read|more:|see also|related:|related article|watch:|listen:|recommended:|xem them|doc them|moi ban doc|moi quy doc gia|xem thêm|lire aussi|a lire|lesen sie|auch lesen|auch interessant|mehr zum thema|lesetipp|lees ook|lees meer|leggi anche|lea tambien|lee tambien|te puede interesar|leia (?:tambem|mais)|veja tambem|les ogsa|les mer|las ocksa|las mer|lue myos|czytaj|baca juga|читаите)(?=[\s:.]|$)/;

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

const PROMO = new RegExp(
  `^(?:${[
    '(?:please )?(?:subscribe|sign up|sign in|log ?in|register)(?: (?:now|today|here|or|for|to|in)\\b.*)?',
    'create an account.*',
    'already (?:a|have|subscribed|registered)\\b.*',
    'get (?:access to|our|the (?:latest|best)|unlimited)\\b.*(?:subscri|newsletter|inbox|app\\b).*',
    'support (?:local|independent|our) journalism.*',
    '(?:enjoy|access) the latest .* news.*',
    'download (?:the|our) .*app\\b.*',
    'for the latest .*(?:news|stories).*(?:app|newsletter|sign up|follow|visit|download|click)\\b.*',
    '.*newsletters?\\b.*(?:sign up|subscribe|inbox|abonnieren|anmelden|inscri).*',
    'an dieser stelle findest du einen externen inhalt.*',
    'ich bin (?:damit|mit der) .*(?:einverstanden|angezeigt).*',
    'personenbezogene daten .*ubermittelt.*',
    'article reserve aux abonnes',
    'il vous reste .*a lire.*abonnes.*',
    '(?:jetzt )?(?:weiterlesen|abonnieren|anmelden)\\b.*',
    'diesen artikel (?:weiterlesen|kaufen).*',
    'fur .* konnen sie diesen artikel erwerben.*',
    'sie sind bereits (?:kunde|abonnent).*',
    'abonnez-vous.*',
    'suscribete.*',
    'assine .*',
    'abbonati.*',
  ].join('|')})$`,
);

/** "Subscribe now to …", "Create an account or sign in", the consent for a film from elsewhere. */
export function isPromo(text: string): boolean {
  return text.length <= 240 && PROMO.test(foldMarks(collapseBlanks(text)));
}

const CREDIT =
  /^[([]?\s*(?:(?:photos?|images?|pictures?|fotos?|bild(?:er)?|titelbild|illustration|photo credit|image credit|credits?|kuva|foto’s)\s*(?:by)?\s*[:©]|©|image \d+ of\b|foto \d+ (?:von|de|di)\b|(?:getty images|reuters|ap photo|afp)\b)/i;

/** "Photo: Jane Doe / AP", "(Image: © Shutterstock)": a credit that lost its picture. */
export function isCredit(text: string): boolean {
  return text.length <= 110 && CREDIT.test(text) && !/[.!?]\s+\p{Lu}\p{Ll}+\s/u.test(text);
}
