// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Words } from '@/components/words';
import { StoragePanel, type StorageDoors } from './StoragePanel';

afterEach(cleanup);

const SHARES = { articles: 3_000_000, pictures: 80_000_000, pages: 15_000_000, index: 900_000, other: 1000 };

function show(more: Partial<StorageDoors> = {}) {
  const doors = {
    weigh: vi.fn<StorageDoors['weigh']>(() => Promise.resolve(SHARES)),
    plan: vi.fn<StorageDoors['plan']>((wish) =>
      Promise.resolve({ wish, hashes: ['a', 'b', 'c'], bytes: 1_500_000, needed: 2 }),
    ),
    release: vi.fn<StorageDoors['release']>(() => Promise.resolve({ blobs: 3, bytes: 1_500_000 })),
    persist: vi.fn<StorageDoors['persist']>(),
    checkIndex: vi.fn<StorageDoors['checkIndex']>(() => Promise.resolve({ segments: [], articles: [] })),
    rebuildIndex: vi.fn<StorageDoors['rebuildIndex']>(() => Promise.resolve()),
    now: () => new Date('2026-11-25T10:00:00Z'),
    ...more,
  };
  render(
    <Words locale="en">
      <StoragePanel storage={{ usage: 99_000_000, quota: 9_000_000_000, persisted: true }} doors={doors} />
    </Words>,
  );
  return doors;
}

const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the storage panel', () => {
  it('counts when asked, and names every share', async () => {
    show();
    press('Count what takes the room');
    expect((await screen.findByText('Raw pages')).parentElement!.textContent).toBe('Raw pages15 MB');
    expect(screen.getByText(/Counted byte by byte: 98,901,000 bytes/)).toBeTruthy();
  });

  it('draws no share where there is nothing', async () => {
    show({ weigh: () => Promise.resolve({ ...SHARES, pages: 0, pictures: 0 }) });
    press('Count what takes the room');
    await screen.findByText('Raw pages');
    expect([...document.querySelectorAll('.storage-bar span')].map((share) => share.className)).toEqual([
      'articles',
      'index',
      'other',
    ]);
  });

  it('can be stopped while it counts', async () => {
    show({
      weigh: (onProgress, signal) =>
        new Promise((_, reject) => {
          onProgress({ done: 5, total: 90 });
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    });
    press('Count what takes the room');
    expect(await screen.findByText('Counting: 5 of 90 records')).toBeTruthy();
    press('Cancel');
    expect(await screen.findByText(/goes on from there/)).toBeTruthy();
  });

  it('says what goes, what it saves, what stays needed and what is lost, and waits for a yes', async () => {
    const doors = show();
    fireEvent.change(screen.getByLabelText(/Raw pages captured/), { target: { value: '6' } });
    press('See what it saves: Let raw pages go');
    const dialog = within(await screen.findByRole('dialog', { name: 'Let raw pages go' }));
    expect(
      await dialog.findByText('Raw pages that go: 3. That saves 1.5 MB (exactly 1,500,000 bytes).'),
    ).toBeTruthy();
    expect(dialog.getByText(/2 more stay/)).toBeTruthy();
    expect(dialog.getByText(/no longer be read again/)).toBeTruthy();
    expect(dialog.getByText(/cannot be undone/)).toBeTruthy();
    expect(doors.plan).toHaveBeenCalledWith({ what: 'pages', before: '2026-05-25T10:00:00.000Z' });
    expect(doors.release).not.toHaveBeenCalled();
    fireEvent.click(dialog.getByRole('button', { name: 'Let go for good' }));
    expect(await dialog.findByText(/3 let go, 1.5 MB saved/)).toBeTruthy();
  });

  it('changes nothing when the dialog is closed, and offers nothing where there is nothing', async () => {
    const doors = show({
      plan: (wish) => Promise.resolve({ wish, hashes: [], bytes: 0, needed: 0 }),
    });
    press('See what it saves: Let pictures in the bin go');
    expect(await screen.findByText(/nothing of the kind/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Let go for good' })).toBeNull();
    press('Close');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(doors.release).not.toHaveBeenCalled();
  });

  it('keeps a limit within reason, whatever is typed', () => {
    show();
    const field = screen.getByLabelText<HTMLInputElement>(/Pictures larger than/);
    for (const [typed, kept] of [
      ['-5', '0'],
      ['', '0'],
      ['9999999', '100000'],
    ] as const) {
      fireEvent.change(field, { target: { value: typed } });
      expect(field.value).toBe(kept);
    }
  });

  it('tells when the archive cannot be read', async () => {
    show({ weigh: () => Promise.reject(new Error('broken')) });
    press('Count what takes the room');
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
  });
});
