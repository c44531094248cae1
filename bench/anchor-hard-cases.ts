/**
 * Cases in which the words stay and what they are does not: a sentence taken out whose copy is written beside its place, a
 * paragraph written anew around one sentence that is said again, a paragraph that stands twice in an article.
 */
import {
  article,
  finished,
  NEWSROOM,
  tracedAll,
  type AnchorCase,
  type AnchorHighlight,
} from './anchor-cases';
import { chance, fresh, sentencesOf, typos, without, type Chance, type Traced } from './anchor-edits';

const LEAST_SENTENCE = 30;

const joined = (...pieces: Traced[]): Traced => ({
  text: pieces.flatMap(({ text }) => text),
  from: pieces.flatMap(({ from }) => from),
});
const slice = ({ text, from }: Traced, start: number, end: number): Traced => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
});

/** The sentence and some words of it, as highlights. */
function marksOf(next: Chance, one: Traced, [start, end]: [number, number], made: AnchorHighlight[]): void {
  const from = one.from[start]!;
  const length = one.text.slice(start, end).join('').trimEnd().length;
  made.push({ id: `h${made.length}`, start: from, end: from + length });
  const size = Math.min(length, 12 + next(40));
  const at = from + next(length - size + 1);
  made.push({ id: `h${made.length}`, start: at, end: at + size });
}

function sentenceOf(next: Chance, one: Traced): [number, number] | null {
  const spans = sentencesOf(one).filter(([start, end]) => end - start >= LEAST_SENTENCE);
  return spans.length === 0 ? null : spans[next(spans.length)]!;
}

function edited(next: Chance, live: Traced[], from: Parameters<typeof NEWSROOM>[2]): Traced[] {
  const kind = next(4);
  if (kind === 1) return live.map((one) => typos(next, one, 0.01));
  if (kind === 2) return live.map((one) => typos(next, one, 0.05));
  return kind === 3 ? NEWSROOM(next, live, from) : live;
}

/** A fresh paragraph that says one sentence of the old one again, in its place. */
export function replacedCase(seed: number, corpus: readonly string[], size: number): AnchorCase {
  const next = chance(seed);
  const made = article(next, corpus, size);
  const marks: AnchorHighlight[] = [];
  const live = tracedAll(made.paragraphs).map((one) => {
    const span = next(4) === 0 ? sentenceOf(next, one) : null;
    if (!span || sentencesOf(one).length < 2) return one;
    marksOf(next, one, span, marks);
    const words = one.text
      .slice(...span)
      .join('')
      .trim();
    const other = made.rest[next(made.rest.length)]!;
    const spans = sentencesOf(fresh(other));
    const at = next(2) === 0 ? spans[next(spans.length)]![0] : next(2) === 0 ? 0 : other.length;
    return fresh(`${other.slice(0, at).trimEnd()} ${words} ${other.slice(at)}`.trim());
  });
  return finished(
    `replaced ${seed}`,
    'paragraph written anew',
    made.paragraphs,
    edited(next, live, made),
    marks,
  );
}

/** The sentence goes, and its copy is written elsewhere in the paragraph, at an edge of a neighbour or as one of its own. */
export function copiedCase(seed: number, corpus: readonly string[], size: number): AnchorCase {
  const next = chance(seed);
  const made = article(next, corpus, size);
  const marks: AnchorHighlight[] = [];
  const live: Traced[] = [];
  let carried: Traced | null = null;
  for (const one of tracedAll(made.paragraphs)) {
    const start = carried ? joined(carried, fresh(' '), one) : one;
    carried = null;
    const span = next(4) === 0 && start === one ? sentenceOf(next, one) : null;
    const spans = sentencesOf(one);
    if (!span || spans.length < 3) {
      live.push(start);
      continue;
    }
    marksOf(next, one, span, marks);
    const copy = fresh(
      one.text
        .slice(...span)
        .join('')
        .trim(),
    );
    const rest = without(one, [span]);
    const kind = next(4);
    const last = live.at(-1);
    if (kind === 0 && last) live.splice(-1, 1, joined(last, fresh(' '), copy));
    else if (kind === 1) live.push(copy);
    if (kind === 2) {
      const others = sentencesOf(rest).filter(([at]) => at !== span[0]);
      const at = others.length > 0 ? others[next(others.length)]![0] : 0;
      live.push(joined(slice(rest, 0, at), copy, fresh(' '), slice(rest, at, rest.text.length)));
    } else live.push(rest);
    if (kind === 3) carried = copy;
  }
  return finished(
    `copied ${seed}`,
    'sentence copied beside',
    made.paragraphs,
    edited(next, live, made),
    marks,
  );
}

/** Some paragraphs stand twice, both are still there. */
export function doubledCase(seed: number, corpus: readonly string[], size: number): AnchorCase {
  const next = chance(seed);
  const made = article(next, corpus, size);
  const paragraphs = [...made.paragraphs];
  const doubled = new Set<string>();
  for (let n = 0; n < Math.max(1, made.paragraphs.length >> 3); n += 1) {
    const one = made.paragraphs[next(made.paragraphs.length)]!;
    if (doubled.has(one)) continue;
    doubled.add(one);
    paragraphs.splice(next(paragraphs.length + 1), 0, one);
  }
  const old = tracedAll(paragraphs);
  const marks: AnchorHighlight[] = [];
  for (const [n, one] of old.entries()) {
    const span = doubled.has(paragraphs[n]!) ? sentenceOf(next, one) : null;
    if (span) marksOf(next, one, span, marks);
  }
  const kind = next(3);
  const isThinned = seed % 2 === 1;
  let live = kind === 0 ? old : old.map((one) => typos(next, one, kind === 1 ? 0.01 : 0.05));
  if (isThinned) {
    // One of the two goes; sometimes its words are written again some paragraphs off.
    const gone = new Set(
      [...doubled].map((words) => paragraphs.indexOf(words, next(2) * (paragraphs.indexOf(words) + 1))),
    );
    const slots = live.map((one, n) => (gone.has(n) ? [] : [one]));
    for (const n of gone) {
      // In the very slot of the old one nothing could tell the new one from it.
      const slot = next(slots.length);
      if (next(2) === 0 && Math.abs(slot - n) > 1) slots[slot]!.push(fresh(live[n]!.text.join('')));
    }
    live = slots.flat();
  } else if (kind === 0) live.splice(next(live.length), 1 + next(2), fresh(made.rest[0]!));
  return finished(
    `doubled ${seed}`,
    isThinned ? 'of two paragraphs one' : 'paragraph said twice',
    paragraphs,
    live,
    marks,
  );
}
