// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Words } from '@/components/words';
import type { Batch, QueuedAddress, QueueState } from '@/utils/db/records';
import { translate } from '@/utils/locale/translate';
import { BatchPage } from './BatchPage';
import type { BatchDoors, Choice } from './doors';
import { outcomesFile } from './outcomes-file';

afterEach(cleanup);

const yes = <T,>(value: T) => Promise.resolve({ ok: true as const, value });

const row = (place: number, state: QueueState, more: Partial<QueuedAddress> = {}): QueuedAddress => ({
  id: `b1:${String(place).padStart(6, '0')}`,
  batchId: 'b1',
  url: `https://a.vn/bai-${place}.html`,
  title: '',
  host: 'a.vn',
  state,
  reason: null,
  detail: null,
  attempts: 1,
  articleId: null,
  finishedAt: null,
  ...more,
});
const ROWS = [
  row(0, 'saved', { title: 'Rừng dương', articleId: 'k1' }),
  row(1, 'failed', { reason: 'siteError', detail: '404' }),
  row(2, 'waiting'),
];
const BATCH: Batch = {
  id: 'b1',
  source: 'list',
  name: 'Đợt tháng ba',
  state: 'running',
  problem: null,
  tags: [],
  collections: [],
  createdAt: '2026-03-08T01:00:00.000Z',
  counts: { waiting: 1, running: 0, saved: 1, newVersion: 0, unchanged: 0, failed: 1, skipped: 0 },
  unfit: 0,
  projectId: 'p',
};

function show(batches: Batch[] = [BATCH], own: Partial<BatchDoors> = {}) {
  const doors = {
    create: vi.fn<BatchDoors['create']>(() => yes({ batchId: 'b2' })),
    createCollection: vi.fn<BatchDoors['createCollection']>(() => yes({ collectionId: 'c1' })),
    setState: vi.fn<BatchDoors['setState']>(() => yes(null)),
    retry: vi.fn<BatchDoors['retry']>(() => yes({ again: 1 })),
    remove: vi.fn<BatchDoors['remove']>(() => yes(null)),
    allowOrigins: vi.fn<BatchDoors['allowOrigins']>(() => Promise.resolve(true)),
    allowTabs: vi.fn<BatchDoors['allowTabs']>(() => Promise.resolve(true)),
    openTabs: vi.fn<BatchDoors['openTabs']>(() => Promise.resolve([])),
    links: null,
    ids: vi.fn<BatchDoors['ids']>((_, states) =>
      Promise.resolve(ROWS.filter(({ state }) => states?.includes(state) ?? true).map(({ id }) => id)),
    ),
    watchRows: vi.fn<BatchDoors['watchRows']>((ids, onRows) => {
      onRows(ROWS.filter(({ id }) => ids.includes(id)));
      return () => undefined;
    }),
    allRows: vi.fn<BatchDoors['allRows']>(() => Promise.resolve(ROWS)),
    readerHref: (articleId: string) => `/reader.html?article=${articleId}`,
    openLibrary: vi.fn<() => void>(),
  };
  render(
    <Words locale="en">
      <BatchPage batches={batches} codes={[]} collections={[]} doors={{ ...doors, ...own }} />
    </Words>,
  );
  return doors;
}

async function paste(text: string): Promise<void> {
  fireEvent.input(screen.getByLabelText('Addresses'), { target: { value: text } });
  await waitFor(() => expect(screen.queryByText('Reading the list…')).toBeNull());
}

describe('a list that is pasted', () => {
  it('says what will be opened and what not, before it starts', async () => {
    const doors = show([]);
    expect(screen.getByText(/No list yet/)).toBeTruthy();
    await paste('https://a.vn/1\nhttps://a.vn/1#x\n\njavascript:alert(1)\nhttps://b.vn/2\nxin chào');
    expect(await screen.findByText('Addresses: 2, on sites: 2')).toBeTruthy();
    for (const part of [
      'Named more than once: 1',
      'Blank lines: 1',
      'Not of the web: 1',
      'Without an address: 1',
    ])
      expect(screen.getByText(part)).toBeTruthy();
    expect(screen.getByText(/javascript:alert/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save 2 articles' }));
    expect(doors.allowOrigins).toHaveBeenCalledWith([
      '*://a.vn/*',
      '*://www.a.vn/*',
      '*://b.vn/*',
      '*://www.b.vn/*',
    ]);
    await waitFor(() => expect(doors.create).toHaveBeenCalledTimes(1));
    const [wish] = doors.create.mock.calls[0]!;
    expect(wish.addresses.map(({ text }) => text)).toHaveLength(5);
    expect(await screen.findByText(/goes on by itself/)).toBeTruthy();
  });

  it('starts nothing when the browser was not allowed to read the sites', async () => {
    const doors = show([], { allowOrigins: () => Promise.resolve(false) });
    await paste('https://a.vn/1');
    fireEvent.click(await screen.findByRole('button', { name: 'Save 1 article' }));
    expect((await screen.findByRole('alert')).textContent).toContain('nothing was started');
    expect(doors.create).not.toHaveBeenCalled();
  });

  it('starts nothing without an address', async () => {
    const doors = show([]);
    await paste('xin chào');
    fireEvent.click(screen.getByRole('button', { name: 'Nothing to save yet' }));
    expect(doors.allowOrigins).not.toHaveBeenCalled();
  });

  it('may stand in a file of any encoding', async () => {
    show([]);
    const bytes = Uint8Array.from(
      Array.from('https://a.vn/1').flatMap((letter) => [letter.charCodeAt(0), 0]),
    );
    const file = new File([bytes], 'danh-sach.csv');
    Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
    fireEvent.change(screen.getByLabelText('Open a file…'), { target: { files: [file] } });
    expect(await screen.findByText('Addresses: 1, on sites: 1')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Leave this file out' }));
    expect(await screen.findByRole('button', { name: 'Nothing to save yet' })).toBeTruthy();
  });
});

const choice = (url: string, more: Partial<Choice> = {}): Choice => ({
  url,
  title: `Bài ${url.at(-1)}`,
  isArticle: true,
  isSaved: false,
  ...more,
});

describe('what is chosen from', () => {
  it('the links of a page: articles are ticked, others and saved ones not', async () => {
    const links = [
      choice('https://a.vn/kinh-te', { isArticle: false }),
      choice('https://a.vn/1'),
      choice('https://a.vn/2', { isSaved: true }),
    ];
    const doors = show([BATCH], { links: () => yes({ title: 'Xã hội', links }) });
    expect(await screen.findByText('1 of 3 chosen')).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /Bài 1/ })).toHaveProperty('checked', true);
    expect(screen.getByRole('checkbox', { name: /Bài 2.*saved already/ })).toHaveProperty('checked', false);
    expect(screen.getByRole('checkbox', { name: /probably no article/ })).toHaveProperty('checked', false);
    fireEvent.click(screen.getByRole('checkbox', { name: /Bài 2/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Save 2 articles' }));
    await waitFor(() => expect(doors.create).toHaveBeenCalledTimes(1));
    expect(doors.create.mock.calls[0]![0]).toMatchObject({
      source: 'section',
      name: 'Xã hội',
      addresses: [
        { text: 'https://a.vn/1', title: 'Bài 1' },
        { text: 'https://a.vn/2', title: 'Bài 2' },
      ],
    });
  });

  it('a page that can no longer be read says so', async () => {
    show([], { links: () => Promise.resolve({ ok: false, error: { code: 'restrictedPage' } }) });
    expect((await screen.findByRole('alert')).textContent).toBe(translate('en', 'error_restrictedPage'));
  });

  it('the tabs, once they may be seen', async () => {
    show([], { openTabs: () => Promise.resolve([choice('https://a.vn/1')]) });
    fireEvent.click(screen.getByRole('radio', { name: 'Open tabs' }));
    fireEvent.click(screen.getByRole('button', { name: 'Look at the open tabs' }));
    expect(await screen.findByRole('button', { name: 'Save 1 article' })).toBeTruthy();
  });
});

describe('a list under way', () => {
  it('shows how far it is, and each outcome with its reason', async () => {
    const doors = show();
    const card = screen.getByRole('article', { name: 'Đợt tháng ba' });
    expect(within(card).getByRole('progressbar')).toHaveProperty('value', 2);
    expect(within(card).getByText('2 of 3')).toBeTruthy();
    expect(await within(card).findByText('The site answered with an error (404).')).toBeTruthy();
    expect(within(card).getByRole('link', { name: 'Open in the reader' }).getAttribute('href')).toBe(
      '/reader.html?article=k1',
    );
    fireEvent.click(within(card).getByRole('button', { name: 'Try again' }));
    expect(doors.retry).toHaveBeenCalledWith('b1', ['b1:000001']);
    fireEvent.click(within(card).getByRole('button', { name: 'Failed 1' }));
    await waitFor(() => expect(within(card).getAllByRole('listitem')).toHaveLength(1));
  });

  it('is paused, gone on with, cancelled, tried again', () => {
    const doors = show();
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    fireEvent.click(screen.getByRole('button', { name: 'Try 1 again' }));
    expect(doors.setState.mock.calls).toEqual([
      ['b1', 'paused'],
      ['b1', 'cancelled'],
    ]);
    expect(doors.retry).toHaveBeenCalledWith('b1', null);
    cleanup();
    const paused = show([{ ...BATCH, state: 'paused', problem: 'storageFull' }]);
    expect(screen.getByRole('alert').textContent).toBe(translate('en', 'error_storageFull'));
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(paused.setState).toHaveBeenCalledWith('b1', 'running');
  });

  it('is taken off only when it is over, and after a question', () => {
    const doors = show([{ ...BATCH, state: 'done' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Take off this page' }));
    expect(doors.remove).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByRole('button', { name: 'Take off this page' })[1]!);
    expect(doors.remove).toHaveBeenCalledWith('b1');
  });
});

it('outcomes as a file: codes and sentences, nothing that a spreadsheet would run', () => {
  const words = {
    t: ((key, ...values) => translate('vi', key, ...values)) as Parameters<typeof outcomesFile>[1]['t'],
  };
  const text = outcomesFile([ROWS[1]!, row(3, 'skipped', { url: '=cmd()', reason: 'notAddress' })], words);
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    '\ufeffaddress,title,outcome,reason,detail,sentence,attempts,finished,article',
    'https://a.vn/bai-1.html,,failed,siteError,404,Trang báo lỗi (404).,1,,',
    "'=cmd(),,skipped,notAddress,,Dòng này không có địa chỉ.,1,,",
  ]);
});
