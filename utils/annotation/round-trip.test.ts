// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { Block } from '@/utils/article/types';
import { anchorParts } from './anchor';
import { describeBlock, describeRange } from './describe';
import { indexText, type TextIndex } from './text-index';

/** A small repeatable source of chance (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const WORDS =
  'Thủy lợi hồ chứa “nước” vận hành 😀 an toàn, xã Tân Hòa – 3.500 ha e\u0323\u0302 👨‍👩‍👧 đồng'.split(' ');

interface Made {
  root: HTMLElement;
  text: string;
  blocks: Block[];
}

/** A copy with paragraphs, marks in marks, a list, a table, figures, and things between blocks that are no text. */
function makeCopy(seed: number): Made {
  const next = chance(seed);
  const root = document.createElement('article');
  const blocks: Block[] = [];
  let text = '';
  const fill = (element: Element, type: Block['type']) => {
    const words = Array.from({ length: 1 + next(12) }, () => WORDS[next(WORDS.length)]!).join(' ');
    if (text) text += '\n';
    const block: Block = {
      id: `b${blocks.length}`,
      type,
      start: text.length,
      end: text.length + words.length,
    };
    blocks.push(block);
    text += words;
    element.setAttribute('data-block', block.id);
    let at = 0;
    while (at < words.length) {
      const length = 1 + next(words.length - at);
      const piece = document.createTextNode(words.slice(at, at + length));
      const mark = ['', 'strong', 'em', 'a'][next(4)];
      if (mark) {
        const outer = document.createElement(mark);
        outer.append(document.createElement('i'), piece, '');
        element.append(outer);
      } else element.append(piece);
      at += length;
    }
  };
  const inside = (parent: Element, tag: string) => parent.appendChild(document.createElement(tag));
  for (let count = 3 + next(8); count > 0; count -= 1) {
    const kind = next(5);
    if (kind === 0)
      for (const list = inside(root, 'ul'), n = { left: 1 + next(3) }; n.left > 0; n.left -= 1)
        fill(inside(list, 'li'), 'listItem');
    else if (kind === 1) {
      const row = inside(inside(inside(root, 'table'), 'tbody'), 'tr');
      for (let cells = 1 + next(3); cells > 0; cells -= 1) fill(inside(row, 'td'), 'table');
    } else if (kind === 2) {
      const figure = inside(root, 'figure');
      inside(figure, 'span').textContent = 'Ảnh đang được tải';
      fill(inside(figure, 'figcaption'), 'caption');
    } else fill(inside(root, 'p'), 'paragraph');
    root.append('\n  ');
  }
  document.body.replaceChildren(root);
  return { root, text, blocks };
}

/** Any place in the tree, elements between children included. */
function anyPlace(root: Element, next: (below: number) => number): [Node, number] {
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(root);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
  const node = nodes[next(nodes.length)]!;
  const length = node.nodeType === 3 ? (node as Text).length : node.childNodes.length;
  return [node, next(length + 1)];
}

function randomRange(root: Element, next: (below: number) => number): Range {
  const range = document.createRange();
  range.setStart(...anyPlace(root, next));
  const [node, offset] = anyPlace(root, next);
  // setEnd before the start collapses the range there, which is one of the cases.
  range.setEnd(node, offset);
  return range;
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function bordersOf(index: TextIndex): Set<number> {
  const borders = new Set<number>();
  for (const block of index.blocks) {
    for (const { index: at } of letters.segment(index.text.slice(block.start, block.end)))
      borders.add(block.start + at);
    borders.add(block.end);
  }
  return borders;
}

/** What a range covers, letter by letter: the slow and certain way. */
function coveredOffsets(range: Range, index: TextIndex): number[] {
  const covered: number[] = [];
  for (const { node, start } of index.nodes)
    for (let at = 0; at < node.length; at += 1)
      if (range.comparePoint(node, at) >= 0 && range.comparePoint(node, at + 1) <= 0)
        covered.push(start + at);
  return covered;
}

describe('selections become places and places become ranges', () => {
  test('2,000 random selections come back as exactly their words', () => {
    let described = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const { root, text, blocks } = makeCopy(seed);
      const index = indexText(root, text, blocks);
      expect(index.broken).toEqual([]);
      const borders = bordersOf(index);
      const next = chance(seed * 7919);
      for (let times = 0; times < 50; times += 1) {
        const range = randomRange(root, next);
        // Letter by letter is slow in jsdom: every tenth selection, and whatever was refused.
        const isLookedAt = times % 10 === 0;
        const found = describeRange(range, index);
        const covered = isLookedAt || !found ? coveredOffsets(range, index) : [];
        const kept = new Set(
          found?.parts.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)),
        );
        // Nothing that was covered is lost; when it was refused, only blanks were covered.
        expect(covered.filter((at) => text[at]!.trim() && !kept.has(at))).toEqual([]);
        if (!found) continue;
        described += 1;
        for (const part of found.parts) {
          const block = blocks.find(({ id }) => id === part.blockId)!;
          expect(part.start >= block.start && part.end <= block.end && part.start < part.end).toBe(true);
          expect(borders.has(part.start) && borders.has(part.end)).toBe(true);
        }
        expect(found.quote.exact).toBe(
          found.parts.map(({ start, end }) => text.slice(start, end)).join('\n'),
        );
        const { ranges, missing } = anchorParts(found.parts, index);
        expect(missing).toEqual([]);
        expect(ranges.map(String).join('\n')).toBe(found.quote.exact);
        const again = describeRange(
          {
            startContainer: ranges[0]!.startContainer,
            startOffset: ranges[0]!.startOffset,
            endContainer: ranges.at(-1)!.endContainer,
            endOffset: ranges.at(-1)!.endOffset,
          },
          index,
        );
        expect(again?.quote.exact.length).toBeGreaterThanOrEqual(found.quote.exact.length);
        expect(again?.parts[0]).toEqual(found.parts[0]);
      }
    }
    expect(described).toBeGreaterThan(700);
  });
});

describe('describeRange', () => {
  function copyOf(...paragraphs: string[]) {
    const root = document.createElement('article');
    const blocks: Block[] = [];
    let at = 0;
    for (const [n, words] of paragraphs.entries()) {
      const element = root.appendChild(document.createElement('p'));
      element.dataset.block = `b${n}`;
      element.textContent = words;
      blocks.push({ id: `b${n}`, type: 'paragraph', start: at, end: at + words.length });
      at += words.length + 1;
      root.append('\n');
    }
    document.body.replaceChildren(root, 'bên ngoài');
    return { root, index: indexText(root, paragraphs.join('\n'), blocks) };
  }
  function select(from: Node, start: number, to: Node, end: number): Range {
    const range = document.createRange();
    range.setStart(from, start);
    range.setEnd(to, end);
    return range;
  }
  const wordsOf = (root: Element, n: number) => root.children[n]!.firstChild!;

  test('across paragraphs: one part each, joined by a line break, with context around', () => {
    const { root, index } = copyOf('Mưa lớn ở Phan Thiết', 'Nước dâng', 'Hồ đầy');
    const found = describeRange(select(wordsOf(root, 0), 10, wordsOf(root, 2), 2), index)!;
    expect(found.parts).toEqual([
      { blockId: 'b0', start: 10, end: 20 },
      { blockId: 'b1', start: 21, end: 30 },
      { blockId: 'b2', start: 31, end: 33 },
    ]);
    expect(found.quote).toEqual({ exact: 'Phan Thiết\nNước dâng\nHồ', prefix: 'Mưa lớn ở ', suffix: ' đầy' });
  });

  test('a selection that runs past the end of the copy keeps what is inside', () => {
    const { root, index } = copyOf('Hồ đầy');
    expect(describeRange(select(wordsOf(root, 0), 3, document.body.lastChild!, 4), index)?.quote.exact).toBe(
      'đầy',
    );
  });

  test('blanks, and the space between blocks, are nothing', () => {
    const { root, index } = copyOf('Hồ đầy', 'Mưa');
    expect(describeRange(select(wordsOf(root, 0), 2, wordsOf(root, 0), 3), index)).toBeNull();
    expect(describeRange(select(wordsOf(root, 0), 6, wordsOf(root, 1), 0), index)).toBeNull();
    expect(describeRange(select(document.body.lastChild!, 0, document.body.lastChild!, 3), index)).toBeNull();
  });

  test('a blank taken along by a double click is left out', () => {
    const { root, index } = copyOf('Hồ đầy nước');
    expect(describeRange(select(wordsOf(root, 0), 0, wordsOf(root, 0), 3), index)?.quote.exact).toBe('Hồ');
  });

  test('half a letter becomes the whole letter', () => {
    const { root, index } = copyOf('a😀b e\u0323\u0302x');
    expect(describeRange(select(wordsOf(root, 0), 2, wordsOf(root, 0), 4), index)?.quote.exact).toBe('😀b');
    expect(describeRange(select(wordsOf(root, 0), 5, wordsOf(root, 0), 6), index)?.quote.exact).toBe(
      'e\u0323\u0302',
    );
  });

  test('context is cut between letters, at most 64 characters', () => {
    const words = `${'😀'.repeat(40)}x đích ${'👍'.repeat(40)}`;
    const { root, index } = copyOf(words);
    const at = words.indexOf('đích');
    const { quote } = describeRange(select(wordsOf(root, 0), at, wordsOf(root, 0), at + 4), index)!;
    expect(quote.prefix.length).toBeLessThanOrEqual(64);
    expect(quote.suffix.length).toBeLessThanOrEqual(64);
    expect(quote.prefix.isWellFormed() && quote.suffix.isWellFormed()).toBe(true);
    expect(quote.prefix.length).toBeGreaterThan(60);
  });

  test('a block that shows other words than were saved takes no part', () => {
    const { root, index: before } = copyOf('Hồ đầy', 'Mưa');
    root.children[0]!.textContent = 'Hồ cạn';
    const index = indexText(root, before.text, before.blocks);
    expect(index.broken).toEqual(['b0']);
    expect(describeRange(select(root, 0, root, root.childNodes.length), index)?.parts).toEqual([
      { blockId: 'b1', start: 7, end: 10 },
    ]);
    expect(anchorParts([{ blockId: 'b0', start: 0, end: 2 }], index)).toEqual({
      ranges: [],
      missing: [{ blockId: 'b0', start: 0, end: 2 }],
    });
    expect(describeBlock('b0', index)).toBeNull();
    expect(describeBlock('b1', index)?.quote.exact).toBe('Mưa');
  });

  test('words changed after indexing are not painted', () => {
    const { root, index } = copyOf('Hồ đầy');
    (wordsOf(root, 0) as Text).data = 'Hồ cạn';
    expect(anchorParts([{ blockId: 'b0', start: 3, end: 6 }], index).ranges).toEqual([]);
  });

  test('a part under the wrong block, or outside the text, is missing', () => {
    const { index } = copyOf('Hồ đầy', 'Mưa');
    const parts = [
      { blockId: 'b1', start: 0, end: 2 },
      { blockId: 'b1', start: 7, end: 99 },
      { blockId: 'b0', start: 4, end: 4 },
    ];
    expect(anchorParts(parts, index).missing).toEqual(parts);
  });
});
