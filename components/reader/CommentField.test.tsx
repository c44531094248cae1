// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Words } from '@/components/words';
import { CommentField } from './CommentField';

afterEach(cleanup);

function opened(first: string) {
  const onKeep = vi.fn<(comment: string) => void>();
  const view = (comment: string) => (
    <Words locale="vi">
      <CommentField comment={comment} hasFocus onKeep={onKeep} onDone={() => undefined} />
    </Words>
  );
  const { rerender, unmount } = render(view(first));
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Ghi chú' });
  return { onKeep, unmount, field, elsewhere: (comment: string) => rerender(view(comment)) };
}

test('what another tab wrote comes in while nothing is being typed', () => {
  const { field, elsewhere } = opened('một');
  elsewhere('hai');
  expect(field().value).toBe('hai');
});

test('two tabs write: nothing is lost, and a person chooses', () => {
  const { field, elsewhere, onKeep } = opened('một');
  fireEvent.input(field(), { target: { value: 'một của tôi' } });
  elsewhere('một của họ');
  expect(field().value).toBe('một của tôi');
  expect(screen.getByRole('alert').textContent).toContain('một của họ');
  fireEvent.blur(field());
  expect(onKeep, 'leaving the field does not put mine over theirs').not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Giữ bản của tôi' }));
  expect(onKeep).toHaveBeenCalledWith('một của tôi');
});

test('their words can be taken', () => {
  const { field, elsewhere, onKeep } = opened('một');
  fireEvent.input(field(), { target: { value: 'khác' } });
  elsewhere('của họ');
  fireEvent.click(screen.getByRole('button', { name: 'Lấy bản đó' }));
  expect(field().value).toBe('của họ');
  expect(onKeep).not.toHaveBeenCalled();
});

test('closing the card keeps what was typed', () => {
  const { field, unmount, onKeep } = opened('một');
  fireEvent.input(field(), { target: { value: 'một hai' } });
  unmount();
  expect(onKeep).toHaveBeenCalledWith('một hai');
});
