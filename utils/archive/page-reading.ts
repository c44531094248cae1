/** What a page that shows a saved article may know of it: its text, its highlights, the codes to choose from. */
import { sightOf } from '@/utils/db/blind';
import { readingOf, type PutCode, type ReadCode } from '@/utils/db/reading';
import type { Part, Verdict } from '@/utils/annotation/types';
import { articleAt } from './find-article';
import { ArchiveError, type ArchiveContext } from './types';

export interface PageAnnotation {
  id: string;
  /** Places in the version's text; empty when they are not known there. */
  parts: Part[];
  exact: string;
  comment: string;
  /** Of the article, for a screen reader's voice. */
  language: string | null;
  codes: ReadCode[];
  /** How it came to this version; null when it was made on it. */
  verdict: Verdict | null;
  createdAt: string;
}

export interface PageReading {
  articleId: string;
  versionId: string;
  title: string;
  /** null when the page has this version's text already. */
  text: string | null;
  blocks: { id: string; start: number; end: number }[];
  annotations: PageAnnotation[];
  /** The codebook, what was used last first. */
  codes: ReadCode[];
}

/** null when no address is known, or its article is in the bin. */
export async function pageReading(
  context: ArchiveContext,
  addresses: string[],
  knownVersionId: string | null,
): Promise<PageReading | null> {
  const article = await articleAt(context, addresses);
  if (!article || article.state === 'bin') return null;
  const reading = await readingOf(context.db, article.id);
  if (!reading?.version) return null;
  const { version, annotations, codes } = reading;
  return {
    articleId: article.id,
    versionId: version.id,
    title: article.shown.title,
    text: version.id === knownVersionId ? null : version.text,
    blocks: version.blocks.map(({ id, start, end }) => ({ id, start, end })),
    annotations: annotations.map(({ id, parts, quote, comment, codes: own, verdict, createdAt }) => ({
      id,
      parts,
      exact: quote.exact,
      comment,
      language: article.shown.language,
      // Who put them is not for a page to know.
      codes: own.map(withoutCoders),
      verdict,
      createdAt,
    })),
    codes,
  };
}

function withoutCoders({ id, name, colour, folded, parentId, shortcut }: PutCode): ReadCode {
  return { id, name, colour, folded, parentId, shortcut };
}

/** Are there living highlights of the article that the coder may see? */
export async function hasHighlights(context: ArchiveContext, articleId: string): Promise<boolean> {
  const { sees } = await sightOf(context.db, articleId);
  const found = await context.db.annotations
    .where('articleId')
    .equals(articleId)
    .filter((annotation) => !annotation.deletedAt && sees(annotation))
    .first();
  return found !== undefined;
}

/** `m.bao.example` and `bao.example` are one site; two names under one top-level domain are not. */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one).hostname, new URL(other).hostname];
  const isPart = (part: string, whole: string) => part.includes('.') && whole.endsWith(`.${part}`);
  return a === b || isPart(a, b) || isPart(b, a);
}

/** A page may touch only what belongs to articles of its own site. @throws ArchiveError badRequest, notFound */
export async function assertOfSite(
  context: ArchiveContext,
  pageUrl: string | null,
  of: { articleId: string } | { annotationId: string },
): Promise<void> {
  const articleId =
    'articleId' in of ? of.articleId : (await context.db.annotations.get(of.annotationId))?.articleId;
  const article = articleId ? await context.db.articles.get(articleId) : undefined;
  if (!article) throw new ArchiveError('notFound', articleId);
  if (!pageUrl || !article.addresses.some((address) => isSameSite(address, pageUrl)))
    throw new ArchiveError('badRequest', 'site');
}
