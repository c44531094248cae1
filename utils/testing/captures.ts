/** Captures as a page gives them, built from plain paragraphs. */
import type { Block, BlockType, Capture, Field, PictureFound } from '@/utils/article/types';

function found<T>(value: T): Field<T> {
  return { value, state: 'found', source: 'test' };
}

function missing<T>(): Field<T> {
  return { value: null, state: 'notFound', source: null };
}

export interface CaptureParts {
  url?: string;
  title?: string;
  lead?: string;
  paragraphs?: string[];
  pictures?: PictureFound[];
}

export const SAMPLE_URL = 'https://baosongbien.example/ngu-dan-vao-vu-ca-moi-1001.html';

export function makeCapture(parts: CaptureParts = {}): Capture {
  const {
    url = SAMPLE_URL,
    title = 'Ngư dân vào vụ cá mới',
    lead = 'SBO - Sáng 5/3, hàng trăm tàu cá rời cảng.',
    paragraphs = [
      'Biển lặng, gió nhẹ. Ông Trần Văn Hòa nói: “Năm nay được mùa”.',
      'Cảng mở cửa từ 4 giờ sáng.',
    ],
    pictures = [],
  } = parts;
  const pieces: [BlockType, string][] = [
    ['title', title],
    ['lead', lead],
    ...paragraphs.map((text): [BlockType, string] => ['paragraph', text]),
  ];
  const blocks: Block[] = [];
  let text = '';
  for (const [type, piece] of pieces) {
    if (text) text += '\n';
    blocks.push({ id: `b${blocks.length}`, type, start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return {
    captureId: 'capture-1',
    extractor: 'test/1',
    family: 'onecms',
    pageUrl: url,
    canonicalUrl: url,
    detection: { isArticle: true, confidence: 0.9, reasons: [{ reason: 'jsonLdArticle', weight: 0.4 }] },
    metadata: {
      title: found(title),
      lead: found(lead),
      dateline: found('SBO'),
      authors: { ...found(['Đình Nhượng']), printed: 'Đình Nhượng' },
      roles: missing(),
      agency: missing(),
      published: { ...found('2026-03-05T06:55:00+07:00'), printed: '05/03/2026, 06:55', offsetAssumed: true },
      modified: missing(),
      section: found(['Kinh tế', 'Thủy sản']),
      keywords: found(['ngư dân']),
      outlet: found('Báo Sóng Biển'),
      language: found('vi'),
      genre: missing(),
      leadPicture: missing(),
      canonicalUrl: found(url),
    },
    text,
    blocks,
    html: blocks
      .map((block) => `<p data-block="${block.id}">${text.slice(block.start, block.end)}</p>`)
      .join('\n'),
    pictures,
    counts: {
      syllables: 40,
      characters: text.length,
      paragraphs: paragraphs.length,
      pictures: pictures.length,
    },
    removed: [],
    webArchive: null,
    rawLength: 10,
    pageWasChanging: false,
  };
}
