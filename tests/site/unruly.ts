/** Ways in which a live page makes it hard to keep highlights on it. An article shows one while the site says so. */
export type Unruly =
  | 'clears'
  | 'rerenders'
  | 'rewrites'
  | 'lazy'
  | 'strict'
  | 'nested'
  | 'closed'
  | 'edited'
  | 'retold'
  | 'gone'
  | 'anew'
  | 'retouched'
  | 'typeset'
  | 'resigned'
  | 'takenDown';

interface Trouble {
  page: (html: string) => string;
  policy?: string;
}

const script = (code: string) => (html: string) => html.replace('</body>', `<script>${code}</script></body>`);

/** Changes the article's own paragraphs, not the page around them. */
const inBody = (html: string, change: (body: string) => string) =>
  html.replace(/<article class="entry[^]*?<\/article>/, change);

export const UNRULY: Record<Unruly, Trouble> = {
  /** Another script of the page uses the registry and clears all of it. */
  clears: { page: script('setInterval(() => CSS.highlights.clear(), 700);') },
  /** A framework draws the article anew, twice: every node is another one. */
  rerenders: {
    page: script(
      `const draw = () => { const now = document.querySelector('article'); now.replaceWith(now.cloneNode(true)); }; setTimeout(draw, 900); setTimeout(draw, 1600);`,
    ),
  },
  /** OneCMS below 768 px: the body is taken apart and put together again by a script, with wrappers of its own. */
  rewrites: {
    page: script(
      `setTimeout(() => { const body = document.querySelector('article'); const box = document.createElement('div'); box.className = 'is-mobile'; for (const node of [...body.childNodes]) { const wrap = document.createElement('div'); wrap.append(node); box.append(wrap); } body.innerHTML = box.outerHTML; }, 900);`,
    ),
  },
  /** The article is added long after the page was loaded. */
  lazy: {
    page: script(
      `const late = document.querySelector('.b-maincontent'); const holder = late.parentNode; late.remove(); setTimeout(() => holder.prepend(late), 1500);`,
    ),
  },
  strict: { page: (html) => html.replace(/<script>[\s\S]*?<\/script>/g, ''), policy: "default-src 'none'" },
  /** The words stand in an open shadow root, those of the list in a frame of the same origin. */
  nested: {
    page: script(
      `const old = document.querySelector('article'); const box = document.createElement('bai-viet'); const inside = box.attachShadow({ mode: 'open' }); const list = old.querySelector('ul'); const frame = document.createElement('iframe'); frame.style.width = '100%'; frame.srcdoc = '<body>' + list.outerHTML + '</body>'; old.replaceWith(box); list.replaceWith(frame); inside.append(...old.childNodes);`,
    ),
  },
  /** The words stand in a closed shadow root, which no script of the page can look into. */
  closed: {
    page: script(
      `const old = document.querySelector('article'); const box = document.createElement('bai-viet'); const inside = box.attachShadow({ mode: 'closed' }); old.replaceWith(box); inside.append(...old.childNodes);`,
    ),
  },
  /** The newsroom went over it: a number corrected, a sentence cut, a paragraph put before all others. */
  edited: {
    page: (html) =>
      html
        .replace('cát phủ kín 42 nền nhà ở thôn Hạ', 'cát phủ kín 45 nền nhà ở thôn Hạ')
        .replace('Cát bỏng làm rễ non héo, dê bò thả rông ăn hết ngọn. ', '')
        .replace(
          '<p class="align-justify">Từ trung tâm',
          '<p class="align-justify">Bài viết được cập nhật lúc 14 giờ cùng ngày sau khi xã gửi số liệu mới.</p><p class="align-justify">Từ trung tâm',
        ),
  },
  /** One paragraph is written anew around a passage that it keeps: whether that is still the same is for a person. */
  retold: {
    page: (html) =>
      html.replace(
        /Năm 1997, sau trận bão số 5[^<]*/,
        'Theo già làng, mỗi hộ góp hai công lao động mỗi tháng là lệ từ thời ông bà, chẳng liên quan gì tới trận bão hay bãi cát mà báo chí vẫn hay nhắc.',
      ),
  },
  gone: {
    page: (html) =>
      html.replace(
        /<div class="l-content"[\s\S]*?<div class="l-sidebar">/,
        '<div class="l-content"><h1>Bài viết đã được gỡ bỏ</h1><p>Bài viết bạn tìm không còn trên trang này.</p></div><div class="l-sidebar">',
      ),
  },
  /** Served again: other adverts, boxes and counters, pictures not loaded yet, the text in another Unicode form. */
  anew: {
    page: (html) =>
      inBody(html, (body) => body.replace(/(<img class=")([^"]*)(" )/g, '$1$2 seen$3').normalize('NFD'))
        .replace(
          '</h1>',
          '</h1><div class="c-views"><span class="view-count">18.204 lượt xem</span> <span class="fb-like">Thích 61</span></div>',
        )
        .replace(
          /(<p class="align-justify">(?:(?!<\/p>).)+<\/p>)/s,
          '$1<div class="ads ads-middle"><ins class="adsbygoogle" data-ad-slot="8"></ins></div><p><strong><em>&gt;&gt; Xem thêm: <a href="/cho-phien-41000.html">Chợ phiên mở lại</a></em></strong></p>',
        )
        .replace(
          'Bài liên quan',
          'Bài liên quan</div><ul><li><a href="/moi-41999.html">Cầu mới sắp thông xe</a></li></ul><div>',
        ),
  },
  /** Another headline, another number, another name, a paragraph less. */
  retouched: {
    page: (html) =>
      html
        .replace(/(<h1[^>]*>)[^<]+/, '$1Giữ rừng dương chắn cát: chuyện ba mươi năm ở Bãi Trâu')
        .replace('phủ kín 42 nền nhà', 'phủ kín 47 nền nhà')
        .replace('dê bò thả rông ăn hết ngọn', 'dê bò thả rông gặm hết ngọn')
        .replace(/<p class="align-justify">Việc giữ rừng được giao(?:(?!<\/p>).)+<\/p>/s, ''),
  },
  /** Only the type: tone marks in their newer places, straight quotes, dashes. */
  typeset: {
    page: (html) =>
      inBody(html, (body) =>
        body
          .replaceAll('hòa', 'hoà')
          .replaceAll('hóa', 'hoá')
          .replace(/[“”]/g, '&quot;')
          .replaceAll('thủy', 'thuỷ'),
      ),
  },
  /** Another name under the same text, and a clock that ticks. */
  resigned: {
    page: (html) =>
      html
        .replace(/(<p style="text-align: right;">&nbsp;<strong>)[^<]+/, '$1Lê Diễm')
        .replace('</h1>', '</h1><div class="c-clock">Cập nhật 3 phút trước</div>'),
  },
  /** The address answers, the article is no longer there. */
  takenDown: {
    page: (html) =>
      html
        .replace(/<h2 class="desc">[^]*?<\/h2>/, '')
        .replace(
          /<article class="entry[^]*?<\/article>/,
          '<article class="entry"><p>Bài viết đã được gỡ bỏ theo yêu cầu của tòa soạn.</p></article>',
        ),
  },
};
