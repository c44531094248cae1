// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Words } from '@/components/words';
import type { Codebook as Book, CodebookCode } from '@/utils/db/codebook';
import { foldMarks } from '@/utils/text/fold';
import { Codebook } from './Codebook';
import type { CodebookDoors, CodeDetail } from './doors';
import { flatRows } from './flat-rows';

function code(
  id: string,
  name: string,
  parentId: string | null,
  more: Partial<CodebookCode> = {},
): CodebookCode {
  return {
    id,
    projectId: 'p',
    parentId,
    name,
    folded: foldMarks(name),
    colour: '#7fb8e6',
    definition: '',
    include: '',
    exclude: '',
    example: '',
    values: [],
    order: Number(id.slice(1)),
    shortcut: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    touched: {},
    passages: 0,
    articles: 0,
    hasMemo: false,
    ...more,
  };
}

const CODES = [
  code('c1', 'Khung', null),
  code('c2', 'Khủng hoảng', 'c1', { passages: 4, articles: 2 }),
  code('c3', 'Trách nhiệm', 'c1'),
  code('c4', 'Giọng điệu', null, { values: ['tốt', 'xấu'] }),
];

const yes = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const no = (error: { code: string; detail?: string }) => Promise.resolve({ ok: false as const, error });

function show(more: Partial<CodebookDoors> = {}, codes = CODES, detail?: CodeDetail) {
  const doors = {
    create: vi.fn(() => yes({ codeId: 'c9' })),
    edit: vi.fn(() => yes(null)),
    recolour: vi.fn(() => yes(null)),
    move: vi.fn(() => yes(null)),
    merge: vi.fn(() => yes(null)),
    split: vi.fn(() => yes({ codeId: 'c9' })),
    remove: vi.fn(() => yes(null)),
    writeMemo: vi.fn(() => yes(null)),
    undo: vi.fn(() => yes({ did: 'journalCodesMerged' })),
    redo: vi.fn(() => yes({ did: null })),
    show: vi.fn(),
    readerHref: () => '/reader.html',
    exportCodebook: vi.fn(() => no({ code: 'unexpected' })),
    readFile: vi.fn(() => no({ code: 'badXml', detail: '7' })),
    importEntries: vi.fn(() => yes({ made: 1, changed: 0 })),
    openLibrary: vi.fn(),
    openSettings: vi.fn(),
    ...more,
  } satisfies CodebookDoors;
  const book: Book = {
    project: { id: 'p', name: 'Nghiên cứu' },
    codes,
    undo: 'journalCodeMoved',
    redo: null,
  };
  render(
    <Words locale="en">
      <Codebook
        book={book}
        detail={detail ?? { codeId: null, passages: null, memos: [] }}
        projectMemos={[]}
        problem={null}
        doors={doors}
      />
    </Words>,
  );
  return doors;
}

const tree = () => screen.getByRole('tree', { name: 'Codes' });
const names = () =>
  within(tree())
    .getAllByRole('treeitem')
    .map((row) => row.textContent);
const press = (key: string, more: object = {}) => fireEvent.keyDown(tree(), { key, ...more });
const row = (name: RegExp) => within(tree()).getByRole('treeitem', { name });

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'scrollTo', { configurable: true, value: () => undefined });
});
afterEach(cleanup);

describe('the tree', () => {
  test('is walked, closed and opened with the arrows, and says where one is', () => {
    show();
    tree().focus();
    expect(tree().getAttribute('aria-activedescendant')).toBe('code-c1');
    expect(row(/^Khủng hoảng/).getAttribute('aria-level')).toBe('2');
    expect(row(/^Khủng hoảng\s?passages: 4, articles: 2/)).toBeTruthy();
    press('ArrowLeft');
    expect(row(/^Khung/).getAttribute('aria-expanded')).toBe('false');
    expect(names()).toHaveLength(2);
    press('ArrowRight');
    press('ArrowRight');
    expect(tree().getAttribute('aria-activedescendant')).toBe('code-c2');
    press('End');
    expect(tree().getAttribute('aria-activedescendant')).toBe('code-c4');
  });

  test('a new code is named in place, beside the cursor or below it', async () => {
    const doors = show();
    tree().focus();
    press('ArrowDown');
    press('n');
    const field = screen.getByRole('textbox', { name: 'Name of the new code' });
    fireEvent.input(field, { target: { value: 'Xung đột' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(doors.create).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() =>
      expect(doors.create).toHaveBeenCalledWith({ name: 'Xung đột', parentId: 'c1', beforeId: 'c3' }),
    );
  });

  test('a name that is taken is refused with the reason, and can be written on', async () => {
    const doors = show({ edit: vi.fn(() => no({ code: 'nameTaken', detail: 'Khung' })) });
    tree().focus();
    press('ArrowDown');
    press('F2');
    const field = screen.getByRole('textbox', { name: /New name of/ });
    fireEvent.input(field, { target: { value: 'KHUNG' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect((await screen.findByRole('alert')).textContent).toMatch(/“Khung” is there already.*Unicode/);
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(tree()));
    expect(doors.edit).toHaveBeenCalledTimes(1);
  });

  test('codes move by key: order, level, cut and paste', () => {
    const doors = show();
    tree().focus();
    press('ArrowDown');
    press('ArrowDown', { altKey: true });
    expect(doors.move).toHaveBeenLastCalledWith(['c2'], 'c1', null);
    press('ArrowLeft', { altKey: true });
    expect(doors.move).toHaveBeenLastCalledWith(['c2'], null, 'c4');
    press('ArrowDown');
    press('ArrowRight', { altKey: true });
    expect(doors.move).toHaveBeenLastCalledWith(['c3'], 'c2', null);
    press('x', { ctrlKey: true });
    press('End');
    press('v', { ctrlKey: true });
    expect(doors.move).toHaveBeenLastCalledWith(['c3'], 'c4', null);
  });

  test('several codes are merged into the one chosen', async () => {
    const doors = show();
    tree().focus();
    press('ArrowDown');
    press('ArrowDown', { shiftKey: true });
    press('m');
    const dialog = screen.getByRole('dialog', { name: 'Merge codes' });
    const stays = within(dialog).getByRole('radio', { name: /Khủng hoảng/ });
    expect((stays as HTMLInputElement).checked).toBe(true);
    fireEvent.click(within(dialog).getByRole('radio', { name: /Trách nhiệm/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(doors.merge).toHaveBeenCalledWith(['c2'], 'c3'));
  });

  test('what is used is not deleted without asking about what is below; what is bare goes at once', async () => {
    const doors = show();
    tree().focus();
    press('Delete');
    const dialog = screen.getByRole('dialog', { name: 'Delete “Khung”?' });
    fireEvent.click(within(dialog).getByRole('radio', { name: 'They are deleted too' }));
    expect(dialog.textContent).toContain('4 passages');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(doors.remove).toHaveBeenCalledWith(['c1'], 'remove'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    press('End');
    press('Delete');
    expect(doors.remove).toHaveBeenLastCalledWith(['c4'], 'lift');
  });

  test('a search without marks finds the code and the way to it', () => {
    show();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search codes' }), { target: { value: 'hoang' } });
    expect(names().map((text) => text?.replace(/passages.*$/, ''))).toEqual([
      'Khung',
      expect.stringContaining('Khủng hoảng'),
    ]);
  });

  test('undo says what it undid', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Undo: Code moved' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Codes merged'));
  });
});

describe('the code', () => {
  test('fields are kept when left, and not when given up', async () => {
    const doors = show();
    tree().focus();
    press('ArrowDown');
    const definition = screen.getByRole('textbox', { name: 'Definition' });
    fireEvent.input(definition, { target: { value: 'Bất thường' } });
    fireEvent.blur(definition);
    expect(doors.edit).toHaveBeenLastCalledWith('c2', { definition: 'Bất thường' });
    fireEvent.click(screen.getByRole('radio', { name: 'Green' }));
    expect(doors.recolour).toHaveBeenLastCalledWith('c2', '#8fce9a', false);
    const calls = vi.mocked(doors.edit).mock.calls.length;
    const example = screen.getByRole('textbox', { name: 'Example' });
    fireEvent.input(example, { target: { value: 'x' } });
    fireEvent.keyDown(example, { key: 'Escape' });
    fireEvent.blur(example);
    expect(vi.mocked(doors.edit).mock.calls).toHaveLength(calls);
    await waitFor(() => expect(doors.show).toHaveBeenLastCalledWith('c2'));
  });

  test('values are reworded, and what was coded follows', () => {
    const doors = show();
    tree().focus();
    press('End');
    const value = screen.getByRole('textbox', { name: 'Value 2' });
    fireEvent.input(value, { target: { value: 'kém' } });
    fireEvent.blur(value);
    expect(doors.edit).toHaveBeenLastCalledWith('c4', {
      values: ['tốt', 'kém'],
      renamedValues: [{ from: 'xấu', to: 'kém' }],
    });
  });

  test('chosen passages are split off under a new name', async () => {
    const passage = {
      codingId: 'k1',
      annotationId: 'a1',
      quote: 'chưa từng có',
      comment: '',
      value: null,
      articleId: 'x',
      versionId: 'v',
      title: 'Hạn hán',
      outlet: 'BTO',
      published: '2026-03-05',
      language: 'vi',
      coder: 'Lan',
      codedAt: '2026-03-06T00:00:00.000Z',
    };
    const doors = show({}, CODES, { codeId: 'c2', passages: [passage], memos: [] });
    tree().focus();
    press('ArrowDown');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose: chưa từng có' }));
    fireEvent.click(screen.getByRole('button', { name: 'Split off 1…' }));
    const dialog = screen.getByRole('dialog', { name: 'Split “Khủng hoảng”' });
    fireEvent.input(within(dialog).getByRole('textbox'), { target: { value: 'Báo động' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Split off' }));
    await waitFor(() => expect(doors.split).toHaveBeenCalledWith('c2', ['k1'], 'Báo động'));
  });
});

describe('files', () => {
  test('a broken file is refused with its line', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Import a codebook…', hidden: true }));
    const dialog = screen.getByRole('dialog', { name: 'Import a codebook' });
    fireEvent.change(dialog.querySelector('input[type=file]')!, {
      target: { files: [new File(['<'], 'a.qdc')] },
    });
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/7.*XML is broken/);
  });

  test('the plan is shown before anything is merged', async () => {
    const entry = {
      id: null,
      parent: null,
      name: 'Mới',
      colour: null,
      definition: '',
      include: '',
      exclude: '',
      example: '',
      values: [],
      shortcut: null,
      memo: '',
    };
    const plan = [
      { entry, kind: 'new' as const, name: 'Mới', codeId: null, fills: [], fields: [] },
      {
        entry,
        kind: 'differs' as const,
        name: 'Khung',
        codeId: 'c1',
        fills: [],
        fields: ['definition' as const],
      },
    ];
    const doors = show({
      readFile: vi.fn(() => yes({ name: 'a.qdc', format: 'qdc' as const, entries: [entry, entry], plan })),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Import a codebook…', hidden: true }));
    const dialog = screen.getByRole('dialog', { name: 'Import a codebook' });
    fireEvent.change(dialog.querySelector('input[type=file]')!, {
      target: { files: [new File(['x'], 'a.qdc')] },
    });
    fireEvent.click(await within(dialog).findByRole('radio', { name: 'Take what the file says' }));
    expect(dialog.textContent).toContain('definition');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Merge into the codebook' }));
    await waitFor(() => expect(doors.importEntries).toHaveBeenCalledWith([entry, entry], 'file'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('1 new codes'));
  });

  test('an empty codebook says how to begin', () => {
    const doors = show({}, []);
    fireEvent.click(screen.getByRole('button', { name: 'Make the first code' }));
    const field = screen.getByRole('textbox', { name: 'Name of the new code' });
    fireEvent.input(field, { target: { value: 'Một' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(doors.create).toHaveBeenCalledWith({ name: 'Một', parentId: null, beforeId: null });
  });
});

test('500 codes: a search keeps the way to what it finds', () => {
  const many = Array.from({ length: 500 }, (_, n) =>
    code(`c${n}`, `Mã ${n}`, n === 0 ? null : `c${Math.floor((n - 1) / 3)}`),
  );
  expect(flatRows(many, new Set(), '', null)).toHaveLength(500);
  const found = flatRows(many, new Set(['c0']), 'ma 499', null);
  expect(found.map(({ depth }) => depth)).toEqual([...found.keys()]);
  expect(found.at(-1)).toMatchObject({ id: 'c499', isFound: true });
});
