// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TagValue } from '@/components/ui/TagInput';
import { Words } from '@/components/words';
import type { ReadCode } from '@/utils/db/reading';
import { foldMarks } from '@/utils/text/fold';
import { CodePalette } from './CodePalette';

afterEach(cleanup);

const code = (name: string, parentId: string | null = null): ReadCode => ({
  id: name,
  name,
  folded: foldMarks(name),
  colour: '#7fb8e6',
  parentId,
  shortcut: null,
});
const CODES = [code('Nước'), code('Khủng hoảng', 'Nước'), code('Khung giá')];

function opened(codes = CODES) {
  const onApply = vi.fn<(tag: TagValue) => void>();
  const onClose = vi.fn<() => void>();
  render(
    <Words locale="vi">
      <CodePalette
        codes={codes}
        has={new Set(['Nước'])}
        words="cát bay vào tận mâm cơm"
        lang="vi"
        typed=""
        digitOf={() => null}
        onApply={onApply}
        onClose={onClose}
      />
    </Words>,
  );
  const field = screen.getByRole('combobox');
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  return { onApply, onClose, field, type };
}

describe('the palette', () => {
  test('has the focus at once and shows where a code stands and that one is on already', () => {
    const { field } = opened();
    expect(document.activeElement).toBe(field);
    expect(screen.getByRole('option', { name: /Nước ›\s*Khủng hoảng/ })).toBeTruthy();
    expect(screen.getByRole('option', { name: /^Nước\s*✓ đã gắn/ })).toBeTruthy();
  });

  test('finds without marks, and Enter puts the chosen one on', () => {
    const { type, field, onApply, onClose } = opened();
    type('khung');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onApply).toHaveBeenCalledWith(expect.objectContaining({ id: 'Khủng hoảng' }));
    expect(onClose).toHaveBeenCalled();
  });

  test('Shift+Enter puts it on and stays, empty for the next', () => {
    const { type, field, onApply, onClose } = opened();
    type('nuoc');
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    expect(onApply).toHaveBeenCalledTimes(1);
    expect(onClose).not.toHaveBeenCalled();
    expect((field as HTMLInputElement).value).toBe('');
  });

  test('makes a new one only when no name is the same', () => {
    const { type, field, onApply } = opened();
    type('nước');
    expect(screen.queryByText(/Tạo thẻ/)).toBeNull();
    type('Gió mùa');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onApply).toHaveBeenCalledWith({ name: 'Gió mùa' });
  });

  test('an input method that composes keeps its Enter', () => {
    const { type, field, onApply } = opened();
    type('khu');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(onApply).not.toHaveBeenCalled();
  });

  test('five hundred codes: some are shown, the number of the others is said', () => {
    opened(Array.from({ length: 500 }, (_, n) => code(`Mã ${n}`)));
    expect(screen.getAllByRole('option')).toHaveLength(60);
    expect(screen.getByText(/Còn 440 thẻ/)).toBeTruthy();
  });
});
