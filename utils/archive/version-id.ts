import { canonicalJson } from '@/utils/text/canonical-json';
import { sha256Hex } from '@/utils/text/digest';
import type { Block, Metadata } from '@/utils/article/types';

export interface VersionContent {
  articleId: string;
  capturedAt: string;
  rawSha: string | null;
  extractor: string;
  metadata: Metadata;
  blocks: Block[];
}

/** The name of a version: SHA-256 of the canonical JSON of what it consists of (design §4). Anyone can check it. */
export function versionId(content: VersionContent): Promise<string> {
  const { articleId, capturedAt, rawSha, extractor, metadata, blocks } = content;
  return sha256Hex(canonicalJson({ articleId, capturedAt, rawSha, extractor, metadata, blocks }));
}
