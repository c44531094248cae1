/**
 * Painting with the CSS Custom Highlight API: nothing in the copy's DOM changes. One `Highlight` per colour slot and use;
 * names are prefixed and kept in a map of our own (in Firefox's page scripts the registry cannot be iterated).
 */
import { DARK_ALPHA, LIGHT_ALPHA, parseColour, SLOT_COLOURS } from './colours';

export interface Painting {
  id: string;
  /** The first slot is the ground, the second one a line below the words. */
  slots: readonly number[];
  ranges: readonly Range[];
  /** Where it belongs is a guess: a dashed line, and no ground as of a highlight that is sure of its words. */
  isUncertain?: boolean;
}

/** One passage at a time, or all places of what is searched. */
export type PaintMark = 'focus' | 'pending' | 'cursor' | 'search' | 'found';

export interface Painter {
  /** Shows exactly these; only what differs from the last call is touched. */
  paint: (paintings: readonly Painting[]) => void;
  /** Marks one passage (the current one, a selection that waits for its tag, the cursor); null takes the mark away. */
  mark: (name: PaintMark, ranges: readonly Range[] | null) => void;
  /** Lets the rules hold in a shadow root too: Firefox's reach into none. */
  adopt: (root: ShadowRoot) => void;
  /** Puts back what someone else threw out of the document; cheap enough to be asked once a second. */
  keep: () => void;
  /** Takes away everything that this painter put there. */
  clear: () => void;
}

interface Painted {
  key: string;
  ranges: readonly Range[];
  put: { highlight: Highlight; ranges: readonly Range[] }[];
}

const PRIORITY: Record<PaintMark, number> = { cursor: 2, focus: 3, search: 4, found: 5, pending: 6 };

const rgba = (colour: string, alpha: number): string => `rgb(${parseColour(colour)!.join(' ')} / ${alpha})`;

/** The rules of all slots on light or on dark paper. `under` goes before each selector. */
export function paperRules(prefix: string, paper: 'light' | 'dark', under = ''): string {
  // On dark paper a ground that keeps the text readable under three layers is faint; a thin line in its colour helps.
  const rules = (alpha: number, hem = '') =>
    SLOT_COLOURS.map(
      (colour, slot) =>
        `${under}::highlight(${prefix}-ground-${slot}){background-color:${rgba(colour, alpha)}${hem && `;text-decoration:underline ${hem} ${rgba(colour, 0.8)}`}}` +
        `${under}::highlight(${prefix}-line-${slot}){text-decoration:underline 3px ${colour}}`,
    ).join('');
  const marks = (ink: string, doubt: string, blue: string, found: string) => {
    const faint = (colour: string, alpha: number) => colour.replace(')', ` / ${alpha})`);
    return (
      `${under}::highlight(${prefix}-focus){text-decoration:underline 2px ${ink}}` +
      `${under}::highlight(${prefix}-uncertain){background-color:transparent;text-decoration:underline dashed 2px ${doubt}}` +
      `${under}::highlight(${prefix}-cursor){background-color:${faint(blue, 0.13)}}` +
      `${under}::highlight(${prefix}-search){background-color:${faint(found, 0.3)}}` +
      `${under}::highlight(${prefix}-found){background-color:${faint(found, 0.5)};text-decoration:underline 2px ${ink}}` +
      `${under}::highlight(${prefix}-pending){background-color:${faint(blue, 0.25)}}`
    );
  };
  return paper === 'light'
    ? rules(LIGHT_ALPHA) + marks('#6e1f14', 'rgb(125 82 0)', 'rgb(26 95 180)', 'rgb(240 150 40)')
    : rules(DARK_ALPHA, '1.5px') +
        marks('#f0a08e', 'rgb(230 193 120)', 'rgb(138 184 245)', 'rgb(240 150 40)');
}

/** The rules for our own pages, which follow `data-theme` and the system. */
export function paintRules(prefix: string): string {
  return (
    paperRules(prefix, 'light') +
    `@media (prefers-color-scheme: dark){${paperRules(prefix, 'dark', ':root:not([data-theme=light]) ')}}` +
    paperRules(prefix, 'dark', ':root[data-theme=dark] ') +
    `@media print{${paperRules(prefix, 'light', ':root:root ')}}`
  );
}

/** A painter for a document; null where the browser has no custom highlights (the list beside the text still works). */
export function createPainter(
  doc: Document,
  prefix = 'pressmark',
  rules = paintRules(prefix),
): Painter | null {
  const view = doc.defaultView as (Window & typeof globalThis) | null;
  const registry = view?.CSS?.highlights;
  if (!view || !registry || typeof view.Highlight !== 'function') return null;

  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(rules);
  const adopters = new Set<Document | ShadowRoot>();
  adoptIn(doc);

  const highlights = new Map<string, Highlight>();
  const painted = new Map<string, Painted>();

  function adoptIn(root: Document | ShadowRoot) {
    adopters.add(root);
    if (![...root.adoptedStyleSheets].includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  function highlightNamed(name: string, priority: number): Highlight {
    const full = `${prefix}-${name}`;
    let highlight = highlights.get(full);
    if (!highlight) {
      highlight = new view!.Highlight();
      highlight.priority = priority;
      highlights.set(full, highlight);
    }
    // Someone else in the document may have thrown ours out.
    if (registry!.get(full) !== highlight) registry!.set(full, highlight);
    return highlight;
  }

  function take(one: Painted) {
    for (const { highlight, ranges } of one.put) for (const range of ranges) highlight.delete(range);
  }

  function put({ slots, ranges, isUncertain }: Painting): Painted['put'] {
    const [ground, line] = slots;
    const places = isUncertain
      ? [highlightNamed('uncertain', 1)]
      : [highlightNamed(`ground-${ground ?? SLOT_COLOURS.length - 1}`, 0)];
    if (line !== undefined && !isUncertain) places.push(highlightNamed(`line-${line}`, 1));
    for (const highlight of places) for (const range of ranges) highlight.add(range);
    return places.map((highlight) => ({ highlight, ranges }));
  }

  return {
    paint(paintings) {
      const wanted = new Set(paintings.map((painting) => painting.id));
      for (const [id, one] of painted)
        if (!wanted.has(id)) {
          take(one);
          painted.delete(id);
        }
      for (const painting of paintings) {
        const key = painting.isUncertain ? 'uncertain' : painting.slots.slice(0, 2).join(',');
        const before = painted.get(painting.id);
        if (before?.key === key && before.ranges === painting.ranges) continue;
        if (before) take(before);
        painted.set(painting.id, { key, ranges: painting.ranges, put: put(painting) });
      }
    },
    mark(name, ranges) {
      const highlight = highlightNamed(name, PRIORITY[name]);
      highlight.clear();
      for (const range of ranges ?? []) highlight.add(range);
    },
    adopt: adoptIn,
    keep() {
      for (const root of adopters) adoptIn(root);
      for (const [name, highlight] of highlights)
        if (registry.get(name) !== highlight) registry.set(name, highlight);
    },
    clear() {
      for (const [name, highlight] of highlights) {
        highlight.clear();
        if (registry.get(name) === highlight) registry.delete(name);
      }
      highlights.clear();
      painted.clear();
      for (const root of adopters)
        root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
      adopters.clear();
    },
  };
}
