/** Keys of the library, heard on the whole page; silent while someone types or an input method composes. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

export interface KeyActions {
  move: (by: number | 'first' | 'last') => void;
  open: () => void;
  select: (isRange: boolean) => void;
  selectAll: () => void;
  bin: () => void;
  undo: () => void;
  redo: () => void;
  filter: () => void;
  exportSelection: () => void;
  look: () => void;
  note: () => void;
  help: () => void;
  escape: () => void;
}

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
const OWN_SPACE = 'button, a, summary, input, [role=option]';
const OWN_ENTER = 'button, a, summary, [role=option]';

export function useKeys(actions: KeyActions, isOff: boolean): void {
  const latestRef = useRef(actions);
  useLayoutEffect(() => {
    latestRef.current = actions;
  });
  useEffect(() => {
    if (isOff) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(TYPING) || target.closest('dialog')) return;
      const act = actionOf(event, target);
      if (!act) return;
      event.preventDefault();
      act(latestRef.current);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOff]);
}

function actionOf(event: KeyboardEvent, target: Element): ((actions: KeyActions) => void) | null {
  const { key } = event;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const letter = key.toLowerCase();
    if (letter === 'z') return (actions) => (event.shiftKey ? actions.redo() : actions.undo());
    if (letter === 'a') return (actions) => actions.selectAll();
    return null;
  }
  const isOnControl = target.closest(OWN_ENTER) !== null;
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return ({ move }) => move(1);
    case 'k':
    case 'ArrowUp':
      return ({ move }) => move(-1);
    case 'PageDown':
      return ({ move }) => move(10);
    case 'PageUp':
      return ({ move }) => move(-10);
    case 'Home':
      return ({ move }) => move('first');
    case 'End':
      return ({ move }) => move('last');
    case 'Enter':
      // A button or link under the focus keeps its own Enter.
      return isOnControl ? null : ({ open }) => open();
    case 'x':
    case 'X':
      return ({ select }) => select(event.shiftKey);
    case '#':
    case 'Delete':
      return ({ bin }) => bin();
    case 'u':
      return ({ undo }) => undo();
    case '/':
      return ({ filter }) => filter();
    case ' ':
      // A button or box under the focus keeps its own space.
      return target.closest(OWN_SPACE) !== null ? null : ({ look }) => look();
    case 'n':
      return ({ note }) => note();
    case 'e':
      return ({ exportSelection }) => exportSelection();
    case '?':
      return ({ help }) => help();
    case 'Escape':
      return ({ escape }) => escape();
    default:
      return null;
  }
}
