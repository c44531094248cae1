// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { readSelection } from './page-selection';

beforeEach(() => {
  document.body.replaceChildren();
  document.getSelection()?.removeAllRanges();
});

function select(node: Node, from: number, to: number) {
  document.getSelection()!.setBaseAndExtent(node, from, node, to);
}

describe('readSelection', () => {
  it('gives the ends of selected words', () => {
    const text = document.body
      .appendChild(document.createElement('p'))
      .appendChild(new Text('Giá xăng tăng'));
    select(text, 4, 8);
    expect(readSelection(document, [document])).toMatchObject({
      ends: { startContainer: text, startOffset: 4, endContainer: text, endOffset: 8 },
    });
  });

  it('says why there is nothing to highlight', () => {
    expect(readSelection(document, [document])).toEqual({ refused: 'nothing' });
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = 'chữ';
    field.focus();
    field.select();
    expect(readSelection(document, [document])).toEqual({ refused: 'editable' });
    const note = document.body.appendChild(document.createElement('div'));
    note.setAttribute('contenteditable', '');
    note.textContent = 'sửa được';
    field.blur();
    select(note.firstChild!, 0, 3);
    expect(readSelection(document, [document])).toEqual({ refused: 'editable' });
  });
});
