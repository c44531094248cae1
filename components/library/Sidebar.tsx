/** What the list can be narrowed to, with numbers; below it how much room the archive takes. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { MessageKey } from '@/utils/locale/translate';
import { CollectionTree, type CollectionTreeProps } from './CollectionTree';
import type { LibraryContents, LibraryDoors, StorageLine } from './doors';
import type { Facets, Narrowing, StateFilter } from './narrow-rows';
import { Entry, Section } from './SidebarSection';
import { StudyLinks } from './StudyLinks';

const STATES: [StateFilter, MessageKey][] = [
  ['all', 'libraryStateAll'],
  ['inbox', 'libraryStateInbox'],
  ['kept', 'libraryStateKept'],
  ['bin', 'libraryStateBin'],
];
const FIRST_SHOWN = 10;

export interface SidebarProps extends Pick<CollectionTreeProps, 'onCreate' | 'onRename' | 'onRemove'> {
  contents: LibraryContents;
  facets: Facets;
  narrowing: Narrowing;
  storage: StorageLine | null;
  /** Between the entries and the line on storage. */
  children?: ComponentChildren;
  onNarrow: (patch: Partial<Narrowing>) => void;
  /** Highlights that wait for a decision. */
  toReview: number;
  open: LibraryDoors['open'];
}

export function Sidebar(props: SidebarProps) {
  const { contents, facets, narrowing, storage, onNarrow, children, toReview, open } = props;
  const { t, bytes } = useWords();
  const tags = contents.tags.tags
    .map((tag) => ({ tag, count: facets.tags.get(tag.id) ?? 0 }))
    .filter(({ tag, count }) => count > 0 || tag.id === narrowing.codeId);
  return (
    <nav class="sidebar" aria-label={t('libraryMenu')}>
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
      <StudyLinks toReview={toReview} open={open} />
      <CollectionTree
        collections={contents.collections}
        counts={facets.collections}
        current={narrowing.collectionId}
        onPick={(collectionId) => onNarrow({ collectionId })}
        onCreate={props.onCreate}
        onRename={props.onRename}
        onRemove={props.onRemove}
      />
      <Section title={t('libraryTags')}>
        {tags.length === 0 ? (
          <p class="sidebar-none">{t('libraryNoTags')}</p>
        ) : (
          <Shortened
            items={tags.map(({ tag, count }) => (
              <Entry
                key={tag.id}
                name={tag.name}
                colour={tag.colour}
                count={count}
                isOn={narrowing.codeId === tag.id}
                onClick={() => onNarrow({ codeId: narrowing.codeId === tag.id ? null : tag.id })}
              />
            ))}
          />
        )}
      </Section>
      {facets.outlets.length > 0 && (
        <Section title={t('libraryOutlets')}>
          <Shortened
            items={facets.outlets.map(({ outlet, count }) => (
              <Entry
                key={outlet}
                name={outlet || t('libraryNoOutlet')}
                count={count}
                isOn={narrowing.outlet === outlet}
                onClick={() => onNarrow({ outlet: narrowing.outlet === outlet ? null : outlet })}
              />
            ))}
          />
        </Section>
      )}
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

function Shortened({ items }: { items: ComponentChildren[] }) {
  const { t, number } = useWords();
  const [isLong, setLong] = useState(false);
  const shown = isLong ? items : items.slice(0, FIRST_SHOWN);
  return (
    <>
      <ul>
        {shown.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
      {items.length > FIRST_SHOWN && (
        <button type="button" class="sidebar-more" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? t('libraryShowFewer') : t('libraryShowAll', number(items.length))}
        </button>
      )}
    </>
  );
}
