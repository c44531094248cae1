// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Words } from '@/components/words';
import type { LibraryRow } from '@/utils/db/articles';
import { foldMarks } from '@/utils/text/fold';
import type { LibraryContents, LibraryDoors } from './doors';
import { Library } from './Library';
import { countFacets, EVERYTHING, foldedRows, narrowRows, sortRows } from './narrow-rows';

function row(id: string, more: Partial<LibraryRow> = {}): LibraryRow {
  return {
    id,
    versionId: `v-${id}`,
    title: `Bài ${id}`,
    lead: null,
    authors: [],
    outlet: 'Báo Bình Thuận',
    published: null,
    language: 'vi',
    url: null,
    state: 'inbox',
    origin: 'page',
    savedAt: '2026-01-01T00:00:00.000Z',
    binnedAt: null,
    versionCount: 1,
    collections: [],
    ...more,
  };
}

const WATER = { id: 'c1', name: 'Thủy lợi', colour: '#7fb8e6', folded: 'thuy loi' };
const ROWS = [
  row('1', { title: 'Khởi công hồ chứa nước Ka Pét', authors: ['Đình Nhượng'] }),
  row('2', { title: 'Ngư dân vào vụ cá mới', outlet: 'Ấp Bắc', published: '2026-03-05T06:55:00+07:00' }),
  row('3', { title: 'Thanh long rớt giá', outlet: 'VnExpress', published: '2021-11-24', lead: 'Mưa lớn' }),
  row('4', { title: 'Tin cũ', state: 'bin', binnedAt: '2026-01-01T00:00:00.000Z' }),
];

function contentsOf(more: Partial<LibraryContents> = {}): LibraryContents {
  const ofArticle = new Map([['2', ['c1']]]);
  return {
    rows: ROWS,
    tags: { tags: [WATER], ofArticle, ownOfArticle: ofArticle },
    collections: [],
    annotations: new Map([['1', 3]]),
    pictures: new Map(),
    isWhole: true,
    problem: null,
    ...more,
  };
}

const yes = <T,>(value: T) => Promise.resolve({ ok: true as const, value });

function show(contents: LibraryContents = contentsOf(), more: Partial<LibraryDoors> = {}) {
  const doors = {
    open: vi.fn(),
    readerHref: (id: string) => `/reader.html?article=${id}`,
    setState: vi.fn(() => yes(null)),
    tag: vi.fn(() => yes({ codeId: 'c1' })),
    untag: vi.fn(() => yes(null)),
    collect: vi.fn(() => yes(null)),
    createCollection: vi.fn(() => yes({ collectionId: 'k1' })),
    renameCollection: vi.fn(() => yes(null)),
    removeCollection: vi.fn(() => yes(null)),
    undo: vi.fn(() => yes({ did: 'journalBinned' })),
    redo: vi.fn(() => yes({ did: null })),
    binContents: vi.fn(() => Promise.resolve({ articles: 1, versions: 2, annotations: 3, pictures: 4 })),
    emptyBin: vi.fn(() => yes({ removed: 1 })),
    leadPicture: vi.fn(() => Promise.resolve(null)),
    exportArchive: vi.fn(),
    unfinishedBlindWork: vi.fn<LibraryDoors['unfinishedBlindWork']>().mockResolvedValue([]),
    coders: vi.fn<LibraryDoors['coders']>(),
    drawSample: vi.fn<LibraryDoors['drawSample']>(),
    planImport: vi.fn(),
    applyImport: vi.fn(),
    retry: vi.fn(),
    ...more,
  } satisfies LibraryDoors;
  render(
    <Words locale="en">
      <Library contents={contents} storage={{ usage: 1_200_000, persisted: true }} doors={doors} />
    </Words>,
  );
  return doors;
}

const titles = () => screen.queryAllByRole('link').map((link) => link.textContent);
const key = (name: string, more: KeyboardEventInit = {}, on: Element = document.body) =>
  fireEvent.keyDown(on, { key: name, ...more });

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

describe('filtering', () => {
  test('takes words without marks, over titles, authors, leads and tags', () => {
    show();
    const field = screen.getByRole('searchbox', { name: 'Filter articles' });
    expect(titles()).toHaveLength(3);
    for (const [query, found] of [
      ['ka pet', 'Khởi công hồ chứa nước Ka Pét'],
      ['dinh nhuong', 'Khởi công hồ chứa nước Ka Pét'],
      ['mua lon', 'Thanh long rớt giá'],
      ['thuy loi', 'Ngư dân vào vụ cá mới'],
    ] as const) {
      fireEvent.input(field, { target: { value: query } });
      expect(titles(), query).toEqual([found]);
    }
    fireEvent.input(field, { target: { value: 'không có đâu' } });
    expect(screen.getByRole('heading', { name: 'No article matches' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(titles()).toHaveLength(3);
  });

  test('leaves the bin out of "all" and shows it on its own', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Bin/ }));
    expect(titles()).toEqual(['Tin cũ']);
    expect(screen.getByRole('button', { name: 'Empty the bin…' })).toBeTruthy();
  });

  test('sorts by publication with unknown dates last, and outlets the Vietnamese way', () => {
    expect(sortRows(ROWS, 'published').map((one) => one.id)).toEqual(['2', '3', '1', '4']);
    expect(sortRows(ROWS, 'outlet').map((one) => one.outlet)[0]).toBe('Ấp Bắc');
    expect(countFacets(ROWS, contentsOf().tags)).toMatchObject({
      states: { all: 3, inbox: 3, kept: 0, bin: 1 },
    });
  });

  test('reads a row anew when its words changed', () => {
    const folded = foldedRows();
    const { tags } = contentsOf();
    const narrowing = { ...EVERYTHING, query: 'da doi' };
    expect(narrowRows(ROWS, narrowing, tags, folded)).toEqual([]);
    const changed = [{ ...ROWS[0]!, title: 'Đã đổi' }];
    expect(narrowRows(changed, narrowing, tags, folded)).toEqual(changed);
    expect(folded.of(changed[0]!)).toContain(foldMarks('Đã đổi'));
  });
});

describe('the keyboard', () => {
  test('walks, opens, and bins what is under the cursor, with undo', async () => {
    const doors = show();
    key('j');
    key('j');
    const grid = screen.getByRole('grid', { name: 'Articles' });
    expect(grid.getAttribute('aria-activedescendant')).toBe('article-2');
    expect(grid.getAttribute('aria-rowcount')).toBe('3');
    expect(document.activeElement).toBe(grid);
    key('Enter', {}, grid);
    expect(doors.open).toHaveBeenCalledWith('reader', { article: '2' });
    key('#');
    expect(doors.setState).toHaveBeenCalledWith(['2'], 'bin');
    await screen.findByText('Moved to the bin');
    key('u');
    await screen.findByText('Taken back: Moved to the bin');
    expect(doors.undo).toHaveBeenCalledTimes(1);
    key('z', { ctrlKey: true, shiftKey: true });
    await screen.findByText('There is nothing to do again.');
  });

  test('is silent while someone types or an input method composes', () => {
    const doors = show();
    key('j');
    const field = screen.getByRole('searchbox', { name: 'Filter articles' });
    key('#', {}, field);
    key('#', { isComposing: true });
    key('#', { keyCode: 229 });
    expect(doors.setState).not.toHaveBeenCalled();
    key('#');
    expect(doors.setState).toHaveBeenCalledTimes(1);
  });

  test('goes to the filter and shows its own list', () => {
    show();
    key('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Filter articles' }));
    key('?');
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });
});

describe('the selection', () => {
  test('takes a range with Shift and acts on what is shown only', async () => {
    const doors = show();
    const box = (name: string) => screen.getByRole('checkbox', { name: `Select “${name}”` });
    fireEvent.click(box(ROWS[0]!.title));
    fireEvent.click(box(ROWS[2]!.title), { shiftKey: true });
    expect(screen.getByRole('toolbar', { name: '3 selected' })).toBeTruthy();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Filter articles' }), {
      target: { value: 'thanh long' },
    });
    const bar = screen.getByRole('toolbar', { name: '1 selected' });
    fireEvent.click(within(bar).getByRole('button', { name: 'Mark as kept' }));
    expect(doors.setState).toHaveBeenCalledWith(['3'], 'kept');
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
  });

  test('stays when an act failed, and says why', async () => {
    const refused = vi.fn(() => Promise.resolve({ ok: false as const, error: { code: 'archiveBusy' } }));
    show(contentsOf(), { setState: refused });
    key('a', { ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Move to the bin' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The archive is busy');
    expect(screen.getByRole('toolbar', { name: '3 selected' })).toBeTruthy();
  });
});

describe('the bin', () => {
  test('is emptied only after saying what is lost', async () => {
    const doors = show();
    fireEvent.click(screen.getByRole('button', { name: /^Bin/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Empty the bin…' }));
    const dialog = screen.getByRole('dialog', { name: 'Empty the bin?' });
    await within(dialog).findByText(/1 articles with 2 versions, 3 highlights and 4 pictures/);
    expect(doors.emptyBin).not.toHaveBeenCalled();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
    await screen.findByText('Deleted for good: 1');
    expect(doors.emptyBin).toHaveBeenCalledWith(['4']);
  });
});

describe('what stands there without articles', () => {
  test('first use, loading, and an archive that cannot be opened', () => {
    const doors = show(contentsOf({ rows: [] }));
    fireEvent.click(screen.getByRole('button', { name: 'How to save articles' }));
    expect(doors.open).toHaveBeenCalledWith('welcome');
    cleanup();
    show(contentsOf({ rows: null }));
    expect(screen.getByText('Reading the archive…')).toBeTruthy();
    cleanup();
    const broken = show(contentsOf({ rows: null, problem: 'storageTooNew' }));
    expect(screen.getByRole('alert').textContent).toContain('newer Pressmark');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(broken.retry).toHaveBeenCalledTimes(1);
  });
});

describe('importing', () => {
  test('shows what would change before anything is written, and failures with their line', async () => {
    const counts = { new: 0, same: 1, newerHere: 0, newerInFile: 0 };
    const tables = { articles: { ...counts, new: 2 }, codes: counts } as never;
    const plan = { sha256: 's', bytes: 1, records: 4, tables, notes: [] };
    const planImport = vi
      .fn<LibraryDoors['planImport']>()
      .mockResolvedValueOnce({ ok: false, error: { code: 'truncated', line: 7 } })
      .mockResolvedValueOnce({ ok: true, plan });
    const applyImport = vi.fn<LibraryDoors['applyImport']>(() =>
      Promise.resolve({ ok: true, result: { records: 4, tables } }),
    );
    show(contentsOf(), { planImport, applyImport });
    fireEvent.click(screen.getByRole('button', { name: 'Import…' }));
    const file = new File(['{}'], 'archive.json');
    const choose = () =>
      fireEvent.change(screen.getByLabelText(/Choose a file/), { target: { files: [file] } });
    choose();
    expect((await screen.findByRole('alert')).textContent).toContain('Line 7:');
    choose();
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('row', { name: 'Articles 2 1 0 0' })).toBeTruthy();
    expect(applyImport).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Merge into the archive' }));
    await screen.findByText('Imported: 2 new records, 0 changed.');
    expect(applyImport.mock.calls[0]![1]).toBe(plan);
  });
});
