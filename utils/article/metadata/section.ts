import { foldMarks } from '@/utils/text/fold';
import { collapseBlanks } from '@/utils/text/normal';
import { breadcrumbsOf, listOf, plainText } from '../json-ld';
import type { Candidate, Field } from '../types';
import { choose } from './field';
import { siteNames } from './outlet';
import { elementText, metaOf, type Page } from './page';

const HOME =
  /^(?:trang chu|trang nhat|home|homepage|home page|startseite|accueil|inicio|hjem|hem|portada|news home|\W*)$/;

/** The section path from the outermost in: breadcrumbs, JSON-LD, metas. The home crumb and the article's own are dropped. */
export function resolveSection(page: Page, title: string | null): Field<string[]> {
  const names = siteNames(page);
  const tidy = (list: (string | null)[]) => {
    const seen = new Set<string>();
    return list.flatMap((raw) => {
      const name = raw && collapseBlanks(raw).replace(/^[\s/>»›|]+|[\s/>»›|]+$/gu, '');
      const folded = name ? foldMarks(name) : '';
      if (!name || HOME.test(folded) || names.has(folded) || seen.has(folded) || name.length > 60) return [];
      if (title && folded === foldMarks(title)) return [];
      seen.add(folded);
      return [name];
    });
  };
  const crumbs = breadcrumbsOf(page.nodes);
  // The last crumb may be the article itself, in words of its own: its address gives it away.
  const last = crumbs.at(-1);
  if (last?.url && samePath(last.url, page.url)) crumbs.pop();
  const printed: [string, string[]][] = [
    [page.hints.section?.source ?? '', tidy(page.hints.section?.names ?? [])],
    ['json-ld:BreadcrumbList', tidy(crumbs.map((crumb) => crumb.name))],
    ['selector:breadcrumb', tidy(visibleCrumbs(page))],
    ['meta:article:section', tidy(splitNames(page.metas.get('article:section') ?? []))],
    [
      'json-ld:articleSection',
      tidy(
        splitNames(
          listOf(page.article?.['articleSection']).map((name) =>
            typeof name === 'string' ? plainText(name) : null,
          ),
        ),
      ),
    ],
    [
      'meta:section',
      tidy(
        splitNames([metaOf(page, 'section') ?? metaOf(page, 'category') ?? metaOf(page, 'parsely-section')]),
      ),
    ],
  ];
  const candidates: Candidate<string[]>[] = printed
    .filter(([, value]) => value.length > 0)
    .map(([source, value]) => ({ value, source }));
  // A longer path that ends in, or begins with, the same name knows more.
  const fuller = candidates.find(
    (other) =>
      candidates[0] &&
      other.value.length > candidates[0].value.length &&
      contains(other.value, candidates[0].value),
  );
  if (fuller) candidates.unshift(...candidates.splice(candidates.indexOf(fuller), 1));
  return choose(candidates);
}

function contains(longer: string[], shorter: string[]): boolean {
  const all = new Set(longer.map((name) => foldMarks(name)));
  return shorter.every((name) => all.has(foldMarks(name)));
}

/** One value may hold two names: "Xã hội,Giáo dục". A comma with a blank may belong to a name: kept. */
function splitNames(values: readonly (string | null)[]): string[] {
  return values.flatMap((value) => (value ? value.split(/\s*[;>|]\s*|,(?=\S)/u) : []));
}

function visibleCrumbs(page: Page): (string | null)[] {
  const list = page.document.querySelector(
    'ol.breadcrumb, ul.breadcrumb, nav[aria-label="breadcrumb" i], [itemtype$="BreadcrumbList"], .breadcrumbs, .breadcrumb',
  );
  if (!list) return [];
  const links = [...list.querySelectorAll('a')].filter(
    (link) => !samePath(link.getAttribute('href') ?? '', page.url),
  );
  return links.length > 6 ? [] : links.map((link) => elementText(link));
}

function samePath(a: string, pageUrl: string): boolean {
  if (!a || !URL.canParse(a, pageUrl)) return false;
  const path = new URL(a, pageUrl).pathname;
  return path.length > 1 && path === new URL(pageUrl).pathname;
}
