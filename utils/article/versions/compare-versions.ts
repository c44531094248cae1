/**
 * Two versions of an article compared and every change graded. Promise: a page that was only rendered anew gives no change;
 * what typesetting alone changed is never called more; numbers and names are never called less than they are.
 */
import { compareFields } from '../compare';
import { alignBlocks, type BlockPair, type Piece } from './align-blocks';
import { isAside } from './asides';
import { headChanges, type HeadChanges } from './head-changes';
import { presenceOf } from './presence';
import {
  nameSenseOf,
  tellingDifference,
  tellingOnlyHere,
  vocabularyOf,
  type NameSense,
} from './telling-words';
import {
  GRADES,
  isTold,
  type BlockSide,
  type ChangeCounts,
  type ChangeSummary,
  type ComparedBlock,
  type Grade,
  type VersionDifference,
  type VersionSide,
} from './types';

/** Numbers and names that a summary names. */
const MOST_NAMED = 6;

export function compareVersions(from: VersionSide, to: VersionSide): VersionDifference {
  const fields = compareFields(from, to);
  const [old, now] = [piecesOf(from), piecesOf(to)];
  const pairs = alignBlocks(old, now);
  const blocks = graded(old, now, pairs, from.text, to.text);
  const head = headChanges(from, to);
  const counts = { ...countsOf(blocks), byline: head.byline, date: head.date };
  const grades = blocks.flatMap(({ grade }) => grade ?? []);
  if (head.byline || head.date) grades.push('figures');
  return {
    presence: presenceOf(from, to, keptShare(old, pairs)),
    grade: GRADES.find((grade) => grades.includes(grade)) ?? null,
    counts,
    ...named(blocks, head),
    blocks,
    fields,
  };
}

/** What was put instead of what is told first, the byline among it; only without that, what came or went with whole paragraphs. */
function named(blocks: ComparedBlock[], head: HeadChanges): Pick<ChangeSummary, 'gone' | 'came'> {
  const edited = blocks.filter(({ is, gone, came }) => is === 'edited' && gone.length + came.length > 0);
  const telling = edited.length > 0 || head.byline ? edited : blocks;
  const of = (pick: (said: Pick<ChangeSummary, 'gone' | 'came'>) => string[]) =>
    [...new Set([head, ...telling].flatMap(pick))].slice(0, MOST_NAMED);
  return { gone: of(({ gone }) => gone), came: of(({ came }) => came) };
}

/** What crosses contexts: no texts. */
export function summaryOf({ presence, grade, counts, gone, came }: VersionDifference): ChangeSummary {
  return { presence, grade, counts, gone, came };
}

function piecesOf({ text, blocks }: VersionSide): Piece[] {
  return blocks.flatMap(({ type, start, end }) => {
    const piece = { type, text: text.slice(start, end) };
    return type !== 'title' && isAside(piece.text) ? [] : [piece];
  });
}

function graded(
  old: Piece[],
  now: Piece[],
  pairs: BlockPair[],
  oldText: string,
  newText: string,
): ComparedBlock[] {
  const sense = nameSenseOf(oldText, newText);
  const only = { removed: onlyIn(newText, sense), added: onlyIn(oldText, sense) };
  const byFrom = new Map(pairs.flatMap((pair) => pair.from.map((at) => [at, pair] as const)));
  const byTo = new Map(pairs.map((pair) => [pair.to[0]!, pair]));
  const further = new Set(pairs.flatMap(({ to }) => to.slice(1)));
  const removedAfter = new Map<number, ComparedBlock[]>();
  let last = -1;
  for (const [at, piece] of old.entries()) {
    const pair = byFrom.get(at);
    if (pair) {
      if (!pair.isMoved) last = pair.to.at(-1)!;
      continue;
    }
    const there = removedAfter.get(last) ?? [];
    removedAfter.set(last, there);
    there.push(alone('removed', piece, only.removed));
  }
  const rows = [...(removedAfter.get(-1) ?? [])];
  for (const [at, piece] of now.entries()) {
    const pair = byTo.get(at);
    if (pair) rows.push(paired(sideOf(old, pair.from), sideOf(now, pair.to), pair, sense));
    else if (!further.has(at)) rows.push(alone('added', piece, only.added));
    for (const row of removedAfter.get(at) ?? []) rows.push(row);
  }
  return rows;
}

function sideOf(pieces: Piece[], places: number[]): BlockSide {
  return { type: pieces[places[0]!]!.type, text: places.map((at) => pieces[at]!.text).join('\n') };
}

/** Words of a passage that another text lacks; that text's words are gathered when first asked for. */
function onlyIn(other: string, sense: NameSense): (text: string) => string[] {
  let words: Set<string> | null = null;
  return (text) => tellingOnlyHere(text, (words ??= vocabularyOf(other)), sense);
}

function alone(is: 'removed' | 'added', piece: Piece, only: (text: string) => string[]): ComparedBlock {
  const words = piece.type === 'embed' ? [] : only(piece.text);
  const grade: Grade =
    piece.type === 'title'
      ? 'headline'
      : piece.type === 'lead'
        ? 'lead'
        : piece.type === 'embed'
          ? 'typography'
          : words.length > 0
            ? 'figures'
            : 'wording';
  const side = { ...piece };
  return {
    is,
    from: is === 'removed' ? side : null,
    to: is === 'added' ? side : null,
    grade,
    isMoved: false,
    gone: is === 'removed' ? words : [],
    came: is === 'added' ? words : [],
  };
}

function paired(from: BlockSide, to: BlockSide, pair: BlockPair, sense: NameSense): ComparedBlock {
  const none = { from, to, isMoved: pair.isMoved, gone: [], came: [] };
  const isFloating = to.type === 'caption' || to.type === 'embed';
  if (pair.how !== 'edited') {
    const isSame = pair.how === 'same' && from.type === to.type;
    if (pair.isMoved && !isFloating) return { ...none, is: isSame ? 'same' : 'edited', grade: 'moved' };
    if (isSame) return { ...none, isMoved: false, is: 'same', grade: null };
    return { ...none, isMoved: false, is: 'edited', grade: 'typography' };
  }
  if (to.type === 'embed') return { ...none, is: 'edited', grade: 'typography' };
  const { gone, came, isTelling } = tellingDifference(from.text, to.text, sense);
  const grade: Grade =
    to.type === 'title' ? 'headline' : to.type === 'lead' ? 'lead' : isTelling ? 'figures' : 'wording';
  return { ...none, is: 'edited', grade, gone, came };
}

function countsOf(blocks: ComparedBlock[]): Omit<ChangeCounts, 'byline' | 'date'> {
  const body = blocks.filter(
    ({ grade }) => isTold(grade) && grade !== 'headline' && grade !== 'lead' && grade !== 'moved',
  );
  const of = (is: ComparedBlock['is']) => body.filter((block) => block.is === is).length;
  return {
    headline: blocks.some(({ grade }) => grade === 'headline'),
    lead: blocks.some(({ grade }) => grade === 'lead'),
    edited: of('edited'),
    added: of('added'),
    removed: of('removed'),
    moved: blocks.filter(({ grade }) => grade === 'moved').length,
    typography: blocks.filter(({ grade }) => grade === 'typography').length,
    figures: body.filter(({ grade }) => grade === 'figures').length,
  };
}

/** Share of the first side's letters, without the headline, that the second has. */
function keptShare(old: Piece[], pairs: BlockPair[]): number {
  const body = old.map(({ type, text }) => (type === 'title' || type === 'embed' ? 0 : text.length));
  const all = body.reduce((sum, length) => sum + length, 0);
  let kept = 0;
  for (const { from, likeness } of pairs) for (const at of from) kept += body[at]! * likeness;
  return all === 0 ? 1 : kept / all;
}
