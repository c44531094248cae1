import { describe, expect, it } from 'vitest';
import { makeCapture } from '@/utils/testing/captures';
import { compareCopies } from './compare';

describe('compareCopies', () => {
  it('finds nothing between a copy and itself', () => {
    expect(compareCopies(makeCapture(), makeCapture()).isNone).toBe(true);
  });

  it('names changed fields with both values, and blocks in reading order', () => {
    const from = makeCapture({ paragraphs: ['Một.', 'Hai.', 'Ba.'] });
    const to = makeCapture({ title: 'Tiêu đề khác', paragraphs: ['Một.', 'Hai rưỡi.', 'Ba.', 'Bốn.'] });
    const { fields, blocks, isNone } = compareCopies(from, to);
    expect(isNone).toBe(false);
    expect(fields).toEqual([{ key: 'title', from: from.metadata.title.value, to: 'Tiêu đề khác' }]);
    expect(blocks.filter(({ type }) => type === 'paragraph').map(({ is, text }) => [is, text])).toEqual([
      ['same', 'Một.'],
      ['removed', 'Hai.'],
      ['added', 'Hai rưỡi.'],
      ['same', 'Ba.'],
      ['added', 'Bốn.'],
    ]);
  });

  it('sees a block that only changed its kind', () => {
    const from = makeCapture({ paragraphs: ['Một.'] });
    const to = makeCapture({ paragraphs: ['Một.'] });
    to.blocks = to.blocks.map((block) => (block.type === 'paragraph' ? { ...block, type: 'quote' } : block));
    expect(compareCopies(from, to).blocks.map(({ is }) => is)).toEqual(['same', 'same', 'removed', 'added']);
  });

  it('answers soon for two texts that have nothing in common', () => {
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word} ${n}`);
    const { blocks } = compareCopies(
      makeCapture({ paragraphs: lines('a') }),
      makeCapture({ paragraphs: lines('b') }),
    );
    expect(blocks.filter(({ is }) => is === 'added').length).toBeGreaterThanOrEqual(20_000);
  });
});
