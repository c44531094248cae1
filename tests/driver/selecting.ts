/** Selecting words of a page with the mouse, as a reader does. */
import type { Tab } from './driver';
import { until } from './view';

interface Ends {
  start: { x: number; y: number };
  end: { x: number; y: number };
}

/** Where the first letter of `from` and the last of `to` stand on the screen; null when the words are not there. */
const ENDS = String.raw`
(doc, { from, to, within }) => {
  const root = doc.querySelector(within) || doc.body;
  const nodes = [];
  const walker = doc.createTreeWalker(root, 4);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility()) continue;
    nodes.push({ node, at: text.length });
    text += node.data;
  }
  const start = text.indexOf(from);
  const end = start < 0 ? -1 : text.indexOf(to, to === from ? start : start + from.length) + to.length;
  if (start < 0 || end < start + 1 || text.indexOf(to, start) < 0) return null;
  const place = (offset) => { const { node, at } = nodes.findLast((entry) => entry.at <= offset); return [node, offset - at]; };
  const letter = (offset) => { const range = doc.createRange(); const [node, at] = place(offset); range.setStart(node, at); range.setEnd(node, Math.min(at + 1, node.length)); return range.getClientRects()[0] ?? range.getBoundingClientRect(); };
  place(start)[0].parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  const first = letter(start);
  const last = letter(end - 1);
  return { start: { x: first.left + 0.5, y: first.top + first.height / 2 }, end: { x: last.right - 0.3, y: last.top + last.height / 2 } };
}`;

/** Drags the mouse from the first letter of `from` to the last of `to` (the same words by default). */
export async function selectWords(tab: Tab, from: string, to = from, within = 'article'): Promise<void> {
  const ask = () => tab.run<Ends | null>(ENDS, { from, to, within });
  let ends = await until(`the words “${from}”`, ask);
  // The scrolling above may load or move something; the second look is where it stays.
  await new Promise((resolve) => setTimeout(resolve, 120));
  ends = (await ask()) ?? ends;
  const { mouse } = tab.page;
  await mouse.move(ends.start.x, ends.start.y);
  await mouse.down();
  await mouse.move((ends.start.x + ends.end.x) / 2, (ends.start.y + ends.end.y) / 2, { steps: 4 });
  await mouse.move(ends.end.x, ends.end.y, { steps: 4 });
  await mouse.up();
  const selected = await tab.run<string>('(doc) => doc.getSelection().toString()');
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  if (!tidy(selected).startsWith(tidy(from).slice(0, 12)) || !tidy(selected).endsWith(tidy(to).slice(-12)))
    throw new Error(`Wanted to select “${from} … ${to}”, but “${selected.slice(0, 200)}” was selected`);
}
