/**
 * The list itself: a grid whose rows are drawn only near the window. The grid holds the focus and names the row under
 * the cursor (`aria-activedescendant`), so that drawing and undrawing rows never moves the focus.
 */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { LibraryRow, LibraryTag } from '@/utils/db/articles';
import { ArticleRow } from './ArticleRow';
import type { LibraryContents, LibraryDoors } from './doors';
import { recall, remember } from './use-remembered';
import { useVirtual } from '@/components/ui/use-virtual';

const WIDE_ROW = 64;
const NARROW_ROW = 124;

const rowId = (articleId: string) => `article-${articleId}`;

export interface ArticleListProps {
  rows: LibraryRow[];
  contents: LibraryContents;
  doors: LibraryDoors;
  cursor: string | null;
  selected: ReadonlySet<string>;
  isNarrow: boolean;
  /** Changes when filter or order change: the list then starts at its top. */
  view: string;
  onCursor: (articleId: string) => void;
  onOpen: (articleId: string) => void;
  /** A click on the checkbox, or on the row with Ctrl or Shift held. */
  onSelect: (articleId: string, isRange: boolean) => void;
}

export function ArticleList(props: ArticleListProps) {
  const { rows, contents, doors, cursor, selected, isNarrow, view, onCursor, onOpen, onSelect } = props;
  const { t } = useWords();
  const scrollerRef = useRef<HTMLDivElement>(null);
  const size = isNarrow ? NARROW_ROW : WIDE_ROW;
  const places = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const cursorPlace = cursor === null ? null : (places.get(cursor) ?? null);
  const start = useMemo(() => recall('library:scroll', { view: '', top: 0 }), []);
  const virtual = useVirtual({
    count: rows.length,
    size,
    scroller: scrollerRef,
    initialOffset: start.view === view ? start.top : 0,
    keyOf: (index) => rows[index]?.id ?? String(index),
    keep: cursorPlace,
  });

  const tagsOf = useTagLists(contents);
  useScrollPlace(scrollerRef, rows, places, size, view);

  useEffect(() => {
    if (cursorPlace !== null) virtual.scrollToIndex(cursorPlace, { align: 'auto' });
    // Only when the cursor itself moves: rows that come in above must not pull the window.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [cursor, virtual]);

  function onClick(event: MouseEvent) {
    const target = event.target as Element;
    const articleId = target.closest<HTMLElement>('[data-article]')?.dataset.article;
    if (!articleId) return;
    if (target.closest('.row-check')) {
      // The state is ours: the box follows the next drawing.
      event.preventDefault();
      onSelect(articleId, event.shiftKey);
    } else if (event.shiftKey) {
      event.preventDefault();
      onSelect(articleId, true);
    } else if (event.ctrlKey || event.metaKey) {
      // On the title the browser opens its link in a new tab, as everywhere.
      if (!target.closest('a')) onSelect(articleId, false);
    } else {
      event.preventDefault();
      onCursor(articleId);
      onOpen(articleId);
    }
  }

  return (
    // Keys are heard by the page (`use-keys.ts`), so that they work wherever the focus is.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={scrollerRef}
      class={`list${isNarrow ? ' narrow' : ''}`}
      role="grid"
      tabIndex={0}
      aria-label={t('libraryList')}
      aria-rowcount={rows.length}
      aria-multiselectable="true"
      aria-activedescendant={cursorPlace === null ? undefined : rowId(cursor!)}
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
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <ArticleRow
                key={row.id}
                id={rowId(row.id)}
                row={row}
                place={item.index + 1}
                top={item.start}
                isCurrent={item.index === cursorPlace}
                isSelected={selected.has(row.id)}
                tags={tagsOf(row.id)}
                annotations={contents.annotations.get(row.id) ?? 0}
                trouble={contents.pictures.get(row.versionId)}
                href={doors.readerHref(row.id)}
                leadPicture={doors.leadPicture}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const NO_TAGS: LibraryTag[] = [];

/** The same array for the same article until tags change, so that rows need not be drawn again. */
function useTagLists(contents: LibraryContents): (articleId: string) => LibraryTag[] {
  return useMemo(() => {
    const byId = new Map(contents.tags.tags.map((tag) => [tag.id, tag]));
    const made = new Map<string, LibraryTag[]>();
    return (articleId: string) => {
      const ids = contents.tags.ofArticle.get(articleId);
      if (!ids) return NO_TAGS;
      let tags = made.get(articleId);
      if (!tags) {
        tags = ids.flatMap((id) => byId.get(id) ?? []);
        made.set(articleId, tags);
      }
      return tags;
    };
  }, [contents.tags]);
}

/** Remembers where the window stands; keeps it on the same article when rows come or go above. */
function useScrollPlace(
  scrollerRef: { current: HTMLElement | null },
  rows: LibraryRow[],
  places: Map<string, number>,
  size: number,
  view: string,
) {
  const seenRef = useRef({ rows, places, size, view });
  useLayoutEffect(() => {
    const before = seenRef.current;
    seenRef.current = { rows, places, size, view };
    const element = scrollerRef.current;
    if (!element || before.rows === rows) return;
    if (before.view !== view) {
      element.scrollTop = 0;
      return;
    }
    const topRow = before.rows[Math.floor(element.scrollTop / before.size)];
    const now = topRow && places.get(topRow.id);
    const then = topRow && before.places.get(topRow.id);
    if (element.scrollTop > 0 && now !== undefined && then !== undefined && now !== then)
      element.scrollTop += (now - then) * size;
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
