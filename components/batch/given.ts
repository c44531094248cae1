import type { GivenAddress } from '@/utils/article/address-list';
import type { Choice } from './doors';

/** What a source gives to the form of a new list. */
export interface Given {
  addresses: GivenAddress[];
  /** A name for the list, when the source has one. */
  name: string;
}

export const NOTHING: Given = { addresses: [], name: '' };

/** Ticked at first: articles that are not in the library. */
export function likely(choices: readonly Choice[]): ReadonlySet<string> {
  return new Set(choices.filter(({ isArticle, isSaved }) => isArticle && !isSaved).map(({ url }) => url));
}
