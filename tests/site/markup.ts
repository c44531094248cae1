/** The pieces of a OneCMS-like page, with the traps of the real ones (domain/vietnamese-press.md §1.3–1.5). */
import { addressOf, isoOf, PAPER, pictureAddress, type SampleArticle, type SampleBlock } from './types';
import { ARTICLES } from './articles';

const GREY = pictureAddress('/assets/images/grey.gif');

/** As the system prints its heads: U+00A0–U+00FF as decimal references, everything else raw. */
export function decimal(text: string): string {
  return escape(text).replace(/[\u00a0-\u00ff]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** 04/11/2026 15:42 → 11/4/2026 3:42:00 PM: the order of month and day that the system's meta really has. */
export function americanOf(shown: string): string {
  const [, day, month, year, hour, minute] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(shown)!;
  const clock = Number(hour);
  return `${Number(month)}/${Number(day)}/${year} ${clock % 12 || 12}:${minute}:00 ${clock < 12 ? 'AM' : 'PM'}`;
}

export function articleHead(article: SampleArticle): string {
  const lastSection = article.section.at(-1)!;
  const first = leadPictureOf(article);
  return `
    <meta name="MobileOptimized" content="device-width" />
    <meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
    <title>${decimal(article.title)}</title>
    <meta http-equiv="Content-Type" content="text/html;charset=UTF-8">
    <meta name="author" content="${decimal(PAPER.name)}">
    <meta name="keywords" content="${decimal(article.keywords.join(', '))}" />
    <meta name="description" content="${decimal(article.lead)}" />
    ${article.head === 'longform' ? `<meta name="canonical" content="${addressOf(article)}" />` : `<link rel="canonical" href="${addressOf(article)}" />`}
    <meta property="og:title" content="${decimal(article.title)}" />
    <meta property="og:description" content="${decimal(article.lead)}" />
    ${first ? `<meta property="og:image" content="${pictureAddress(`/thumbs/600x315${first}`)}" />` : ''}
    <meta property="og:url" itemprop="url" content="${addressOf(article)}" />
    <meta name="article:section" content="${decimal(lastSection.name)}" />
    <meta name="article:published_time" content="${americanOf(article.published)}" />
    <meta property="channel:url" content="https://${PAPER.host}${lastSection.path}">
    <meta property="datetimenow" content="11/20/2026 9:12:44 AM" />
    <meta property="og:site_name" content="${decimal(PAPER.name)}" />
    <meta property="og:type" content="website" />
    <meta property="og:locale" itemprop="inLanguage" content="vi_VN" />`;
}

export function leadPictureOf(article: SampleArticle): string | null {
  for (const block of article.blocks) if (block.kind === 'picture') return block.picture.path;
  return null;
}

export function articleMain(article: SampleArticle, revision: string | null): string {
  const blocks: SampleBlock[] = [...article.blocks];
  if (revision !== null) {
    const after = blocks.findIndex((block) => block.kind === 'paragraph') + 1;
    blocks.splice(after, 0, { kind: 'paragraph', text: revision });
  }
  const isClassic = article.head === 'classic';
  const lead =
    article.leadAs === 'firstBold'
      ? `<p class="align-justify"><strong>${escape(article.lead)}</strong></p>`
      : '';
  const body = `${lead}${blocks.map((block) => blockMarkup(block, article)).join('\n')}
<p><span><br></span></p>
${bylineMarkup(article)}`;
  const breadcrumb = `<nav aria-label="breadcrumb"><ol class="breadcrumb">
    <li class="breadcrumb-item"><a href="/">Trang chủ</a></li>
    ${article.section.map(({ name, path }) => `<li class="breadcrumb-item"><a href="https://${PAPER.host}${path}">${name}</a></li>`).join('\n')}
  </ol></nav>`;
  const printedLead = article.leadAs === 'element' ? escape(article.lead) : '';
  const head = isClassic
    ? `<div class="c-detail-head"><div class="c-detail-head__row">${breadcrumb}</div>
<h1 class="c-detail-head__title">${escape(article.title)}</h1>
<div class="c-detail-head__row"><span class="c-detail-head__time">${article.published.replace(' ', ', ')}</span>${shareBar()}</div></div>`
    : `<div class="c-detail-head"><div class="c-detail-head__row">${breadcrumb}</div></div>`;
  const inner = isClassic
    ? `<h2 class="desc">${printedLead}</h2><div class="content-main-normal descriptionx"><article class="entry entry-no-padding">${body}</article></div>`
    : `<div class="entry entry-no-padding " itemprop="articleBody">
<div class='sc-longform-header sc-longform-header-default-normal block-sc-longform-header'><div class='sc-longform-header-text'>
<span class='sc-longform-header-cate block-sc-cate-name'></span>
<h1 class='sc-longform-header-title block-sc-title'>${escape(article.title)}</h1>
<div class='sc-longform-header-meta'><span class='sc-longform-header-author block-sc-author'></span><span class='sc-text block-sc-text'>•</span>
<span class='sc-longform-header-date block-sc-publish-time'>${article.published}</span></div>
<p class='sc-longform-header-sapo block-sc-sapo'>
    ${printedLead}
</p></div></div>${body}</div>`;
  return `${head}
<div class="c-news-detail"><div class="b-maincontent">${inner}</div>
${shareBox(article)}${tagsBox(article)}${relatedBox('Bài liên quan', article)}${commentsBox()}
</div>`;
}

function blockMarkup(block: SampleBlock, article: SampleArticle): string {
  switch (block.kind) {
    case 'paragraph': {
      // Interview questions are bold; the words of the box between paragraphs must stay out of the copy.
      const text = escape(block.decomposed ? block.text.normalize('NFD') : block.text);
      return `<p class="align-justify">${text.startsWith('PV: ') ? `<strong>${text}</strong>` : text}</p>`;
    }
    case 'heading':
      return `<h3><strong>${escape(block.text)}</strong></h3><h4></h4>`;
    case 'quote':
      return `<blockquote class="quote"><p>${escape(block.text)}</p></blockquote>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const [header, ...rows] = block.rows;
      return `<table class="data"><thead><tr>${header!.map((cell) => `<th>${escape(cell)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    }
    case 'picture': {
      const { caption, form, path } = block.picture;
      const address = pictureAddress(path);
      const isLazy = article.head === 'longform';
      const image = isLazy
        ? `<img class="lazy" data-src="${address}" src="${GREY}" alt="${escape(path.split('/').at(-1)!)}" width="720" height="480">`
        : `<img src="${form === 'bare' ? address.replace('https:', 'http:') : address}" alt="${caption === null ? '' : escape(caption)}">`;
      if (form === 'figure')
        return `<figure>${image}<figcaption>   ${escape(caption!)}  </figcaption></figure>`;
      if (form === 'table')
        return `<p><table class="image center"><tbody><tr><td>${image}</td></tr><tr><td class="image_desc">${escape(caption!)}</td></tr></tbody></table></p>`;
      if (form === 'emphasis')
        return `<p style="text-align: center;">${image}</p><p style="text-align: center;"><span><em>${escape(caption!)}</em></span></p>`;
      return `<p style="text-align: center;">${image}</p>`;
    }
  }
}

function bylineMarkup(article: SampleArticle): string {
  if (article.bylineAs === 'translateMark')
    return `<b class="vtranslate-author-translate" style="text-align:right; display:block">${decimal(article.byline)}</b>`;
  return `<p style="text-align: right;">&nbsp;<strong>${escape(article.byline)}</strong></p>`;
}

function shareBar(): string {
  return `<div class="c-share-scroll js-share-scroll"><ul><li><div class="c-font-box"><span class="plus" title="Tăng cỡ chữ"></span></div></li></ul></div>`;
}

function shareBox(article: SampleArticle): string {
  return `<div class="c-box"><div class="c-box__content"><div class="c-share-detail"><ul>
<li><a class="btn-facebook" href="https://www.facebook.com/sharer/sharer.php?u=${addressOf(article)}">Chia sẻ Facebook</a></li>
<li><a class="btn-zalo" href="javascript:;" title="Chia sẻ Zalo">Chia sẻ Zalo</a></li>
<li><a href="https://news.google.com/publications/x">Theo dõi trên Google News</a></li>
<li><a href="/print/${article.id}.html">In bài viết</a></li></ul></div></div></div>`;
}

function tagsBox(article: SampleArticle): string {
  return `<div class="c-box"><div class="c-box__content"><div class="c-widget-tags onecms__tags"><ul>${article.keywords.map((word) => `<li><h4><a href="/tu-khoa-ptag.html">${decimal(word)}</a></h4></li>`).join('')}</ul></div></div></div>`;
}

function relatedBox(name: string, article: SampleArticle | null): string {
  return `<div class="c-box"><div class="c-box__title is-decor"><div class="c-box__title__name">${name}</div></div><div class="c-box__content"><div class="c-template-list"><ul>${ARTICLES.filter(
    (other) => other !== article,
  )
    .slice(0, 3)
    .map((other) => `<li>${teaser(other, 'h3')}</li>`)
    .join('')}</ul></div></div></div>`;
}

function commentsBox(): string {
  return `<div class="c-comments"><div class="c-comment-input onecms__comments"><textarea placeholder="Vui lòng nhập tiếng Việt có dấu"></textarea><button>Gửi bình luận</button></div>
<div class="c-comment-bar"><div class="c-comment-bar__count">(2) Bình luận</div></div>
<div class="c-comment-list onecms__comment__list"><ul><li><b>Bạn đọc Năm Rô</b><p>Bài viết hay quá, cảm ơn tòa soạn đã nói giúp bà con chúng tôi.</p></li><li><b>Tám Cảng</b><p>Mong báo có thêm nhiều bài như vậy về quê mình.</p></li></ul></div></div>`;
}

export function teaser(article: SampleArticle, heading: 'h2' | 'h3'): string {
  const picture = leadPictureOf(article);
  return `<div class="b-grid">${picture === null ? '' : `<div class="b-grid__img"><a href="${addressOf(article)}"><img class="lazy" data-src="${pictureAddress(`/thumbs/540x360${picture}`)}" src="${GREY}" alt="${decimal(article.title)}"></a></div>`}
<div class="b-grid__content"><div class="b-grid__row"><${heading} class="b-grid__title"><a href="${addressOf(article)}">${escape(article.title)}</a></${heading}><span class="b-grid__time">${article.published}</span></div>
<div class="b-grid__row b-grid__desc"><a href="${addressOf(article)}">${decimal(article.lead)}</a></div></div></div>`;
}

/** JSON-LD at the end of the body; strings hold entities, the author's name may be empty. */
export function jsonLd(article: SampleArticle): string {
  if (article.jsonLd === 'none') return '';
  const first = leadPictureOf(article);
  return `<script type="application/ld+json">${JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: { '@type': 'WebPage', '@id': addressOf(article) },
      headline: decimal(article.title),
      description: decimal(article.lead),
      ...(first ? { image: { '@type': 'ImageObject', url: `/thumbs/600x315${first}` } } : {}),
      datePublished: isoOf(article.published),
      dateModified: isoOf(article.published),
      author: {
        '@type': 'Person',
        name: article.jsonLd === 'emptyAuthor' ? '' : decimal(article.authors[0]!),
      },
      publisher: { '@type': 'Organization', name: decimal(PAPER.name) },
    },
    null,
    2,
  )}</script>`;
}

export { relatedBox };
