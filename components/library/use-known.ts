/** Values that the search line offers, counted when first asked for: typing a first word must not wait for all of them. */
import { useMemo } from 'preact/hooks';
import type { Catalogue, NameKind } from '@/utils/search/catalogue';
import type { KnownValue, KnownValues } from '@/utils/search/complete';
import { countNames } from '@/utils/search/count-docs';
import type { QueryField } from '@/utils/search/query';
import type { LibraryContents } from './doors';

const KINDS = [
  'outlet',
  'author',
  'section',
  'agency',
  'language',
  'code',
  'tag',
  'coder',
  'collection',
] as const satisfies readonly (QueryField & NameKind)[];

export function useKnown(contents: LibraryContents, catalogue: Catalogue): KnownValues['fields'] {
  const { revision, tags, coders, collections } = contents;
  return useMemo(
    () => {
      const labelled: Partial<Record<NameKind, readonly { id: string; name: string }[]>> = {
        code: tags,
        tag: tags,
        coder: coders,
        collection: collections,
      };
      const known: KnownValues['fields'] = {};
      for (const kind of KINDS) {
        let values: KnownValue[] | null = null;
        Object.defineProperty(known, kind, {
          get: () => (values ??= valuesOf(catalogue, kind, labelled[kind])),
        });
      }
      return known;
    },
    // The catalogue changes in place: its revision says when.
    // oxlint-disable-next-line react/exhaustive-deps
    [catalogue, revision, tags, coders, collections],
  );
}

function valuesOf(
  catalogue: Catalogue,
  kind: NameKind,
  labelled: readonly { id: string; name: string }[] | undefined,
): KnownValue[] {
  // What is shown when nothing is asked for: the bin is not.
  const counts = countNames(catalogue, kind, catalogue.here.without(catalogue.inState('bin')));
  if (!labelled) return counts.filter(({ name }) => name).map(({ name, count }) => ({ value: name, count }));
  const countOf = new Map(counts.map(({ name, count }) => [name, count]));
  return labelled
    .map(({ id, name }) => ({ value: name, count: countOf.get(id) ?? 0 }))
    .toSorted((a, b) => b.count - a.count);
}
