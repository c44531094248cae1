import { splitDateline } from '@/utils/text/datelines';
import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { textOf } from '../json-ld';
import type { Candidate, Field } from '../types';
import { choose, empty } from './field';
import { metaOf, type Page } from './page';

/** The sapo. Descriptions in the head stand in when the page shows none; one that breaks off in "…" is no lead. */
export function resolveLead(page: Page, title: string | null): Field<string> {
  const printed: [string, string | null][] = [
    [page.hints.lead?.source ?? '', page.hints.lead ? collapseBlanks(page.hints.lead.text) : null],
    ['json-ld:description', textOf(page.article?.['description'])],
    ['meta:og:description', metaOf(page, 'og:description')],
    ['meta:description', metaOf(page, 'description')],
    ['meta:twitter:description', metaOf(page, 'twitter:description')],
  ];
  const candidates: Candidate<string>[] = [];
  for (const [source, value] of printed) {
    if (!value) continue;
    const rejected = source === page.hints.lead?.source ? null : reject(value, title);
    candidates.push({ value, source, ...(rejected ? { rejected } : {}) });
  }
  return choose(candidates);
}

function reject(value: string, title: string | null): string | null {
  if (title && foldMarks(value) === foldMarks(title)) return 'repeats the headline';
  if (/(?:…|\.\.\.)$/.test(value)) return 'cut short';
  if (value.length < 15) return 'too short';
  if (value.length > 1500) return 'too long';
  return null;
}

/** "BT", "QNO": the code that opens the lead. The lead keeps it. */
export function resolveDateline(lead: Field<string>): Field<string> {
  const found = lead.value === null ? null : splitDateline(lead.value);
  if (!found) return empty(lead.value === null ? 'notFound' : 'absent');
  return { value: found.code, state: 'found', source: lead.source };
}
