// @vitest-environment jsdom
import { act, cleanup, fireEvent, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createControls, LIVE_TAG } from './mount';
import type { LiveActs, LiveNotice, LiveView } from './types';

const CODES = [
  { id: 'c1', name: 'Khủng hoảng', colour: '#f2c744', folded: 'khung hoang' },
  { id: 'c2', name: 'Thủy lợi', colour: '#7fb8e6', folded: 'thuy loi' },
];
const BOX = { left: 100, top: 100, bottom: 120 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
});

function actsOf() {
  return {
    make: vi.fn<LiveActs['make']>(),
    code: vi.fn<LiveActs['code']>(() => Promise.resolve(true)),
    uncode: vi.fn<LiveActs['uncode']>(() => Promise.resolve(true)),
    comment: vi.fn<LiveActs['comment']>(() => Promise.resolve(true)),
    remove: vi.fn<LiveActs['remove']>(),
    next: vi.fn<LiveActs['next']>(),
    notice: vi.fn<LiveActs['notice']>(),
    close: vi.fn<LiveActs['close']>(),
  };
}

async function show(view: LiveView, isTrusted = () => true) {
  const controls = createControls(isTrusted);
  const acts = actsOf();
  const put = (wanted: LiveView) =>
    act(() => controls.show({ view: wanted, locale: 'en', codes: CODES }, acts));
  await put(view);
  const inside = within(controls.root()!.firstElementChild as HTMLElement);
  return { acts, put, inside };
}

const bar: LiveView = {
  kind: 'bar',
  boxOf: () => BOX,
  ends: { startContainer: document, startOffset: 0, endContainer: document, endOffset: 0 },
};
const card = (patch: object = {}): LiveView => ({
  kind: 'card',
  boxOf: () => BOX,
  focus: null,
  card: {
    annotation: {
      id: 'a1',
      parts: [],
      exact: 'mỗi hộ góp hai công',
      comment: '',
      language: 'vi',
      codes: [{ ...CODES[0]!, parentId: null, shortcut: null }],
      verdict: null,
      createdAt: '2026-11-25T00:00:00Z',
    },
    verdict: 'changed',
    changedWords: ['42', '45'],
    nth: 0,
    of: 2,
    ...patch,
  },
});
const notice = (patch: Partial<LiveNotice> = {}): LiveView => ({
  kind: 'notice',
  notice: {
    says: 'liveHighlighted',
    values: [],
    isBad: false,
    acts: ['undo', 'tag'],
    annotationId: 'a1',
    takesFocus: true,
    ...patch,
  },
});

describe('the controls in a page', () => {
  it('are one element while open and none when closed; keys stay inside; the root is closed', async () => {
    const onPageKey = vi.fn<() => void>();
    document.addEventListener('keydown', onPageKey);
    const { put, inside } = await show(bar);
    const hosts = document.querySelectorAll(LIVE_TAG);
    expect(hosts).toHaveLength(1);
    expect(hosts[0]!.shadowRoot).toBeNull();
    fireEvent.keyDown(inside.getByRole('combobox', { name: 'Tag' }), { key: 'j' });
    expect(onPageKey).not.toHaveBeenCalled();
    await put({ kind: 'nothing' });
    expect(document.querySelector(LIVE_TAG)).toBeNull();
    document.removeEventListener('keydown', onPageKey);
  });

  it('do nothing for events that a page dispatches', async () => {
    const { acts, inside } = await show(bar, () => false);
    fireEvent.click(inside.getByRole('button', { name: 'Highlight' }));
    expect(acts.make).not.toHaveBeenCalled();
  });
});

describe('the bar', () => {
  it('highlights, tags by a recent tag, by its digit and by a name without marks', async () => {
    const { acts, inside } = await show(bar);
    fireEvent.click(inside.getByRole('button', { name: 'Highlight' }));
    expect(acts.make).toHaveBeenLastCalledWith('highlight', false);
    fireEvent.click(inside.getByRole('button', { name: /Thủy lợi/ }));
    expect(acts.make).toHaveBeenLastCalledWith(CODES[1], false);
    fireEvent.keyDown(inside.getByRole('button', { name: 'Highlight' }), { key: '1' });
    expect(acts.make).toHaveBeenLastCalledWith(CODES[0], true);
    const field = inside.getByRole('combobox', { name: 'Tag' });
    fireEvent.input(field, { target: { value: 'khung' } });
    await act(() => undefined);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    await act(() => undefined);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(acts.make).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'c1' }), true);
  });
});

describe('the card', () => {
  it('says what changed, keeps the comment when it closes, leaves keys to an input method', async () => {
    const { acts, inside } = await show(card());
    expect(inside.getByText(/Changed: 42, 45/)).toBeTruthy();
    const area = inside.getByRole('textbox', { name: 'Comment' });
    fireEvent.input(area, { target: { value: ' hỏi lại ' } });
    await act(() => undefined);
    fireEvent.keyDown(area, { key: 'Escape', isComposing: true });
    expect(acts.close).not.toHaveBeenCalled();
    fireEvent.keyDown(area, { key: 'Escape' });
    expect(acts.comment).toHaveBeenCalledWith('a1', 'hỏi lại');
    expect(acts.close).toHaveBeenCalled();
  });

  it('removes, takes a tag off, goes on to the next highlight under the point', async () => {
    const { acts, inside } = await show(card());
    fireEvent.click(inside.getByRole('button', { name: 'Next highlight here' }));
    expect(acts.next).toHaveBeenCalledWith('a1');
    fireEvent.click(inside.getByRole('button', { name: /Khủng hoảng/ }));
    expect(acts.uncode).toHaveBeenCalledWith('a1', 'c1');
    fireEvent.click(inside.getByRole('button', { name: 'Remove highlight' }));
    expect(acts.remove).toHaveBeenCalledWith('a1');
  });
});

describe('the card of words that may be others', () => {
  it('says so and leads to the review, which knows them only when the page was saved so', async () => {
    const { acts, inside } = await show(card({ verdict: 'review' }));
    expect(inside.getByText('mỗi hộ góp hai công')).toBeTruthy();
    expect(inside.getByText(/only where it may belong/)).toBeTruthy();
    fireEvent.click(inside.getByRole('button', { name: 'Save again and review' }));
    expect(acts.notice).toHaveBeenCalledWith('review', 'a1');
  });
});

describe('the notice', () => {
  it('takes a digit for a recent tag, and T, and goes by itself', async () => {
    const { acts, inside } = await show(notice());
    const region = inside.getByRole('region', { name: 'Pressmark' });
    fireEvent.keyDown(region, { key: '2' });
    await act(() => Promise.resolve());
    expect(acts.code).toHaveBeenCalledWith('a1', CODES[1]);
    expect(inside.getByText('Thủy lợi added')).toBeTruthy();
    fireEvent.keyDown(region, { key: 'T' });
    expect(acts.notice).toHaveBeenCalledWith('tag', 'a1');
    await act(async () => {
      await vi.advanceTimersByTimeAsync(7_100);
    });
    expect(acts.close).toHaveBeenCalled();
  });

  it('says what was undone in words', async () => {
    const { inside } = await show(
      notice({ says: 'toastUndid', values: ['journalHighlighted'], annotationId: null }),
    );
    expect(inside.getByText(/^Undone: /).textContent).not.toContain('journal');
  });
});
