// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Words } from '@/components/words';
import { IndexCheck, type IndexDoors } from './IndexCheck';

afterEach(cleanup);

function show(more: Partial<IndexDoors>) {
  const doors = {
    checkIndex: vi.fn<IndexDoors['checkIndex']>(() => Promise.resolve({ segments: [], articles: [] })),
    rebuildIndex: vi.fn<IndexDoors['rebuildIndex']>(() => Promise.resolve()),
    ...more,
  };
  render(
    <Words locale="en">
      <IndexCheck doors={doors} />
    </Words>,
  );
  return doors;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the check of the index of search', () => {
  it('says that it is whole', async () => {
    show({});
    press('Check the index');
    expect(await screen.findByText(/The index is whole/)).toBeTruthy();
  });

  it('says how much is damaged, and makes it anew with progress', async () => {
    let finish = () => {};
    show({
      checkIndex: () => Promise.resolve({ segments: [1], articles: ['a', 'b'] }),
      rebuildIndex: (onProgress) =>
        new Promise((resolve) => {
          onProgress({ done: 30, left: 70 });
          finish = resolve;
        }),
    });
    press('Check the index');
    expect((await screen.findByRole('alert')).textContent).toMatch(/1 parts of the index.* 2 articles/);
    press('Make it anew');
    expect(await screen.findByText('Making the index anew: 30 of 100 articles')).toBeTruthy();
    finish();
    expect(await screen.findByText('The index was made anew.')).toBeTruthy();
  });

  it('can be stopped while it checks, and then says nothing about the index', async () => {
    show({
      checkIndex: (onProgress, signal) =>
        new Promise((resolve) => {
          onProgress({ done: 1, left: 4 });
          signal.addEventListener('abort', () => resolve({ segments: [], articles: [] }));
        }),
    });
    press('Check the index');
    expect(await screen.findByText('Checking: part 1 of 5')).toBeTruthy();
    press('Cancel');
    expect(await screen.findByRole('button', { name: 'Check the index' })).toBeTruthy();
    expect(screen.queryByText(/The index is whole/)).toBeNull();
  });

  it('says what to do when the database cannot be read', async () => {
    show({ checkIndex: () => Promise.reject(new Error('closed')) });
    press('Check the index');
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
  });
});
