/** Keys heard on the whole page; silent in fields, in dialogs and while an input method composes. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { actionOf, isAlwaysOn, strokeOf, type KeyAction, type Keymap } from '@/utils/annotation/keymap';

export interface KeysInForce {
  keymap: Keymap;
  /** Keys without Ctrl or Alt are on. */
  areSingleOn: boolean;
}

/** What each key does; false: nothing, the key stays the browser's. */
export type KeyActs = Partial<Record<KeyAction, () => boolean | void>>;

const TYPING =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button]), textarea, select, [contenteditable]';

/** @param onOther asked for keys that no action has; true when it did something */
export function useKeymap(keys: KeysInForce, acts: KeyActs, onOther?: (stroke: string) => boolean): void {
  const latestRef = useRef({ keys, acts, onOther });
  useLayoutEffect(() => {
    latestRef.current = { keys, acts, onOther };
  });
  // A layout effect ends at once when the view goes; others end later, and two views would hear the same key.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const now = latestRef.current;
      const stroke = strokeOf(event);
      if (!stroke || (!now.keys.areSingleOn && !isAlwaysOn(stroke))) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(TYPING) || target.closest('dialog')) return;
      const action = actionOf(now.keys.keymap, stroke, (one) => one in now.acts);
      const isDone = action
        ? now.acts[action]?.() !== false
        : actionOf(now.keys.keymap, stroke) === null && now.onOther?.(stroke);
      if (isDone) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
