/** The library: everything saved, narrowed by the sidebar and the filter, worked on with keyboard or mouse. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { FailingFamily } from '@/utils/archive/failing-families';
import type { ArticleState } from '@/utils/db/records';
import { ArticleList } from './ArticleList';
import type { LibraryContents, LibraryDoors, StorageLine } from './doors';
import { FirstUse, NoMatch, Problem, Skeleton } from './Emptiness';
import { DrawSample } from './DrawSample';
import { EmptyBinDialog } from './EmptyBinDialog';
import { ExportDialog } from './ExportDialog';
import { Header } from './Header';
import { HelpDialog } from './HelpDialog';
import { FailingFamilies } from './FailingFamilies';
import { ImportDialog } from './ImportDialog';
import { ListHead } from './ListHead';
import { countFacets, EVERYTHING, type Narrowing } from './narrow-rows';
import { SelectionBar } from './SelectionBar';
import { Sidebar } from './Sidebar';
import { Told } from '@/components/ui/Told';
import { useActs } from './use-acts';
import { useKeys } from './use-keys';
import { useNarrow } from './use-narrow';
import { useRemembered } from './use-remembered';
import { useRows } from './use-rows';
import { useSelection } from './use-selection';
import './library.css';
import './library-narrow.css';

const OLD_IN_BIN_MS = 30 * 24 * 60 * 60 * 1000;

type Asking =
  | { name: 'export'; ids: string[] }
  | { name: 'import' | 'help' }
  | { name: 'emptyBin'; ids: string[] }
  | { name: 'draw' };

export interface LibraryProps {
  contents: LibraryContents;
  storage: StorageLine | null;
  doors: LibraryDoors;
  /** The browser replaced the database: how much was there, and when that was noticed. */
  lost?: { articles: number; noticedAt: string } | null;
  /** Page families whose rules fail on the pages saved last. */
  failing?: FailingFamily[];
  onLostRead?: () => void;
  /** Who is at work, to be switched. */
  coder?: ComponentChildren;
  /** Highlights that wait for a decision. */
  toReview?: number;
}

export function Library({
  contents,
  storage,
  doors,
  lost = null,
  onLostRead,
  failing = [],
  coder,
  toReview = 0,
}: LibraryProps) {
  const { t, number, moment } = useWords();
  const [narrowing, setNarrowing] = useRemembered<Narrowing>('library:narrowing', EVERYTHING);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const isNarrow = useNarrow();
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const { acts, told, hush } = useActs(doors);

  const rows = contents.rows ?? NO_ROWS;
  const shown = useRows(rows, narrowing, contents.tags);
  const facets = useMemo(() => countFacets(rows, contents.tags), [rows, contents.tags]);
  const selection = useSelection(shown);
  const binned = useMemo(() => rows.filter((row) => row.state === 'bin'), [rows]);

  useForgottenFilters(contents, narrowing, setNarrowing);

  const narrow = (patch: Partial<Narrowing>) => {
    setNarrowing((now) => ({ ...now, ...patch }));
    if (!('query' in patch)) setMenuOpen(false);
  };
  const focusList = () => main.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const open = (articleId: string) => doors.open('reader', { article: articleId });
  const idsOf = (some: { id: string }[]) => some.map((row) => row.id);

  async function setState(state: ArticleState, ids: string[]) {
    if (ids.length === 0) return;
    const answer = await acts.setState(ids, state);
    if (answer.ok) selection.clear();
  }

  useKeys(
    {
      move(by) {
        selection.move(by);
        focusList();
      },
      open: () => selection.cursor && open(selection.cursor),
      select: (isRange) => selection.cursor && selection.toggle(selection.cursor, isRange),
      selectAll: selection.selectAll,
      bin() {
        const targets = selection.targets();
        const areBinned = targets.every((row) => row.state === 'bin');
        void setState(areBinned ? 'inbox' : 'bin', idsOf(targets));
      },
      undo: () => void acts.undo(),
      redo: () => void acts.redo(),
      filter: () => search.current?.focus(),
      exportSelection: () => setAsking({ name: 'export', ids: idsOf(selection.targets()) }),
      help: () => setAsking({ name: 'help' }),
      escape() {
        if (selection.chosen.length > 0) selection.clear();
        else if (narrowing.query) narrow({ query: '' });
      },
    },
    asking !== null,
  );

  const isBin = narrowing.state === 'bin';
  const total = isBin ? facets.states.bin : facets.states.all;
  const isNarrowed =
    narrowing.query !== '' ||
    narrowing.codeId !== null ||
    narrowing.collectionId !== null ||
    narrowing.outlet !== null;
  const oldInBin = useMemo(() => countOld(binned), [binned]);

  return (
    <div class={`library${isMenuOpen ? ' menu-open' : ''}`}>
      <Header
        query={narrowing.query}
        search={search}
        isMenuOpen={isMenuOpen}
        onMenu={() => setMenuOpen(!isMenuOpen)}
        onQuery={(query) => narrow({ query })}
        onLeave={() => {
          if (selection.cursor === null) selection.move('first');
          focusList();
        }}
        onUndo={() => void acts.undo()}
        onRedo={() => void acts.redo()}
        onExport={() => setAsking({ name: 'export', ids: idsOf(selection.chosen) })}
        onImport={() => setAsking({ name: 'import' })}
        onHelp={() => setAsking({ name: 'help' })}
        open={doors.open}
      />
      <Sidebar
        contents={contents}
        facets={facets}
        narrowing={narrowing}
        storage={storage}
        onNarrow={narrow}
        toReview={toReview}
        open={doors.open}
        onCreate={acts.createCollection}
        onRename={acts.renameCollection}
        onRemove={(collectionId) => void acts.removeCollection(collectionId)}
      >
        {coder}
      </Sidebar>
      <main class="main" ref={main}>
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
        ) : contents.rows === null ? (
          <Skeleton />
        ) : rows.length === 0 ? (
          <FirstUse open={doors.open} onImport={() => setAsking({ name: 'import' })} />
        ) : (
          <>
            {selection.chosen.length > 0 ? (
              <SelectionBar
                chosen={selection.chosen}
                contents={contents}
                onState={(state) => void setState(state, idsOf(selection.chosen))}
                onTag={(name) => void acts.tag(idsOf(selection.chosen), name)}
                onUntag={(codeId) => void acts.untag(idsOf(selection.chosen), codeId)}
                onCollect={(id, name, isIn) => void acts.collect(idsOf(selection.chosen), id, name, isIn)}
                onExport={() => setAsking({ name: 'export', ids: idsOf(selection.chosen) })}
                onSelectAll={selection.selectAll}
                onClear={selection.clear}
              />
            ) : (
              <ListHead
                shown={shown.length}
                total={total}
                sort={narrowing.sort}
                onSort={(sort) => narrow({ sort })}
                onSelectAll={selection.selectAll}
                onDraw={isBin ? null : () => setAsking({ name: 'draw' })}
              />
            )}
            {isBin && binned.length > 0 && (
              <div class="bin-note">
                <p>{t('libraryBinNote', number(oldInBin))}</p>
                <button
                  type="button"
                  class="button danger"
                  onClick={() => setAsking({ name: 'emptyBin', ids: idsOf(binned) })}
                >
                  {t('libraryEmptyBin')}
                </button>
              </div>
            )}
            {shown.length === 0 ? (
              <NoMatch
                isBin={isBin}
                isNarrowed={isNarrowed}
                onClear={() => setNarrowing({ ...EVERYTHING, sort: narrowing.sort })}
              />
            ) : (
              <ArticleList
                rows={shown}
                contents={contents}
                doors={doors}
                cursor={selection.cursor}
                selected={selection.selected}
                isNarrow={isNarrow}
                view={JSON.stringify(narrowing)}
                onCursor={selection.setCursor}
                onOpen={open}
                onSelect={selection.toggle}
              />
            )}
          </>
        )}
      </main>
      <Told told={told} onUndo={() => void acts.undo()} onClose={hush} />
      {asking?.name === 'help' && <HelpDialog onClose={() => setAsking(null)} />}
      {asking?.name === 'export' && (
        <ExportDialog
          selection={asking.ids}
          exportArchive={doors.exportArchive}
          unfinishedBlindWork={doors.unfinishedBlindWork}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.name === 'draw' && (
        <DrawSample
          rows={shown}
          narrowing={narrowing}
          contents={contents}
          doors={doors}
          onDrawn={() => {
            setAsking(null);
            doors.open('samples');
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.name === 'import' && (
        <ImportDialog
          planImport={doors.planImport}
          applyImport={doors.applyImport}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.name === 'emptyBin' && (
        <EmptyBinDialog
          articleIds={asking.ids}
          binContents={doors.binContents}
          emptyBin={doors.emptyBin}
          onClose={() => setAsking(null)}
          onEmptied={(removed) => {
            setAsking(null);
            acts.tell(t('libraryBinEmptied', number(removed)));
          }}
        />
      )}
    </div>
  );
}

const NO_ROWS: NonNullable<LibraryContents['rows']> = [];

/** A remembered filter whose tag, collection or outlet is gone would show an empty list that nobody asked for. */
function useForgottenFilters(
  contents: LibraryContents,
  narrowing: Narrowing,
  setNarrowing: (next: Narrowing) => void,
) {
  const { codeId, collectionId } = narrowing;
  useEffect(() => {
    if (contents.rows === null || !contents.isWhole) return;
    const patch: Partial<Narrowing> = {};
    if (codeId !== null && !contents.tags.tags.some((tag) => tag.id === codeId)) patch.codeId = null;
    if (collectionId !== null && !contents.collections.some((one) => one.id === collectionId))
      patch.collectionId = null;
    if (Object.keys(patch).length > 0) setNarrowing({ ...narrowing, ...patch });
  }, [contents, codeId, collectionId, narrowing, setNarrowing]);
}

function countOld(binned: NonNullable<LibraryContents['rows']>): number {
  const now = Date.now();
  return binned.filter((row) => row.binnedAt !== null && now - Date.parse(row.binnedAt) > OLD_IN_BIN_MS)
    .length;
}
