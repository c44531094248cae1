// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageChange } from '@/utils/archive/page-change';
import type { KnownArticle, SavedArticle } from '@/utils/archive/types';
import type { Captured, PopupDoors, SavedNow } from './doors';
import { Popup } from './Popup';
import { sampleCapture } from './sample';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const SAVED: SavedArticle = {
  articleId: 'a1',
  versionId: 'v1',
  outcome: 'saved',
  hostsNeeded: ['bbt.1cdn.vn'],
  picturesPending: 0,
};
const KNOWN: KnownArticle = {
  articleId: 'a1',
  title: 'Hồ chứa nước',
  savedAt: '2021-11-24T00:00:00.000Z',
  versionCount: 2,
  versionId: 'v2',
  textSha: 't',
  state: 'inbox',
  annotations: 3,
  tags: [{ codeId: 'c1', name: 'Thủy lợi', colour: '#1a5fb4' }],
  collections: [],
  byHand: { outlet: 'Báo Bình Thuận' },
};
const CHANGE: PageChange = {
  presence: 'article',
  grade: 'headline',
  counts: {
    headline: true,
    lead: false,
    byline: false,
    date: false,
    edited: 2,
    added: 1,
    removed: 0,
    moved: 0,
    typography: 0,
    figures: 1,
  },
  gone: ['42'],
  came: ['45'],
  fromVersionId: 'v2',
  isTold: true,
  hasOtherRules: false,
};
const NOW: SavedNow = {
  tags: [{ id: 'c1', name: 'Thủy lợi', colour: '#1a5fb4' }],
  collections: [],
  pictures: { total: 1, kept: 0, pending: 0, refused: 0, hosts: ['bbt.1cdn.vn'] },
  elsewhere: [],
};

const yes = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const no = (code: string) => Promise.resolve({ ok: false as const, error: { code } });

function doorsOf(record: Partial<Captured> = {}, more: Partial<PopupDoors> = {}) {
  const base = {
    tab: vi.fn<PopupDoors['tab']>(() =>
      Promise.resolve({ id: 7, url: 'https://baobinhthuan.com.vn/a-1.html', incognito: false }),
    ),
    capture: vi.fn(() => yes({ capture: sampleCapture(), known: null, change: null, ...record })),
    save: vi.fn<PopupDoors['save']>(() => yes(SAVED)),
    edit: vi.fn<PopupDoors['edit']>(() => yes(null)),
    tag: vi.fn<PopupDoors['tag']>(() => yes({ codeId: 'c9' })),
    untag: vi.fn<PopupDoors['untag']>(() => yes(null)),
    collect: vi.fn<PopupDoors['collect']>(() => yes(null)),
    createCollection: vi.fn<PopupDoors['createCollection']>(() => yes({ collectionId: 'new1' })),
    restore: vi.fn<PopupDoors['restore']>(() => yes(null)),
    undo: vi.fn<PopupDoors['undo']>(() => yes({ did: 'journalSaved' })),
    fetchPictures: vi.fn<PopupDoors['fetchPictures']>(() => yes({ pending: 0 })),
    allowHosts: vi.fn<PopupDoors['allowHosts']>(() => Promise.resolve(true)),
    isWatched: vi.fn<PopupDoors['isWatched']>(() => Promise.resolve(false)),
    setWatched: vi.fn<PopupDoors['setWatched']>(() => Promise.resolve(true)),
    watchSaved: vi.fn<PopupDoors['watchSaved']>((_, onValue) => {
      onValue(NOW);
      return () => undefined;
    }),
    showHighlights: vi.fn<PopupDoors['showHighlights']>(() => yes(null)),
    openPanel: null,
    open: vi.fn<PopupDoors['open']>(),
  } satisfies PopupDoors;
  return Object.assign(base, more) as typeof base;
}

function show(doors: PopupDoors) {
  render(<Popup doors={doors} codes={[]} collections={[]} study={null} />);
  return doors;
}

const fill = (label: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } });

describe('Popup', () => {
  it('shows the record with Save focused, and Save keeps it', async () => {
    const doors = doorsOf();
    show(doors);
    const save = await screen.findByRole('button', { name: 'Save' });
    expect(document.activeElement).toBe(save);
    expect((screen.getByRole('textbox', { name: 'Authors' }) as HTMLInputElement).value).toBe(
      'K. Hằng; Thanh Quang',
    );
    expect(screen.getByText('Article, 94% sure')).toBeTruthy();
    fireEvent.click(save);
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(doors.save).toHaveBeenCalledWith(7, expect.objectContaining({ captureId: 'k1' }), {
      byHand: {},
      tags: [],
      collections: [],
    });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open in the reader' }));
  });

  it('sends what a person changed as byHand, with tags and a collection made on the way', async () => {
    const doors = doorsOf();
    show(doors);
    await screen.findByRole('button', { name: 'Save' });
    fill('Outlet', 'Báo Bình Thuận');
    fill('Published', '25/11/2021 07:00');
    expect(screen.getAllByText('Set by hand')).toHaveLength(2);
    for (const [name, text] of [
      ['Tags', 'hạn hán'],
      ['Collections', 'Luận án'],
    ] as const) {
      const field = screen.getByRole('combobox', { name });
      fireEvent.input(field, { target: { value: text } });
      fireEvent.keyDown(field, { key: 'Enter' });
    }
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }).closest('form')!);
    await waitFor(() => expect(doors.save).toHaveBeenCalled());
    expect(doors.save.mock.calls[0]![2]).toEqual({
      byHand: { outlet: 'Báo Bình Thuận', published: '2021-11-25T07:00:00+07:00' },
      tags: ['hạn hán'],
      collections: ['new1'],
    });
  });

  it('takes a field back to what was found', async () => {
    show(doorsOf());
    await screen.findByRole('button', { name: 'Save' });
    fill('Outlet', 'x');
    fireEvent.click(screen.getByRole('button', { name: 'Outlet: back to what was found' }));
    expect((screen.getByRole('textbox', { name: 'Outlet' }) as HTMLInputElement).value).toBe(
      'Báo Bình Thuận Online',
    );
    expect(screen.queryByText('Set by hand')).toBeNull();
  });

  it('does not save a date it does not understand, and says which', async () => {
    const doors = doorsOf();
    show(doors);
    await screen.findByRole('button', { name: 'Save' });
    fill('Published', '31/02/2021');
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }).closest('form')!);
    expect(doors.save).not.toHaveBeenCalled();
    const field = screen.getByRole('textbox', { name: 'Published' });
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('says Saved only after the answer, and once for two Enters', async () => {
    let answer: (value: { ok: true; value: SavedArticle }) => void = () => undefined;
    const doors = doorsOf(
      {},
      { save: vi.fn(() => new Promise<never>((resolve) => (answer = resolve as never))) },
    );
    show(doors);
    const save = await screen.findByRole('button', { name: 'Save' });
    fireEvent.click(save);
    fireEvent.click(save);
    await screen.findByRole('button', { name: 'Saving…' });
    expect(screen.queryByText('Saved')).toBeNull();
    await act(() => answer({ ok: true, value: SAVED }));
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(doors.save).toHaveBeenCalledTimes(1);
  });

  it('keeps the form and gives the sentence when saving fails', async () => {
    show(doorsOf({}, { save: () => no('storageFull') }));
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is almost full/);
    expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy();
  });

  it('undoes a save', async () => {
    const doors = doorsOf();
    show(doors);
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/The save was taken back/)).toBeTruthy();
    expect(doors.undo).toHaveBeenCalledTimes(1);
  });

  it('asks for a picture host and goes on fetching', async () => {
    const doors = doorsOf();
    show(doors);
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Allow bbt.1cdn.vn' }));
    expect(doors.allowHosts).toHaveBeenCalledWith(['bbt.1cdn.vn']);
    await waitFor(() => expect(doors.fetchPictures).toHaveBeenCalledWith('a1'));
  });

  it('knows a saved article: same text opens, tags change in place', async () => {
    const doors = doorsOf({ known: KNOWN });
    show(doors);
    expect(await screen.findByText(/2 versions · 3 annotations · same text as saved/)).toBeTruthy();
    expect((screen.getByRole('textbox', { name: 'Outlet' }) as HTMLInputElement).value).toBe(
      'Báo Bình Thuận',
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Remove tag Thủy lợi' }));
    await waitFor(() => expect(doors.untag).toHaveBeenCalledWith('a1', 'c1'));
    fireEvent.click(screen.getByRole('button', { name: 'Open in the reader' }));
    expect(doors.open).toHaveBeenCalledWith('reader', { article: 'a1' });
    expect(doors.save).not.toHaveBeenCalled();
  });

  it('corrects a saved article without saving the page again', async () => {
    const doors = doorsOf({ known: KNOWN });
    show(doors);
    await screen.findByRole('button', { name: 'Open in the reader' });
    fireEvent.click(screen.getByRole('button', { name: 'Outlet: back to what was found' }));
    fill('Section', 'Kinh tế › Thủy sản');
    fireEvent.click(screen.getByRole('button', { name: 'Save corrections' }));
    await waitFor(() =>
      expect(doors.edit).toHaveBeenCalledWith('a1', { section: ['Kinh tế', 'Thủy sản'] }, ['outlet']),
    );
  });

  it('says what changed, offers a version and the difference', async () => {
    const doors = doorsOf({ known: KNOWN, change: CHANGE });
    doors.save.mockImplementation(() => yes({ ...SAVED, outcome: 'newVersion' }));
    show(doors);
    expect(await screen.findByText('Headline and 2 paragraphs changed, 1 paragraph added')).toBeTruthy();
    expect(screen.getByText('Figures and names: 42 → 45')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'See what changed' }));
    expect(doors.open).toHaveBeenCalledWith('versions', { article: 'a1', tab: '7' });
    fireEvent.click(screen.getByRole('button', { name: 'Save as version' }));
    expect(await screen.findByText('Saved as a new version')).toBeTruthy();
  });

  it('does not push typography, nor an article that is gone', async () => {
    const quiet = { ...CHANGE.counts, headline: false, edited: 0, added: 0, figures: 0, typography: 3 };
    show(
      doorsOf({
        known: KNOWN,
        change: { ...CHANGE, grade: 'typography', counts: quiet, isTold: false, gone: [], came: [] },
      }),
    );
    expect(await screen.findByText(/Only typography changed/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open in the reader' }));
    expect(screen.getByRole('button', { name: 'Save as version' })).toBeTruthy();
    cleanup();
    show(doorsOf({ known: KNOWN, change: { ...CHANGE, presence: 'gone' } }));
    expect(await screen.findByText(/seems to have been taken down/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save as version' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open in the reader' }));
  });

  it('says why a page is no article and can save it all the same', async () => {
    const capture = sampleCapture();
    capture.detection = {
      isArticle: false,
      confidence: 0.2,
      reasons: [{ reason: 'manyTeasers', weight: -2 }],
    };
    const doors = doorsOf({ capture });
    show(doors);
    expect(await screen.findByText(/does not look like an article \(80% sure\)/)).toBeTruthy();
    expect(screen.getByText(/Many teasers/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Collect the links of this page' }));
    await waitFor(() => expect(doors.open).toHaveBeenCalledWith('batch', { tab: '7' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save anyway' }));
    await waitFor(() => expect(doors.save).toHaveBeenCalled());
  });

  it.each([
    [{ id: 1, url: null, incognito: false }, /does not let extensions read this page/],
    [{ id: 1, url: 'chrome://settings', incognito: false }, /does not let extensions read this page/],
    [{ id: 1, url: 'https://addons.mozilla.org/x', incognito: false }, /store/],
    [{ id: 1, url: 'https://a.vn/bao-cao.PDF?x=1', incognito: false }, /This is a PDF/],
    [{ id: 1, url: 'https://a.vn/', incognito: true }, /private window/],
  ])('refuses %j without capturing', async (tab, sentence) => {
    const doors = doorsOf({}, { tab: () => Promise.resolve(tab) });
    show(doors);
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(doors.capture).not.toHaveBeenCalled();
  });

  it('gives the sentence of a failed capture and the way by hand', async () => {
    const doors = doorsOf({}, { capture: vi.fn(() => no('emptyArticle')) as never });
    show(doors);
    expect((await screen.findByRole('alert')).textContent).toMatch(/No text was found/);
    fireEvent.click(within('main', 'Enter by hand'));
    expect(doors.open).toHaveBeenCalledWith('enter');
  });

  it('shows a spinner only after 300 ms', async () => {
    vi.useFakeTimers();
    show(doorsOf({}, { capture: () => new Promise<never>(() => undefined) as never }));
    await act(async () => {
      await vi.advanceTimersByTimeAsync(200);
    });
    expect(screen.queryByText('Reading the page…')).toBeNull();
    await act(async () => {
      await vi.advanceTimersByTimeAsync(200);
    });
    expect(screen.getAllByText('Reading the page…').length).toBeGreaterThan(0);
  });

  it('watches the site through the permission itself', async () => {
    const doors = doorsOf({}, { setWatched: vi.fn(() => Promise.resolve(false)) });
    show(doors);
    const toggle = (await screen.findByRole('switch', {
      name: 'Watch baobinhthuan.com.vn',
    })) as HTMLInputElement;
    fireEvent.click(toggle);
    // Refused in the browser's prompt: the switch goes back.
    await waitFor(() => expect(toggle.checked).toBe(false));
    expect(doors.setWatched).toHaveBeenCalledWith('https://baobinhthuan.com.vn/a-1.html', true);
  });
});

function within(region: 'main', name: string): HTMLElement {
  const found = [...screen.getByRole(region).querySelectorAll('button')].find(
    (button) => button.textContent === name,
  );
  if (!found) throw new Error(`no button ${name} in ${region}`);
  return found;
}
