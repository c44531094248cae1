// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Words } from '@/components/words';
import { CodersPanel, type CoderDoors } from './CodersPanel';

afterEach(cleanup);

const yes = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const coder = (id: string, name: string, initials: string) => ({
  id,
  name,
  initials,
  colour: '#8a2b1d',
  createdAt: '2026-03-01T00:00:00.000Z',
  touched: {},
});

function show() {
  const doors = {
    createCoder: vi.fn<CoderDoors['createCoder']>(() => yes({ coderId: 'c3' })),
    editCoder: vi.fn<CoderDoors['editCoder']>(() => yes(null)),
    removeCoder: vi.fn<CoderDoors['removeCoder']>(() => yes(null)),
    switchCoder: vi.fn<CoderDoors['switchCoder']>(() => yes(null)),
  };
  const coders = [coder('c1', 'Lan', 'L'), coder('c2', 'Đỗ Minh', 'ĐM')];
  render(
    <Words locale="en">
      <CodersPanel now={{ coders, currentId: 'c1' }} doors={doors} />
    </Words>,
  );
  return doors;
}

it('adds, renames, switches and removes; the one at work has no way out', async () => {
  const doors = show();
  expect(screen.getByText('ĐM')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Remove Lan' })).toBeNull();
  fireEvent.input(screen.getByLabelText('New coder'), { target: { value: 'Hà' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(doors.createCoder).toHaveBeenCalledWith('Hà', '');
  expect(await screen.findByText('Hà was added.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Name of Đỗ Minh'), { target: { value: ' Minh ' } });
  expect(doors.editCoder).toHaveBeenCalledWith('c2', { name: 'Minh' });
  fireEvent.click(screen.getByRole('button', { name: 'Switch to Đỗ Minh' }));
  expect(doors.switchCoder).toHaveBeenCalledWith('c2');
  fireEvent.click(screen.getByRole('button', { name: 'Remove Đỗ Minh' }));
  expect(doors.removeCoder).toHaveBeenCalledWith('c2');
});

it('a name that is taken is told, and the old one stands again', async () => {
  const doors = show();
  doors.editCoder.mockResolvedValue({ ok: false, error: { code: 'nameTaken' } });
  const field = screen.getByLabelText<HTMLInputElement>('Name of Đỗ Minh');
  field.value = 'Lan';
  fireEvent.change(field);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(field.value).toBe('Đỗ Minh');
});
