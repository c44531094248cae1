/** A capture as one flat line of the benchmark: plain values, null for what was not found. */
import type { Capture } from '../utils/article/types';

export interface ExtractedLine {
  id: string;
  isArticle: boolean;
  confidence: number;
  title: string | null;
  lead: string | null;
  authors: string[] | null;
  published: string | null;
  modified: string | null;
  section: string[] | null;
  keywords: string[] | null;
  outlet: string | null;
  language: string | null;
  canonicalUrl: string;
  images: { url: string; caption: string | null; credit: string | null; role: string }[];
  blocks: { type: string; text: string }[];
  text: string;
  html: string;
  ms: { detect: number; extract: number; compile: number };
}

export function extractedLine(id: string, capture: Capture, ms: ExtractedLine['ms']): ExtractedLine {
  const { metadata: m } = capture;
  const blocks = capture.blocks
    .filter(({ type }) => type !== 'title' && type !== 'lead')
    .map(({ type, start, end }) => ({ type, text: capture.text.slice(start, end) }));
  return {
    id,
    isArticle: capture.detection.isArticle,
    confidence: capture.detection.confidence,
    title: m.title.value,
    lead: m.lead.value,
    authors: m.authors.value,
    published: m.published.value,
    modified: m.modified.value,
    section: m.section.value,
    keywords: m.keywords.value,
    outlet: m.outlet.value,
    language: m.language.value,
    canonicalUrl: capture.canonicalUrl,
    images: leadFirst(capture).map(({ url, caption, credit, role }) => ({ url, caption, credit, role })),
    blocks,
    text: blocks
      // The label of a film is no text of the article.
      .filter(({ type }) => type !== 'caption' && type !== 'embed')
      .map(({ text }) => text)
      .join('\n'),
    html: capture.html,
    ms,
  };
}

function leadFirst({ pictures }: Capture): Capture['pictures'] {
  return [
    ...pictures.filter(({ role }) => role === 'lead'),
    ...pictures.filter(({ role }) => role !== 'lead'),
  ];
}
