/** A page of the sample paper with an article of about 12 kB of text, put into the site for the bench. */
import { chanceOf } from '@/utils/testing/random';
import { FEATURE } from '../tests/site/articles';
import { articlePage } from '../tests/site/pages';
import type { SampleSite } from '../tests/site/server';
import { addressOf, type SampleArticle, type SampleBlock } from '../tests/site/types';
import { SyntheticWords } from './synthetic-words';

const TEXT_BYTES = 12_000;

export function longArticleAddress(site: SampleSite): string {
  const words = new SyntheticWords();
  const chance = chanceOf(12);
  const blocks: SampleBlock[] = [...FEATURE.blocks];
  const bytes = () =>
    Buffer.byteLength(blocks.map((block) => ('text' in block ? block.text : '')).join('\n'));
  while (bytes() < TEXT_BYTES)
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
