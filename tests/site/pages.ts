/** Whole pages of the sample paper. */
import { ARTICLES, REVISION } from './articles';
import { articleHead, articleMain, decimal, jsonLd, relatedBox, teaser } from './markup';
import { PAPER, pictureAddress, type SampleArticle } from './types';

export interface PageChoice {
  /** The article's later edition, with one paragraph more. */
  isRevised?: boolean;
  /** Links replace the content by script and change the address without loading a page. */
  isSinglePage?: boolean;
}

export function articlePage(article: SampleArticle, choice: PageChoice): string {
  return shell(
    articleHead(article),
    articleMain(article, choice.isRevised ? REVISION : null),
    choice,
    article,
  );
}

export function homePage(choice: PageChoice): string {
  return shell(
    listHead(PAPER.online, `https://${PAPER.host}/`),
    `<h1 class="h-hidden">${PAPER.online}</h1><div class="b-grid-list">${ARTICLES.map((article) => teaser(article, 'h2')).join('\n')}</div>${relatedBox('Đọc nhiều', null)}`,
    choice,
    null,
  );
}

export function sectionPage(path: string, choice: PageChoice): string | null {
  const inSection = ARTICLES.filter((article) => article.section.some((section) => section.path === path));
  const name = inSection.flatMap((article) => article.section).find((section) => section.path === path)?.name;
  if (name === undefined) return null;
  return shell(
    listHead(`${name} - ${PAPER.online}`, `https://${PAPER.host}${path}`),
    `<h1 class="c-cate-title">${name}</h1><div class="l-main"><ul class="onecms__loading">${inSection.map((article) => `<li class="article__loading" pid="${article.id}">${teaser(article, 'h3')}</li>`).join('')}</ul><div class="c-more onecms__loadmore">Xem thêm</div></div>`,
    choice,
    null,
  );
}

/** A page of the paper that is no article: a video with one line under it. */
export function videoPage(): string {
  return shell(
    listHead('Bản tin Cửa Bể số 318', `https://${PAPER.host}/video/ban-tin-cua-be-so-318`),
    `<div class="c-video-detail"><h1 class="c-video-detail__title">Bản tin Cửa Bể số 318</h1><video controls poster="${pictureAddress('/video/318.png')}"></video><p>Bản tin phát lúc 19 giờ hằng ngày.</p></div>${relatedBox('Video mới', null)}`,
    {},
    null,
  );
}

export function contactPage(): string {
  return shell(
    listHead(`Liên hệ tòa soạn - ${PAPER.online}`, `https://${PAPER.host}/lien-he`),
    `<h1>Liên hệ tòa soạn</h1><p>Tòa soạn: số 9 đường Bến Chợ, thành phố Cửa Bể. Điện thoại: 0299 000 000.</p><form><label>Họ tên <input name="name"></label><button>Gửi</button></form>`,
    {},
    null,
  );
}

function listHead(title: string, canonical: string): string {
  return `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${decimal(title)}</title><link rel="canonical" href="${canonical}"><meta property="og:type" content="website"><meta property="og:site_name" content="${decimal(PAPER.name)}">`;
}

function shell(head: string, main: string, choice: PageChoice, article: SampleArticle | null): string {
  const sections = [...new Map(ARTICLES.flatMap(({ section }) => section).map((s) => [s.path, s])).values()];
  const menu = sections.map(
    ({ name, path }) => `<li><a href="https://${PAPER.host}${path}">${decimal(name)}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="vi">
<head>${head}
    <link rel="stylesheet" href="${pictureAddress('/assets/css/style.min.css')}">
    <link rel="shortcut icon" href="${pictureAddress('/assets/images/favicon.png')}">
</head>
<body>
<div class="c-container-wrapper">
<div class="l-nav"><div class="c-header"><div class="c-sologan onecms__currentTime"><p><b>Thứ Hai,</b> 23/11/2026</p></div><div class="c-weather">Cửa Bể 27°C</div><div class="c-logo"><a href="/"><img src="${pictureAddress('/assets/images/logo.svg')}" alt="${decimal(PAPER.name)}" height="40"></a></div></div>
<div class="c-menu-outer"><ul><li class="is-home"><a href="/">Trang chủ</a></li>${menu.join('')}<li><a href="/video/ban-tin-cua-be-so-318">Video</a></li></ul></div></div>
<div class="l-content" id="noi-dung">${main}</div>
<div class="l-sidebar"><div class="c-box"><div class="oneads" id="zone-17"></div></div></div>
</div>
<div class="c-container-wrapper">${relatedBox('Nổi bật', article)}${relatedBox('Đừng bỏ lỡ', article)}</div>
<div class="l-footer"><div class="c-footer-main"><div class="b-maincontent"><p>Cơ quan chủ quản: Tỉnh ủy Cửa Bể (tòa soạn hư cấu, chỉ dùng để kiểm thử)</p><p>Giấy phép hoạt động báo điện tử số 000/GP</p><p>© Bản quyền thuộc về ${PAPER.name}. Cấm sao chép dưới mọi hình thức</p></div>
<div class="b-maincontent"><p>Đường dây nóng: 0299 000 111</p></div></div><div class="c-powered">POWERED BY <b>ONECMS</b></div></div>
${article ? `<div class="c-header-sticky is-mobile"><div class="c-sticky-cat">${decimal(article.section.at(-1)!.name)}</div><div class="c-sticky-title">${decimal(article.title)}</div></div>` : ''}
<img src="https://${PAPER.trackerHost}/1.gif" width="1" height="1" alt="" style="position:absolute">
${article ? webControl(article) : ''}
${article ? jsonLd(article) : ''}
<script>${LAZY_SCRIPT}</script>
${choice.isSinglePage ? '<script src="/script/mot-trang.js"></script>' : ''}
</body></html>`;
}

/** Pictures come when they are near the window, as on the real pages. */
const LAZY_SCRIPT = `(() => { const seen = new IntersectionObserver((entries) => { for (const { isIntersecting, target } of entries) if (isIntersecting) { target.src = target.dataset.src; seen.unobserve(target); } }); for (const image of document.querySelectorAll('img.lazy')) seen.observe(image); })();`;

/** The system's own globals; the time is local with a false Z. */
function webControl(article: SampleArticle): string {
  const [, day, month, year, clock] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)$/.exec(article.published)!;
  return `<script>var WebControl = WebControl || {}; WebControl.publisherId = '${article.id}'; WebControl.item_published_time = "${year}-${month}-${day}T${clock}:00Z"; WebControl.item_tags = "${article.keywords.join(',')}";</script>`;
}

/** Single-page navigation as papers' apps do it: fetch, replace head marks and content, then change the address. */
export const SINGLE_PAGE_SCRIPT = `
(() => {
  const show = async (href) => {
    const answer = await fetch(href);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const old of document.querySelectorAll('head > meta, head > title, head > link[rel=canonical], script[type="application/ld+json"]')) old.remove();
    for (const node of next.querySelectorAll('head > meta, head > title, head > link[rel=canonical]')) document.head.append(document.importNode(node, true));
    document.body.replaceChildren(...[...next.body.childNodes].map((node) => document.importNode(node, true)));
    scrollTo(0, 0);
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || link.origin !== location.origin || event.defaultPrevented) return;
    event.preventDefault();
    history.pushState({}, '', link.href);
    show(link.href);
  });
  addEventListener('popstate', () => show(location.href));
})();
`;

export const STYLE = `
body { margin: 0; font: 17px/1.6 "Noto Sans", system-ui, sans-serif; color: #1b1b1b; background: #fff; }
.c-container-wrapper, .l-footer { max-width: 880px; margin: 0 auto; padding: 0 16px; }
.c-header { display: flex; justify-content: space-between; align-items: center; padding: 10px 0; border-bottom: 3px solid #0b5f7a; font-size: 13px; }
.c-menu-outer ul { display: flex; flex-wrap: wrap; gap: 16px; list-style: none; padding: 8px 0; margin: 0; font-weight: 600; }
a { color: #0b5f7a; text-decoration: none; } h1 { font-size: 32px; line-height: 1.25; }
.desc, .sc-longform-header-sapo { font-weight: 700; font-size: 18px; } figure { margin: 20px 0; } img { max-width: 100%; height: auto; }
figcaption, .image_desc { font-size: 15px; color: #555; background: #f3f3f3; padding: 6px 10px; }
table.data { border-collapse: collapse; } table.data td, table.data th { border: 1px solid #bbb; padding: 4px 12px; }
.c-header .c-logo img { height: 44px; } .c-sologan p { margin: 0; } .breadcrumb { display: flex; gap: 8px; list-style: none; padding: 0; font-size: 14px; } .breadcrumb li + li::before { content: '› '; } .c-share-scroll { display: none; }
.c-share-detail ul, .onecms__tags ul, .c-template-list ul, .onecms__loading { list-style: none; padding: 0; } .c-share-detail ul, .onecms__tags ul { display: flex; flex-wrap: wrap; gap: 6px 18px; font-size: 14px; } .onecms__tags h4 { margin: 0; font-weight: 400; }
.b-grid { display: flex; gap: 16px; padding: 12px 0; border-bottom: 1px solid #ddd; } .b-grid__title { margin: 0; font-size: 20px; } .b-grid__time { font-size: 13px; color: #666; }
.b-grid__desc a { color: #333; } .b-grid__img { flex: 0 0 200px; } .b-grid__img img { width: 200px; aspect-ratio: 3 / 2; object-fit: cover; } .c-box { margin: 20px 0; } .c-box__title__name { font-weight: 700; border-left: 4px solid #0b5f7a; padding-left: 8px; }
.c-header-sticky { display: none; } .h-hidden { position: absolute; left: -999px; } .l-footer { font-size: 13px; color: #555; border-top: 1px solid #ccc; margin-top: 40px; }
`;
