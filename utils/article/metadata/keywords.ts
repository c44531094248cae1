import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { listOf, plainText } from '../json-ld';
import type { Candidate, Field } from '../types';
import { choose } from './field';
import type { Page } from './page';

/** Keywords of the head, JSON-LD, article tags, tags shown on the page: the fullest list wins, as printed. */
export function resolveKeywords(page: Page): Field<string[]> {
  const json = listOf(page.article?.['keywords']).map((word) =>
    typeof word === 'string' ? plainText(word) : null,
  );
  const printed: [string, string[]][] = [
    ['meta:keywords', split(page.metas.get('keywords') ?? [])],
    ['meta:news_keywords', split(page.metas.get('news_keywords') ?? [])],
    ['json-ld:keywords', json.length > 1 ? tidy(json) : split(json)],
    ['meta:article:tag', split(page.metas.get('article:tag') ?? [])],
    ...(page.hints.tags
      ? [[page.hints.tags.source, tidy(page.hints.tags.names)] satisfies [string, string[]]]
      : []),
  ];
  const candidates: Candidate<string[]>[] = printed
    .filter(([, value]) => value.length > 0)
    .map(([source, value]) => ({ value, source }));
  const declared =
    page.metas.has('keywords') || page.document.querySelector('meta[name="keywords" i]') !== null;
  return choose(candidates, declared);
}

function split(values: readonly (string | null)[]): string[] {
  return tidy(values.flatMap((value) => (value ? value.split(/\s*[,;]\s*/u) : [])));
}

function tidy(values: readonly (string | null)[]): string[] {
  const seen = new Set<string>();
  return values.flatMap((value) => {
    const word = value ? collapseBlanks(value).replace(/^#(?=\S)/, '') : '';
    const folded = foldMarks(word).normalize('NFC');
    const key = word.toLowerCase();
    if (!folded || word.length > 100 || seen.has(key)) return [];
    seen.add(key);
    return [word];
  });
}
