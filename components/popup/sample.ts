/** A capture for tests and for looking at the screens: the kind of article Pressmark was asked for. */
import type { Capture, Field } from '@/utils/article/types';

const found = <T>(value: T, source: string, more: Partial<Field<T>> = {}): Field<T> => ({
  value,
  state: 'found',
  source,
  ...more,
});
const missing = <T>(): Field<T> => ({ value: null, state: 'notFound', source: null });

export function sampleCapture(): Capture {
  return {
    captureId: 'k1',
    extractor: '1',
    family: 'onecms',
    pageUrl: 'https://baobinhthuan.com.vn/ho-chua-nuoc-1.html',
    canonicalUrl: 'https://baobinhthuan.com.vn/ho-chua-nuoc-1.html',
    detection: {
      isArticle: true,
      confidence: 0.94,
      reasons: [
        { reason: 'familyMarks', weight: 1.6 },
        { reason: 'headlineAndDate', weight: 1.1 },
        { reason: 'longText', weight: 0.8 },
        { reason: 'manyTeasers', weight: -0.4 },
      ],
    },
    metadata: {
      title: found('Hồ chứa nước Sông Lũy tích đủ nước cho vụ đông xuân', 'selector:.c-detail-head__title'),
      lead: found(
        'BTO- Sau đợt mưa cuối tháng 11, lượng nước về hồ đạt hơn chín phần mười dung tích thiết kế.',
        'selector:h2.desc',
      ),
      dateline: found('BTO', 'lead'),
      authors: found(['K. Hằng', 'Thanh Quang'], 'sign-off', {
        printed: 'K. Hằng – Thanh Quang',
        candidates: [
          { value: ['Báo Bình Thuận'], source: 'meta:author', rejected: 'outlet' },
          { value: ['K. Hằng - Thanh Quang'], source: 'meta:dable:author' },
        ],
      }),
      roles: missing(),
      agency: missing(),
      published: found('2021-11-24T06:55:00+07:00', 'selector:.c-detail-head__time', {
        printed: '24/11/2021, 06:55',
        offsetAssumed: true,
        candidates: [
          {
            value: '2021-11-24T06:55:00+07:00',
            source: 'meta:article:published_time',
            printed: '11/24/2021 6:55:00 AM',
          },
        ],
      }),
      modified: missing(),
      section: found(['Kinh tế', 'Nông nghiệp'], 'selector:.breadcrumb'),
      keywords: missing(),
      outlet: found('Báo Bình Thuận Online', 'outlets'),
      language: found('vi', 'html:lang'),
      genre: missing(),
      leadPicture: found('https://bbt.1cdn.vn/2021/11/24/ho.jpg', 'meta:og:image'),
      canonicalUrl: found('https://baobinhthuan.com.vn/ho-chua-nuoc-1.html', 'link:canonical'),
    },
    text: 'Hồ chứa nước\nSau đợt mưa',
    blocks: [
      { id: 'b0', type: 'title', start: 0, end: 12 },
      { id: 'b1', type: 'paragraph', start: 13, end: 24 },
    ],
    html: '<h1 data-block="b0">Hồ chứa nước</h1><p data-block="b1">Sau đợt mưa</p>',
    pictures: [
      {
        id: 'p1',
        url: 'https://bbt.1cdn.vn/2021/11/24/ho.jpg',
        alternatives: [],
        caption: 'Mặt hồ sau đợt mưa.',
        credit: 'Ảnh: Đ. Hòa',
        alt: null,
        width: 680,
        height: 425,
        role: 'lead',
      },
    ],
    counts: { syllables: 1284, characters: 6120, paragraphs: 14, pictures: 1 },
    removed: [],
    webArchive: null,
    rawLength: 90_000,
    pageWasChanging: false,
  };
}
