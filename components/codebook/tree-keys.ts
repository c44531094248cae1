/** Keys of the tree. Each says what it does; the page does it. */

export type TreeKey =
  | { do: 'step'; by: number; isRange: boolean }
  | { do: 'first' | 'last' }
  | { do: 'left' | 'right' }
  | { do: 'toggle' | 'selectAll' | 'deselect' }
  | { do: 'openAll' | 'closeAll' }
  | { do: 'new' | 'newBelow' | 'rename' | 'remove' | 'open' | 'merge' }
  | { do: 'cut' | 'paste' }
  | { do: 'moveUp' | 'moveDown' | 'indent' | 'outdent' };

const PAGE = 12;

const PLAIN: Record<string, TreeKey> = {
  ArrowDown: { do: 'step', by: 1, isRange: false },
  ArrowUp: { do: 'step', by: -1, isRange: false },
  PageDown: { do: 'step', by: PAGE, isRange: false },
  PageUp: { do: 'step', by: -PAGE, isRange: false },
  ArrowLeft: { do: 'left' },
  ArrowRight: { do: 'right' },
  Home: { do: 'first' },
  End: { do: 'last' },
  F2: { do: 'rename' },
  Insert: { do: 'new' },
  n: { do: 'new' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  Enter: { do: 'open' },
  ' ': { do: 'toggle' },
  m: { do: 'merge' },
  Escape: { do: 'deselect' },
  '*': { do: 'openAll' },
  '-': { do: 'closeAll' },
};

const SHIFTED: Record<string, TreeKey> = {
  ArrowDown: { do: 'step', by: 1, isRange: true },
  ArrowUp: { do: 'step', by: -1, isRange: true },
  N: { do: 'newBelow' },
  Insert: { do: 'newBelow' },
  '*': { do: 'openAll' },
};

const ALT: Record<string, TreeKey> = {
  ArrowUp: { do: 'moveUp' },
  ArrowDown: { do: 'moveDown' },
  ArrowLeft: { do: 'outdent' },
  ArrowRight: { do: 'indent' },
};

const CTRL: Record<string, TreeKey> = {
  a: { do: 'selectAll' },
  x: { do: 'cut' },
  v: { do: 'paste' },
  ' ': { do: 'toggle' },
};

/** What the key means in the tree; null: nothing, it is the browser's. */
export function treeKey(event: KeyboardEvent): TreeKey | null {
  // An input method is composing: nothing is a command.
  if (event.isComposing || event.keyCode === 229) return null;
  const { key } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.altKey) return isCommand || event.shiftKey ? null : (ALT[key] ?? null);
  if (isCommand) return event.shiftKey ? null : (CTRL[key.toLowerCase()] ?? null);
  if (event.shiftKey) return SHIFTED[key] ?? null;
  return PLAIN[key] ?? null;
}
