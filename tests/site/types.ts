/**
 * The sample paper is data: each article says what the page must print and so what a right copy of it holds. All names,
 * places and events are invented.
 */
export interface SamplePicture {
  /** Path on the picture host. */
  path: string;
  caption: string | null;
  /** How the page marks the caption up (domain/vietnamese-press.md §1.5). */
  form: 'figure' | 'table' | 'emphasis' | 'bare';
  credit?: string;
}

export type SampleBlock =
  | { kind: 'paragraph'; text: string; decomposed?: boolean }
  | { kind: 'heading'; text: string }
  | { kind: 'quote'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'picture'; picture: SamplePicture };

export interface SampleArticle {
  id: number;
  slug: string;
  /** Which head the page has: the old one outside the body or the present one inside it. */
  head: 'classic' | 'longform';
  title: string;
  /** As a right copy holds it; `leadAs` says where the page prints it. */
  lead: string;
  leadAs: 'element' | 'firstBold';
  /** dd/mm/yyyy HH:MM, local time */
  published: string;
  section: { name: string; path: string }[];
  keywords: string[];
  /** What the page prints as byline, and the names in it. */
  byline: string;
  authors: string[];
  bylineAs: 'rightAligned' | 'translateMark' | 'head';
  jsonLd: 'article' | 'none' | 'emptyAuthor';
  blocks: SampleBlock[];
}

/** 17/11/2026 06:20 → 2026-11-17T06:20:00+07:00 */
export function isoOf(shown: string): string {
  const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)$/.exec(shown)!;
  return `${year}-${month}-${day}T${time}:00+07:00`;
}

export const PAPER = {
  name: 'Báo Cửa Bể',
  online: 'Báo Cửa Bể Online',
  host: 'baocuabe.example',
  pictureHost: 'cbo.1cdn.example',
  trackerHost: 'dem-luot-doc.example',
} as const;

export function addressOf(article: Pick<SampleArticle, 'slug' | 'id'>): string {
  return `https://${PAPER.host}/${article.slug}-${article.id}.html`;
}

export function pictureAddress(path: string): string {
  return `https://${PAPER.pictureHost}${path}`;
}
