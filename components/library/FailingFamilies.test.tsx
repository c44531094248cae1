// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Words } from '@/components/words';
import { FailingFamilies } from './FailingFamilies';

afterEach(cleanup);

test('names the family, what its rules miss and the pages; can be put away', () => {
  const articles = [{ id: 'a1', title: 'Tin 1', outlet: 'Báo Cửa Bể' }];
  render(
    <Words locale="en">
      <FailingFamilies
        failing={[{ family: 'onecms', parts: ['title', 'body'], looked: 8, articles }]}
        href={(id) => `/reader.html?article=${id}`}
      />
    </Words>,
  );
  screen.getByText(/On 1 of the last 8 pages of “onecms” its rules did not find: title, text/);
  expect(screen.getByText('Tin 1').getAttribute('href')).toBe('/reader.html?article=a1');
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('Tin 1')).toBeNull();
});
