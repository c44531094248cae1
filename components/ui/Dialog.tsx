/** A native modal dialog: focus is kept inside and returns, Escape closes, a click beside it closes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './dialog.css';

export function Dialog({
  title,
  onClose,
  children,
  isBusy = false,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** While a job runs only its own Cancel button closes. */
  isBusy?: boolean;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current!;
    const before = document.activeElement;
    // jsdom knows the element but not its modal state.
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
    return () => {
      dialog.close?.();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // The dialog itself is no control: this is the click on its backdrop, and Escape does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!isBusy) onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current && !isBusy) onClose();
      }}
    >
      <div class="dialog-sheet">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
