// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { correctCopy, piecesMissingIn, type CopyText, type Correction } from './correct';
import type { BlockType } from './types';

const HTML =
  '<h1 data-block="b0">Tiêu đề</h1><p data-block="b1">Sapo đứng đây.</p>' +
  '<figure data-picture="p0"><figcaption data-block="b2">Ảnh: Hải Nguyên</figcaption></figure>' +
  '<ul><li data-block="b3">Một</li><li data-block="b4">Hai <strong>đậm</strong></li><li data-block="b5">Ba</li></ul>' +
  '<blockquote><p data-block="b6">Trích</p></blockquote><p data-block="b7">Cuối.</p>';
const KINDS: BlockType[] = [
  'title',
  'paragraph',
  'caption',
  'listItem',
  'listItem',
  'listItem',
  'quote',
  'paragraph',
];

function copyOf(html: string, kinds: BlockType[]): CopyText {
  const root = document.createElement('div');
  root.innerHTML = html;
  let at = 0;
  const texts = [...root.querySelectorAll('[data-block]')].map((element) => element.textContent);
  const blocks = texts.map((text, n) => {
    const block = { id: `b${n}`, type: kinds[n]!, start: at, end: at + text.length };
    at = block.end + 1;
    return block;
  });
  return { text: texts.join('\n'), blocks, html };
}

const inert = document.implementation.createHTMLDocument('');
const correct = (...corrections: Correction[]) => correctCopy(copyOf(HTML, KINDS), corrections);

/** Text, blocks and HTML must always tell the same. */
function expectWhole({ text, blocks, html }: CopyText): void {
  const root = inert.createElement('div');
  root.innerHTML = html;
  let expected = 0;
  for (const { id, start, end } of blocks) {
    expect(start).toBe(expected);
    expect(root.querySelector(`[data-block="${id}"]`)!.textContent).toBe(text.slice(start, end));
    expected = end + 1;
  }
  expect(expected - 1).toBe(text.length);
  expect(root.querySelectorAll('[data-block]')).toHaveLength(blocks.length);
}

describe('correctCopy', () => {
  it('gives the same copy when there is nothing to correct', () => {
    expect(correct()).toEqual(copyOf(HTML, KINDS));
  });

  it('takes a block out, and a structure that it leaves empty', () => {
    const made = correct({ do: 'takeOut', blockId: 'b6' }, { do: 'takeOut', blockId: 'b3' });
    expect(made.text).toBe('Tiêu đề\nSapo đứng đây.\nẢnh: Hải Nguyên\nHai đậm\nBa\nCuối.');
    expect(made.html).not.toContain('blockquote');
    expectWhole(made);
  });

  it('keeps a picture whose caption is taken out, and takes out a picture with its caption', () => {
    expect(correct({ do: 'takeOut', blockId: 'b2' }).html).toContain('data-picture="p0"');
    const made = correct({ do: 'takeOutPicture', pictureId: 'p0' });
    expect(made.html).not.toContain('figure');
    expect(made.text).not.toContain('Ảnh:');
    expectWhole(made);
  });

  it('gives a block another kind where it stands, splitting the list around it', () => {
    const made = correct({ do: 'setKind', blockId: 'b4', kind: 'heading' });
    expect(made.text).toBe(copyOf(HTML, KINDS).text);
    expect(made.blocks[4]).toMatchObject({ type: 'heading', level: 2 });
    expect(made.html).toContain(
      '<ul><li data-block="b3">Một</li></ul><h2 data-block="b4">Hai <strong>đậm</strong></h2><ul><li data-block="b5">Ba</li></ul>',
    );
    expectWhole(made);
  });

  it('makes a lead, a caption, a quote', () => {
    const made = correct(
      { do: 'setKind', blockId: 'b1', kind: 'lead' },
      { do: 'setKind', blockId: 'b7', kind: 'quote' },
      { do: 'setKind', blockId: 'b6', kind: 'caption' },
    );
    expect(made.blocks.map(({ type }) => type)).toEqual([
      'title',
      'lead',
      'caption',
      'listItem',
      'listItem',
      'listItem',
      'caption',
      'quote',
    ]);
    expectWhole(made);
  });

  it('puts a piece in after a block, also inside a list, and at the very beginning', () => {
    const made = correct(
      { do: 'putIn', after: 'b3', blockId: 'n1', kind: 'paragraph', text: '  Thêm\n vào ' },
      { do: 'putIn', after: null, blockId: 'n2', kind: 'heading', text: 'Đầu' },
      { do: 'putIn', after: 'n1', blockId: 'n3', kind: 'quote', text: 'Sau đó' },
    );
    const lines = made.text.split('\n');
    expect(lines[0]).toBe('Đầu');
    expect(lines.indexOf('Thêm vào')).toBe(lines.indexOf('Ba') + 1);
    expect(lines.indexOf('Sau đó')).toBe(lines.indexOf('Thêm vào') + 1);
    expectWhole(made);
  });

  it('escapes what is put in, and does nothing for a block that is gone', () => {
    const made = correct(
      { do: 'putIn', after: 'b7', blockId: 'n1', kind: 'paragraph', text: '<img src=x onerror=alert(1)>' },
      { do: 'takeOut', blockId: 'nowhere' },
      { do: 'putIn', after: 'b7', blockId: 'n2', kind: 'paragraph', text: ' \n ' },
    );
    expect(made.html).toContain('&lt;img');
    expect(made.blocks).toHaveLength(9);
    expectWhole(made);
  });
});

describe('piecesMissingIn', () => {
  it('lists what the page has and the copy lacks, each once, in order', () => {
    const page = document.implementation.createHTMLDocument('');
    page.body.innerHTML =
      '<h1>Tiêu đề</h1><div>Chữ <span>ở trong</span> hộp</div><p>Sapo đứng đây.</p><ul><li><a href="#">Tin khác</a></li></ul>' +
      '<p>Bị bỏ sót <b>này</b>.</p><p>Bị bỏ sót này.</p><script>var x = 1</script><div><p>Trong</p> lẫn ngoài</div>';
    expect(piecesMissingIn(copyOf(HTML, KINDS), page)).toEqual([
      'Chữ ở trong hộp',
      'Tin khác',
      'Bị bỏ sót này.',
      'Trong',
    ]);
  });
});
