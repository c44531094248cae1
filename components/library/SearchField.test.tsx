// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Words } from '@/components/words';
import { SearchField } from './SearchField';

const KNOWN = {
  outlet: [
    { value: 'Báo Bình Thuận', count: 40 },
    { value: 'VnExpress', count: 9 },
  ],
};

let said: string[];
let left: number;
/** The page does not give back what it is told until it is put in. */
let isSlow: boolean;
/** Puts a query into the page from elsewhere, as the sidebar does. */
let putIn: (query: string) => void;

function Page({ first, locale }: { first: string; locale: 'en' | 'vi' }) {
  const [query, setQuery] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    putIn = setQuery;
  }, []);
  return (
    <Words locale={locale}>
      <SearchField
        query={query}
        field={field}
        known={KNOWN}
        onLeave={() => (left += 1)}
        onQuery={(next) => {
          said.push(next);
          if (!isSlow) setQuery(next);
        }}
      />
    </Words>
  );
}

function show(first = '', locale: 'en' | 'vi' = 'en') {
  said = [];
  left = 0;
  isSlow = false;
  render(<Page first={first} locale={locale} />);
  const input = screen.getByRole<HTMLInputElement>('combobox');
  input.focus();
  return input;
}

function type(input: HTMLInputElement, value: string) {
  fireEvent.input(input, { target: { value } });
  input.setSelectionRange(value.length, value.length);
  fireEvent.keyUp(input, { key: value.at(-1) });
}

const options = () => screen.queryAllByRole('option').map((option) => option.textContent);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the line of the query', () => {
  it('offers and puts in by keyboard; a field asks for its value at once', () => {
    const input = show();
    type(input, 'tàu outl');
    expect(options()).toEqual(['outlet:Outlet']);
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    expect(input.getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('option', { selected: true }).id,
    );
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(input.value).toBe('tàu outlet:');
    expect(options()).toEqual(['Báo Bình ThuậnOutlet40', 'VnExpressOutlet9']);
    type(input, 'tàu outlet:binh th');
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(input.value).toBe('tàu outlet:"Báo Bình Thuận" ');
    expect(said.at(-1)).toBe(input.value);
    expect(input.selectionStart).toBe(input.value.length);
  });

  it('Enter without a choice goes on to the results; Escape closes, clears, leaves', () => {
    const input = show();
    type(input, 'outl');
    fireEvent.keyDown(input, { key: 'Escape' });
    expect([options(), input.value, left]).toEqual([[], 'outl', 0]);
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(left).toBe(1);
    fireEvent.keyDown(input, { key: 'Escape' });
    expect([input.value, said.at(-1)]).toEqual(['', '']);
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(left).toBe(2);
  });

  it('says nothing while an input method composes, and says the whole when it ends', () => {
    const input = show();
    // The library's own helper fires an event that no browser has.
    fireEvent(input, new CompositionEvent('compositionstart'));
    fireEvent.input(input, { target: { value: 'outl' }, isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect([said, options(), left]).toEqual([[], [], 0]);
    fireEvent(input, new CompositionEvent('compositionend'));
    expect(said).toEqual(['outl']);
  });

  it('what comes from outside is shown; an echo that comes late takes nothing back', () => {
    const input = show('tàu');
    expect(input.value).toBe('tàu');
    void act(() => putIn('tàu outlet:VnExpress'));
    expect(input.value).toBe('tàu outlet:VnExpress');
    isSlow = true;
    type(input, 'a');
    type(input, 'ab');
    void act(() => putIn('a'));
    expect(input.value).toBe('ab');
    void act(() => putIn('ab'));
    void act(() => putIn('a'));
    expect(input.value).toBe('a');
  });

  it('tells what is wrong when typing pauses, at its place', () => {
    const input = show();
    type(input, 'tàu before:32/1/2025 cá');
    expect(input.getAttribute('aria-invalid')).toBe('false');
    void act(() => void vi.advanceTimersByTime(1_000));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('status').textContent).toContain('“32/1/2025” is no date');
    expect(document.querySelector('.underlined')!.textContent).toBe('before:32/1/2025');
    type(input, 'tàu before:31/1/2025 cá');
    expect(document.querySelector('.underlined')).toBeNull();
  });

  it('says once what is wrong many times', () => {
    const input = show();
    type(input, '(tàu OR (cá OR (đò before:xưa');
    void act(() => void vi.advanceTimersByTime(1_000));
    const told = screen.getAllByRole('listitem').map((line) => line.textContent);
    expect(told.filter((line) => line.includes('bracket'))).toHaveLength(1);
    expect(told.some((line) => line.includes('“xưa” is no date'))).toBe(true);
  });

  it('its card has examples that can be chosen, in the language of the page', () => {
    const input = show('xưa', 'vi');
    fireEvent.click(screen.getByRole('button', { name: 'Cách tìm' }));
    fireEvent.click(screen.getByRole('button', { name: 'bão gần/5 "Phú Quý"' }));
    expect([input.value, said.at(-1)]).toEqual(['bão gần/5 "Phú Quý"', 'bão gần/5 "Phú Quý"']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
