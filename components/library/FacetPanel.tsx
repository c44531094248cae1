/** Everything the list can be narrowed to beside state and collection, with numbers. */
import type { MessageKey } from '@/utils/locale/translate';
import { HAS_VALUES, type HasValue } from '@/utils/search/query-fields';
import { useWords } from '@/components/words';
import { DateFacet } from './DateFacet';
import type { LibraryContents } from './doors';
import { FacetValues, Folding, type FacetValue } from './FacetSection';
import { hasFilter, toggled, type Filter } from './narrowing';
import type { FacetKind, Facets } from './use-facets';

export const FACET_NAMES: Record<FacetKind | 'published' | 'saved' | 'has', MessageKey> = {
  code: 'libraryTags',
  tag: 'libraryFacetTag',
  outlet: 'libraryOutlets',
  section: 'libraryFacetSection',
  author: 'libraryFacetAuthor',
  agency: 'libraryFacetAgency',
  coder: 'libraryFacetCoder',
  language: 'libraryFacetLanguage',
  published: 'libraryFacetPublished',
  saved: 'libraryFacetSaved',
  has: 'libraryFacetHas',
};

export const HAS_NAMES: Record<HasValue, MessageKey> = {
  annotations: 'libraryHasAnnotations',
  comments: 'libraryHasComments',
  notes: 'libraryHasNotes',
  pictures: 'libraryHasPictures',
  missing: 'libraryHasMissing',
  changed: 'libraryHasChanged',
  versions: 'libraryHasVersions',
  elsewhere: 'libraryHasElsewhere',
  review: 'libraryHasReview',
};

const ORDER: (keyof typeof FACET_NAMES)[] = [
  'code',
  'outlet',
  'published',
  'saved',
  'section',
  'author',
  'agency',
  'has',
  'tag',
  'coder',
  'language',
];

export interface FacetPanelProps {
  contents: LibraryContents;
  facets: Facets;
  filters: Filter[];
  open: readonly string[];
  onOpen: (open: string[]) => void;
  onFilters: (filters: Filter[]) => void;
}

export function FacetPanel({ contents, facets, filters, open, onOpen, onFilters }: FacetPanelProps) {
  const { t } = useWords();
  const nameOf = useFilterNames(contents);
  const toggle = (field: Filter['field'], value: string) => onFilters(toggled(filters, field, value));

  const valuesOf = (kind: FacetKind): FacetValue[] => {
    const counted = facets.names[kind] ?? [];
    const values = counted.flatMap(({ name, count }): FacetValue[] => {
      const shown = nameOf({ field: kind, value: name });
      if (shown === null) return [];
      const colour = contents.tags.find(({ id }) => id === name)?.colour;
      return [{ value: name, name: shown, count, ...(colour && { colour }) }];
    });
    // What narrows the list stays to be let go, even where nothing is left of it.
    const missing = filters.filter(
      ({ field, value }) => field === kind && !counted.some(({ name }) => name === value),
    );
    return [
      ...values,
      ...missing.map(({ value }) => ({ value, name: nameOf({ field: kind, value }) ?? value, count: 0 })),
    ];
  };

  return (
    <>
      {ORDER.filter((kind) => kind !== 'coder' || contents.coders.length > 1).map((kind) => {
        const fields: string[] =
          kind === 'published'
            ? ['after', 'before']
            : kind === 'saved'
              ? ['savedAfter', 'savedBefore']
              : [kind];
        const isOpen = open.includes(kind);
        return (
          <Folding
            key={kind}
            title={t(FACET_NAMES[kind])}
            isOpen={isOpen}
            chosen={filters.filter(({ field }) => fields.includes(field)).length}
            onToggle={() => onOpen(isOpen ? open.filter((one) => one !== kind) : [...open, kind])}
          >
            {kind === 'published' || kind === 'saved' ? (
              <DateFacet of={kind} filters={filters} onFilters={onFilters} />
            ) : (
              <FacetValues
                title={t(FACET_NAMES[kind])}
                values={
                  kind === 'has'
                    ? HAS_VALUES.map((has) => ({
                        value: has,
                        name: t(HAS_NAMES[has]),
                        count: facets.has[has] ?? 0,
                      }))
                    : valuesOf(kind)
                }
                isOn={(value) => hasFilter(filters, kind, value)}
                onToggle={(value) => toggle(kind, value)}
                none={t(kind === 'code' ? 'libraryNoTags' : 'libraryFacetNone')}
              />
            )}
          </Folding>
        );
      })}
    </>
  );
}

/** What a filter is called; null: what it names is gone. */
export function useFilterNames(contents: LibraryContents): (filter: Filter) => string | null {
  const { t, locale, printed } = useWords();
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  return ({ field, value }) => {
    switch (field) {
      case 'code':
      case 'tag':
        return contents.tags.find(({ id }) => id === value)?.name ?? null;
      case 'collection':
        return contents.collections.find(({ id }) => id === value)?.name ?? null;
      case 'coder':
        return contents.coders.find(({ id }) => id === value)?.name ?? null;
      case 'outlet':
        return value || t('libraryNoOutlet');
      case 'language':
        try {
          return languages.of(value) ?? value;
        } catch {
          // A page may state a language that is none.
          return value;
        }
      case 'has':
        return value in HAS_NAMES ? t(HAS_NAMES[value as HasValue]) : value;
      case 'after':
        return t('libraryAfter', printed(value, 'short'));
      case 'before':
        return t('libraryBefore', printed(value, 'short'));
      case 'savedAfter':
        return t('librarySavedAfter', printed(value, 'short'));
      case 'savedBefore':
        return t('librarySavedBefore', printed(value, 'short'));
      default:
        return value;
    }
  };
}
