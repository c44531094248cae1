/** The rows that a copy of an article becomes: its version and its pictures. */
import type { Capture } from '@/utils/article/types';
import type { Picture, Version } from '@/utils/db/records';
import { localIso } from './clock';
import type { ArchiveContext } from './types';
import { versionId } from './version-id';

/** The parts of a capture that a version keeps. */
export type Copy = Omit<Capture, 'captureId' | 'canonicalUrl' | 'rawLength'>;

/** A version of the article, captured now. */
export async function makeVersion(
  context: ArchiveContext,
  capture: Copy,
  articleId: string,
  rawSha: string | null,
  textSha: string,
): Promise<Version> {
  const capturedAt = localIso(context.now());
  const content = {
    articleId,
    capturedAt,
    rawSha,
    extractor: capture.extractor,
    metadata: capture.metadata,
    blocks: capture.blocks,
  };
  return {
    id: await versionId(content),
    articleId,
    capturedAt,
    circumstances: {
      capturedAt,
      timeZone: context.timeZone,
      pageUrl: capture.pageUrl,
      browser: context.browser,
      extension: context.extension,
      extractor: capture.extractor,
    },
    family: capture.family,
    ...(capture.familyMisses ? { familyMisses: capture.familyMisses } : {}),
    ...(capture.incomplete ? { incomplete: capture.incomplete } : {}),
    metadata: capture.metadata,
    detection: capture.detection,
    text: capture.text,
    textSha,
    blocks: capture.blocks,
    html: capture.html,
    rawSha,
    counts: capture.counts,
    removed: capture.removed,
    webArchive: capture.webArchive,
    pageWasChanging: capture.pageWasChanging,
  };
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** One row per picture, all still to be fetched. */
export function pendingPictures(capture: Pick<Capture, 'pictures'>, version: Version): Picture[] {
  return capture.pictures.map((picture) => ({
    id: `${version.id}:${picture.id}`,
    versionId: version.id,
    articleId: version.articleId,
    pictureId: picture.id,
    url: picture.url,
    alternatives: picture.alternatives,
    host: hostOf(picture.url),
    caption: picture.caption,
    credit: picture.credit,
    alt: picture.alt,
    width: picture.width,
    height: picture.height,
    role: picture.role,
    outcome: 'pending',
    attempts: 0,
    blobSha: null,
  }));
}
