import { describe, expect, it } from 'vitest';
import { judgeLinks, type PageLink } from './section-links';

const PAGE = 'https://baobinhthuan.com.vn/xa-hoi';
const link = (href: string, text = '', more: Partial<PageLink> = {}): PageLink => ({
  href: new URL(href, PAGE).href,
  text,
  isHeading: false,
  isNavigation: false,
  ...more,
});
const HEADLINE = 'Giữ rừng dương chắn cát ở Bãi Trâu';
const judged = (...links: PageLink[]) => judgeLinks(links, PAGE).map(({ isArticle }) => isArticle);

describe('the links of a section page', () => {
  it('are told apart by their addresses', () => {
    expect(
      judged(
        link('/giu-rung-duong-chan-cat-41207.html', HEADLINE),
        link('https://m.baobinhthuan.com.vn/pha-cat-41300.html', HEADLINE),
        link('/video/ban-tin-so-123456.html', HEADLINE),
        link('/kinh-te', 'Kinh tế'),
        link('/', 'Trang chủ'),
        link('/xa-hoi?page=2', '2'),
        link('/tags/rung-duong.html', 'rừng dương'),
        link('/tai-lieu-123456.pdf', HEADLINE),
        link('https://quangcao.vn/giam-gia-sap-san-123456.html', HEADLINE),
      ),
    ).toEqual([true, true, false, false, false, false, false, false, false]);
  });

  it('where an address says little, a headline decides; a menu never leads to an article', () => {
    const unknown = '/xa-hoi/moi-truong/bien/chuyen-2026';
    expect(
      judged(
        link(unknown, HEADLINE, { isHeading: true }),
        link(`${unknown}-b`, 'Xem thêm', { isHeading: true }),
        link(`${unknown}-c`, HEADLINE),
        link('/ban-do-41207.html', HEADLINE, { isNavigation: true }),
      ),
    ).toEqual([true, false, false, false]);
  });

  it('each address once, with its headline, by any of its forms', () => {
    expect(
      judgeLinks(
        [
          link('/a-41207.html', ''),
          link('/a-41207.html', 'Gần ba mươi năm qua, người dân thay nhau trồng, canh giữ dải rừng dương.'),
          link('/a-41207.html?utm_source=home#binh-luan', `  ${HEADLINE}\n`, { isHeading: true }),
          link('/a-41207.html', '12 bình luận'),
          link('/xa-hoi#top', 'Lên đầu'),
          link('javascript:void(0)', 'Chia sẻ'),
        ],
        PAGE,
      ),
    ).toEqual([{ url: 'https://baobinhthuan.com.vn/a-41207.html', title: HEADLINE, isArticle: true }]);
  });
});
