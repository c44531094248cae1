import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '@/components/words';

/** A titled part of the sidebar. */
export function Section({
  title,
  action,
  children,
}: {
  title: string;
  action?: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="sidebar-section" aria-labelledby={id}>
      <div class="sidebar-title">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** One thing the list can be narrowed to; pressed again it lets go. */
export function Entry({
  name,
  count,
  colour,
  isOn,
  depth = 0,
  onClick,
}: {
  name: string;
  count: number;
  colour?: string;
  isOn: boolean;
  depth?: number;
  onClick: () => void;
}) {
  const { number } = useWords();
  return (
    <button
      type="button"
      class="entry"
      aria-pressed={isOn}
      style={`padding-left:${10 + depth * 14}px`}
      onClick={onClick}
    >
      {colour && <span class="entry-dot" style={`background:${colour}`} aria-hidden="true" />}
      <span class="entry-name">{name}</span>
      <span class="entry-count">{number(count)}</span>
    </button>
  );
}
