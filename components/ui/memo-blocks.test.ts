import { describe, expect, it } from 'vitest';
import { memoBlocks, type Block, type Inline } from './memo-blocks';

const wordsOf = (inlines: Inline[]): string =>
  inlines.map((one) => ('children' in one ? wordsOf(one.children) : one.text)).join('');

function textOf(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return wordsOf(block.children);
      if (block.kind === 'quote') return textOf(block.blocks);
      return (block.kind === 'list' ? block.items : block.lines).map(wordsOf).join('\n');
    })
    .join('\n');
}

describe('light Markdown', () => {
  it('reads headings, lists, quotes and paragraphs', () => {
    const blocks = memoBlocks(
      '# Khung\n\nMột dòng\ndòng hai\n- một\n- **hai**\n3. ba\n4. bốn\n> trích\n> - lồng',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'quote']);
    expect(blocks[3]).toMatchObject({ isOrdered: true, start: 3 });
    expect(blocks[4]).toMatchObject({ blocks: [{ kind: 'paragraph' }, { kind: 'list' }] });
  });

  it('reads bold, italic, code and links inside a line', () => {
    expect(
      memoBlocks('**đậm** và *nghiêng*, `mã`, [báo](https://a.example/b), https://c.example/d.'),
    ).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'bold', children: [{ kind: 'text', text: 'đậm' }] },
            { kind: 'text', text: ' và ' },
            { kind: 'italic', children: [{ kind: 'text', text: 'nghiêng' }] },
            { kind: 'text', text: ', ' },
            { kind: 'code', text: 'mã' },
            { kind: 'text', text: ', ' },
            { kind: 'link', text: 'báo', href: 'https://a.example/b' },
            { kind: 'text', text: ', ' },
            { kind: 'link', text: 'https://c.example/d', href: 'https://c.example/d' },
            { kind: 'text', text: '.' },
          ],
        ],
      },
    ]);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](/library.html)',
    '<b>x</b>',
    'a_b_c 2*3*4',
  ])('leaves %s as words', (text) => {
    expect(textOf(memoBlocks(text))).toBe(text);
    expect(JSON.stringify(memoBlocks(text))).not.toContain('"link"');
  });

  it.each(['', '\n\n', '****', '**', '> > > > > > > sâu', '`', '[](', '-', '1.', '#', '#hash', '😀\uD800'])(
    'takes %j',
    (text) => {
      const letters = (of: string) => of.replace(/[^\p{L}😀]/gu, '');
      expect(letters(textOf(memoBlocks(text)))).toBe(letters(text));
    },
  );
});
