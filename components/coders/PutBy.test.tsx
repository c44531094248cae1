// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { TagChips } from '@/components/ui/TagChips';
import { TagInput } from '@/components/ui/TagInput';
import { Words } from '@/components/words';
import { SeveralCoders, type CodersSeen } from './PutBy';

afterEach(cleanup);

const CODES = [
  { id: 'c1', name: 'thiệt hại', colour: '#f2c744', putBy: ['k1', 'k2'] },
  { id: 'c2', name: 'tự quản', colour: '#7fb8e6', putBy: ['k2'] },
];

function shown(coders: CodersSeen) {
  render(
    <Words locale="vi">
      <SeveralCoders.Provider value={coders}>
        <TagChips codes={CODES} />
      </SeveralCoders.Provider>
    </Words>,
  );
}

test('each code says who put it, in letters to see and in names to hear', () => {
  shown(
    new Map([
      ['k1', { name: 'Lan Chi', initials: 'LC' }],
      ['k2', { name: 'Quốc Huy', initials: 'QH' }],
    ]),
  );
  expect(screen.getByTitle('Lan Chi, Quốc Huy').textContent).toContain('LC QH');
  expect(screen.getByTitle('Quốc Huy').textContent).toContain('QH');
  expect(screen.getByText('(Lan Chi, Quốc Huy)')).toBeTruthy();
});

test('the tags of an open card say so, too', () => {
  render(
    <Words locale="vi">
      <SeveralCoders.Provider value={new Map([['k2', { name: 'Quốc Huy', initials: 'QH' }]])}>
        <TagInput label="Thẻ" value={CODES} known={[]} onAdd={() => undefined} onRemove={() => undefined} />
      </SeveralCoders.Provider>
    </Words>,
  );
  expect(screen.getAllByTitle('Quốc Huy')).toHaveLength(2);
});

test('who works alone is not told so at every code', () => {
  shown(new Map());
  expect(screen.queryByTitle('Lan Chi')).toBeNull();
  expect(screen.getByText('tự quản').textContent).toBe('tự quản');
});
