// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Words } from '@/components/words';
import { DEFAULT_KEYMAP } from '@/utils/annotation/keymap';
import type { ReviewItem } from '@/utils/db/review';
import type { ReviewDoors } from './doors';
import { ReviewPage } from './ReviewPage';

afterEach(cleanup);

const item = (id: string, more: Partial<ReviewItem> = {}): ReviewItem => ({
  id,
  annotationId: `a-${id}`,
  articleId: 'bai',
  versionId: 'v2',
  title: 'Giữ rừng dương',
  outlet: 'Báo Cửa Bể',
  language: 'vi',
  verdict: 'review',
  madeAt: '2026-11-23T06:00:00Z',
  capturedAt: '2026-11-24T06:00:00Z',
  comment: '',
  codes: [],
  saved: { before: 'Giá ', words: `tăng ${id} đồng`, after: ' mỗi lít' },
  now: {
    before: 'Giá ',
    words: `giảm ${id} đồng`,
    after: ' mỗi lít',
    parts: [{ blockId: 'b', start: 4, end: 9 }],
  },
  changedWords: [],
  ...more,
});

function opened(items: ReviewItem[], areSingleOn = true) {
  const done = () => Promise.resolve({ ok: true as const, value: null });
  const doors = {
    accept: vi.fn<ReviewDoors['accept']>(done),
    orphan: vi.fn<ReviewDoors['orphan']>(done),
    attach: vi.fn<ReviewDoors['attach']>(),
    open: vi.fn<ReviewDoors['open']>(),
    openLibrary: vi.fn<ReviewDoors['openLibrary']>(),
    undo: vi.fn<ReviewDoors['undo']>(() =>
      Promise.resolve({ ok: true as const, value: { did: 'journalPlaced' } }),
    ),
    redo: vi.fn<ReviewDoors['redo']>(() => Promise.resolve({ ok: true as const, value: { did: null } })),
  } satisfies ReviewDoors;
  const page = (shown: ReviewItem[]) => (
    <Words locale="vi">
      <ReviewPage
        items={shown}
        hasFailed={false}
        keys={{ keymap: DEFAULT_KEYMAP, areSingleOn }}
        doors={doors}
      />
    </Words>
  );
  const { rerender } = render(page(items));
  return { doors, becomes: (now: ReviewItem[]) => rerender(page(now)) };
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { key, ...more });

describe('the review', () => {
  test('says what changed, word by word, and how far one is', () => {
    opened([item('500'), item('600')]);
    expect(screen.getByText('1 trên 2')).toBeTruthy();
    expect(document.querySelector('del')!.textContent).toContain('tăng');
    expect(document.querySelector('ins')!.textContent).toContain('giảm');
  });

  test('A accepts what stands there now, and the next one comes up', async () => {
    const [one, two] = [item('500'), item('600')];
    const { doors, becomes } = opened([one, two]);
    press('a');
    await waitFor(() => expect(doors.accept).toHaveBeenCalledWith(one));
    becomes([two]);
    expect(await screen.findByText('2 trên 2')).toBeTruthy();
    expect(screen.getByRole('region', { name: /600/ })).toBe(document.activeElement);
  });

  test('without a place there is nothing to accept, and it says so', () => {
    const { doors } = opened([item('500', { now: null, verdict: 'orphan' })]);
    press('a');
    expect(doors.accept).not.toHaveBeenCalled();
    expect(screen.getByText(/Không có chỗ nào để chấp nhận/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Chấp nhận' }).disabled).toBe(true);
  });

  test('J and K go through the list, R and O answer for the one that is shown', async () => {
    const [one, two] = [item('500'), item('600')];
    const { doors } = opened([one, two]);
    press('j');
    await screen.findByText('2 trên 2');
    press('r');
    expect(doors.attach).toHaveBeenCalledWith(two);
    press('k');
    await screen.findByText('1 trên 2');
    press('o');
    await waitFor(() => expect(doors.orphan).toHaveBeenCalledWith(one));
  });

  test('keys are silent while an input method composes and when they are switched off', () => {
    const { doors } = opened([item('500')]);
    press('a', { isComposing: true });
    press('a', { keyCode: 229 });
    expect(doors.accept).not.toHaveBeenCalled();
    cleanup();
    const off = opened([item('500')], false);
    press('a');
    expect(off.doors.accept).not.toHaveBeenCalled();
    press('z', { ctrlKey: true });
    expect(off.doors.undo).toHaveBeenCalled();
  });

  test('when all are decided it says so', async () => {
    const { becomes, doors } = opened([item('500')]);
    press('o');
    await waitFor(() => expect(doors.orphan).toHaveBeenCalled());
    becomes([]);
    expect(await screen.findByRole('heading', { name: 'Đã xem lại hết' })).toBeTruthy();
  });
});
