// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { suggestTags, TagInput, type KnownTag, type TagValue } from './TagInput';

const KNOWN: KnownTag[] = [
  { id: 'c1', name: 'Thủy lợi', colour: '#1a5fb4', folded: 'thuy loi' },
  { id: 'c2', name: 'Đất đai', colour: '#8a2b1d', folded: 'dat dai' },
  { id: 'c3', name: 'Công trình thủy lợi', colour: '#2c6e3f', folded: 'cong trinh thuy loi' },
];

afterEach(cleanup);

function show(value: TagValue[] = []) {
  const onAdd = vi.fn<(tag: TagValue) => void>();
  const onRemove = vi.fn<(tag: TagValue) => void>();
  render(<TagInput label="Tags" value={value} known={KNOWN} onAdd={onAdd} onRemove={onRemove} />);
  return { onAdd, onRemove, input: screen.getByRole('combobox', { name: 'Tags' }) };
}

const type = (input: HTMLElement, value: string) => fireEvent.input(input, { target: { value } });

describe('TagInput', () => {
  it('suggests without regard to marks, those that begin with the words first', () => {
    const { input } = show();
    type(input, 'thuy');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Thủy lợi',
      'Công trình thủy lợi',
    ]);
    expect(suggestTags(KNOWN, [], 'đat').map((tag) => tag.id)).toEqual(['c2']);
    expect(suggestTags(KNOWN, [{ name: 'Đất đai' }], 'dat')).toEqual([]);
  });

  it('adds the chosen suggestion by keyboard', () => {
    const { input, onAdd } = show();
    type(input, 'thuy');
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    expect(input.getAttribute('aria-activedescendant')).toBe(
      screen.getByRole('option', { selected: true }).id,
    );
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(onAdd).toHaveBeenCalledWith({ id: 'c3', name: 'Công trình thủy lợi', colour: '#2c6e3f' });
    expect((input as HTMLInputElement).value).toBe('');
  });

  it('makes a new tag of what was typed, in NFC, and uses a known one of the same name', () => {
    const { input, onAdd } = show();
    type(input, ' quy hoạch '.normalize('NFD'));
    fireEvent.keyDown(input, { key: 'Enter' });
    type(input, 'đất ĐAI');
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(onAdd.mock.calls).toEqual([
      [{ name: 'quy hoạch' }],
      [{ id: 'c2', name: 'Đất đai', colour: '#8a2b1d' }],
    ]);
  });

  it('leaves Enter to the input method while it composes, and to the form when nothing is typed', () => {
    const { input, onAdd } = show();
    type(input, 'thuy');
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    expect(onAdd).not.toHaveBeenCalled();
    type(input, '');
    // fireEvent says false when the default was prevented.
    expect(fireEvent.keyDown(input, { key: 'Enter' })).toBe(true);
  });

  it('removes by button and by Backspace in the empty field, and says so', () => {
    const { input, onRemove } = show([{ name: 'a' }, { name: 'b' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove tag a' }));
    expect(onRemove).toHaveBeenLastCalledWith({ name: 'a' });
    fireEvent.keyDown(input, { key: 'Backspace' });
    expect(onRemove).toHaveBeenLastCalledWith({ name: 'b' });
    expect(screen.getByRole('status').textContent).toBe('b removed');
  });

  it('closes the list with Escape and keeps the text', () => {
    const { input } = show();
    type(input, 'dat');
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect((input as HTMLInputElement).value).toBe('dat');
  });
});
