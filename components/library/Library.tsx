/** The library: everything saved, narrowed by the sidebar and the line of words, worked on with keyboard or mouse. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Told } from '@/components/ui/Told';
import { useWords } from '@/components/words';
import type { FailingFamily } from '@/utils/archive/failing-families';
import type { ProjectsNow } from '@/utils/db/projects';
import type { ArticleState } from '@/utils/db/records';
import { Catalogue } from '@/utils/search/catalogue';
import type { DocSet } from '@/utils/search/doc-set';
import { ArticleList } from './ArticleList';
import { BinNote } from './BinNote';
import { BulkBar } from './BulkBar';
import type { LibraryContents, LibraryDoors, StorageLine } from './doors';
import { FirstUse, NoMatch, Problem, Skeleton } from './Emptiness';
import { FailingFamilies } from './FailingFamilies';
import { Header } from './Header';
import { KeptSearches } from './KeptSearches';
import { LibraryDialogs, type Asking } from './LibraryDialogs';
import { ListHead } from './ListHead';
import { FIRST_LOOK, type ListLook } from './look';
import { EVERYTHING, isNarrowed, replaced, withinDays, type Narrowing } from './narrowing';
import { QuickLook } from './QuickLook';
import { SelectionBar } from './SelectionBar';
import { Sidebar } from './Sidebar';
import { Timeline } from './Timeline';
import { useActs } from './use-acts';
import { useFacets } from './use-facets';
import { useKept } from './use-kept';
import { useKeys } from './use-keys';
import { useKnown } from './use-known';
import { useList } from './use-list';
import { useNarrow } from './use-narrow';
import { useRemembered } from './use-remembered';
import { useSelection } from './use-selection';
import './library.css';
import './sidebar.css';
import './rows.css';
import './no-rows.css';
import './library-list.css';
import './library-narrow.css';

/** Until the catalogue has been read. */
const NOTHING_YET = new Catalogue();

export interface LibraryProps {
  contents: LibraryContents;
  storage: StorageLine | null;
  doors: LibraryDoors;
  /** The browser replaced the database: how much was there, and when that was noticed. */
  lost?: { articles: number; noticedAt: string } | null;
  /** Page families whose rules fail on the pages saved last. */
  failing?: FailingFamily[];
  onLostRead?: () => void;
  /** The studies, and which one is at work; null until they have been read. */
  projects?: ProjectsNow | null;
  /** Who is at work, to be switched. */
  coder?: ComponentChildren;
  /** Highlights that wait for a decision. */
  toReview?: number;
}

export function Library(props: LibraryProps) {
  const { contents, storage, doors, lost = null, onLostRead, failing = [], coder, toReview = 0 } = props;
  const { t, number, moment } = useWords();
  const [narrowing, setNarrowing] = useRemembered<Narrowing>('library:narrowing', EVERYTHING);
  const [look, setLook] = useKept<ListLook>('library:look', FIRST_LOOK);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isLooking, setLooking] = useRemembered('library:quickLook', false);
  /** The note of the article under the cursor is to be written. */
  const [isNoteWanted, setNoteWanted] = useState(false);
  const isNarrow = useNarrow();
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const { acts, told, progress, hush } = useActs(doors);

  // Names come with the catalogue, or the list would be drawn twice.
  const isReady = contents.catalogue !== null && contents.isWhole;
  const catalogue = (isReady && contents.catalogue) || NOTHING_YET;
  const list = useList(contents, catalogue, narrowing, doors);
  const known = useKnown(contents, catalogue);
  const open = useMemo(() => new Set(look.open), [look.open]);
  const facets = useFacets(contents, catalogue, narrowing, list.byWords, open, isReady);
  const selection = useSelection(catalogue, list, isReady);
  useForgottenFilters(contents, narrowing, setNarrowing);

  const narrow = (patch: Partial<Narrowing>) => {
    setNarrowing((now) => ({ ...now, ...patch }));
    if ('state' in patch) setMenuOpen(false);
  };
  const focusList = () => main.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const openDoc = (doc: number) => doors.open('reader', { article: catalogue.idOf(doc) });
  const idsOf = (docs: DocSet) => [...docs.toArray()].map((doc) => catalogue.idOf(doc));
  const { chosen, cursor } = selection;

  async function setState(state: ArticleState, docs: DocSet) {
    if (docs.isEmpty) return;
    const answer = await acts.setState(idsOf(docs), state);
    if (answer.ok) selection.clear();
  }

  useKeys(
    {
      move(by) {
        selection.move(by);
        focusList();
      },
      open: () => cursor >= 0 && openDoc(cursor),
      select: (isRange) => cursor >= 0 && selection.toggle(cursor, isRange),
      selectAll: selection.selectAll,
      bin() {
        const targets = selection.targets();
        const areBinned = targets.without(catalogue.inState('bin')).isEmpty;
        void setState(areBinned ? 'inbox' : 'bin', targets);
      },
      undo: () => void acts.undo(),
      redo: () => void acts.redo(),
      filter: () => search.current?.focus(),
      exportSelection: () => setAsking({ name: 'export', ids: idsOf(selection.targets()) }),
      look: () => setLooking(!isLooking),
      note() {
        setLooking(true);
        setNoteWanted(true);
      },
      help: () => setAsking({ name: 'help' }),
      escape() {
        if (isLooking) setLooking(false);
        else if (!chosen.isEmpty) selection.clear();
        else if (narrowing.line) narrow({ line: '' });
      },
    },
    asking !== null,
  );

  const isBin = narrowing.state === 'bin';
  const isEmpty = catalogue.here.isEmpty && contents.behind === 0;
  const view = JSON.stringify(narrowing);

  return (
    <div class={`library${isMenuOpen ? ' menu-open' : ''}${isReady ? '' : ' loading'}`}>
      <Header
        line={narrowing.line}
        known={known}
        search={search}
        isMenuOpen={isMenuOpen}
        onMenu={() => setMenuOpen(!isMenuOpen)}
        onLine={(line) => narrow({ line })}
        onLeave={() => {
          // From what was searched for to the first that was found, wherever the cursor was before.
          if (cursor < 0 || narrowing.line) selection.move('first');
          focusList();
        }}
        onUndo={() => void acts.undo()}
        onRedo={() => void acts.redo()}
        onExport={() => setAsking({ name: 'export', ids: idsOf(chosen) })}
        onImport={() => setAsking({ name: 'import' })}
        onHelp={() => setAsking({ name: 'help' })}
        open={doors.open}
      />
      <Sidebar
        contents={contents}
        facets={facets}
        narrowing={narrowing}
        storage={storage}
        projects={props.projects ?? null}
        projectActs={acts}
        projectContents={doors.projectContents}
        open={look.open}
        onOpen={(next) => setLook({ open: next })}
        onNarrow={narrow}
        saved={
          <KeptSearches
            contents={contents}
            catalogue={catalogue}
            narrowing={narrowing}
            sort={list.sort}
            doors={doors}
            onNarrow={setNarrowing}
            onRemove={(searchId) => void acts.removeSearch(searchId)}
          />
        }
        toReview={toReview}
        openPage={doors.open}
        onCreate={acts.createCollection}
        onRename={acts.renameCollection}
        onMove={acts.moveCollection}
        onRemove={(collectionId) => void acts.removeCollection(collectionId)}
      >
        {coder}
      </Sidebar>
      <main class={`main${isLooking ? ' looking' : ''}`} ref={main}>
        {lost && (
          <div class="notice bad lost" role="alert">
            <p>{t('libraryLost', number(lost.articles), moment(lost.noticedAt))}</p>
            <button type="button" class="button" onClick={() => setAsking({ name: 'import' })}>
              {t('libraryImport')}
            </button>
            <button type="button" class="button" onClick={onLostRead}>
              {t('libraryLostRead')}
            </button>
          </div>
        )}
        {failing.length > 0 && <FailingFamilies failing={failing} href={doors.readerHref} />}
        {contents.problem !== null ? (
          <Problem code={contents.problem} onRetry={doors.retry} />
        ) : !isReady ? (
          <Skeleton size={look.density} />
        ) : isEmpty ? (
          <FirstUse open={doors.open} onImport={() => setAsking({ name: 'import' })} />
        ) : (
          <>
            {!chosen.isEmpty ? (
              <SelectionBar
                chosen={chosen}
                catalogue={catalogue}
                contents={contents}
                onState={(state) => void setState(state, chosen)}
                onTag={(name) => void acts.tag(idsOf(chosen), name)}
                onUntag={(codeId) => void acts.untag(idsOf(chosen), codeId)}
                onCollect={(id, name, isIn) => void acts.collect(idsOf(chosen), id, name, isIn)}
                onExport={() => setAsking({ name: 'export', ids: idsOf(chosen) })}
                onSelectAll={selection.selectAll}
                onClear={selection.clear}
              />
            ) : (
              <ListHead
                shown={list.order.length}
                total={list.total}
                isSearching={list.isSearching}
                sort={list.sort}
                answered={list.answered}
                line={narrowing.line}
                filters={narrowing.filters}
                contents={contents}
                look={look}
                isLooking={isLooking}
                onFilters={(filters) => narrow({ filters })}
                onSort={(sort) => narrow(list.answered ? { wordsSort: sort } : { sort })}
                onLook={setLook}
                onQuickLook={() => setLooking(!isLooking)}
                onSelectAll={selection.selectAll}
                onDraw={isBin ? null : () => setAsking({ name: 'draw' })}
              />
            )}
            {isBin && (
              <BinNote
                bin={catalogue.inState('bin')}
                oldInBin={doors.oldInBin}
                onEmpty={(docs) => setAsking({ name: 'emptyBin', ids: idsOf(docs) })}
              />
            )}
            <div class="main-body" aria-busy={list.isSearching}>
              {list.problem !== null ? (
                <Problem code={list.problem} onRetry={doors.retry} />
              ) : list.order.length === 0 && list.isSearching ? (
                <Skeleton size={look.density} />
              ) : list.order.length === 0 ? (
                <NoMatch
                  isBin={isBin}
                  isNarrowed={isNarrowed(narrowing)}
                  onClear={() => setNarrowing({ ...narrowing, line: '', filters: [], state: 'all' })}
                />
              ) : look.view === 'timeline' ? (
                <Timeline
                  catalogue={catalogue}
                  revision={contents.revision}
                  docs={list.docs}
                  look={look}
                  onLook={setLook}
                  onPick={(from, to) => {
                    const days = withinDays(look.timeOf, from, to);
                    const fields = days.map(({ field }) => field);
                    narrow({ filters: replaced(narrowing.filters, fields, days) });
                    setLook({ view: 'list' });
                  }}
                />
              ) : (
                <ArticleList
                  catalogue={catalogue}
                  contents={contents}
                  order={list.order}
                  answered={list.answered}
                  doors={doors}
                  look={look}
                  cursor={cursor}
                  cursorPlace={selection.place}
                  selected={selection.selected}
                  isNarrow={isNarrow}
                  view={view}
                  onCursor={selection.setCursor}
                  onOpen={openDoc}
                  onSelect={selection.toggle}
                />
              )}
              {isLooking && (
                <QuickLook
                  articleId={cursor < 0 ? null : catalogue.idOf(cursor)}
                  isNoteWanted={isNoteWanted}
                  onNoteOpen={() => setNoteWanted(false)}
                  doors={doors}
                  onWrite={(articleId, body) => void acts.writeMemo(articleId, body)}
                  onClose={() => setLooking(false)}
                />
              )}
            </div>
          </>
        )}
        <BulkBar progress={progress} behind={contents.behind} onStop={acts.stop} />
      </main>
      <Told told={told} onUndo={() => void acts.undo()} onClose={hush} />
      <LibraryDialogs
        asking={asking}
        doors={doors}
        contents={contents}
        narrowing={narrowing}
        shownIds={() => [...list.order].map((doc) => catalogue.idOf(doc))}
        tell={acts.tell}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}

/** A remembered filter whose tag or collection is gone would show an empty list that nobody asked for. */
function useForgottenFilters(
  contents: LibraryContents,
  narrowing: Narrowing,
  setNarrowing: (next: Narrowing) => void,
) {
  useEffect(() => {
    if (!contents.isWhole) return;
    const known = {
      code: contents.tags,
      tag: contents.tags,
      collection: contents.collections,
      coder: contents.coders,
    };
    const left = narrowing.filters.filter(
      ({ field, value }) => !(field in known) || known[field as 'code'].some(({ id }) => id === value),
    );
    if (left.length < narrowing.filters.length) setNarrowing({ ...narrowing, filters: left });
  }, [contents, narrowing, setNarrowing]);
}
