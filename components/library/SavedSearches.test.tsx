// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Answer } from '@/components/ui/answer';
import { SavedSearches, type KeptSearch, type SavedSearchesProps } from './SavedSearches';

const SEARCHES: KeptSearch[] = [
  { id: 'a', name: 'Rừng dương', query: '"rừng dương"', sort: 'saved' },
  { id: 'b', name: 'Tàu cá', query: 'tàu cá', sort: 'saved' },
  { id: 'c', name: 'Bão', query: 'bão', sort: 'saved' },
];

afterEach(cleanup);

function show(props: Partial<SavedSearchesProps> = {}) {
  const done: Answer<unknown> = { ok: true, value: null };
  const calls = {
    onPick: vi.fn<SavedSearchesProps['onPick']>(),
    onKeep: vi.fn<SavedSearchesProps['onKeep']>(() => Promise.resolve(done)),
    onEdit: vi.fn<SavedSearchesProps['onEdit']>(() => Promise.resolve(done)),
    onMove: vi.fn<SavedSearchesProps['onMove']>(),
    onRemove: vi.fn<SavedSearchesProps['onRemove']>(),
  };
  render(
    <SavedSearches
      searches={SEARCHES}
      counts={new Map([['a', 1234]])}
      query="tàu cá"
      {...calls}
      {...props}
    />,
  );
  return calls;
}

it('tells how many answer, and which one is searched for now', () => {
  const { onPick } = show();
  expect(screen.getByRole('button', { name: 'Rừng dương1,234' }).getAttribute('aria-pressed')).toBe('false');
  const now = screen.getByRole('button', { name: 'Tàu cá…' });
  expect(now.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(now);
  expect(onPick).toHaveBeenCalledWith(SEARCHES[1]);
});

it('keeps what is searched for now, and tells why it could not', async () => {
  const { onKeep } = show({ query: ' phú quý ' });
  onKeep.mockResolvedValueOnce({ ok: false, error: { code: 'nameTaken' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this search' }));
  expect(screen.getByText('phú quý')).toBeTruthy();
  fireEvent.input(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Phú Quý' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('alert');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(onKeep.mock.calls).toEqual([['Phú Quý'], ['Phú Quý']]);
});

it('cannot keep nothing', () => {
  show({ query: ' ', searches: [] });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Keep this search' }).disabled).toBe(true);
});

it('changes only what was changed, and takes over what is searched for now', async () => {
  const { onEdit } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Change “Bão”' }));
  fireEvent.click(screen.getByRole('button', { name: /^Take what is searched for now/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onEdit).toHaveBeenCalledWith('c', { query: 'tàu cá' }));
});

it('moves by keys and by the button, not beyond the ends', () => {
  const { onMove } = show();
  const key = (name: string, direction: string) =>
    fireEvent.keyDown(screen.getByRole('button', { name }), { key: direction, altKey: true });
  key('Tàu cá…', 'ArrowUp');
  key('Tàu cá…', 'ArrowDown');
  key('Bão…', 'ArrowDown');
  key('Rừng dương1,234', 'ArrowUp');
  key('Rừng dương1,234', 'ArrowDown');
  fireEvent.click(screen.getByRole('button', { name: 'Move “Bão” up' }));
  expect(onMove.mock.calls).toEqual([
    ['b', 'a'],
    ['b', null],
    ['a', 'c'],
    ['c', 'b'],
  ]);
});
