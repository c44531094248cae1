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
  | 'gone';

interface Trouble {
  page: (html: string) => string;
  policy?: string;
}

const script = (code: string) => (html: string) => html.replace('</body>', `<script>${code}</script></body>`);

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
};
