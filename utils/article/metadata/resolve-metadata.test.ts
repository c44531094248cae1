// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { MetadataHints } from './hints';
import { resolveMetadata } from './resolve-metadata';

const NOW = new Date('2025-01-02T08:00:00Z');
const URL_BTO = 'https://baobinhthuan.com.vn/phu-quy-xay-dung-to-chuc-92731.html';

function resolve(html: string, hints: Partial<MetadataHints> = {}, url = URL_BTO) {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return resolveMetadata(document, url, { family: null, ...hints }, NOW);
}

function ld(...values: unknown[]): string {
  return values
    .map(
      (value) =>
        `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`,
    )
    .join('');
}

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const og = (name: string, content: string) => `<meta property="og:${name}" content="${content}">`;
const article = (more: object) => ({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...more });

describe('dates', () => {
  const shown = (text: string) => ({ published: [{ text, source: 'selector:.time' }], family: 'onecms' });

  test('JSON-LD with its offset wins; what readers see is what was printed', () => {
    const { published } = resolve(
      ld(article({ datePublished: '2021-05-20T00:01:31.000+07:00' })),
      shown('20/05/2021, 00:01'),
    );
    expect(published).toMatchObject({
      value: '2021-05-20T00:01:31+07:00',
      state: 'found',
      source: 'json-ld:datePublished',
      printed: '20/05/2021, 00:01',
    });
    expect(published.offsetAssumed).toBeUndefined();
    expect(published.candidates).toEqual([
      { value: '2021-05-20T00:01:00+07:00', source: 'selector:.time', printed: '20/05/2021, 00:01' },
    ]);
  });

  test('a shown date has its zone assumed, and says so', () => {
    const { published } = resolve('', shown('24/11/2021, 06:55'));
    expect(published).toMatchObject({
      value: '2021-11-24T06:55:00+07:00',
      printed: '24/11/2021, 06:55',
      offsetAssumed: true,
    });
  });

  test('a shown date with the same clock as one with a zone needs no assumption', () => {
    const { published } = resolve(meta('pubdate', '2021-11-24T06:55:20+07:00'), shown('24/11/2021, 06:55'));
    expect(published.value).toBe('2021-11-24T06:55:20+07:00');
    expect(published.offsetAssumed).toBeUndefined();
  });

  test('the US order of a OneCMS meta', () => {
    const html = meta('article:published_time', '1/8/2026 10:02:01 AM');
    const now = new Date('2026-02-01T00:00:00Z');
    const document = new DOMParser().parseFromString(html, 'text/html');
    expect(resolveMetadata(document, URL_BTO, { family: 'onecms', usDates: true }, now).published.value).toBe(
      '2026-01-08T10:02:01+07:00',
    );
  });

  test('US order without a mark only when the page agrees', () => {
    const html = meta('article:published_time', '10/9/2022 7:05:00 AM');
    expect(resolve(html, { family: 'epi' }).published.value).toBe('2022-09-10T07:05:00+07:00');
    const both = resolve(html, shown('09/10/2022 07:05'));
    expect(both.published.value).toBe('2022-10-09T07:05:00+07:00');
    expect(both.published.candidates?.[0]?.value).toBe('2022-10-09T07:05:00+07:00');
  });

  test('the false Z of a script, by its mark and by the seven hours', () => {
    const marked = resolve('', {
      family: 'onecms',
      usDates: true,
      published: [{ text: '2022-04-26T11:05:00Z', source: 'script:WebControl.item_published_time' }],
    });
    expect(marked.published.value).toBe('2022-04-26T11:05:00+07:00');
    const crossed = resolve(
      ld(article({ datePublished: '2022-04-26T11:05:00Z' })),
      shown('26/04/2022 11:05'),
    );
    expect(crossed.published.value).toBe('2022-04-26T11:05:00+07:00');
  });

  test('a true Z stays the same moment', () => {
    const { published } = resolve(
      ld(article({ datePublished: '2024-06-04T01:00:00Z' })),
      shown('04/06/2024 08:00'),
    );
    expect(published.value).toBe('2024-06-04T08:00:00+07:00');
    expect(published.offsetAssumed).toBeUndefined();
  });

  test('the time of rendering and the clock of the header are no dates of the article', () => {
    const html = `<html lang="vi"><head><meta property="datetimenow" content="1/1/2025 9:12:44 AM"></head><body>
      <header><time class="clock">Thứ Tư, 01/01/2025 16:20</time></header><h1>Một tiêu đề</h1><p>Bài</p></body></html>`;
    expect(resolve(html).published).toMatchObject({ value: null, state: 'notFound' });
  });

  test('the empty clock and the future are refused with a reason', () => {
    const { published } = resolve(
      ld(article({ datePublished: '1970-01-01T00:00:00Z' })) + meta('pubdate', '2031-01-01T00:00:00+07:00'),
      shown('24/11/2021, 06:55'),
    );
    expect(published.value).toBe('2021-11-24T06:55:00+07:00');
    expect(published.candidates?.map((one) => one.rejected)).toEqual(['an empty clock', 'in the future']);
  });

  test('relative times and impossible dates give nothing but stay to be seen', () => {
    const { published } = resolve('', {
      family: 'onecms',
      published: [
        { text: '2 giờ trước', source: 'a' },
        { text: '31/02/2021', source: 'b' },
      ],
    });
    expect(published).toMatchObject({ value: null, state: 'notFound' });
    expect(published.candidates).toEqual([
      { value: '2 giờ trước', printed: '2 giờ trước', source: 'a', rejected: 'not a date' },
      { value: '31/02/2021', printed: '31/02/2021', source: 'b', rejected: 'not a date' },
    ]);
  });

  test('modified may be earlier than published', () => {
    const { modified } = resolve(
      ld(article({ datePublished: '2021-05-20T08:00:00+07:00', dateModified: '2021-05-20T07:00:00+0700' })),
    );
    expect(modified.value).toBe('2021-05-20T07:00:00+07:00');
  });

  test('a foreign page keeps its own zone and day', () => {
    const html = `<html lang="en">${ld(article({ datePublished: '2021-11-23T23:55:00Z' }))}`;
    expect(resolve(html, {}, 'https://example.org/a-b-c').published.value).toBe('2021-11-23T23:55:00+00:00');
  });
});

describe('authors', () => {
  const byline = (text: string, source = 'sign-off') => ({ byline: [{ text, source }] });

  test('the sign-off wins over the newspaper in the head', () => {
    const { authors } = resolve(
      meta('author', 'B&#225;o B&#236;nh Thuận') + ld(article({ author: { '@type': 'Person', name: '' } })),
      byline('\u00a0Đình Nhượng'),
    );
    expect(authors).toMatchObject({ value: ['Đình Nhượng'], state: 'found', source: 'sign-off' });
    expect(authors.candidates).toContainEqual(
      expect.objectContaining({ source: 'meta:author', rejected: 'the newspaper' }),
    );
  });

  test.each<[string, string, string]>([
    ['placeholder', 'Tác giả', 'a placeholder'],
    ['agency', 'Theo TTXVN', 'an agency or source'],
    ['staff', 'PV', 'a staff word'],
    ['Facebook', 'https://www.facebook.com/baobinhthuan', 'a Facebook address'],
    ['host', 'baobinhthuan.com.vn', 'the newspaper'],
    ['newspaper without its "Báo"', 'Bình Thuận', 'the newspaper'],
  ])('%s is nobody', (_, name, reason) => {
    const { authors } = resolve(
      og('site_name', 'Báo Bình Thuận') + ld(article({ author: { '@type': 'Person', name } })),
    );
    expect(authors.value).toBeNull();
    expect(authors.candidates?.[0]?.rejected).toBe(reason);
  });

  test('an organisation is no author, an agency becomes the agency', () => {
    const { authors, agency } = resolve(ld(article({ author: { '@type': 'Organization', name: 'TTXVN' } })));
    expect(authors.value).toBeNull();
    expect(agency).toMatchObject({ value: 'TTXVN', source: 'json-ld:author' });
  });

  test.each<[string, unknown]>([
    ['object', { '@type': 'Person', name: 'Mai Quế' }],
    ['array', [{ '@type': 'Person', name: 'Mai Quế' }]],
    ['string', 'Mai Quế'],
    ['entities', { name: 'Mai Qu&#7871;' }],
    ['name in a list', { '@type': 'Person', name: ['Mai Quế'] }],
  ])('JSON-LD author as %s', (_, author) => {
    expect(resolve(ld(article({ author }))).authors.value).toEqual(['Mai Quế']);
  });

  test.each<[unknown]>([[[]], [''], [null], [{ '@type': 'Person', name: '' }]])(
    'JSON-LD author %j is none',
    (author) => {
      expect(resolve(ld(article({ author }))).authors).toMatchObject({ value: null, state: 'notFound' });
    },
  );

  test('dable:author before a JSON-LD person', () => {
    const html = '<meta property="dable:author" content="Mai Quế">' + ld(article({ author: 'Thu Hà' }));
    expect(resolve(html).authors).toMatchObject({ value: ['Mai Quế'], source: 'meta:dable:author' });
  });

  test('a box that names the first of two gives way to the place with both', () => {
    const { authors } = resolve('', {
      byline: [
        { text: 'THU HÀ', source: 'selector:.name' },
        { text: 'THU HÀ - MINH KHÔI', source: 'sign-off' },
      ],
    });
    expect(authors).toMatchObject({
      value: ['THU HÀ', 'MINH KHÔI'],
      source: 'sign-off',
      printed: 'THU HÀ - MINH KHÔI',
    });
  });

  test('an empty author element means absent, no trace means not found', () => {
    expect(resolve('', { authorElementEmpty: true }).authors.state).toBe('absent');
    expect(resolve('', byline('PV')).authors).toMatchObject({ value: null, state: 'absent', printed: 'PV' });
    expect(resolve('').authors.state).toBe('notFound');
  });

  test('roles and agency stand beside the names', () => {
    const { roles, agency, authors } = resolve('', {
      ...byline('Bài, ảnh: Minh Khôi - CTV'),
      agency: { text: '(TTXVN/Vietnam+)', source: 'selector:.source' },
    });
    expect(authors.value).toEqual(['Minh Khôi']);
    expect(roles.value).toEqual([
      { role: 'bài', names: ['Minh Khôi'] },
      { role: 'ảnh', names: ['Minh Khôi'] },
    ]);
    expect(agency).toMatchObject({ value: 'TTXVN/Vietnam+', printed: '(TTXVN/Vietnam+)' });
  });
});

describe('title', () => {
  test('the headline on the page wins over the one for social media', () => {
    const { title } = resolve(
      `${og('title', 'Bạn sẽ không tin điều này')}<title>Phú Quý xây dựng Đảng | Báo Bình Thuận</title><h1>Phú Quý xây dựng Đảng</h1>`,
    );
    expect(title).toMatchObject({ value: 'Phú Quý xây dựng Đảng', source: 'selector:h1' });
    expect(title.candidates?.map((one) => one.value)).toContain('Bạn sẽ không tin điều này');
  });

  test.each([
    ['Tái chế rác | Báo Đất Việt Mới', 'Tái chế rác'],
    ['Tái chế rác - Báo Đất Việt Mới', 'Tái chế rác'],
    ['Tái chế rác - Đất Việt Mới Online', 'Tái chế rác'],
    ['Hà Nội - Huế - Sài Gòn', 'Hà Nội - Huế - Sài Gòn'],
    ['Phú Quý: Xây dựng tổ chức', 'Phú Quý: Xây dựng tổ chức'],
  ])('<title>%s</title>', (printed, value) => {
    const html = `<title>${printed}</title>${og('site_name', 'Báo Đất Việt Mới')}`;
    expect(resolve(html, {}, 'https://bao-dat-viet-moi.example/a-post1.html').title.value).toBe(value);
  });

  test('an h1 with the name of the site is passed over; entities are decoded', () => {
    const { title } = resolve(
      `${og('site_name', 'Báo Bình Thuận')}<h1>Báo Bình Thuận</h1>${ld(article({ headline: 'Ph&#250; Qu&#253; v&agrave;o v&#7909;' }))}`,
    );
    expect(title).toMatchObject({ value: 'Phú Quý vào vụ', source: 'json-ld:headline' });
  });
});

describe('the rest', () => {
  test('unparsable JSON-LD is skipped, a graph is read, the right article is taken', () => {
    const html =
      ld('{"@type": "NewsArticle", "headline": ') +
      ld([
        article({
          url: 'https://baobinhthuan.com.vn/khac-11111.html',
          headline: 'Bài khác',
          author: 'Người Khác',
        }),
        {
          '@graph': [
            article({ mainEntityOfPage: { '@id': URL_BTO }, headline: 'Bài này', author: 'Mai Quế' }),
          ],
        },
      ]);
    expect(resolve(html).authors.value).toEqual(['Mai Quế']);
    expect(resolve(html).title.value).toBe('Bài này');
  });

  test('Article and NewsArticle of one page complete each other', () => {
    const html = ld(
      { '@type': 'Article', url: URL_BTO, author: [] },
      article({ url: URL_BTO, author: 'Mai Quế' }),
    );
    expect(resolve(html).authors.value).toEqual(['Mai Quế']);
  });

  test('raw line breaks in JSON strings are forgiven', () => {
    expect(resolve(ld('{"@type":"NewsArticle","headline":"Một\n tiêu đề",}')).title.value).toBe(
      'Một tiêu đề',
    );
  });

  test('the lead keeps its dateline and names it', () => {
    const { lead, dateline } = resolve('', {
      lead: { text: 'BT- Cùng với việc lãnh đạo', source: 'selector:h2.desc' },
    });
    expect(lead.value).toBe('BT- Cùng với việc lãnh đạo');
    expect(dateline).toMatchObject({ value: 'BT', source: 'selector:h2.desc' });
  });

  test('a description that breaks off is no lead', () => {
    const { lead } = resolve(meta('description', 'Cùng với việc lãnh đạo thực hiện…'));
    expect(lead.value).toBeNull();
    expect(lead.candidates?.[0]?.rejected).toBe('cut short');
  });

  test('the section path: home dropped, two names in one meta, the fuller path', () => {
    const crumbs = (...names: string[]) => ({
      '@type': 'BreadcrumbList',
      itemListElement: names.map((name, i) => ({
        '@type': 'ListItem',
        position: i + 1,
        item: { '@id': `https://a.vn/${i}`, name },
      })),
    });
    expect(resolve(ld(crumbs('Trang chủ', 'Ch&#237;nh trị', 'Xây dựng Đảng'))).section.value).toEqual([
      'Chính trị',
      'Xây dựng Đảng',
    ]);
    expect(resolve('<meta property="article:section" content="Xã hội,Giáo dục">').section.value).toEqual([
      'Xã hội',
      'Giáo dục',
    ]);
    expect(
      resolve(ld(crumbs('Trang chủ', 'Giáo dục')), {
        section: { names: ['Giáo dục', 'Nhịp sống học đường'], source: 'selector:.cate' },
      }).section.value,
    ).toEqual(['Giáo dục', 'Nhịp sống học đường']);
    expect(resolve(meta('article:section', 'Văn hóa, nghệ thuật')).section.value).toEqual([
      'Văn hóa, nghệ thuật',
    ]);
  });

  test('keywords of the head before tags of the page', () => {
    const { keywords } = resolve(meta('keywords', 'Phú Quý, x&#226;y dựng Đảng,, Phú Quý'), {
      tags: { names: ['Phú Quý'], source: 'selector:.tags' },
    });
    expect(keywords.value).toEqual(['Phú Quý', 'xây dựng Đảng']);
    expect(resolve(meta('keywords', '')).keywords.state).toBe('absent');
  });

  test('the outlet is a name, never an address', () => {
    const html =
      og('site_name', 'https://nhipsongtre.example') +
      ld(article({ publisher: { '@type': 'Organization', name: 'Nhịp Sống Trẻ' } }));
    expect(resolve(html, {}, 'https://nhipsongtre.example/a-100240815093015123.htm').outlet.value).toBe(
      'Nhịp Sống Trẻ',
    );
    expect(resolve('').outlet).toMatchObject({ value: 'Báo Bình Thuận', source: 'host' });
  });

  test('Vietnamese text outweighs a template that says English', () => {
    const bodyText =
      'Đảng bộ huyện Phú Quý hiện có 23 chi bộ, Đảng bộ cơ sở trực thuộc và 1.257 đảng viên trên toàn huyện đảo.';
    expect(resolve('<html lang="en">', { bodyText }).language).toMatchObject({ value: 'vi', source: 'text' });
    expect(resolve('<html lang="en-us">').language.value).toBe('en-US');
    expect(resolve('<html lang="vi-VN">').language.value).toBe('vi');
  });

  test('a relative picture becomes absolute; the logo is no lead picture', () => {
    expect(resolve('<meta property="og:image" content="/thumbs/a.jpg">').leadPicture.value).toBe(
      'https://baobinhthuan.com.vn/thumbs/a.jpg',
    );
    expect(resolve('<meta property="og:image" content="/img/logo.png">').leadPicture.value).toBeNull();
  });

  test('nothing at all', () => {
    const all = resolve('', {}, 'https://example.org/');
    for (const [key, field] of Object.entries(all)) {
      if (key === 'canonicalUrl') continue;
      expect(field, key).toMatchObject({ value: null, source: null });
    }
  });

  test('a hostile page does not make it throw, nor go on past the time a test has', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    const many = Array.from({ length: 3000 }, (_, i) => article({ headline: `Bài ${i}` }));
    const all = resolve(
      ld(deep, many, '{"__proto__": {"@type": "NewsArticle"}}') +
        `<title>${'a - '.repeat(5000)}</title><h1>${'x '.repeat(5000)}</h1>` +
        meta('author', 'a, '.repeat(20_000)),
    );
    expect(all.title.value?.length).toBeLessThan(20_000);
    expect(all.authors.value?.length ?? 0).toBeLessThan(100);
  });
});

describe('a date that only the address has', () => {
  test.each([
    ['https://paper.example/2024/03/05/mot-bai-viet.html', '2024-03-05'],
    ['https://paper.example/mot-bai-viet-20240604082441438.htm', '2024-06-04'],
    ['https://paper.example/news/A2024012914320005196', '2024-01-29'],
  ])('%s', (address, day) => {
    expect(resolve('<h1>Một bài viết</h1>', {}, address).published).toMatchObject({
      value: day,
      source: 'address',
    });
  });

  test.each([
    'https://paper.example/mot-bai-viet-100261005145713396.htm',
    'https://paper.example/mot-bai-viet-20241304082441438.htm',
    'https://paper.example/mot-bai-viet-20240604.htm',
    'https://paper.example/20240604082441/anh.html',
  ])('is not seen in %s', (address) => {
    expect(resolve('<h1>Một bài viết</h1>', {}, address).published.value).toBeNull();
  });
});

describe('the press abroad', () => {
  const abroad = (html: string, address = 'https://paper.example/news/a-long-walk') =>
    resolve(`<html lang="en">${html}`, {}, address);

  test('og:title has the headline that stands after a kicker everywhere else', () => {
    const whole = 'Old town: A long walk through quiet streets';
    const { title } = abroad(
      ld(article({ headline: whole })) +
        og('title', 'A long walk through quiet streets') +
        `<h1>${whole}</h1>`,
    );
    expect(title).toMatchObject({ value: 'A long walk through quiet streets', source: 'meta:og:title' });
    expect(title.candidates?.map(({ value }) => value)).toContain(whole);
  });

  test('a long first half is no kicker', () => {
    const whole = 'The city awards of the year for gardens: A long walk through quiet streets';
    const { title } = abroad(
      ld(article({ headline: whole })) +
        og('title', 'A long walk through quiet streets') +
        `<h1>${whole}</h1>`,
    );
    expect(title.value).toBe(whole);
  });

  test('the headline written for search engines gives way to the one shown', () => {
    const { title } = abroad(
      `<title>Long Walk: Ten Facts</title>` +
        ld(article({ headline: 'Long walk: ten facts' })) +
        og('title', 'What nobody told us about a long walk') +
        '<h1>What nobody told us about a long walk</h1>',
    );
    expect(title).toMatchObject({ value: 'What nobody told us about a long walk', source: 'selector:h1' });
  });

  test('a newsroom keeps its own headline where the window repeats the page', () => {
    const { title } = abroad(
      `<title>Fire in the old town</title>${og('title', 'Fire in the old town')}<h1>Fire in the old town</h1>` +
        ld(article({ headline: 'Smoke over the market hall' })),
    );
    expect(title.value).toBe('Smoke over the market hall');
  });

  test('a plugin gives og:title and Article one title for machines', () => {
    const { title } = abroad(
      ld({ '@type': 'Article', headline: 'Walking: the guide' }) +
        og('title', 'Walking: the guide') +
        '<h1>An introduction to walking for everybody</h1>',
    );
    expect(title.value).toBe('An introduction to walking for everybody');
  });

  test('an h1 with the name of the collection: the address knows the headline', () => {
    const { title } = abroad(
      '<title>Basic dough : Our kitchen</title><h1>Our kitchen</h1>',
      'https://food.example/basic-dough',
    );
    expect(title.value).toBe('Basic dough');
    const news = abroad(
      `<title>News</title>${og('title', 'It all starts with the first step')}<h1>News</h1>`,
      'https://lab.example/de/it-all-starts-with-the-first-step/',
    );
    expect(news.title.value).toBe('It all starts with the first step');
  });

  test('a kicker marked in the h1 goes, a line break is a blank', () => {
    expect(
      abroad('<h1><span class="headline-kicker">Old town</span>A long walk<br>through quiet streets</h1>')
        .title.value,
    ).toBe('A long walk through quiet streets');
  });

  test('a section after the headline goes with the name of the paper', () => {
    const html =
      og('site_name', '한빛일보') +
      meta('article:section', '정치') +
      og('title', '긴 산책이 시작되는 조용한 거리-정치ㅣ한빛일보');
    expect(abroad(html).title.value).toBe('긴 산책이 시작되는 조용한 거리');
  });

  test('a class on the body does not hide the byline and the date', () => {
    const { authors, published } = abroad(
      `<body class="has-sidebar comments-open"><article><h1>A long walk</h1><a rel="author" href="/x">Ann Lee</a>
      <time datetime="2024-05-03T08:00:00+02:00"></time></article></body>`,
    );
    expect(authors.value).toEqual(['Ann Lee']);
    expect(published.value).toBe('2024-05-03T08:00:00+02:00');
  });

  test('comments and teasers sign with other names and times', () => {
    const { authors, published } = abroad(
      `<body><h1>A long walk</h1><p>Text</p><div class="comment"><a rel="author" href="/x">Bob Ray</a>
      <time datetime="2024-05-09T08:00:00+02:00"></time></div></body>`,
    );
    expect(authors.value).toBeNull();
    expect(published.value).toBeNull();
  });

  test('a comment with a second time stamp does not outvote the article', () => {
    const { published } = abroad(
      `<body><div class="comment-list"><time datetime="2024-05-09T08:00:00+02:00">9 May</time></div>
      <h1>A long walk</h1><time datetime="2024-05-03T08:00:00+02:00">3 May</time></body>`,
    );
    expect(published.value).toBe('2024-05-03T08:00:00+02:00');
    expect(JSON.stringify(published)).not.toContain('2024-05-09');
  });

  test.each([
    ['By Ann Lee'],
    ['Written by Ann Lee'],
    ['Von <b>Ann Lee</b>'],
    ['Text von Ann Lee'],
    ['<b>Autorin/Autor</b> Ann Lee'],
  ])('a line under the headline: %s', (line) => {
    expect(abroad(`<h1>A long walk</h1><p>${line}</p><p>Text</p>`).authors.value).toEqual(['Ann Lee']);
  });

  test('a sentence that opens with "By" is no byline', () => {
    expect(
      abroad('<h1>A long walk</h1><p>By the end of the day we had walked home.</p>').authors.value,
    ).toBeNull();
  });

  test('names in boxes of one kind beside each other are a name each', () => {
    expect(
      abroad(
        '<h1>A long walk</h1><div class="byline"><i class="n">Ann Lee</i> <i class="n">Bob Ray</i></div>',
      ).authors.value,
    ).toEqual(['Ann Lee', 'Bob Ray']);
  });

  test('the byline of a picture names its maker only', () => {
    expect(
      abroad('<h1>A long walk</h1><figure><p class="byline">Bob Ray</p></figure>').authors.value,
    ).toBeNull();
  });

  test('an account the article points at is the author when readers see it', () => {
    const graph = ld({
      '@graph': [article({ author: { '@id': '#p' } }), { '@type': 'Person', '@id': '#p', name: 'Ann Lee' }],
    });
    expect(abroad(`<head>${graph}</head><body><h1>A long walk</h1><p>Ann Lee</p>`).authors).toMatchObject({
      value: ['Ann Lee'],
      source: 'json-ld:author',
    });
    expect(abroad(`<head>${graph}</head><body><h1>A long walk</h1>`).authors.value).toBeNull();
  });

  test('the card for social media says who wrote it', () => {
    const card = meta('twitter:label1', 'Geschrieben von') + meta('twitter:data1', 'Ann Lee');
    expect(abroad(`${card}<body><h1>A long walk</h1><p>Ann Lee</p>`).authors).toMatchObject({
      value: ['Ann Lee'],
      source: 'meta:twitter:data',
    });
    const time = meta('twitter:label1', 'Est. reading time') + meta('twitter:data1', 'Ann Lee');
    expect(abroad(`${time}<body><h1>A long walk</h1><p>Ann Lee</p>`).authors.value).toBeNull();
  });

  test('a desk is nobody, a paper named as the author of its JSON-LD is', () => {
    const by = (name: string) =>
      abroad(og('site_name', 'Morgen') + ld(article({ author: { '@type': 'Organization', name } })));
    expect(by('Morgen NACHRICHTEN').authors.value).toBeNull();
    expect(by('Morgen').authors.value).toEqual(['Morgen']);
  });

  test('a list of facts names the author behind its label', () => {
    expect(
      abroad('<h1>A long walk</h1><ul><li><strong>Autorin/Autor</strong> Ann Lee</li></ul>').authors.value,
    ).toEqual(['Ann Lee']);
  });

  test('a dash between kicker and headline is a colon where the head prints one', () => {
    const { title } = abroad(
      ld(article({ headline: 'Old town - A long walk' })) + og('title', 'Old town: A long walk'),
    );
    expect(title.value).toBe('Old town: A long walk');
  });

  test('the seat of the publisher is nobody', () => {
    expect(abroad(meta('author', 'Paper GmbH, Munich, Germany')).authors.value).toBeNull();
  });

  test('a right-aligned link at the end does not outrank the head', () => {
    const html = `<html lang="en">${meta('author', 'Ann Lee')}`;
    const hints = { byline: [{ text: 'Our Newsletter', source: 'sign-off' }] };
    expect(resolve(html, hints, 'https://paper.example/a').authors.value).toEqual(['Ann Lee']);
  });

  test('the date of a picture gives way to the date of the article', () => {
    const { published } = abroad(
      `<h1>A long walk</h1><p>Walkers on the bridge in the old part of town, 24 April 2023</p><p>28 April 2023</p>`,
    );
    expect(published.value).toBe('2023-04-28');
  });
});

describe('bad input', () => {
  test('an author that is an object in an array in an object', () => {
    const author = { '@type': 'Person', name: [[{ '@type': 'Person', name: 'Mai Quế' }]] };
    expect(resolve(ld(article({ author: [[author]] }))).authors.value).toEqual(['Mai Quế']);
  });

  test('three articles: neither the first nor the last but the one of this address', () => {
    const one = (path: string, headline: string, datePublished: string) =>
      article({ url: `https://baobinhthuan.com.vn/${path}`, headline, datePublished });
    const { title, published } = resolve(
      ld(
        one('a-1.html', 'Bài một', '2024-01-01T08:00:00+07:00'),
        article({ url: URL_BTO, headline: 'Bài hai', datePublished: '2024-01-02T08:00:00+07:00' }),
        one('c-3.html', 'Bài ba', '2024-01-03T08:00:00+07:00'),
      ),
    );
    expect(title.value).toBe('Bài hai');
    expect(published.value).toBe('2024-01-02T08:00:00+07:00');
  });

  test.each([
    ['the year 2567 of another calendar', '2567-05-03T08:00:00+07:00'],
    ['the year 1403 of another calendar', '1403-02-14T08:00:00+03:30'],
    ['the first of January 1970', '1970-01-01T00:00:00Z'],
    ['a day after tomorrow', '2025-01-05T08:00:00+07:00'],
  ])('%s is no date', (_, datePublished) => {
    expect(resolve(ld(article({ datePublished }))).published.value).toBeNull();
  });

  test('a date of tomorrow is what papers dated ahead print', () => {
    expect(resolve(ld(article({ datePublished: '2025-01-03T00:00:00+07:00' }))).published.value).toBe(
      '2025-01-03T00:00:00+07:00',
    );
  });

  test('a broken encoding stays as printed: nothing is guessed, nothing throws', () => {
    const { title, authors } = resolve('<h1>Ä\u0091áº£ng bá»\u0099</h1>' + meta('author', 'Mai Quáº¿'));
    expect(title.value).toContain('áº£ng');
    expect(authors.value).toEqual(['Mai Quáº¿']);
  });
});
