// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showToast, TOAST_TAG } from './mount';
import { parseNotice } from './parse-notice';
import { Toast, type ToastActs, type ToastNotice } from './Toast';

const NOTICE: ToastNotice = { locale: 'en', kind: 'saved', articleId: 'a1', title: 'Hồ chứa' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
});

const ok = <T,>(value: T) => Promise.resolve({ ok: true as const, value });

function actsOf() {
  return {
    undo: vi.fn<ToastActs['undo']>(() => ok({ did: 'journalSaved' })),
    tag: vi.fn<ToastActs['tag']>(() => ok({ codeId: 'c1' })),
    open: vi.fn<ToastActs['open']>(() => ok(null)),
  };
}

function show(notice: ToastNotice = NOTICE, acts = actsOf(), isTrusted = () => true) {
  const onGone = vi.fn<() => void>();
  render(<Toast notice={notice} acts={acts} onGone={onGone} isTrusted={isTrusted} />);
  return { acts, onGone };
}

const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

describe('Toast', () => {
  it('goes after six seconds, but not while the pointer or the focus is on it', async () => {
    const { onGone } = show();
    await wait(5_000);
    fireEvent.mouseEnter(screen.getByRole('region', { name: 'Pressmark' }));
    await wait(20_000);
    expect(onGone).not.toHaveBeenCalled();
    fireEvent.mouseLeave(screen.getByRole('region', { name: 'Pressmark' }));
    await wait(6_100);
    expect(onGone).toHaveBeenCalled();
  });

  it('takes the save back and says so', async () => {
    const { acts } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await wait(0);
    expect(acts.undo).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Save taken back')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tag' })).toBeNull();
  });

  it('tags with Enter, leaves Enter to an input method, and stays while one types', async () => {
    const { acts, onGone } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Tag' }));
    const input = screen.getByRole('textbox', { name: 'Name of the tag' }) as HTMLInputElement;
    expect(document.activeElement).toBe(input);
    fireEvent.input(input, { target: { value: ' thủy  lợi' } });
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect(acts.tag).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: 'Enter' });
    await wait(10_000);
    expect(acts.tag).toHaveBeenCalledWith('a1', 'thủy lợi');
    expect(screen.getByText('thủy lợi added')).toBeTruthy();
    expect(onGone).not.toHaveBeenCalled();
  });

  it('gives the sentence of a failure, of the save and of an act', async () => {
    show({ locale: 'en', kind: 'error', errorCode: 'storageFull' });
    expect(screen.getByText(/disk is almost full/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    cleanup();
    const acts = actsOf();
    acts.open.mockImplementation(() => Promise.resolve({ ok: false, error: { code: 'notFound' } }));
    const { onGone } = show(NOTICE, acts);
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await wait(0);
    expect(screen.getByText(/no longer in the archive/)).toBeTruthy();
    expect(onGone).not.toHaveBeenCalled();
  });

  it('does nothing for events a page dispatches', async () => {
    const acts = actsOf();
    const onGone = vi.fn<() => void>();
    render(<Toast notice={NOTICE} acts={acts} onGone={onGone} />);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    await wait(0);
    expect(acts.undo).not.toHaveBeenCalled();
    expect(acts.open).not.toHaveBeenCalled();
  });
});

describe('showToast', () => {
  it('never stacks, keeps its keys from the page and its root closed', async () => {
    const onPageKey = vi.fn<() => void>();
    document.addEventListener('keydown', onPageKey);
    showToast(NOTICE, actsOf());
    const { root } = showToast(NOTICE, actsOf());
    await wait(60);
    const hosts = document.querySelectorAll(TOAST_TAG);
    expect(hosts).toHaveLength(1);
    expect(hosts[0]!.shadowRoot).toBeNull();
    const status = root.querySelector('[role=status]')!;
    expect(status.textContent).toContain('Saved');
    status.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true }));
    expect(onPageKey).not.toHaveBeenCalled();
    document.removeEventListener('keydown', onPageKey);
  });
});

describe('parseNotice', () => {
  it('reads ours and leaves the rest', () => {
    expect(parseNotice({ toast: { kind: 'saved', locale: 'vi', articleId: 'a', title: 3 } })).toEqual({
      kind: 'saved',
      locale: 'vi',
      articleId: 'a',
      errorCode: undefined,
      title: undefined,
    });
    for (const other of [null, 'x', {}, { toast: null }, { toast: { kind: 'boo' } }, { pressmark: 'x' }])
      expect(parseNotice(other)).toBeNull();
  });
});
