/** How the highlights of an article stand on the page in a tab, as the side panel hears it. */
import type { Verdict } from './types';

export interface PageState {
  articleId: string | null;
  /** In the order of the page's text. */
  placed: { id: string; verdict: Verdict; changedWords: string[] }[];
}
