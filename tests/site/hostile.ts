/** Pages that try the capture: each has its reason, all are served under /thu/ of the sample paper. */
import { PAPER, pictureAddress } from './types';

const LINE =
  'Đoạn văn này dài vừa đủ để một bộ phát hiện bài viết coi là nội dung, có dấu chấm, có dấu phẩy, và có số 1.257 để kiểm tra.';

function page(title: string, body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

function news(title: string, inner: string, extra = ''): string {
  return `<div class="c-detail-head"><h1 class="c-detail-head__title">${title}</h1><span class="c-detail-head__time">10/11/2026, 08:00</span></div><div class="c-news-detail"><div class="b-maincontent"><h2 class="desc">Lời dẫn của trang thử.</h2><div class="content-main-normal"><article class="entry">${inner}</article></div></div></div>${extra}`;
}

const PAGES: Record<string, () => string> = {
  '/thu/trang-rong-90001.html': () => page('Trang rỗng', '<main></main>'),
  '/thu/nam-megabyte-90002.html': () =>
    page(
      'Bài rất dài',
      news(
        'Bài rất dài',
        Array.from({ length: 21_000 }, (_, index) => `<p>${index}. ${LINE}</p>`).join('\n'),
      ),
    ),
  '/thu/ba-nghin-anh-90003.html': () =>
    page(
      'Ba nghìn ảnh',
      news(
        'Ba nghìn ảnh',
        `<p>${LINE}</p><p>${LINE}</p>${Array.from({ length: 3000 }, (_, index) => `<figure><img src="${pictureAddress(`/nhieu/${index}.gif`)}" width="720" height="480"><figcaption>Ảnh số ${index}</figcaption></figure>`).join('')}<p>${LINE}</p>`,
      ),
    ),
  '/thu/trang-dang-doi-90004.html': () =>
    page(
      'Trang đang đổi',
      news(
        'Trang đang đổi',
        `<p>${LINE}</p><p>${LINE}</p><p id="dong-ho">0</p>`,
        `<script>let n = 0; setInterval(() => { document.getElementById('dong-ho').textContent = 'Lượt thứ ' + ++n; const p = document.createElement('p'); p.textContent = 'Thêm ' + n; document.body.append(p); if (n > 400) p.previousSibling.remove(); }, 5)</script>`,
      ),
    ),
  '/thu/json-hong-90005.html': () =>
    page(
      'JSON-LD hỏng',
      news(
        'JSON-LD hỏng',
        `<p>${LINE} <a href="javascript:window.trapped=1">liên kết lạ</a> <a href="https://${PAPER.host}/">trang chủ</a></p><p onclick="window.trapped=2">${LINE}</p><p><img src="x" onerror="window.trapped=3"></p>`,
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "thiếu ngoặc", </script>',
      ),
    ),
};

export function hostilePage(path: string): string | null {
  return PAGES[path]?.() ?? null;
}
