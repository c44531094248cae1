import { describe, expect, it } from 'vitest';
import type { Block } from '@/utils/article/types';
import { hullOf, moveBorder, partsOfSpan } from './borders';
import {
  cursorAt,
  endFrom,
  growSpan,
  stepCursor,
  type Cursor,
  type CursorText,
  type CursorUnit,
} from './cursor';

function textOf(...paragraphs: string[]): CursorText {
  const blocks: Block[] = [];
  let start = 0;
  for (const [n, words] of paragraphs.entries()) {
    blocks.push({ id: `b${n}`, type: 'paragraph', start, end: start + words.length } as Block);
    start += words.length + 1;
  }
  return { text: paragraphs.join('\n'), blocks };
}

const PLACE = textOf('Cát bay. Dân trồng dương.', '  ', 'TP. Phan Thiết yên.', '😀');
const said = (one: { start: number; end: number } | null) => one && PLACE.text.slice(one.start, one.end);

function walk(unit: CursorUnit, by: 1 | -1, from: Cursor | null = null): (string | null)[] {
  const seen: (string | null)[] = [];
  for (
    let at = stepCursor(PLACE, from, unit, by);
    at && seen.length < 20;
    at = stepCursor(PLACE, at, unit, by)
  )
    seen.push(said(at));
  return seen;
}

describe('the cursor', () => {
  it('goes by paragraph, over empty ones', () => {
    expect(walk('paragraph', 1)).toEqual(['Cát bay. Dân trồng dương.', 'TP. Phan Thiết yên.', '😀']);
    expect(walk('paragraph', -1)).toEqual(['😀', 'TP. Phan Thiết yên.', 'Cát bay. Dân trồng dương.']);
  });

  it('goes by sentence, across paragraphs', () => {
    const all = ['Cát bay.', 'Dân trồng dương.', 'TP. Phan Thiết yên.', '😀'];
    expect(walk('sentence', 1)).toEqual(all);
    expect(walk('sentence', -1)).toEqual(all.toReversed());
  });

  it('goes by word, and an emoji is one', () => {
    expect(walk('word', 1)).toEqual([
      'Cát',
      'bay',
      'Dân',
      'trồng',
      'dương',
      'TP',
      'Phan',
      'Thiết',
      'yên',
      '😀',
    ]);
  });

  it('enters a paragraph at its first sentence and leaves it backwards', () => {
    const paragraph = cursorAt(PLACE, 30, 'paragraph')!;
    expect(said(stepCursor(PLACE, paragraph, 'sentence', 1))).toBe('TP. Phan Thiết yên.');
    expect(said(stepCursor(PLACE, paragraph, 'sentence', -1))).toBe('Dân trồng dương.');
  });

  it('goes from a word to the sentence after it', () => {
    expect(said(stepCursor(PLACE, cursorAt(PLACE, 4, 'word'), 'sentence', 1))).toBe('Dân trồng dương.');
  });

  it('begins near a block that is named', () => {
    expect(said(stepCursor(PLACE, null, 'sentence', 1, 'b2'))).toBe('TP. Phan Thiết yên.');
  });

  it('a span grows to its word, sentence, paragraph, and then no more', () => {
    const grown: (string | null)[] = [];
    let span = { start: 10, end: 11 };
    for (let turn = 0; turn < 4; turn += 1) grown.push(said((span = growSpan(PLACE, span))));
    expect(grown).toEqual([
      'Dân',
      'Dân trồng dương.',
      'Cát bay. Dân trồng dương.',
      'Cát bay. Dân trồng dương.',
    ]);
  });
});

describe('the end of a span', () => {
  it('goes on to the end of its sentence, then of the next, and back', () => {
    const start = PLACE.text.indexOf('bay');
    const on = endFrom(PLACE, { start, end: start + 3 }, 'sentence', 1)!;
    expect(PLACE.text.slice(start, on)).toBe('bay.');
    const further = endFrom(PLACE, { start, end: on }, 'sentence', 1)!;
    expect(PLACE.text.slice(start, further)).toBe('bay. Dân trồng dương.');
    expect(endFrom(PLACE, { start, end: further }, 'sentence', -1)).toBe(on);
    expect(endFrom(PLACE, { start, end: on }, 'sentence', -1)).toBeNull();
  });
});

describe('borders', () => {
  const at = (words: string) => {
    const start = PLACE.text.indexOf(words);
    return partsOfSpan(PLACE, { start, end: start + words.length });
  };
  const moved = (words: string, side: 'start' | 'end', by: 1 | -1) => {
    const parts = moveBorder(PLACE, at(words), side, by);
    return parts && parts.map((part) => said(part));
  };

  it.each([
    ['the end outward', 'trồng', 'end', 1, ['trồng dương']],
    ['the end over a full stop', 'trồng dương', 'end', 1, ['trồng dương.']],
    ['the end inward', 'Dân trồng dương', 'end', -1, ['Dân trồng']],
    ['the start outward', 'trồng', 'start', -1, ['Dân trồng']],
    ['the start inward', 'Dân trồng', 'start', 1, ['trồng']],
    ['the end into the next paragraph', 'dương.', 'end', 1, ['dương.', 'TP']],
    ['the start into the former paragraph', 'TP.', 'start', -1, ['dương.', 'TP.']],
  ] as const)('move %s', (_, words, side, by, expected) => {
    expect(moved(words, side, by)).toEqual(expected);
  });

  it('leave at least a word, and stop at the ends of the text', () => {
    expect(moved('trồng', 'end', -1)).toBeNull();
    expect(moved('trồng', 'start', 1)).toBeNull();
    expect(moved('Cát', 'start', -1)).toBeNull();
    expect(moved('😀', 'end', 1)).toBeNull();
  });

  it('out and back again is where it was', () => {
    const parts = at('trồng');
    const out = moveBorder(PLACE, parts, 'end', 1)!;
    expect(moveBorder(PLACE, out, 'end', -1)).toEqual(parts);
  });

  it('what a place leaves out in the middle stays out', () => {
    const parts = [...at('bay.'), ...at('Thiết')];
    const wider = moveBorder(PLACE, parts, 'end', 1)!;
    expect(wider.map((part) => said(part))).toEqual(['bay.', 'Thiết yên']);
    expect(hullOf(wider).start).toBe(parts[0]!.start);
  });
});
