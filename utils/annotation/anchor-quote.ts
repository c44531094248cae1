/**
 * A quote without its text (a plain W3C annotation): found by its words and what it says stood around them. Placed only where
 * that singles out one place; otherwise a person gets the best candidate.
 */
import { snapToGraphemes } from '@/utils/text/graphemes';
import { diffUnits } from './diff-units';
import { viewOf, type NormalView } from './normal-view';
import type { Placed } from './place-highlights';
import type { AnchorText, Part, Quote } from './types';

/** Letters of the surroundings that must agree, and by how many the second best must be behind. */
const LEAST_CONTEXT = 10;
const CONTEXT_MARGIN = 8;
/** Without any surroundings, words prove themselves only when there are so many of them. */
const LONG_QUOTE = 40;
const LEAST_LIKE = 0.5;
const GRAM = 6;
const MOST_WINDOWS = 4;

export type AnchoredQuote = Omit<Placed, 'id' | 'changedWords'>;

interface Place {
  start: number;
  end: number;
  context: number;
  like: number;
}

export function anchorQuote(quote: Quote, live: AnchorText): AnchoredQuote {
  const view = viewOf(live);
  // A border of blocks and a blank are alike here: another page may part its paragraphs elsewhere.
  const text = view.text.replaceAll('\n', ' ');
  const [exact, prefix, suffix] = [flat(quote.exact), flat(quote.prefix), flat(quote.suffix)];
  if (exact === '') return { verdict: 'orphan', parts: [], score: 0 };
  const found = exactPlaces(text, exact, prefix, suffix);
  const places = found.length > 0 ? found : likePlaces(view, text, exact, prefix, suffix);
  const [best, second] = places.toSorted((a, b) => b.context + b.like * 100 - (a.context + a.like * 100));
  if (!best) return { verdict: 'orphan', parts: [], score: 0 };
  const asked = prefix.length + suffix.length;
  const isSingle = !second || best.context >= second.context + CONTEXT_MARGIN;
  const isHeld =
    asked === 0
      ? places.length === 1 && exact.length >= LONG_QUOTE
      : best.context >= Math.min(LEAST_CONTEXT, asked) && isSingle;
  const isExact = best.like === 1;
  const verdict = !isHeld || (!isExact && best.like < 0.8) ? 'review' : isExact ? 'exact' : 'changed';
  return { verdict, parts: partsIn(view, best), score: best.like };
}

/** As a view would hold it, ends trimmed. */
function flat(words: string): string {
  return viewOf({ text: words, blocks: [{ id: '', start: 0, end: words.length }] }).text;
}

function exactPlaces(text: string, exact: string, prefix: string, suffix: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(exact); at >= 0 && places.length < 1000; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    places.push({ start: at, end, context: contextAt(text, at, end, prefix, suffix), like: 1 });
  }
  return places;
}

/** Letters that agree directly before and after, blanks aside. */
function contextAt(text: string, start: number, end: number, prefix: string, suffix: string): number {
  let from = start;
  while (from > 0 && text[from - 1] === ' ') from -= 1;
  let before = 0;
  while (before < prefix.length && text[from - 1 - before] === prefix[prefix.length - 1 - before])
    before += 1;
  let to = end;
  while (text[to] === ' ') to += 1;
  let after = 0;
  while (after < suffix.length && text[to + after] === suffix[after]) after += 1;
  return before + after;
}

/** Windows that share many short stretches with the quote, compared letter by letter. */
function likePlaces(view: NormalView, text: string, exact: string, prefix: string, suffix: string): Place[] {
  const grams = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= exact.length; at += 1) {
    const gram = exact.slice(at, at + GRAM);
    const places = grams.get(gram);
    if (places) places.push(at);
    else grams.set(gram, [at]);
  }
  const width = Math.max(16, exact.length >> 2);
  const votes = new Map<number, number>();
  for (let at = 0; at + GRAM <= text.length; at += 1)
    for (const place of grams.get(text.slice(at, at + GRAM)) ?? []) {
      const bucket = Math.floor((at - place) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  const quoted = viewOf({ text: exact, blocks: [{ id: '', start: 0, end: exact.length }] }).units;
  const places: Place[] = [];
  for (const [bucket] of [...votes].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_WINDOWS)) {
    const from = Math.max(0, (bucket - 1) * width);
    const to = Math.min(text.length, (bucket + 2) * width + exact.length);
    let start = -1;
    let end = -1;
    let kept = 0;
    diffUnits(
      quoted,
      0,
      quoted.length,
      view.units,
      from,
      to,
      quoted.length + to - from,
      (_, there, length) => {
        if (length < 3) return;
        if (end < 0) end = there + length;
        start = there;
        kept += length;
      },
    );
    if (end < 0) continue;
    const like = (2 * kept) / (exact.length + end - start);
    const isKnown = places.some((place) => place.start < end && start < place.end);
    if (like >= LEAST_LIKE && !isKnown)
      places.push({ start, end, context: contextAt(text, start, end, prefix, suffix), like });
  }
  return places;
}

function partsIn(view: NormalView, { start, end }: Place): Part[] {
  const parts: Part[] = [];
  for (let block = view.blockOf[start]!; block <= view.blockOf[end - 1]!; block += 1) {
    const from = Math.max(start, view.blockStart[block]!);
    const to = Math.min(end, view.blockEnd[block]!);
    if (from >= to) continue;
    const { id, start: blockStart, end: blockEnd } = view.raw.blocks[block]!;
    const words = view.raw.text.slice(blockStart, blockEnd);
    const whole = snapToGraphemes(
      words,
      view.rawStart[from]! - blockStart,
      view.rawEnd[to - 1]! - blockStart,
    );
    parts.push({ blockId: id, start: blockStart + whole.start, end: blockStart + whole.end });
  }
  return parts;
}
