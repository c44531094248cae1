/**
 * The list itself: a grid whose rows are drawn only near the window. The grid holds the focus and names the row under
 * the cursor (`aria-activedescendant`), so that drawing and undrawing rows never moves the focus.
 */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useVirtual } from '@/components/ui/use-virtual';
import { useWords } from '@/components/words';
import type { LibraryTag } from '@/utils/db/articles';
import type { Catalogue } from '@/utils/search/catalogue';
import { CHANGED } from '@/utils/search/catalogue-chunk';
import type { DocSet } from '@/utils/search/doc-set';
import { asksWords } from '@/utils/search/scan-text';
import { ArticleRow, WaitingRow, type RowFacts } from './ArticleRow';
import type { LibraryContents, LibraryDoors } from './doors';
import { rowHeight, type ListLook } from './look';
import { recall, remember } from './use-remembered';
import type { ShownList } from './use-list';
import { usePassages } from './use-passages';
import { useWindowRows } from './use-window-rows';

const rowId = (doc: number) => `article-${doc}`;

export interface ArticleListProps {
  catalogue: Catalogue;
  contents: LibraryContents;
  order: Uint32Array;
  /** The query that the list answers, when it has words. */
  answered: ShownList['answered'];
  doors: LibraryDoors;
  look: ListLook;
  /** Doc number under the cursor and its place; -1: none. */
  cursor: number;
  cursorPlace: number;
  selected: DocSet;
  isNarrow: boolean;
  /** Changes when filter or order change: the list then starts at its top. */
  view: string;
  onCursor: (doc: number) => void;
  onOpen: (doc: number) => void;
  /** A click on the checkbox, or on the row with Ctrl or Shift held. */
  onSelect: (doc: number, isRange: boolean) => void;
}

export function ArticleList(props: ArticleListProps) {
  const { catalogue, contents, order, answered, doors, look, cursor, cursorPlace, selected, isNarrow, view } =
    props;
  const { onCursor, onOpen, onSelect } = props;
  const { t } = useWords();
  const scrollerRef = useRef<HTMLDivElement>(null);
  const hasPassages = answered !== null && asksWords(answered.query.node);
  const size = rowHeight(look.density, isNarrow, hasPassages);
  const start = useMemo(() => recall('library:scroll', { view: '', top: 0 }), []);
  const virtual = useVirtual({
    count: order.length,
    size,
    scroller: scrollerRef,
    initialOffset: start.view === view ? start.top : 0,
    keyOf: useMemo(() => (index: number) => String(order[index]), [order]),
    keep: cursorPlace < 0 ? null : cursorPlace,
  });
  const items = virtual.getVirtualItems();
  const near = items.filter(({ index }) => index !== cursorPlace);
  const [first, last] = [near[0]?.index ?? 0, near.at(-1)?.index ?? 0];
  const rowOf = useWindowRows(catalogue, contents.revision, order, first, last, doors.rows);
  const seen = virtual.getSeen();
  const passageOf = usePassages(catalogue, answered, order, seen.first, seen.last);
  const factsOf = useFacts(catalogue, contents);
  useScrollPlace(scrollerRef, order, size, view);

  const { scrollToIndex } = virtual;
  // Other results are read from their top, also when the article under the cursor is among them.
  const shownCursorRef = useRef(start.view === view ? -1 : cursor);
  useEffect(() => {
    if (cursorPlace < 0 || cursor === shownCursorRef.current) return;
    shownCursorRef.current = cursor;
    scrollToIndex(cursorPlace);
    // Only when the cursor itself moves: rows that come in above must not pull the window.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cursor, scrollToIndex]);

  function onClick(event: MouseEvent) {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('[data-doc]');
    if (!row) return;
    const doc = Number(row.dataset.doc);
    if (target.closest('.row-check')) {
      // The state is ours: the box follows the next drawing.
      event.preventDefault();
      onSelect(doc, event.shiftKey);
    } else if (event.shiftKey) {
      event.preventDefault();
      onSelect(doc, true);
    } else if (event.ctrlKey || event.metaKey) {
      // On the title the browser opens its link in a new tab, as everywhere.
      if (!target.closest('a')) onSelect(doc, false);
    } else {
      event.preventDefault();
      onCursor(doc);
      onOpen(doc);
    }
  }

  const shows = look.columns.map((column) => `with-${column}`).join(' ');
  return (
    // Keys are heard by the page (`use-keys.ts`), so that they work wherever the focus is.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={scrollerRef}
      class={`list ${look.density}${isNarrow ? ' narrow' : ''}${hasPassages ? ' passages' : ''} ${shows}`}
      role="grid"
      tabIndex={0}
      aria-label={t('libraryList')}
      aria-rowcount={order.length}
      aria-multiselectable="true"
      aria-activedescendant={cursorPlace < 0 ? undefined : rowId(cursor)}
      onClick={onClick}
      onMouseDown={(event) => {
        // Shift-click selects rows, not the words between them.
        if (event.shiftKey) event.preventDefault();
      }}
    >
      <div
        class="list-sizer"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- table rows cannot be placed by hand
        role="rowgroup"
        style={`height:${virtual.getTotalSize()}px`}
      >
        {items.map((item) => {
          const doc = order[item.index]!;
          const row = rowOf(doc);
          const place = {
            id: rowId(doc),
            doc,
            place: item.index + 1,
            top: item.start,
            isCurrent: item.index === cursorPlace,
            isSelected: selected.has(doc),
          };
          if (!row) return <WaitingRow key={item.key} {...place} />;
          return (
            <ArticleRow
              key={item.key}
              {...place}
              row={row}
              facts={factsOf(doc)}
              passage={hasPassages && look.density === 'comfortable' ? passageOf(doc) : undefined}
              look={look}
              href={doors.readerHref(row.id)}
              leadPicture={doors.leadPicture}
            />
          );
        })}
      </div>
    </div>
  );
}

/** What the catalogue knows of a line; the same object until the catalogue or the tags change, so that rows rest. */
function useFacts(catalogue: Catalogue, contents: LibraryContents): (doc: number) => RowFacts {
  return useMemo(() => {
    const places = new Map(contents.tags.map((tag, place) => [tag.id, place]));
    const made = new Map<number, RowFacts>();
    return (doc) => {
      const known = made.get(doc);
      if (known) return known;
      const tags = new Set<number>();
      catalogue.eachName('code', doc, (name) => {
        const place = places.get(catalogue.names[name]!);
        if (place !== undefined) tags.add(place);
      });
      const { pictures } = catalogue;
      const facts: RowFacts = {
        tags: [...tags].toSorted((a, b) => a - b).map((place): LibraryTag => contents.tags[place]!),
        work: catalogue.workOf(doc),
        versionCount: catalogue.versions[doc]!,
        isChanged: (catalogue.marks[doc]! & CHANGED) !== 0,
        pending: pictures[4 * doc + 1]!,
        permissionNeeded: pictures[4 * doc + 2]!,
        refused: pictures[4 * doc + 3]!,
      };
      made.set(doc, facts);
      return facts;
    };
    // The catalogue changes in place: its revision says when.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [catalogue, contents.revision, contents.tags]);
}

/** Remembers where the window stands; keeps it on the same article when rows come or go above. */
function useScrollPlace(
  scrollerRef: { current: HTMLElement | null },
  order: Uint32Array,
  size: number,
  view: string,
) {
  const seenRef = useRef({ order, size, view });
  useLayoutEffect(() => {
    const before = seenRef.current;
    seenRef.current = { order, size, view };
    const element = scrollerRef.current;
    if (!element || (before.order === order && before.size === size)) return;
    if (before.view !== view) {
      element.scrollTop = 0;
      return;
    }
    if (element.scrollTop === 0) return;
    const then = Math.floor(element.scrollTop / before.size);
    const now = order.indexOf(before.order[then] ?? -1);
    if (now >= 0) element.scrollTop += now * size - then * before.size;
  });
  useEffect(() => {
    const element = scrollerRef.current!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => remember('library:scroll', { view: seenRef.current.view, top: element.scrollTop });
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 150);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scrollerRef]);
}
