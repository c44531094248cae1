/** One article served again: other adverts, boxes and counters, other markup, the same words. */
import type { Capture } from '../utils/article/types';
import type { Chance } from '../utils/testing/random';

type Rendering = (doc: Document, capture: Capture, chance: Chance) => void;

const SPOKEN = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA|PRE)$/;
const ADS = [
  '<div class="ads ads-middle"><a href="https://ads.example/1"><img src="https://ads.example/b.gif" width="300" height="250" alt=""></a></div>',
  '<ins class="adsbygoogle" data-ad-slot="4471" style="display:block"></ins>',
  '<div id="zone-kz8172" class="zone-ads banner" data-zone="2"><iframe src="https://ads.example/f" width="640" height="90"></iframe></div>',
  '<div class="advertisement"><span>Quảng cáo</span></div>',
];
const TITLES = [
  'Cầu mới nối hai bờ sông sắp thông xe',
  'Giá thanh long nhích lên sau mùa mưa',
  'Trường vùng cao đón thêm thư viện',
  'Tàu cá về bến tránh gió lớn',
  'Chợ đêm mở lại cuối tuần này',
];

function textNodes(root: Node): Text[] {
  const walker = root.ownerDocument!.createTreeWalker(root, 4);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!SPOKEN.test(node.parentElement?.tagName ?? '')) found.push(node);
  }
  return found;
}

function bodyParagraphs(doc: Document, capture: Capture): Element[] {
  const texts = new Set(
    capture.blocks
      .filter(({ type, start, end }) => type === 'paragraph' && end - start >= 60)
      .map(({ start, end }) => capture.text.slice(start, end)),
  );
  return [...doc.body.querySelectorAll('p')].filter((element) =>
    texts.has((element.textContent ?? '').replace(/\s+/g, ' ').trim().normalize('NFC')),
  );
}

function links(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => {
    const title = chance.pick(TITLES);
    return `<li><a href="/bai-${chance.below(90_000)}.html" title="${title}"><h3>${title}</h3></a></li>`;
  }).join('');
}

const adverts: Rendering = (doc, capture, chance) => {
  for (const element of doc.querySelectorAll('.adsbygoogle, .ads')) element.remove();
  for (const element of bodyParagraphs(doc, capture))
    if (chance.next() < 0.3) element.insertAdjacentHTML('afterend', chance.pick(ADS));
  doc.body.insertAdjacentHTML('afterbegin', chance.pick(ADS));
};

const relatedBoxes: Rendering = (doc, capture, chance) => {
  const inside = bodyParagraphs(doc, capture);
  if (inside.length > 2)
    inside[1 + chance.below(inside.length - 1)]!.insertAdjacentHTML(
      'beforebegin',
      `<div class="box-related related-news"><p class="title">Tin liên quan</p><ul>${links(chance, 3)}</ul></div>`,
    );
  doc.body.insertAdjacentHTML(
    'beforeend',
    `<section class="most-read box-category"><h2>Đọc nhiều</h2><ul>${links(chance, 6)}</ul></section>`,
  );
};

/** Lists of links outside the article are filled otherwise at every visit. */
const otherLists: Rendering = (doc, capture, chance) => {
  for (const list of doc.body.querySelectorAll('ul, ol')) {
    const items = [...list.children].filter((item) => item.querySelector('a[href]'));
    const isOwn = capture.blocks.some(
      ({ type, start, end }) =>
        type === 'listItem' && (list.textContent ?? '').includes(capture.text.slice(start, end)),
    );
    if (items.length < 3 || isOwn || list.closest('nav, header, [class*=breadcrumb], [class*=tag]')) continue;
    for (const item of items) if (chance.next() < 0.5) list.prepend(item);
  }
};

const pointers: Rendering = (doc, capture, chance) => {
  const inside = bodyParagraphs(doc, capture);
  const at = inside[chance.below(Math.max(1, inside.length - 1))];
  at?.insertAdjacentHTML(
    'afterend',
    `<p><strong><em>&gt;&gt; Xem thêm: <a href="/bai-${chance.below(9_000)}.html">${chance.pick(TITLES)}</a></em></strong></p>`,
  );
};

const counters: Rendering = (doc, _, chance) => {
  for (const node of textNodes(doc.body))
    if (/\d\s*(?:lượt xem|lượt đọc|bình luận|views|comments)/i.test(node.data))
      node.data = node.data.replace(/\d[\d.,]*/, String(1000 + chance.below(9000)));
  doc
    .querySelector('h1')
    ?.insertAdjacentHTML(
      'afterend',
      `<div class="meta-social"><span class="view-count">${1 + chance.below(9)}.${100 + chance.below(900)} lượt xem</span> <span class="fb-like">Thích ${chance.below(300)}</span></div>`,
    );
};

const indentation: Rendering = (doc, _, chance) => {
  for (const node of textNodes(doc.body)) {
    if (chance.next() < 0.3)
      node.data = node.data.replaceAll(' ', () => (chance.next() < 0.2 ? ' \n\t ' : ' '));
    if (/^\s+$/.test(node.data)) node.data = '\n      ';
  }
};

const attributeOrder: Rendering = (doc, _, chance) => {
  for (const element of doc.querySelectorAll('*')) {
    if (chance.next() < 0.5) continue;
    const all = [...element.attributes].map(({ name, value }) => [name, value] as const);
    for (const [name] of all) element.removeAttribute(name);
    for (const [name, value] of all.toReversed())
      if (/^[a-z_:][\w:.-]*$/i.test(name)) element.setAttribute(name, value);
    element.setAttribute('data-v', chance.uuid().slice(0, 8));
  }
};

const lazyPictures: Rendering = (doc) => {
  for (const image of doc.querySelectorAll('img[src]')) {
    const src = image.getAttribute('src')!;
    if (src.startsWith('data:') || image.hasAttribute('data-src')) continue;
    image.setAttribute('data-src', src);
    image.setAttribute(
      'src',
      'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    );
    image.classList.add('lazy');
  }
};

const decomposed: Rendering = (doc) => {
  for (const node of textNodes(doc.body)) node.data = node.data.normalize('NFD');
};

const hardBlanks: Rendering = (doc, _, chance) => {
  for (const node of textNodes(doc.body))
    node.data = node.data.replaceAll(/(?<=\S) (?=\S)/g, () => (chance.next() < 0.1 ? '\u00A0' : ' '));
};

const comments: Rendering = (doc, _, chance) => {
  const comment = `<div class="comment-item"><span class="name">Bạn đọc ${chance.below(90)}</span><p>Bài viết hay, mong báo viết thêm về vùng này.</p></div>`;
  const place = doc.querySelector('#comments, .comments, [class*=comment]');
  if (place) place.insertAdjacentHTML('beforeend', comment);
  else doc.body.insertAdjacentHTML('beforeend', `<div id="comments" class="comments">${comment}</div>`);
};

const machinery: Rendering = (doc, _, chance) => {
  doc.head.insertAdjacentHTML(
    'beforeend',
    `<script nonce="${chance.uuid()}">var t=${chance.below(1e9)}</script>`,
  );
  doc.body.insertAdjacentHTML(
    'beforeend',
    `<div class="toast hidden" style="display:none">Bạn có ${chance.below(9)} thông báo</div>`,
  );
};

/** What the hour of the visit alone changes: the clock in the head, how long ago it was, when the system last touched it. */
const clocks: Rendering = (doc, _, chance) => {
  const hour = `${10 + chance.below(10)}:${10 + chance.below(49)}`;
  doc.body.insertAdjacentHTML('afterbegin', `<div class="header-date">Thứ hai, 23/11/2026, ${hour}</div>`);
  doc
    .querySelector('h1')
    ?.insertAdjacentHTML(
      'afterend',
      `<span class="time-ago">${2 + chance.below(50)} phút trước</span> <span class="update-time">Cập nhật ${hour} 23/11/2026</span>`,
    );
  const now = `2026-11-23T${hour}:00+07:00`;
  for (const meta of doc.querySelectorAll(
    'meta[property="article:modified_time"], meta[property="og:updated_time"]',
  ))
    meta.setAttribute('content', now);
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]'))
    script.textContent = (script.textContent ?? '').replace(/("dateModified"\s*:\s*")[^"]*/g, `$1${now}`);
};

const ALL: Rendering[] = [
  adverts,
  relatedBoxes,
  otherLists,
  pointers,
  counters,
  indentation,
  attributeOrder,
  lazyPictures,
  decomposed,
  hardBlanks,
  comments,
  machinery,
  clocks,
];
export const RENDERINGS = ALL.map((_, n) => n);
export const NAMES = [
  'adverts',
  'related boxes',
  'other lists',
  'see also',
  'counters',
  'white space',
  'attribute order',
  'lazy pictures',
  'NFD',
  'hard blanks',
  'comments',
  'scripts',
  'clocks',
];

/** Renders the page anew in some of these ways. */
export function renderAnew(doc: Document, capture: Capture, ways: readonly number[], chance: Chance): void {
  for (const way of ways) ALL[way]!(doc, capture, chance);
}
