import { Component, createElement, type ComponentChild, type FunctionComponent } from 'preact';

/** Draws again only when a prop changed: while scrolling, rows that stay are left alone. */
export function memo<P extends object>(view: FunctionComponent<P>): FunctionComponent<P> {
  class Kept extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const now = this.props as Record<string, unknown>;
      const then = next as Record<string, unknown>;
      const keys = new Set([...Object.keys(now), ...Object.keys(then)]);
      for (const key of keys) if (key !== 'children' && now[key] !== then[key]) return true;
      return false;
    }
    override render(props: P): ComponentChild {
      return createElement(view, props);
    }
  }
  return Kept as unknown as FunctionComponent<P>;
}
