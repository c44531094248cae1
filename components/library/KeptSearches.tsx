/** Saved searches as the library knows them: what it is narrowed to is the line that is kept. */
import type { Catalogue } from '@/utils/search/catalogue';
import type { SortBy } from '@/utils/search/sort-docs';
import type { LibraryContents, LibraryDoors } from './doors';
import type { Narrowing } from './narrowing';
import { lineOf, narrowingOf } from './saved-narrowing';
import { SavedSearches } from './SavedSearches';
import { useLabels } from './use-list';
import { useSearchCounts } from './use-search-counts';

export function KeptSearches(props: {
  contents: LibraryContents;
  catalogue: Catalogue;
  narrowing: Narrowing;
  /** What the list is sorted by now. */
  sort: SortBy;
  doors: LibraryDoors;
  onNarrow: (narrowing: Narrowing) => void;
  onRemove: (searchId: string) => void;
}) {
  const { contents, catalogue, narrowing, sort, doors, onNarrow, onRemove } = props;
  const { searches, revision } = contents;
  const counts = useSearchCounts(searches, catalogue, revision, useLabels(contents), doors.search);
  const query = lineOf(narrowing, contents);
  return (
    <SavedSearches
      searches={searches}
      counts={counts}
      query={query}
      onPick={(search) => onNarrow(narrowingOf(search, narrowing))}
      onKeep={(name) => doors.createSearch({ name, query, sort })}
      onEdit={doors.editSearch}
      onMove={(searchId, beforeId) => void doors.moveSearch(searchId, beforeId)}
      onRemove={onRemove}
    />
  );
}
