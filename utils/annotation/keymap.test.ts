import { describe, expect, it } from 'vitest';
import {
  actionOf,
  bindKey,
  DEFAULT_KEYMAP,
  isAlwaysOn,
  KEY_ACTIONS,
  KEY_GROUPS,
  mergeKeymap,
  resetKey,
  shownKey,
  strokeOf,
} from './keymap';

describe('which key it was', () => {
  it.each([
    ['a letter', { key: 'j' }, 'j'],
    ['a letter with Shift', { key: 'J', shiftKey: true }, 'Shift+j'],
    ['a letter with CapsLock', { key: 'J' }, 'j'],
    ['a sign that needs Shift', { key: '{', shiftKey: true }, '{'],
    ['the question mark', { key: '?', shiftKey: true }, '?'],
    ['Ctrl', { key: 'z', ctrlKey: true }, 'Mod+z'],
    ['the command key', { key: 'z', metaKey: true, shiftKey: true }, 'Mod+Shift+z'],
    ['AltGr for a bracket', { key: '[', ctrlKey: true, altKey: true }, '['],
    ['Ctrl and Alt with a letter', { key: 'h', ctrlKey: true, altKey: true }, 'Mod+Alt+h'],
    ['an arrow', { key: 'ArrowLeft' }, 'ArrowLeft'],
    ['the digit row of the Vietnamese layout', { key: 'ă', code: 'Digit1' }, '1'],
    ['a Cyrillic layout', { key: 'о', code: 'KeyJ' }, 'j'],
    ['a bracket on a Cyrillic layout', { key: 'Х', code: 'BracketLeft', shiftKey: true }, '{'],
    ['a modifier alone', { key: 'Shift', shiftKey: true }, null],
    ['an input method at work', { key: 'h', isComposing: true }, null],
    ['an input method at work, said by number', { key: 'h', keyCode: 229 }, null],
    ['a dead key', { key: 'Dead' }, null],
  ])('%s', (_, press, stroke) => {
    expect(strokeOf(press)).toBe(stroke);
  });
});

describe('the keymap', () => {
  it('gives no key to two actions of a page, and every action stands in one group', () => {
    for (const action of KEY_ACTIONS)
      for (const key of DEFAULT_KEYMAP[action]) expect(bindKey({}, action, key)).toMatchObject({ ok: true });
    expect(Object.values(KEY_GROUPS).flat().toSorted()).toEqual(KEY_ACTIONS.toSorted());
  });

  it('finds the action of a key', () => {
    expect(actionOf(DEFAULT_KEYMAP, 'Shift+k')).toBe('previousSentence');
    expect(actionOf(DEFAULT_KEYMAP, '7')).toBe('recent7');
    expect(actionOf(DEFAULT_KEYMAP, 'q')).toBeNull();
  });

  it('the review is another page: its letters may do something else in the reader', () => {
    expect(actionOf(DEFAULT_KEYMAP, 'o')).toBe('cycle');
    expect(actionOf(DEFAULT_KEYMAP, 'o', (action) => action === 'keepOrphan')).toBe('keepOrphan');
    expect(bindKey({}, 'accept', 'h')).toMatchObject({ ok: true });
    expect(bindKey({}, 'accept', 'j')).toEqual({ ok: false, taken: 'nextParagraph' });
  });

  it('a key is given to another action only when it is free', () => {
    expect(bindKey({}, 'highlight', 'j')).toEqual({ ok: false, taken: 'nextParagraph' });
    const bound = bindKey({}, 'highlight', 'q');
    expect(bound).toEqual({ ok: true, changed: { highlight: ['q'] } });
    const keymap = mergeKeymap({ highlight: ['q'] });
    expect(actionOf(keymap, 'q')).toBe('highlight');
    expect(actionOf(keymap, 'h')).toBeNull();
  });

  it('goes back to its first keys unless another has them now', () => {
    expect(resetKey({ highlight: ['q'] }, 'highlight')).toEqual({ ok: true, changed: {} });
    expect(resetKey({ highlight: ['q'], cycle: ['h'] }, 'highlight')).toEqual({ ok: false, taken: 'cycle' });
  });

  it('what is stored and makes no sense changes nothing', () => {
    expect(mergeKeymap({ dance: ['q'], highlight: 'q' as never })).toEqual(DEFAULT_KEYMAP);
  });

  it('only keys with Ctrl or Alt, and Escape, stay on when single keys are off', () => {
    const on = KEY_ACTIONS.filter((action) => DEFAULT_KEYMAP[action].some(isAlwaysOn));
    expect(on).toEqual(['undo', 'redo', 'leave']);
  });

  it('keys are written as on a keyboard', () => {
    expect(['Shift+j', 'Mod+Shift+z', 'ArrowRight', '{', 'Escape'].map(shownKey)).toEqual([
      'Shift+J',
      'Ctrl+Shift+Z',
      '→',
      '{',
      'Esc',
    ]);
  });
});
