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

  it('tells a frame of another site from one of its own', () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.focus();
    expect(document.activeElement).toBe(frame);
    const inside = frame.contentDocument!;
    const text = inside.body
      .appendChild(inside.createElement('p'))
      .appendChild(inside.createTextNode('trong khung'));
    inside.getSelection()!.setBaseAndExtent(text, 0, text, 5);
    expect(readSelection(document, [document])).toMatchObject({ ends: { endOffset: 5 }, document: inside });
    Object.defineProperty(frame, 'contentDocument', { value: null });
    expect(readSelection(document, [document])).toEqual({ refused: 'frame' });
  });
});
