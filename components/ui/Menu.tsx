/** A button with a sheet of buttons below it. Closed by Escape, by a click beside it and by choosing; the arrow keys walk. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import './menu.css';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export function Menu(props: {
  /** What the button shows. */
  sign: ComponentChildren;
  /** Its name, where that is more than what it shows. */
  label?: string;
  /** Classes of the button. */
  button: string;
  /** The items; `choose` makes the handler that closes the menu first, so that focus returns to its button. */
  children: (choose: (act: () => void) => () => void) => ComponentChildren;
}) {
  const { sign, label, button, children } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  // Follows the element, which hears of a click at once; the state comes a moment later.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: Event) => {
      if (menu.current && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);
  const choose = (act: () => void) => () => {
    menu.current!.open = false;
    menu.current!.querySelector('summary')?.focus();
    act();
  };
  const walk = (by: number) => {
    const items = [...menu.current!.querySelectorAll<HTMLElement>('.menu-item:not(:disabled)')];
    const at = items.findIndex((item) => item === document.activeElement);
    items.at(at < 0 && by < 0 ? -1 : (at + by) % items.length)?.focus();
  };
  return (
    <details
      ref={menu}
      class="menu"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (!event.currentTarget.open || (event.key !== 'Escape' && step === undefined)) return;
        event.preventDefault();
        event.stopPropagation();
        if (step === undefined) choose(() => undefined)();
        else walk(step);
      }}
    >
      <summary class={button} aria-label={label} title={label}>
        {sign}
      </summary>
      <div class="menu-sheet">{children(choose)}</div>
    </details>
  );
}
