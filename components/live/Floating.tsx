/** A sheet beside words of the page: below them, above where there is no room, following them when the page scrolls. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BoxOf } from './types';

const MARGIN = 8;

export interface FloatingProps {
  boxOf: BoxOf;
  as: 'toolbar' | 'dialog';
  label: string;
  class: string;
  onEscape: () => void;
  onKey?: (event: KeyboardEvent) => void;
  /** Keeps the page's selection while buttons are pressed. */
  keepsSelection?: boolean;
  children: ComponentChildren;
}

export function Floating(props: FloatingProps) {
  const { boxOf, as, label, onEscape, onKey, keepsSelection, children } = props;
  const sheet = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return undefined;
    const { documentElement: page, defaultView: view } = element.ownerDocument;
    const place = () => {
      const box = boxOf();
      if (!box) return;
      const { offsetWidth: width, offsetHeight: height } = element;
      const left = Math.max(MARGIN, Math.min(box.left - 24, page.clientWidth - width - MARGIN));
      const isBelow = box.bottom + MARGIN + height <= page.clientHeight || box.top < height + MARGIN;
      const top = isBelow ? box.bottom + MARGIN : box.top - height - MARGIN;
      element.style.left = `${left}px`;
      element.style.top = `${Math.max(MARGIN, Math.min(top, page.clientHeight - height - MARGIN))}px`;
    };
    place();
    view?.addEventListener('scroll', place, { capture: true, passive: true });
    view?.addEventListener('resize', place);
    return () => {
      view?.removeEventListener('scroll', place, { capture: true });
      view?.removeEventListener('resize', place);
    };
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is the caller's
    <div
      ref={sheet}
      class={`sheet ${props.class}`}
      role={as}
      aria-label={label}
      tabIndex={-1}
      onMouseDown={(event) => {
        if (keepsSelection && !(event.target as Element).closest('input,textarea')) event.preventDefault();
      }}
      onKeyDown={(event) => {
        // An input method is still composing the syllable: every key belongs to it.
        if (event.isComposing || event.keyCode === 229) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          onEscape();
        } else if (!(event.target as Element).closest('input,textarea')) onKey?.(event);
      }}
    >
      {children}
    </div>
  );
}
