/** One story of an agency as two papers print it: other headline, lead and byline, a paragraph less, two in another order. */
import { PAPER } from './types';
import { SECOND_PAPER } from './visits';

interface Print {
  host: string;
  path: string;
  outlet: string;
  title: string;
  lead: string;
  paragraphs: string[];
  byline: string;
  published: string;
}

const COPY = [
  'Rạng sáng 14/11, tàu kiểm ngư KN-318 tiếp cận tàu cá bị hỏng máy cách đảo Hòn Chài 42 hải lý về phía đông nam, chuyển sang tàu 9 ngư dân và sơ cứu một người bị thương ở tay.',
  'Theo thuyền trưởng Phan Đình Lựu, tàu ra khơi hôm 9/11 với 1.200 lít dầu, gặp sóng cao bốn mét thì gãy trục chân vịt, trôi tự do suốt 31 giờ trước khi bắt được liên lạc với đài duyên hải.',
  'Đài duyên hải phát tín hiệu cấp cứu liên tục trên tần số 7903, đồng thời gọi hai tàu hàng đang đi gần đó đứng chờ cho đến khi lực lượng cứu nạn đến nơi.',
  'Chi cục Thủy sản cho biết từ đầu năm đã có 17 vụ tàu cá hỏng máy trên vùng biển này, tăng 4 vụ so với cùng kỳ, phần lớn do máy cũ không được bảo dưỡng trước mùa gió chướng.',
  'Tàu kiểm ngư dự kiến về cảng Cửa Bể lúc 16 giờ cùng ngày; các ngư dân sẽ được khám sức khỏe và đưa về nhà ngay trong đêm.',
];

export const FIRST_PRINT: Print = {
  host: PAPER.host,
  path: '/cuu-nan-tau-ca-hon-chai-910001.html',
  outlet: PAPER.online,
  title: 'Cứu 9 ngư dân trôi dạt gần đảo Hòn Chài',
  lead: 'Sau 31 giờ trôi dạt vì gãy trục chân vịt, chín ngư dân đã được tàu kiểm ngư đưa lên boong an toàn.',
  paragraphs: COPY,
  byline: 'Theo Thông tấn xã Miền Biển',
  published: '2026-11-14T08:20:00+07:00',
};

export const SECOND_PRINT: Print = {
  host: SECOND_PAPER,
  path: '/tau-hong-may-hon-chai-910002.html',
  outlet: 'Báo Đảo Xa',
  title: 'Tàu kiểm ngư lai dắt tàu hỏng máy về bờ',
  lead: 'Chín người trên con tàu hỏng máy ngoài khơi Hòn Chài đã bình an trở về.',
  paragraphs: [COPY[0]!, COPY[2]!, COPY[1]!.replace('sóng cao bốn mét', 'sóng rất lớn'), COPY[4]!],
  byline: 'Minh Hải',
  published: '2026-11-14T10:05:00+07:00',
};

export const printAddress = ({ host, path }: Print) => `https://${host}${path}`;

/** null: no address of these. */
export function agencyPage(host: string, pathname: string): string | null {
  const print = [FIRST_PRINT, SECOND_PRINT].find((one) => one.host === host && one.path === pathname);
  if (!print) return null;
  const { title, lead, outlet, published, paragraphs, byline } = print;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: lead,
    datePublished: published,
    author: { '@type': 'Organization', name: outlet },
    publisher: { '@type': 'Organization', name: outlet },
  };
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title} - ${outlet}</title>
<link rel="canonical" href="${printAddress(print)}"><meta property="og:type" content="article">
<meta property="og:site_name" content="${outlet}"><meta property="og:title" content="${title}">
<meta property="og:description" content="${lead}"><meta property="article:published_time" content="${published}">
<script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><header><a href="/">${outlet}</a></header><main><article><h1>${title}</h1><p class="sapo">${lead}</p>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
<p class="author">${byline}</p></article></main></body></html>`;
}
