/** The page side of the anchoring bench: the product's own code in Chromium. */
import { anchorParts } from '@/utils/annotation/anchor';
import { alignInSlices, alignTexts } from '@/utils/annotation/align-texts';
import { highlightsAt, mapHits } from '@/utils/annotation/hit-test';
import { createPainter } from '@/utils/annotation/paint';
import { placeHighlights, placeInSlices } from '@/utils/annotation/place-highlights';
import { indexText } from '@/utils/annotation/text-index';
import { answerCase, partsOf, textOf, type ListedCase } from './anchor-places';
import { peerPlace, peerQuote } from './hypothesis-quote';

export function answer(text: string): string {
  return JSON.stringify(answerCase(JSON.parse(text) as ListedCase));
}

const TURNS = 5;

const wantedOf = ({ saved, highlights }: ListedCase) => {
  const text = textOf(saved);
  return highlights.map(({ id, start, end }) => ({ id, parts: partsOf(text, start, end) }));
};

let ready: { ours: () => unknown; peer: () => unknown } | undefined;

/** Makes a case ready for `place` and `placeAsPeer`. */
export function prepare(text: string): void {
  const one = JSON.parse(text) as ListedCase;
  const [saved, live] = [textOf(one.saved), textOf(one.live)];
  const wanted = wantedOf(one);
  const quotes = one.highlights.map(({ start, end }) => peerQuote(one.saved, start, end));
  ready = {
    ours: () => placeHighlights(saved, live, wanted, alignTexts(saved, live)),
    peer: () => quotes.map((quote) => peerPlace(one.live, quote)),
  };
}

export function place(): void {
  ready!.ours();
}

export function placeAsPeer(): void {
  ready!.peer();
}

/** The longest stretch, in milliseconds, that the sliced version kept the thread, and the tasks above 50 ms that were seen. */
export async function slices(text: string): Promise<{ longest: number; longTasks: number }> {
  const one = JSON.parse(text) as ListedCase;
  const [saved, live] = [textOf(one.saved), textOf(one.live)];
  const wanted = wantedOf(one);
  let best = { longest: Infinity, longTasks: Infinity };
  for (let turn = 0; turn < TURNS; turn += 1) {
    let longTasks = 0;
    const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
    await task();
    observer.observe({ type: 'longtask' });
    let longest = 0;
    let began = performance.now();
    const pause = async () => {
      longest = Math.max(longest, performance.now() - began);
      await task();
      began = performance.now();
    };
    const alignment = await alignInSlices(saved, live, { pause });
    await placeInSlices(alignment, wanted, { pause });
    longest = Math.max(longest, performance.now() - began);
    await new Promise((done) => setTimeout(done, 60));
    observer.disconnect();
    if (longest < best.longest) best = { longest, longTasks };
  }
  return best;
}

const task = () => new Promise<void>((done) => setTimeout(done));

interface Shown {
  index: ReturnType<typeof indexText>;
  wanted: ReturnType<typeof wantedOf>;
  mutations: () => number;
}

let shown: Shown | undefined;

/** Puts the saved text of a case on the page, paragraph by paragraph with some marks in it. */
export function show(text: string): void {
  const one = JSON.parse(text) as ListedCase;
  const saved = textOf(one.saved);
  const root = document.createElement('article');
  root.style.cssText = 'max-width:680px;margin:auto;font:18px/1.6 sans-serif';
  for (const { id, start, end } of saved.blocks) {
    const paragraph = document.createElement('p');
    paragraph.dataset['block'] = id;
    const words = saved.text.slice(start, end);
    const half = words.length >> 1;
    const mark = document.createElement('em');
    mark.append(words.slice(half, half + 20));
    paragraph.append(words.slice(0, half), mark, words.slice(half + 20));
    root.append(paragraph);
  }
  document.body.replaceChildren(root);
  void document.body.offsetHeight;
  let count = 0;
  const observer = new MutationObserver((records) => (count += records.length));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  shown = {
    index: indexText(
      root,
      saved.text,
      saved.blocks.map((block) => ({ ...block, type: 'paragraph' as const })),
    ),
    wanted: wantedOf(one),
    mutations: () => {
      count += observer.takeRecords().length;
      return count;
    },
  };
}

const frames = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Paints all highlights of the shown case; gives the mutations seen. */
export async function paint(): Promise<number> {
  const { index, wanted, mutations } = shown!;
  const painter = createPainter(document)!;
  painter.paint(
    wanted.map(({ id, parts }, n) => ({ id, slots: [n % 8], ranges: anchorParts(parts, index).ranges })),
  );
  await frames();
  return mutations();
}

/** The same with a span around every piece of text, as most highlighters do. */
export async function wrap(): Promise<number> {
  const { index, wanted, mutations } = shown!;
  for (const { parts } of wanted)
    for (const range of anchorParts(parts, indexText(index.root, index.text, index.blocks)).ranges) {
      const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      if (range.commonAncestorContainer instanceof Text) nodes.push(range.commonAncestorContainer);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (range.intersectsNode(node)) nodes.push(node as Text);
      for (const node of nodes) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        if (from >= to) continue;
        const piece = from > 0 ? node.splitText(from) : node;
        if (to - from < piece.length) piece.splitText(to - from);
        const span = document.createElement('span');
        span.style.background = 'rgb(255 220 0 / 0.4)';
        piece.replaceWith(span);
        span.append(piece);
      }
    }
  await frames();
  return mutations();
}

/** Times of the hit test at points over the text, in milliseconds. */
export function hits(points: number): number[] {
  const { index, wanted } = shown!;
  const map = mapHits(
    wanted.map(({ id, parts }) => ({ id, parts, ranges: anchorParts(parts, index).ranges })),
  );
  const times: number[] = [];
  const box = index.root.getBoundingClientRect();
  for (let n = 0; n < points; n += 1) {
    if (n % 25 === 0) {
      scrollTo(0, ((document.body.scrollHeight - innerHeight) * n) / points);
      void document.body.offsetHeight;
      highlightsAt(map, index, box.left + 1, 1);
    }
    const x = box.left + ((n * 7919) % Math.max(1, Math.floor(box.width)));
    const y = (n * 104729) % innerHeight;
    const began = performance.now();
    highlightsAt(map, index, x, y);
    times.push(performance.now() - began);
  }
  return times;
}
