/** The copy that a person corrected, in the shape in which every copy reaches the archive. */
import { beginningOf } from '@/utils/text/graphemes';
import { countSyllables } from '@/utils/text/syllables';
import { correctCopy, type CopyText, type Correction } from './correct';
import type { BlockType, Capture, Counts, Detection, Field, Metadata, PictureFound, Removed } from './types';

/** Stands where an extractor's name stands: these words were chosen by a person. */
export const BY_HAND = 'hand/1';

export interface CorrectedSource extends CopyText {
  family: string | null;
  incomplete?: Capture['incomplete'];
  metadata: Metadata;
  detection: Detection | null;
  counts: Counts;
  removed: Removed[];
  webArchive: Capture['webArchive'];
  pageWasChanging: boolean;
  circumstances: { pageUrl: string };
}

/** @param pictures those of the source version */
export function correctedCapture(
  source: CorrectedSource,
  pictures: readonly PictureFound[],
  corrections: readonly Correction[],
): Capture {
  const copy = correctCopy(source, corrections);
  const shown = new Set([...copy.html.matchAll(/data-picture="([^"]*)"/g)].map((match) => match[1]));
  const kept = pictures.filter(({ id, role }) => role === 'lead' || shown.has(id));
  const gone = corrections.flatMap((correction): Removed[] => {
    const block = correction.do === 'takeOut' && source.blocks.find(({ id }) => id === correction.blockId);
    return block
      ? [{ reason: 'hand', text: beginningOf(source.text.slice(block.start, block.end), 80) }]
      : [];
  });
  return {
    captureId: 'corrected',
    extractor: BY_HAND,
    family: source.family,
    ...(source.incomplete ? { incomplete: source.incomplete } : {}),
    pageUrl: source.circumstances.pageUrl,
    canonicalUrl: source.metadata.canonicalUrl.value ?? source.circumstances.pageUrl,
    detection: source.detection ?? { isArticle: true, confidence: 1, reasons: [] },
    metadata: {
      ...source.metadata,
      title: fieldAfter(source.metadata.title, 'title', source, copy),
      lead: fieldAfter(source.metadata.lead, 'lead', source, copy),
    },
    ...copy,
    pictures: kept,
    counts: {
      syllables: countSyllables(copy.text),
      characters: copy.text.length,
      paragraphs: copy.blocks.filter(({ type }) => type === 'paragraph').length,
      pictures: kept.length,
    },
    removed: [...source.removed, ...gone],
    webArchive: source.webArchive,
    rawLength: 0,
    pageWasChanging: source.pageWasChanging,
  };
}

/** Title and lead are fields as well as blocks: when a correction changes the blocks, the field says the same. */
function fieldAfter(field: Field<string>, type: BlockType, before: CopyText, after: CopyText): Field<string> {
  const now = wordsOf(after, type);
  if (now === wordsOf(before, type)) return field;
  return { value: now || null, state: 'byHand', source: 'hand' };
}

function wordsOf({ text, blocks }: CopyText, type: BlockType): string {
  return blocks
    .filter((block) => block.type === type)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}
