// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Words } from '@/components/words';
import type { LibraryRow } from '@/utils/db/articles';
import { Catalogue } from '@/utils/search/catalogue';
import { CHUNK_SIZE, encodeChunk, type CatalogueEntry } from '@/utils/search/catalogue-chunk';
import { DocSet } from '@/utils/search/doc-set';
import { filterDocs } from '@/utils/search/filter-docs';
import type { WordsNode } from '@/utils/search/query';
import { foldMarks } from '@/utils/text/fold';
import type { LibraryContents, LibraryDoors } from './doors';
import { Library } from './Library';

/** A line of the list: what the catalogue holds of it, and what is read when it is shown. */
function row(id: string, more: Partial<LibraryRow> & Partial<CatalogueEntry> = {}) {
  const outlet = more.outlet ?? 'Báo Bình Thuận';
  const read: LibraryRow = {
    id,
    versionId: `v-${id}`,
    title: more.title ?? `Bài ${id}`,
    lead: more.lead ?? null,
    authors: more.authors ?? [],
    outlet,
    published: null,
    language: 'vi',
    url: null,
    origin: 'page',
    savedAt: '2026-01-01T00:00:00.000Z',
  };
  const entry: CatalogueEntry = {
    id,
    state: more.state ?? 'inbox',
    isChanged: more.isChanged ?? false,
    isElsewhere: false,
    savedAt: Date.UTC(2026, 0, 1) - Number(id) * 60_000,
    published: (more as Partial<CatalogueEntry>).published ?? null,
    outlet,
    language: 'vi',
    agency: null,
    words: 100,
    versionCount: 1,
    versionSum: 0,
    picturesKept: 0,
    picturesPending: 0,
    picturesNotAllowed: 0,
    picturesRefused: 0,
    section: [],
    authors: more.authors ?? [],
    collections: more.collections ?? [],
    work: more.work ?? [],
  };
  return { read, entry };
}

const coded = (annotations: number, articleCodes: string[]) => [
  { coderId: 'lan', annotations, comments: 0, reviews: 0, memos: 0, articleCodes, passageCodes: [] },
];
const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 60_000;

const WATER = { id: 'c1', name: 'Thủy lợi', colour: '#7fb8e6', folded: 'thuy loi' };
const TITLES = ['Khởi công hồ chứa nước Ka Pét', 'Ngư dân vào vụ cá mới', 'Thanh long rớt giá', 'Tin cũ'];
const LINES = [
  row('1', { title: TITLES[0], authors: ['Đình Nhượng'], work: coded(3, []) }),
  row('2', {
    title: TITLES[1],
    outlet: 'Ấp Bắc',
    published: day('2026-03-05') as never,
    work: coded(0, ['c1']),
  }),
  row('3', { title: TITLES[2], outlet: 'VnExpress', published: day('2021-11-24') as never, isChanged: true }),
  row('4', { title: TITLES[3], state: 'bin' }),
];

function contentsOf(
  more: Partial<LibraryContents> = {},
  lines: { entry: CatalogueEntry }[] = LINES,
): LibraryContents {
  const catalogue = new Catalogue();
  for (let base = 0; base < lines.length; base += CHUNK_SIZE) {
    const entries = lines.slice(base, base + CHUNK_SIZE).map(({ entry }) => entry);
    catalogue.put([{ chunk: base / CHUNK_SIZE, at: 1, bytes: encodeChunk(entries) }]);
  }
  catalogue.look('lan', []);
  return {
    catalogue,
    revision: catalogue.revision,
    tags: [WATER],
    collections: [],
    coders: [{ id: 'lan', name: 'Lan' }],
    searches: [],
    behind: 0,
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
    rows: vi.fn((ids: string[]) =>
      Promise.resolve(ids.map((id) => LINES.find(({ read }) => read.id === id)?.read ?? row(id).read)),
    ),
    search: vi.fn<LibraryDoors['search']>((node, catalogue, labels) => {
      const inTexts = (part: WordsNode) => {
        const words = part.is === 'near' ? [...part.left, ...part.right] : part.words;
        const found = LINES.filter(({ read }) =>
          words.every(({ folded }) => foldMarks(`${read.title} ${read.lead}`).includes(folded)),
        );
        return catalogue.docsOf(found.map(({ read }) => read.id));
      };
      return Promise.resolve({
        yes: filterDocs(catalogue, node, labels, inTexts),
        unsure: new DocSet(catalogue.size),
        scores: new Float32Array(catalogue.size),
        taken: [],
        settle: () => Promise.resolve(),
        prepare: () => undefined,
        forget: () => undefined,
        passages: () => Promise.resolve(new Map()),
      });
    }),
    createSearch: vi.fn(() => yes({ searchId: 's1' })),
    editSearch: vi.fn(() => yes(null)),
    moveSearch: vi.fn(() => yes(null)),
    removeSearch: vi.fn(() => yes(null)),
    watchLook: vi.fn<LibraryDoors['watchLook']>(() => () => undefined),
    writeMemo: vi.fn(() => yes(null)),
    oldInBin: vi.fn(() => Promise.resolve(1)),
    moveCollection: vi.fn(() => yes(null)),
    setState: vi.fn<LibraryDoors['setState']>(() => yes(null)),
    tag: vi.fn(() => yes({ codeId: 'c1' })),
    untag: vi.fn(() => yes(null)),
    collect: vi.fn(() => yes(null)),
    createCollection: vi.fn(() => yes({ collectionId: 'k1' })),
    renameCollection: vi.fn(() => yes(null)),
    removeCollection: vi.fn(() => yes(null)),
    createProject: vi.fn(() => yes({ projectId: 'p1' })),
    renameProject: vi.fn(() => yes(null)),
    removeProject: vi.fn(() => yes(null)),
    switchProject: vi.fn(() => yes(null)),
    projectContents: vi.fn<LibraryDoors['projectContents']>(),
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
const shown = async (expected: (string | undefined)[]) => waitFor(() => expect(titles()).toEqual(expected));
const key = (name: string, more: KeyboardEventInit = {}, on: Element = document.body) =>
  fireEvent.keyDown(on, { key: name, ...more });
const field = () => screen.getByRole('combobox', { name: 'Search the archive' });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const facet = (name: RegExp) => screen.getByRole('button', { name });

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(cleanup);

describe('narrowing', () => {
  test('takes words from the search, and clears what finds nothing', async () => {
    show();
    await shown(TITLES.slice(0, 3));
    type('ka pet');
    await shown([TITLES[0]]);
    type('không có đâu');
    expect(await screen.findByRole('heading', { name: 'No article matches' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await shown(TITLES.slice(0, 3));
  });

  test('answers fields of the line and the facets from the catalogue; values of one facet are alternatives', async () => {
    show();
    type('outlet:"ap bac"');
    await shown([TITLES[1]]);
    type('');
    fireEvent.click(facet(/^Ấp Bắc/));
    await shown([TITLES[1]]);
    fireEvent.click(facet(/^VnExpress/));
    await shown([TITLES[1], TITLES[2]]);
    fireEvent.click(facet(/^Thủy lợi/));
    await shown([TITLES[1]]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter: Thủy lợi' }));
    await shown([TITLES[1], TITLES[2]]);
    // What is chosen in a facet does not take its other values away.
    await waitFor(() => expect(facet(/^Báo Bình Thuận/).textContent).toContain('1'));
  });

  test('to what its page no longer says, which the line tells', async () => {
    show();
    await shown(TITLES.slice(0, 3));
    expect(screen.getAllByText('The page has changed since it was saved')).toHaveLength(1);
    type('có:đã-sửa');
    await shown([TITLES[2]]);
    type('has:versions');
    expect(await screen.findByRole('heading', { name: 'No article matches' })).toBeTruthy();
    type('');
    fireEvent.click(facet(/^With$/));
    fireEvent.click(await screen.findByRole('button', { name: /^Page changed since saved/ }));
    await shown([TITLES[2]]);
  });

  test('by date, with the last day meant', async () => {
    show();
    fireEvent.click(facet(/^Published/));
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2021-11-24' } });
    await shown([TITLES[1], TITLES[2]]);
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2021-11-24' } });
    await shown([TITLES[2]]);
    expect((screen.getByLabelText('To') as HTMLInputElement).value).toBe('2021-11-24');
  });

  test('leaves the bin out of "all" and shows it on its own', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /^Bin/ }));
    await shown([TITLES[3]]);
    expect(screen.getByRole('button', { name: 'Empty the bin…' })).toBeTruthy();
  });

  test('a remembered filter whose tag is gone is forgotten', async () => {
    const filters = [{ field: 'code', value: 'gone' }];
    sessionStorage.setItem(
      'pressmark:library:narrowing',
      JSON.stringify({ line: '', filters, state: 'all', sort: 'saved' }),
    );
    show();
    await shown(TITLES.slice(0, 3));
    expect(sessionStorage.getItem('pressmark:library:narrowing')).not.toContain('gone');
  });

  test('a month of the timeline', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Timeline' }));
    expect(screen.getByText('1 without a date')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'November 2021: 1' }));
    await shown([TITLES[2]]);
  });
});

describe('the keyboard', () => {
  test('walks, opens, looks, and bins what is under the cursor, with undo', async () => {
    const watchLook = vi.fn<LibraryDoors['watchLook']>(() => () => undefined);
    const doors = show(contentsOf(), { watchLook });
    await shown(TITLES.slice(0, 3));
    key('j');
    key('j');
    const grid = screen.getByRole('grid', { name: 'Articles' });
    expect(grid.getAttribute('aria-activedescendant')).toBe('article-1');
    expect(grid.getAttribute('aria-rowcount')).toBe('3');
    expect(document.activeElement).toBe(grid);
    key('Enter', {}, grid);
    expect(doors.open).toHaveBeenCalledWith('reader', { article: '2' });
    key(' ', {}, grid);
    expect(screen.getByRole('complementary', { name: 'Quick look' })).toBeTruthy();
    await waitFor(() => expect(watchLook.mock.calls.at(-1)![0]).toBe('2'));
    key('Escape');
    expect(screen.queryByRole('complementary')).toBeNull();
    key('#');
    expect(doors.setState).toHaveBeenCalledWith(['2'], 'bin', undefined);
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
    key('#', {}, field());
    key('#', { isComposing: true });
    key('#', { keyCode: 229 });
    expect(doors.setState).not.toHaveBeenCalled();
    key('#');
    expect(doors.setState).toHaveBeenCalledTimes(1);
  });

  test('goes to the filter and shows its own list', () => {
    show();
    key('/');
    expect(document.activeElement).toBe(field());
    key('?');
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });
});

describe('the selection', () => {
  test('takes a range with Shift and acts on what is shown only', async () => {
    const doors = show();
    await shown(TITLES.slice(0, 3));
    const box = (name: string) => screen.getByRole('checkbox', { name: `Select “${name}”` });
    fireEvent.click(box(TITLES[0]!));
    fireEvent.click(box(TITLES[2]!), { shiftKey: true });
    expect(screen.getByRole('toolbar', { name: '3 selected' })).toBeTruthy();
    type('thanh long');
    const bar = await screen.findByRole('toolbar', { name: '1 selected' });
    fireEvent.click(within(bar).getByRole('button', { name: 'Mark as kept' }));
    expect(doors.setState).toHaveBeenCalledWith(['3'], 'kept', undefined);
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
  });

  test('of thousands is put on by a dialog that makes way for progress and its Stop', async () => {
    const lines = Array.from({ length: 501 }, (_, n) => row(String(n + 1)));
    const tag = vi.fn<LibraryDoors['tag']>(() => new Promise(() => undefined));
    show(contentsOf({}, lines), { tag });
    key('a', { ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Tag' }));
    const dialog = screen.getByRole('dialog');
    fireEvent.input(within(dialog).getByRole('combobox'), { target: { value: 'nghề cá' } });
    fireEvent.keyDown(within(dialog).getByRole('combobox'), { key: 'Enter' });
    await screen.findByText('Tagged: 0 of 501');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
  });

  test('taken back slowly says that it is being taken back', async () => {
    let answer: (value: { did: string }) => void = () => {};
    const undo = vi.fn<LibraryDoors['undo']>(
      () =>
        new Promise((resolve) => {
          answer = (value) => resolve({ ok: true, value });
        }),
    );
    show(contentsOf(), { undo });
    key('u');
    await screen.findByText('Taking it back…');
    answer({ did: 'journalBinned' });
    await screen.findByText('Taken back: Moved to the bin');
    expect(screen.queryByText('Taking it back…')).toBeNull();
  });

  test('stays when an act failed, and says why', async () => {
    const refused = vi.fn(() => Promise.resolve({ ok: false as const, error: { code: 'archiveBusy' } }));
    show(contentsOf(), { setState: refused });
    key('a', { ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Move to the bin' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The archive is busy');
    expect(screen.getByRole('toolbar', { name: '3 selected' })).toBeTruthy();
  });

  test('of thousands goes in parts under one name, and can be stopped on the way', async () => {
    const lines = Array.from({ length: 1_300 }, (_, n) => row(String(n + 1)));
    let go = () => {};
    const setState = vi.fn<LibraryDoors['setState']>(
      () =>
        new Promise((resolve) => {
          go = () => resolve({ ok: true, value: null });
        }),
    );
    show(contentsOf({}, lines), { setState });
    key('a', { ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Move to the bin' }));
    await screen.findByText('Moved to the bin: 0 of 1,300');
    go();
    await screen.findByText('Moved to the bin: 500 of 1,300');
    const [[first, , group], [second, , same]] = setState.mock.calls as [
      Parameters<LibraryDoors['setState']>,
      Parameters<LibraryDoors['setState']>,
    ];
    expect([first.length, second.length]).toEqual([500, 500]);
    expect(group).toBeTruthy();
    expect(same).toBe(group);
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    go();
    await screen.findByText('Moved to the bin: stopped after 1,000 of 1,300');
    expect(setState).toHaveBeenCalledTimes(2);
  });
});

describe('a long list', () => {
  test('reads rows near the window only, and shows lines of the same height until they come', async () => {
    const lines = Array.from({ length: 1_000 }, (_, n) => row(String(n + 1)));
    const rows = vi.fn<LibraryDoors['rows']>((ids) => Promise.resolve(ids.map((id) => row(id).read)));
    show(contentsOf({}, lines), { rows });
    expect(document.querySelectorAll('.row.waiting').length).toBeGreaterThan(5);
    await screen.findByRole('link', { name: 'Bài 1' });
    expect(document.querySelectorAll('.row.waiting').length).toBe(0);
    const read = rows.mock.calls.flatMap(([ids]) => ids);
    expect(read.length).toBeLessThan(100);
    expect(new Set(read).size).toBe(read.length);
  });
});

describe('other results', () => {
  test('are shown from their top, also when the article under the cursor comes back among them', async () => {
    const inbox = Array.from({ length: 200 }, (_, n) => row(String(n + 1)));
    const kept = row('300', { state: 'kept' });
    show(contentsOf({}, [...inbox, kept]));
    const list = await screen.findByRole('grid');
    key('j');
    key('End');
    key('k');
    await waitFor(() => expect(list.scrollTop).toBeGreaterThan(5_000));
    fireEvent.click(screen.getByRole('button', { name: /^Kept/ }));
    await screen.findByText('1 article');
    fireEvent.click(screen.getByRole('button', { name: /^All articles/ }));
    await screen.findByText('201 articles');
    const again = screen.getByRole('grid');
    await waitFor(() => expect(again.getAttribute('aria-activedescendant')).not.toBeNull());
    // jsdom tells nobody that it scrolled.
    fireEvent.scroll(again);
    await screen.findByRole('link', { name: 'Bài 5' });
    expect(again.scrollTop).toBe(0);
  });

  test('of words are shown from their top, too', async () => {
    const lines = Array.from({ length: 200 }, (_, n) => row(String(n + 10)));
    const search = vi.fn<LibraryDoors['search']>((_, catalogue) =>
      Promise.resolve({
        yes: catalogue.here,
        unsure: new DocSet(catalogue.size),
        scores: new Float32Array(catalogue.size),
        taken: [],
        settle: () => Promise.resolve(),
        prepare: () => undefined,
        forget: () => undefined,
        passages: () => Promise.resolve(new Map()),
      }),
    );
    show(contentsOf({}, lines), { search });
    const list = await screen.findByRole('grid');
    key('j');
    key('End');
    await waitFor(() => expect(list.scrollTop).toBeGreaterThan(5_000));
    type('thanh long');
    await waitFor(() => expect(list.scrollTop).toBe(0));
    const found = await screen.findByRole('link', { name: 'Bài 10' });
    const results = screen.getByRole('grid');
    expect(results.scrollTop).toBe(0);
    key('Enter', {}, field());
    await waitFor(() =>
      expect(results.getAttribute('aria-activedescendant')).toBe(found.closest('[role=row]')!.id),
    );
    expect(results.scrollTop).toBe(0);
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

describe('collections', () => {
  const collections = [
    { id: 'sea', name: 'Mùa biển', parentId: null },
    { id: 'storm', name: 'Bão lũ', parentId: 'sea' },
    { id: 'fair', name: 'Lễ hội', parentId: null },
  ];

  test('count what is below them, and move under another but never under their own child', async () => {
    const lines = [row('1', { collections: ['storm'] }), row('2', { collections: ['sea', 'storm'] })];
    const doors = show(contentsOf({ collections }, lines));
    expect(facet(/^Mùa biển/).textContent).toContain('2');
    fireEvent.click(screen.getByRole('button', { name: 'Rename Mùa biển' }));
    const inside = within(screen.getByRole('dialog')).getByRole('combobox', { name: 'Inside' });
    expect(within(inside).queryByRole('option', { name: /Bão lũ/ })).toBeNull();
    fireEvent.change(inside, { target: { value: 'fair' } });
    fireEvent.click(screen.getByRole('button', { name: 'Rename' }));
    await waitFor(() => expect(doors.moveCollection).toHaveBeenCalledWith('sea', 'fair'));
    expect(doors.renameCollection).not.toHaveBeenCalled();
  });
});

describe('what stands there without articles', () => {
  test('first use, loading, and an archive that cannot be opened', () => {
    const doors = show(contentsOf({}, []));
    fireEvent.click(screen.getByRole('button', { name: 'How to save articles' }));
    expect(doors.open).toHaveBeenCalledWith('welcome');
    cleanup();
    show(contentsOf({ catalogue: null }));
    expect(screen.getByText('Reading the archive…')).toBeTruthy();
    cleanup();
    const broken = show(contentsOf({ catalogue: null, problem: 'storageTooNew' }));
    expect(screen.getByRole('alert').textContent).toContain('newer Pressmark');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(broken.retry).toHaveBeenCalledTimes(1);
  });

  test('an archive whose articles are still being made ready is not called empty', () => {
    show(contentsOf({ behind: 500 }, []));
    expect(screen.getByText('Making articles ready for search: 500 left')).toBeTruthy();
    expect(screen.queryByText('Your archive is empty')).toBeNull();
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
