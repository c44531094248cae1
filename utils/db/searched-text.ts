/** What of an article is searched as text. */
import type { Article, Version } from './records';

/**
 * Its title, then what a person set by hand and the names of its authors, then the blocks of its text.
 * A phrase is found inside one of these, never across.
 */
export function searchedBlocks(
  { shown, byHand }: Pick<Article, 'shown' | 'byHand'>,
  { text, blocks }: Pick<Version, 'text' | 'blocks'>,
): string[] {
  const title = blocks.find(({ type }) => type === 'title');
  const body = text.split('\n');
  const first = title ? text.slice(title.start, title.end) : '';
  const further = [byHand.title, byHand.lead, ...shown.authors, ...(byHand.keywords ?? [])];
  return [
    shown.title,
    ...further.filter((one): one is string => Boolean(one) && one !== shown.title),
    ...body.filter((block) => block !== first || block !== shown.title),
  ];
}
