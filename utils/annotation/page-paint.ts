/** Painting over a live page: a painter for each document (the page's, same-origin frames'), its rules in every shadow root. */
import { createPainter, paperRules, type Painter, type Painting } from './paint';

const PREFIX = 'pressmark-live';

export interface PagePainter {
  /** Shows exactly these. A painting whose `ranges` is the array of the last call is left as it is. */
  paint: (paintings: readonly Painting[]) => void;
  mark: (name: 'focus' | 'pending', ranges: readonly Range[] | null) => void;
  keep: () => void;
  clear: () => void;
}

export function createPagePainter(): PagePainter {
  const painters = new Map<Document, Painter>();
  /** Ranges of one painting by document, so that the same painting stays the same. */
  const split = new WeakMap<readonly Range[], Map<Document, Range[]>>();

  function byDocument(ranges: readonly Range[]): Map<Document, Range[]> {
    const known = split.get(ranges);
    if (known) return known;
    const made = new Map<Document, Range[]>();
    for (const range of ranges) {
      const doc = range.startContainer.ownerDocument!;
      made.set(doc, [...(made.get(doc) ?? []), range]);
    }
    split.set(ranges, made);
    return made;
  }

  function painterOf(doc: Document, sample: Range): Painter | undefined {
    let painter = painters.get(doc);
    if (!painter && doc.defaultView) {
      const made = createPainter(doc, PREFIX, paperRules(PREFIX, paperUnder(sample)));
      if (made) painters.set(doc, (painter = made));
    }
    return painter;
  }

  function reach(painter: Painter, ranges: readonly Range[]) {
    for (const range of ranges) {
      const root = range.startContainer.getRootNode();
      if (root.nodeType === 11 && 'host' in root) painter.adopt(root as ShadowRoot);
    }
  }

  return {
    paint(paintings) {
      const wanted = new Map<Document, Painting[]>();
      for (const painting of paintings)
        for (const [doc, ranges] of byDocument(painting.ranges)) {
          const painter = painterOf(doc, ranges[0]!);
          if (!painter) continue;
          reach(painter, ranges);
          wanted.set(doc, [...(wanted.get(doc) ?? []), { ...painting, ranges }]);
        }
      for (const [doc, painter] of painters) painter.paint(wanted.get(doc) ?? []);
    },
    mark(name, ranges) {
      const there = byDocument(ranges ?? []);
      for (const [doc, own] of there) {
        const painter = painterOf(doc, own[0]!);
        if (painter) reach(painter, own);
      }
      for (const [doc, painter] of painters) painter.mark(name, there.get(doc) ?? null);
    },
    keep() {
      for (const [doc, painter] of painters)
        if (doc.defaultView) painter.keep();
        else painters.delete(doc);
    },
    clear() {
      for (const [doc, painter] of painters) if (doc.defaultView) painter.clear();
      painters.clear();
    },
  };
}

/** A page's paper may be dark whatever the system says; the colour of its words tells. */
function paperUnder(range: Range): 'light' | 'dark' {
  const parent = range.startContainer.parentElement;
  const colour = parent && parent.ownerDocument.defaultView?.getComputedStyle(parent).color;
  const [red = 0, green = 0, blue = 0] = (colour?.match(/[\d.]+/g) ?? []).map(Number);
  const isFraction = colour?.startsWith('color(') ? 255 : 1;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) * isFraction > 140 ? 'dark' : 'light';
}
