/**
 * Pages for who opens many: as many articles as wanted, and every way in which an address leads to no article. They stand on
 * the sample paper and, the same, on a second one, since one paper alone is only ever visited page by page.
 */
import { FERRY } from './articles';
import { articlePage, contactPage, homePage } from './pages';
import { PAPER, type SampleArticle } from './types';

export const SECOND_PAPER = 'baodaoxa.example';

export type Errand =
  | 'article'
  | 'slow'
  | 'gone'
  | 'broken'
  | 'home'
  | 'login'
  | 'wall'
  | 'noArticle'
  | 'endless'
  | 'growing'
  | 'elsewhere';

const FOLDERS: Record<Errand, string> = {
  article: 'tin',
  slow: 'cham',
  gone: 'da-go',
  broken: 'hong',
  home: 've-trang-chu',
  login: 'thanh-vien',
  wall: 'tra-phi',
  noArticle: 'khong-bai',
  endless: 'khong-dut',
  growing: 'moc-mai',
  elsewhere: 'sang-trang-khac',
};

export interface VisitAnswer {
  status: number;
  body: string;
  location?: string;
  /** Answered so much later. */
  delayMs?: number;
  /** Written again and again, the answer never ends. */
  drip?: string;
}

export function visitAddress(errand: Errand, number: number, host: string = PAPER.host): string {
  return `https://${host}/${FOLDERS[errand]}/tau-cho-nuoc-ra-dao-lan-${number}-${900_000 + number}.html`;
}

/** null: no address of these. */
export function visitAnswer(host: string, pathname: string): VisitAnswer | null {
  if (pathname === '/dang-nhap') return { status: 200, body: loginPage() };
  if (host === SECOND_PAPER && pathname === '/') return { status: 200, body: homePage({}) };
  const [, folder, digits] = /^\/([\w-]+)\/tau-cho-nuoc-ra-dao-lan-\d+-(\d+)\.html$/.exec(pathname) ?? [];
  const errand = (Object.keys(FOLDERS) as Errand[]).find((one) => FOLDERS[one] === folder);
  return errand && digits ? answerOf(errand, Number(digits) - 900_000, host) : null;
}

function answerOf(errand: Errand, number: number, host: string): VisitAnswer {
  const address = visitAddress(errand, number, host);
  const page = pageOf(number, address, host);
  switch (errand) {
    case 'article':
      return { status: 200, body: page };
    case 'slow':
      return { status: 200, body: page, delayMs: 1_500 };
    case 'gone':
      return {
        status: 404,
        body: '<h1>404</h1><p>Bài viết không tồn tại.</p>',
      };
    case 'broken':
      return { status: 503, body: '<h1>Hệ thống đang bận</h1>' };
    case 'home':
      return { status: 302, body: '', location: `https://${host}/` };
    case 'login':
      return { status: 302, body: '', location: `https://${host}/dang-nhap?tiep=${number}` };
    case 'elsewhere':
      return { status: 302, body: '', location: `https://${PAPER.trackerHost}/den-noi-khac.html` };
    case 'noArticle':
      return { status: 200, body: contactPage() };
    case 'wall':
      return { status: 200, body: walledPage(number, address) };
    case 'endless':
      return {
        status: 200,
        body: page.split('<footer')[0]!.split('</body>')[0]!,
        drip: `<p>Đang tải thêm tin mới…</p>`,
      };
    case 'growing':
      return {
        status: 200,
        body: page.replace(
          '</body>',
          `<script>setInterval(() => document.body.append(...Array.from({ length: 40 }, () => Object.assign(document.createElement('p'), { textContent: 'Cập nhật: tàu đã rời bến, sóng cấp ba, tầm nhìn xa mười cây số.' }))), 100);</script></body>`,
        ),
      };
  }
}

/** One article for each number: its title, its lead and a paragraph are its own. */
function pageOf(number: number, address: string, host: string): string {
  const article: SampleArticle = {
    ...FERRY,
    id: 900_000 + number,
    slug: `tau-cho-nuoc-ra-dao-lan-${number}`,
    title: `Tàu chở nước ra đảo lần thứ ${number}`,
    lead: `CBO - Chuyến thứ ${number} trong năm đưa ${number * 3 + 40} khối nước ngọt ra đảo đã cập bến an toàn.`,
    blocks: [
      {
        kind: 'paragraph',
        text: `Ở chuyến ${number}, tàu rời cảng lúc ${(number % 12) + 5} giờ. Theo ${host}, bà con đã chờ sẵn trên bờ.`,
      },
      ...FERRY.blocks.filter(({ kind }) => kind !== 'picture'),
    ],
  };
  return articlePage(article, {}).replaceAll(
    `https://${PAPER.host}/${article.slug}-${article.id}.html`,
    address,
  );
}

function walledPage(number: number, address: string): string {
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: `Chuyện riêng của tàu nước số ${number}`,
    datePublished: '2026-11-17T06:20:00+07:00',
    isAccessibleForFree: false,
    author: { '@type': 'Person', name: 'Hải Nguyên' },
  });
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Chuyện riêng của tàu nước số ${number}</title><link rel="canonical" href="${address}"><meta property="og:type" content="article"><script type="application/ld+json">${data}</script></head><body><article><h1>Chuyện riêng của tàu nước số ${number}</h1><p>${'Sáng sớm, con tàu sơn xanh nổ máy ở cầu cảng cũ, mang theo ba mươi khối nước và thư của người nhà. '.repeat(4)}</p></article><div class="paywall-box">Đăng nhập để đọc tiếp bài viết này.</div></body></html>`;
}

function loginPage(): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Đăng nhập</title></head><body><h1>Đăng nhập</h1><form><label>Email <input name="email"></label><label>Mật khẩu <input type="password" name="password"></label><button>Đăng nhập</button></form></body></html>`;
}
