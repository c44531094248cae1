/**
 * Keys of the reader as data: what can be done, which keys do it, and which key was pressed. Pure: no element, no event
 * object, only its members. Keys without Ctrl or Alt can be switched off as a whole (WCAG 2.1.4) or given to others.
 */
export const KEY_ACTIONS = [
  'nextParagraph',
  'previousParagraph',
  'nextSentence',
  'previousSentence',
  'nextWord',
  'previousWord',
  'select',
  'highlight',
  'palette',
  'recent1',
  'recent2',
  'recent3',
  'recent4',
  'recent5',
  'recent6',
  'recent7',
  'recent8',
  'recent9',
  'inVivo',
  'comment',
  'startBack',
  'startOn',
  'endBack',
  'endOn',
  'cycle',
  'remove',
  'removeHighlight',
  'undo',
  'redo',
  'search',
  'help',
  'leave',
  'accept',
  'attach',
  'keepOrphan',
] as const;

export type KeyAction = (typeof KEY_ACTIONS)[number];
/** Keys of every action, written as `strokeOf` writes them. */
export type Keymap = Readonly<Record<KeyAction, readonly string[]>>;

export type KeyGroupName = 'move' | 'code' | 'edit' | 'page' | 'review';

export const KEY_GROUPS: Readonly<Record<KeyGroupName, readonly KeyAction[]>> = {
  move: [
    'nextParagraph',
    'previousParagraph',
    'nextSentence',
    'previousSentence',
    'nextWord',
    'previousWord',
    'select',
  ],
  code: [
    'highlight',
    'palette',
    'recent1',
    'recent2',
    'recent3',
    'recent4',
    'recent5',
    'recent6',
    'recent7',
    'recent8',
    'recent9',
    'inVivo',
    'comment',
  ],
  edit: ['startBack', 'startOn', 'endBack', 'endOn', 'cycle', 'remove', 'removeHighlight', 'undo', 'redo'],
  page: ['search', 'help', 'leave'],
  review: ['accept', 'attach', 'keepOrphan'],
};

/** The review is another page: its own answers may have keys that do something else in the reader. */
const IN_REVIEW: ReadonlySet<KeyAction> = new Set([
  ...KEY_GROUPS.review,
  'nextParagraph',
  'previousParagraph',
  'undo',
  'redo',
  'help',
]);
const isInReader = (action: KeyAction) => !KEY_GROUPS.review.includes(action);

function share(one: KeyAction, other: KeyAction): boolean {
  return (isInReader(one) && isInReader(other)) || (IN_REVIEW.has(one) && IN_REVIEW.has(other));
}

const recents = Object.fromEntries(
  Array.from({ length: 9 }, (_, n) => [`recent${n + 1}`, [String(n + 1)]]),
) as Record<Extract<KeyAction, `recent${string}`>, string[]>;

export const DEFAULT_KEYMAP: Keymap = {
  nextParagraph: ['j'],
  previousParagraph: ['k'],
  nextSentence: ['Shift+j'],
  previousSentence: ['Shift+k'],
  nextWord: ['ArrowRight'],
  previousWord: ['ArrowLeft'],
  select: ['v'],
  highlight: ['h'],
  palette: ['c', 't'],
  ...recents,
  inVivo: ['n'],
  comment: ['m'],
  startBack: ['['],
  startOn: [']'],
  endBack: ['{'],
  endOn: ['}'],
  cycle: ['o'],
  remove: ['x'],
  removeHighlight: ['Shift+x'],
  undo: ['Mod+z'],
  redo: ['Mod+y', 'Mod+Shift+z'],
  search: ['/'],
  help: ['?'],
  leave: ['Escape'],
  accept: ['a'],
  attach: ['r'],
  keepOrphan: ['o'],
};

/** The members of a keyboard event that say which key it was. */
export interface KeyPress {
  key: string;
  code?: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  shiftKey?: boolean;
  isComposing?: boolean;
  keyCode?: number;
}

const MODIFIERS = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);
/** On a layout without Latin letters (or the Vietnamese one, whose digits are letters) the place of the key counts. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Slash: ['/', '?'],
};

/**
 * `j`, `Shift+j`, `{`, `Mod+z`, `ArrowLeft`, `Alt+Enter`; Mod is Ctrl or ⌘. Signs carry no Shift of their own. null while an
 * input method composes (229 is Safari's and Chrome's way of saying so) and for modifiers alone.
 */
export function strokeOf(press: KeyPress): string | null {
  if (press.isComposing || press.keyCode === 229 || MODIFIERS.has(press.key)) return null;
  const { key, isShifted } = keyOf(press);
  // AltGr is Ctrl and Alt together: on many layouts the only way to type [ or {.
  const isTyped = Boolean(press.ctrlKey && press.altKey) && /^[^\p{L}\p{N}\s]$/u.test(key);
  const mod = !isTyped && (press.ctrlKey || press.metaKey) ? 'Mod+' : '';
  const alt = !isTyped && press.altKey ? 'Alt+' : '';
  return `${mod}${alt}${isShifted ? 'Shift+' : ''}${key}`;
}

function keyOf({ key, code = '', shiftKey = false }: KeyPress): { key: string; isShifted: boolean } {
  if (key.length > 1 && !/^\p{L}\p{M}+$/u.test(key)) return { key, isShifted: shiftKey };
  if (/^[a-z]$/i.test(key)) return { key: key.toLowerCase(), isShifted: shiftKey };
  if (/^[\x21-\x7e]$/.test(key)) return { key, isShifted: false };
  const letter = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  if (letter) return { key: (letter[1] ?? letter[2]!).toLowerCase(), isShifted: shiftKey };
  const place = PLACES[code];
  if (place) return { key: place[shiftKey ? 1 : 0], isShifted: false };
  return { key: key === ' ' ? 'Space' : key, isShifted: shiftKey };
}

/** A key that stays on when single keys are switched off: with Ctrl or Alt, or Escape. */
export function isAlwaysOn(stroke: string): boolean {
  return stroke === 'Escape' || /^(?:Mod|Alt)\+/.test(stroke);
}

/** The keymap with what a person has changed; what is no action or no key is left out. */
export function mergeKeymap(changed: Readonly<Record<string, readonly string[]>>): Keymap {
  const merged: Record<KeyAction, readonly string[]> = { ...DEFAULT_KEYMAP };
  for (const action of KEY_ACTIONS) {
    const keys = changed[action];
    if (Array.isArray(keys)) merged[action] = keys.filter((key) => typeof key === 'string' && key !== '');
  }
  return merged;
}

/** What a key does, among the actions that a page has. */
export function actionOf(
  keymap: Keymap,
  stroke: string,
  has: (action: KeyAction) => boolean = isInReader,
): KeyAction | null {
  return KEY_ACTIONS.find((action) => keymap[action].includes(stroke) && has(action)) ?? null;
}

export type Bound = { ok: true; changed: Record<string, string[]> } | { ok: false; taken: KeyAction };

/** What is changed after `action` got this key alone; refused when another action has it. */
export function bindKey(
  changed: Readonly<Record<string, readonly string[]>>,
  action: KeyAction,
  stroke: string,
): Bound {
  const taken = actionOf(mergeKeymap(changed), stroke, (other) => other !== action && share(other, action));
  if (taken) return { ok: false, taken };
  return { ok: true, changed: { ...copyOf(changed), [action]: [stroke] } };
}

/** What is changed after `action` got its first keys back; refused when another action has one of them now. */
export function resetKey(changed: Readonly<Record<string, readonly string[]>>, action: KeyAction): Bound {
  const { [action]: _, ...rest } = copyOf(changed);
  const keymap = mergeKeymap(rest);
  const taken = KEY_ACTIONS.find(
    (other) =>
      other !== action &&
      share(other, action) &&
      keymap[other].some((key) => DEFAULT_KEYMAP[action].includes(key)),
  );
  return taken ? { ok: false, taken } : { ok: true, changed: rest };
}

const copyOf = (changed: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(changed).map(([action, keys]) => [action, [...keys]]));

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A key as it is written on a screen: `Shift+J`, `Ctrl+Z`, `→`. */
export function shownKey(stroke: string): string {
  const parts = /^((?:(?:Mod|Alt|Shift)\+)*)(.+)$/.exec(stroke);
  if (!parts) return stroke;
  const key = SHOWN[parts[2]!] ?? (parts[2]!.length === 1 ? parts[2]!.toUpperCase() : parts[2]!);
  return parts[1]!.replace('Mod', 'Ctrl') + key;
}
