// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reading } from '@/utils/db/reading';
import { Words } from '@/components/words';
import { PanelPage, type PanelDoors, type PanelPlace } from './PanelPage';

afterEach(cleanup);

const yes = <T,>(value: T) => Promise.resolve({ ok: true as const, value });

function doorsOf() {
  return {
    goTo: vi.fn<PanelDoors['goTo']>(),
    show: vi.fn<PanelDoors['show']>(() => yes(null)),
    comment: vi.fn<PanelDoors['comment']>(() => yes(null)),
    remove: vi.fn<PanelDoors['remove']>(() => yes(null)),
    code: vi.fn<PanelDoors['code']>(() => yes({ codeId: 'c1' })),
    uncode: vi.fn<PanelDoors['uncode']>(() => yes(null)),
    undo: vi.fn<PanelDoors['undo']>(() => yes({ did: null })),
    openReader: vi.fn<PanelDoors['openReader']>(),
    openLibrary: vi.fn<PanelDoors['openLibrary']>(),
  } satisfies PanelDoors;
}

const annotation = (id: string, start: number, exact: string) => ({
  id,
  parts: [{ blockId: 'b1', start, end: start + exact.length }],
  quote: { exact, prefix: '', suffix: '' },
  comment: '',
  codes: [],
  createdAt: '2026-11-25T00:00:00Z',
});

const READING = {
  article: { id: 'x', shown: { title: 'Giữ rừng dương', language: 'vi' } },
  annotations: [
    annotation('a1', 0, 'đoạn đầu'),
    annotation('a2', 50, 'đoạn giữa'),
    annotation('a3', 90, 'đoạn cuối'),
  ],
  codes: [],
  undo: null,
} as unknown as Reading;

function show(place: Partial<PanelPlace>, reading: Reading | null = READING) {
  const doors = doorsOf();
  render(
    <Words locale="en">
      <PanelPage
        place={{ tabId: 3, articleId: 'x', state: null, ...place }}
        reading={reading}
        doors={doors}
      />
    </Words>,
  );
  return doors;
}

const quotes = () => screen.getAllByRole('button', { name: /^đoạn/ }).map((button) => button.textContent);

describe('the side panel', () => {
  it("lists in the page's order what stands there, and apart what does not", () => {
    const doors = show({
      state: {
        articleId: 'x',
        placed: [
          { id: 'a3', verdict: 'moved', changedWords: [] },
          { id: 'a1', verdict: 'changed', changedWords: ['42', '45'] },
          { id: 'a2', verdict: 'orphan', changedWords: [] },
        ],
      },
    });
    expect(quotes()).toEqual(['đoạn cuối', 'đoạn đầu', 'đoạn giữa']);
    expect(screen.getByText(/Changed: 42, 45/)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Not found on this page' }).textContent).toContain('đoạn giữa');
    fireEvent.click(screen.getByRole('button', { name: 'đoạn đầu' }));
    expect(doors.goTo).toHaveBeenCalledWith('a1');
    fireEvent.click(screen.getByRole('button', { name: 'Remove highlight' }));
    expect(doors.remove).toHaveBeenCalledWith('a1');
  });

  it('without an annotator keeps the order of the saved text and offers to show them', () => {
    const doors = show({});
    expect(quotes()).toEqual(['đoạn đầu', 'đoạn giữa', 'đoạn cuối']);
    fireEvent.click(screen.getByRole('button', { name: 'Show on the page' }));
    expect(doors.show).toHaveBeenCalled();
  });

  it('says that the page is not in the archive', () => {
    show({ articleId: null }, null);
    expect(screen.getByText(/is not in your archive/)).toBeTruthy();
  });
});
