/** The page as it was when a version was captured, and what today's extractor makes of it. */
import type { Capture } from '@/utils/article/types';
import { EXTRACTOR, type Extract } from '@/utils/article/extractor';
import { parseInert } from '@/utils/article/inert';
import type { Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { gunzip } from './compress';

/** Parsed, without a view: nothing in it loads or runs. null when no page was kept, or its bytes cannot be read. */
export async function rawPageOf(
  db: PressmarkDatabase,
  version: Pick<Version, 'rawSha'>,
): Promise<Document | null> {
  const blob = version.rawSha ? await db.blobs.get(version.rawSha) : undefined;
  if (!blob || blob.releasedAt) return null;
  try {
    const bytes = blob.compression === 'gzip' ? await gunzip(blob.bytes) : blob.bytes;
    return parseInert(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/**
 * Reads a kept page again, as if on the day it was captured. What only a shown page tells (which boxes were hidden by a
 * style sheet) is no longer known.
 */
export function extractAgain(
  version: Pick<Version, 'circumstances' | 'capturedAt'>,
  page: Document,
  extract: Extract,
): Capture {
  return extract({
    document: page,
    pageUrl: version.circumstances.pageUrl,
    now: new Date(version.circumstances.capturedAt),
    extractorVersion: EXTRACTOR,
    captureId: 'again',
  });
}
