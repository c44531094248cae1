/** What the list can be narrowed to, with numbers; below it how much room the archive takes. */
import type { ComponentChildren } from 'preact';
import { useWords } from '@/components/words';
import type { ProjectsNow } from '@/utils/db/projects';
import type { MessageKey } from '@/utils/locale/translate';
import { CollectionTree, type CollectionTreeProps } from './CollectionTree';
import type { LibraryDoors, StorageLine } from './doors';
import { FacetPanel, type FacetPanelProps } from './FacetPanel';
import { hasFilter, toggled, type Narrowing, type StateFilter } from './narrowing';
import { ProjectSwitch, type ProjectActs } from './ProjectSwitch';
import { Entry, Section } from './SidebarSection';
import { StudyLinks } from './StudyLinks';

const STATES: [StateFilter, MessageKey][] = [
  ['all', 'libraryStateAll'],
  ['inbox', 'libraryStateInbox'],
  ['kept', 'libraryStateKept'],
  ['bin', 'libraryStateBin'],
];

export interface SidebarProps
  extends
    Pick<CollectionTreeProps, 'onCreate' | 'onRename' | 'onMove' | 'onRemove'>,
    Pick<FacetPanelProps, 'contents' | 'facets' | 'open' | 'onOpen'> {
  narrowing: Narrowing;
  projects: ProjectsNow | null;
  projectActs: ProjectActs;
  projectContents: LibraryDoors['projectContents'];
  storage: StorageLine | null;
  /** Searches that are kept. */
  saved: ComponentChildren;
  /** Between the entries and the line on storage. */
  children?: ComponentChildren;
  onNarrow: (patch: Partial<Narrowing>) => void;
  /** Highlights that wait for a decision. */
  toReview: number;
  openPage: LibraryDoors['open'];
}

export function Sidebar(props: SidebarProps) {
  const { contents, facets, narrowing, storage, onNarrow, children, toReview, openPage } = props;
  const { t, bytes } = useWords();
  const { filters } = narrowing;
  return (
    <nav class="sidebar" aria-label={t('libraryMenu')}>
      <ProjectSwitch now={props.projects} acts={props.projectActs} contentsOf={props.projectContents} />
      <Section title={t('libraryStates')}>
        <ul>
          {STATES.map(([state, key]) => (
            <li key={state}>
              <Entry
                name={t(key)}
                count={facets.states[state]}
                isOn={narrowing.state === state}
                onClick={() => onNarrow({ state })}
              />
            </li>
          ))}
        </ul>
      </Section>
      {props.saved}
      <StudyLinks toReview={toReview} open={openPage} />
      <CollectionTree
        collections={contents.collections}
        counts={facets.collections}
        isOn={(collectionId) => hasFilter(filters, 'collection', collectionId)}
        onPick={(collectionId) => onNarrow({ filters: toggled(filters, 'collection', collectionId) })}
        onCreate={props.onCreate}
        onRename={props.onRename}
        onMove={props.onMove}
        onRemove={props.onRemove}
      />
      <FacetPanel
        contents={contents}
        facets={facets}
        filters={filters}
        open={props.open}
        onOpen={props.onOpen}
        onFilters={(next) => onNarrow({ filters: next })}
      />
      {children}
      {storage && (
        <p class="sidebar-storage">
          <strong>{t('libraryUsage', bytes(storage.usage))}</strong>
          <span class={storage.persisted ? 'kept' : 'loose'}>
            {t(storage.persisted ? 'libraryPersisted' : 'libraryNotPersisted')}
          </span>
        </p>
      )}
    </nav>
  );
}
