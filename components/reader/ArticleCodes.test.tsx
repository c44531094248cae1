// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Words } from '@/components/words';
import type { ArticleVariable } from '@/utils/db/codebook';
import { ArticleCodes } from './ArticleCodes';

afterEach(cleanup);

const variable = (more: Partial<ArticleVariable>): ArticleVariable => ({
  codeId: 'c1',
  name: 'Giọng điệu',
  colour: '#7fb8e6',
  definition: 'Giọng của cả bài',
  values: ['tích cực', 'tiêu cực'],
  own: null,
  others: [],
  ...more,
});

function show(variables: ArticleVariable[]) {
  const setVariable = vi.fn(() => Promise.resolve({ ok: true as const, value: null }));
  const shown = render(
    <Words locale="en">
      <ArticleCodes variables={variables} setVariable={setVariable} told={() => undefined} />
    </Words>,
  );
  return { setVariable, shown };
}

test('few values are a group of buttons of which one is chosen, and can be taken back', () => {
  const { setVariable } = show([variable({ own: 'tiêu cực' })]);
  const group = screen.getByRole('group', { name: 'Giọng điệu' });
  expect(group.getAttribute('aria-describedby')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'tiêu cực' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'tích cực' }));
  expect(setVariable).toHaveBeenLastCalledWith('c1', 'tích cực');
  fireEvent.click(screen.getByRole('button', { name: 'Clear: Giọng điệu' }));
  expect(setVariable).toHaveBeenLastCalledWith('c1', null);
});

test('many values are a list; one that left the codebook is still shown', () => {
  const values = ['tin', 'phóng sự', 'bình luận', 'phỏng vấn', 'xã luận', 'ghi chép'];
  const { setVariable } = show([variable({ values, own: 'điều tra' })]);
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Giọng điệu' });
  expect(list.value).toBe('điều tra');
  fireEvent.change(list, { target: { value: 'xã luận' } });
  expect(setVariable).toHaveBeenLastCalledWith('c1', 'xã luận');
  fireEvent.change(list, { target: { value: '' } });
  expect(setVariable).toHaveBeenLastCalledWith('c1', null);
});

test('says how far one is and what others said; nothing without variables', () => {
  const { shown } = show([
    variable({ others: [{ coder: 'Lan', value: 'tích cực' }] }),
    variable({ codeId: 'c2', own: 'tích cực' }),
  ]);
  expect(screen.getByText('1 of 2')).toBeTruthy();
  expect(screen.getByText('Lan: tích cực')).toBeTruthy();
  shown.unmount();
  expect(show([]).shown.container.textContent).toBe('');
});
