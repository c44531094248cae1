/** A page of the sample paper with a long article, put into the site for a bench. */
import { chanceOf } from '@/utils/testing/random';
import { FEATURE } from '../tests/site/articles';
import { articlePage } from '../tests/site/pages';
import type { SampleSite } from '../tests/site/server';
import { addressOf, type SampleArticle, type SampleBlock } from '../tests/site/types';
import { SyntheticWords } from './synthetic-words';

/** @param size bytes of its text */
export function longArticleAddress(site: SampleSite, size = 12_000): string {
  const words = new SyntheticWords();
  const chance = chanceOf(12);
  const blocks: SampleBlock[] = [...FEATURE.blocks];
  const bytes = () =>
    Buffer.byteLength(blocks.map((block) => ('text' in block ? block.text : '')).join('\n'));
  while (bytes() < size)
    blocks.push({
      kind: 'paragraph',
      text: Array.from({ length: 4 }, () => words.sentence(chance)).join(' '),
    });
  const article: SampleArticle = { ...FEATURE, id: FEATURE.id + 50_000, slug: 'bai-dai', blocks };
  const url = addressOf(article);
  const [any] = site.pages;
  site.pages.push({ expected: { ...any!.expected, url }, html: articlePage(article, {}) });
  return url;
}
