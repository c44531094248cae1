import { stringOf } from '../json-ld';
import type { Candidate, Field } from '../types';
import { choose } from './field';
import { metaOf, type Page } from './page';

/** The lead picture as an absolute address: the one on the page, then og:image, JSON-LD, Twitter. */
export function resolveLeadPicture(page: Page): Field<string> {
  const printed: [string, string | null][] = [
    [page.hints.leadPicture?.source ?? '', page.hints.leadPicture?.url ?? null],
    [
      'meta:og:image',
      metaOf(page, 'og:image:secure_url') ?? metaOf(page, 'og:image') ?? metaOf(page, 'og:image:url'),
    ],
    ['json-ld:image', stringOf(page.article?.['image'], 'url', 'contentUrl', '@id')],
    ['meta:twitter:image', metaOf(page, 'twitter:image') ?? metaOf(page, 'twitter:image:src')],
    ['link:image_src', page.document.querySelector('link[rel="image_src"]')?.getAttribute('href') ?? null],
  ];
  const candidates: Candidate<string>[] = [];
  for (const [source, raw] of printed) {
    if (!raw) continue;
    const url = URL.canParse(raw, page.url) ? new URL(raw, page.url).href : null;
    const usable = url !== null && /^https?:/.test(url);
    const rejected = !usable ? 'no picture address' : placeholder(url) ? "the site's own mark" : null;
    candidates.push({
      value: url ?? raw,
      source,
      ...(url === raw || url === null ? {} : { printed: raw }),
      ...(rejected ? { rejected } : {}),
    });
  }
  return choose(candidates);
}

function placeholder(url: string): boolean {
  return /(?:^|[/_.-])(?:logo|favicon|default[_-]?(?:image|share|og)|placeholder|no[_-]?image|grey|blank|share[_-]?default)[\w-]*\.(?:png|gif|jpe?g|svg|ico|webp)$/i.test(
    new URL(url).pathname,
  );
}
