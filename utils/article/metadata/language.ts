import type { Candidate, Field } from '../types';
import { textOf } from '../json-ld';
import { choose } from './field';
import { metaOf, type Page } from './page';

/** Letters only Vietnamese has, or has in every other word. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

/**
 * The language as a BCP 47 tag, lower-case language, upper-case region. Text that is plainly Vietnamese wins over a
 * template which says "en".
 */
export function resolveLanguage(page: Page): Field<string> {
  const hasVietnameseText = isVietnamese(page.hints.bodyText ?? '');
  const candidates: Candidate<string>[] = [];
  const add = (source: string, printed: string | null | undefined) => {
    const value = printed ? tagOf(printed) : null;
    if (!value) return;
    const wrong = hasVietnameseText && !value.startsWith('vi');
    candidates.push({
      value,
      source,
      ...(printed === value ? {} : { printed: printed! }),
      ...(wrong ? { rejected: 'the text is Vietnamese' } : {}),
    });
  };
  const root = page.document.documentElement;
  add('html:lang', root?.getAttribute('lang') ?? root?.getAttribute('xml:lang'));
  add('json-ld:inLanguage', textOf(page.article?.['inLanguage'], 'alternateName', 'name'));
  add('meta:og:locale', metaOf(page, 'og:locale'));
  add(
    'meta:content-language',
    page.document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ??
      metaOf(page, 'language') ??
      metaOf(page, 'dc.language'),
  );
  if (hasVietnameseText) candidates.push({ value: 'vi', source: 'text' });
  return choose(candidates);
}

export function isVietnamese(text: string): boolean {
  const sample = text.slice(0, 4000).normalize('NFC');
  const own = sample.match(VIETNAMESE)?.length ?? 0;
  if (own === 0) return false;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 40 && own / letters > 0.12;
}

function tagOf(printed: string): string | null {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{2}|\d{3}|[a-z]{4}))?(?:[-_][\w-]+)?$/i.exec(printed.trim());
  if (!match) return null;
  const language = match[1]!.toLowerCase();
  const region = match[2];
  // "vi-VN" says no more than "vi".
  if (!region || language === 'vi') return language;
  return `${language}-${region.length === 4 ? region[0]!.toUpperCase() + region.slice(1).toLowerCase() : region.toUpperCase()}`;
}
