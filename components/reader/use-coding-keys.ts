/** Coding by keys: what each acts on (selection, current highlight, cursor), and what it does to it. */
import { useEffect, useRef } from 'preact/hooks';
import type { TagValue } from '@/components/ui/TagInput';
import { useKeymap, type KeyActs, type KeysInForce } from '@/components/ui/use-keymap';
import { useWords } from '@/components/words';
import { hullOf, moveBorder, partsOfSpan } from '@/utils/annotation/borders';
import { endFrom, growSpan, type CursorUnit } from '@/utils/annotation/cursor';
import { quoteOf, type Described } from '@/utils/annotation/describe';
import type { KeyAction } from '@/utils/annotation/keymap';
import type { TextIndex } from '@/utils/annotation/text-index';
import type { Part } from '@/utils/annotation/types';
import type { ReadAnnotation, ReadCode } from '@/utils/db/reading';
import type { Span } from '@/utils/text/sentences';
import type { ReaderActs, SetCurrent } from './acts';
import type { ReaderCursor } from './use-cursor';
import { MOST_RECENT } from './use-recent';
import type { Selecting } from './use-selected';

/** Longer words make no good name: the palette opens with their beginning instead. */
const LONGEST_IN_VIVO = 60;

export type Target =
  | { is: 'text'; described: Described }
  | { is: 'highlight'; annotation: ReadAnnotation }
  /** On its way into the archive: keys come faster. */
  | { is: 'coming'; described: Described; id: Promise<string | null> };

interface Making {
  described: Described;
  id: Promise<string | null>;
  /** Known, but perhaps not read yet. */
  made: string | null;
  /** Keys pressed meanwhile that need the highlight itself. */
  after: KeyAction[];
}

export interface CodingKeysInput {
  keys: KeysInForce;
  index: TextIndex | null;
  annotations: readonly ReadAnnotation[];
  current: string | null;
  codes: readonly ReadCode[];
  recent: readonly (ReadCode | null)[];
  cursor: ReaderCursor;
  selecting: Selecting;
  acts: ReaderActs;
  /** While the words of a highlight are being chosen: the highlighting key chooses, nothing is made. */
  onAttach: ((described: Described) => void) | null;
  setCurrent: SetCurrent;
  onPalette: (target: Target, typed: string) => void;
  onHelp: () => void;
  onSay: (said: string) => void;
}

export interface CodingKeys {
  target: () => Target | null;
  /** Puts a code on what keys act on. */
  tag: (tag: TagValue) => void;
  /** A code that was just made: its digit works before the page has read it. */
  noteNew: (tag: TagValue) => void;
  make: (described: Described, what: TagValue | 'highlight' | 'comment') => void;
  /** Highlights that the cursor, the selection or the current highlight touches. */
  here: () => ReadAnnotation[];
  acts: KeyActs;
}

export function useCodingKeys(input: CodingKeysInput): CodingKeys {
  const { index, annotations, current, cursor, selecting, acts, setCurrent, onSay } = input;
  const { t, number } = useWords();
  const { place } = cursor;
  const currentOne = annotations.find(({ id }) => id === current) ?? null;
  /** Borders that were sent but have not come back yet: the next step goes on from the last of them. */
  const moving = useRef<{ id: string; sent: (readonly Part[])[] } | null>(null);
  useEffect(() => {
    const sent = moving.current?.sent ?? [];
    const now = annotations.find(({ id }) => id === moving.current?.id);
    const at = now ? sent.findIndex((parts) => isAt(parts)(now)) : -1;
    // The last one has arrived, or something else happened to it (undo, another tab).
    if (at < 0 || at === sent.length - 1) moving.current = null;
  }, [annotations]);

  /** What was highlighted exactly here before gets the next code too, instead of a twin on top of it. */
  function targetOf(described: Described): Target {
    const same = annotations.find(isAt(described.parts));
    return same ? { is: 'highlight', annotation: same } : { is: 'text', described };
  }

  function describe(span: Span): Described | null {
    const parts = place ? partsOfSpan(place, span) : [];
    return index && parts.length > 0 ? { parts, quote: quoteOf(index.text, parts) } : null;
  }

  const fresh = useRef<TagValue | null>(null);
  const noteNew = (tag: TagValue) => {
    if (!tag.id) fresh.current = tag;
  };
  const making = useRef<Making | null>(null);
  const latestActs = useRef<KeyActs>({});
  useEffect(() => {
    const now = making.current;
    if (!now?.made || now.made !== current || !annotations.some(({ id }) => id === now.made)) return;
    making.current = null;
    for (const action of now.after) void latestActs.current[action]?.();
  }, [annotations, current]);

  /** A key for a highlight that is still on its way waits for it. */
  const onHighlight = (action: KeyAction, act: () => void) => () => {
    if (making.current && !selecting.now()) making.current.after.push(action);
    else act();
  };

  function target(): Target | null {
    const selected = selecting.now();
    if (selected === 'blank') {
      onSay(t('readerOnlyBlanks'));
      return null;
    }
    if (selected) return targetOf(selected);
    if (making.current) return { is: 'coming', ...making.current };
    if (currentOne) return { is: 'highlight', annotation: currentOne };
    const described = cursor.cursor && describe(cursor.cursor);
    if (described) return targetOf(described);
    onSay(t('readerNoSubject'));
    return null;
  }

  function make(described: Described, what: TagValue | 'highlight' | 'comment') {
    selecting.drop();
    if (!cursor.cursor) cursor.beginAt(described.parts[0]!.start);
    // The keys go on from the passage that was just tagged.
    const block = index?.elements.get(described.parts[0]!.blockId);
    if (what !== 'comment' && block instanceof HTMLElement) block.focus({ preventScroll: true });
    const mine: Making = { described, id: acts.make(described, what), made: null, after: [] };
    making.current = mine;
    void mine.id.then((id) => {
      // Who has gone on meanwhile must not be called back.
      if (making.current !== mine) return;
      mine.made = id;
      if (id) setCurrent(id, what === 'comment' ? 'comment' : undefined);
      else making.current = null;
    });
  }

  function put(on: Target | null, what: TagValue | 'highlight' | 'comment') {
    if (!on) return;
    if (typeof what !== 'string') noteNew(what);
    if (on.is === 'text') return make(on.described, what);
    if (on.is === 'coming') {
      const mine = making.current;
      void on.id.then((id) => {
        if (!id) return;
        if (typeof what !== 'string') void acts.tag(id, what);
        else if (what === 'comment' && (making.current === mine || current === id)) setCurrent(id, 'comment');
      });
      return;
    }
    const { annotation } = on;
    selecting.drop();
    setCurrent(annotation.id, what === 'comment' ? 'comment' : undefined);
    if (typeof what === 'string') return;
    if (annotation.codes.some(({ id }) => id === what.id)) onSay(t('readerHasTag', what.name));
    else void acts.tag(annotation.id, what);
  }

  function here(): ReadAnnotation[] {
    const selected = selecting.now();
    const span =
      selected && selected !== 'blank'
        ? hullOf(selected.parts)
        : (cursor.cursor ?? (currentOne ? hullOf(currentOne.parts) : null));
    return span
      ? annotations.filter(({ parts }) =>
          parts.some(({ start, end }) => start < span.end && end > span.start),
        )
      : [];
  }

  /** The highlight that correcting keys act on: the current one, or the only one here. */
  function chosen(): ReadAnnotation | null {
    if (currentOne) return currentOne;
    const found = here();
    const exact = cursor.cursor && found.find(isAt(describe(cursor.cursor)?.parts ?? []));
    const only = exact ?? (found.length === 1 ? found[0]! : null);
    if (only) setCurrent(only.id);
    else if (found[0]) {
      setCurrent(found[0].id);
      onSay(t('readerWhich'));
    } else onSay(t('readerNoneHere'));
    return only;
  }

  function border(side: 'start' | 'end', by: 1 | -1): void {
    if (!place) return;
    const selected = selecting.now();
    if (selected && selected !== 'blank') {
      const parts = moveBorder(place, selected.parts, side, by);
      if (parts) selecting.select(hullOf(parts));
      return;
    }
    if (input.onAttach) return;
    const annotation = chosen();
    if (!annotation) return;
    const sent = moving.current?.id === annotation.id ? moving.current.sent : [];
    const parts = moveBorder(place, sent.at(-1) ?? annotation.parts, side, by);
    if (!parts) return onSay(t('readerCannotMove'));
    moving.current = { id: annotation.id, sent: [...sent, parts] };
    void acts.move(annotation, parts);
  }

  /** With a selection, its end moves; else the cursor. */
  function go(unit: CursorUnit, by: 1 | -1): boolean {
    const selected = selecting.now();
    if (selected && selected !== 'blank' && place) {
      const hull = hullOf(selected.parts);
      const end = unit === 'word' ? null : endFrom(place, hull, unit, by);
      if (unit === 'word') border('end', by);
      else if (end !== null) selecting.select({ start: hull.start, end });
      return true;
    }
    if (unit === 'word' && !cursor.cursor) return false;
    moveOn();
    if (!cursor.step(unit, by)) onSay(t(by > 0 ? 'readerTextEnd' : 'readerTextStart'));
    return true;
  }

  /** From here on keys mean another place. */
  function moveOn() {
    making.current = null;
    if (current) setCurrent(null);
  }

  function select() {
    const selected = selecting.now();
    const base =
      selected && selected !== 'blank'
        ? hullOf(selected.parts)
        : (cursor.cursor ?? (currentOne ? hullOf(currentOne.parts) : null));
    if (!base || !place) return onSay(t('readerNoSubject'));
    const isSelected = selected !== null && selected !== 'blank';
    moveOn();
    selecting.select(isSelected ? growSpan(place, base) : base);
  }

  function inVivo() {
    const on = target();
    if (!on) return;
    const words = (on.is === 'highlight' ? on.annotation.words : on.described.quote.exact)
      .replace(/\s+/gu, ' ')
      .trim();
    if (words.length <= LONGEST_IN_VIVO) put(on, { name: words.replace(/[.,;:!?…]+$/u, '') });
    else input.onPalette(on, words.slice(0, LONGEST_IN_VIVO).replace(/\s\S*$/u, ''));
  }

  function cycle() {
    const found = here();
    const next = found[(found.findIndex(({ id }) => id === current) + 1) % found.length];
    if (!next) return onSay(t('readerNoneHere'));
    selecting.drop();
    setCurrent(next.id);
    const names = next.codes.map(({ name }) => name).join(', ') || t('readerNoTags');
    onSay(t('readerCard', next.words, names, next.comment || t('readerNoComment')));
  }

  function remove(isWhole: boolean) {
    const annotation = chosen();
    if (!annotation) return;
    const code = annotation.codes.at(-1);
    if (code && !isWhole) void acts.untag(annotation.id, code);
    else void acts.remove(annotation);
  }

  function attach() {
    const on = target();
    if (!on) return;
    const described =
      on.is === 'highlight' ? { parts: on.annotation.parts, quote: on.annotation.quote } : on.described;
    selecting.drop();
    input.onAttach?.(described);
  }

  function leave(): boolean {
    const selected = selecting.now();
    const isMaking = making.current !== null;
    making.current = null;
    if (selected) selecting.drop();
    else if (isMaking) return true;
    else if (current) setCurrent(null);
    else if (cursor.cursor) cursor.put(null);
    else return false;
    return true;
  }

  const coding: KeyActs = {
    highlight: () => put(target(), 'highlight'),
    palette: () => {
      const on = target();
      if (on) input.onPalette(on, '');
    },
    inVivo,
    comment: () => put(target(), 'comment'),
    cycle: onHighlight('cycle', cycle),
    remove: onHighlight('remove', () => remove(false)),
    removeHighlight: onHighlight('removeHighlight', () => remove(true)),
  };
  for (let n = 0; n < MOST_RECENT; n += 1)
    coding[`recent${n + 1}` as 'recent1'] = () => {
      const isFresh =
        n === input.recent.length && !input.codes.some(({ name }) => name === fresh.current?.name);
      const code = input.recent[n] ?? (isFresh ? fresh.current : null);
      if (code) put(target(), code);
      else onSay(t('readerNoRecent', number(n + 1)));
    };
  const all: KeyActs = {
    nextParagraph: () => go('paragraph', 1),
    previousParagraph: () => go('paragraph', -1),
    nextSentence: () => go('sentence', 1),
    previousSentence: () => go('sentence', -1),
    nextWord: () => go('word', 1),
    previousWord: () => go('word', -1),
    select,
    startBack: onHighlight('startBack', () => border('start', -1)),
    startOn: onHighlight('startOn', () => border('start', 1)),
    endBack: onHighlight('endBack', () => border('end', -1)),
    endOn: onHighlight('endOn', () => border('end', 1)),
    help: input.onHelp,
    leave,
    ...(input.onAttach ? { highlight: attach } : coding),
  };
  latestActs.current = all;
  useKeymap(input.keys, all, (stroke) => {
    const code = input.onAttach ? undefined : input.codes.find(({ shortcut }) => shortcut === stroke);
    if (code) put(target(), code);
    return code !== undefined;
  });
  return { target, tag: (tag) => put(target(), tag), noteNew, make, here, acts: all };
}

const isAt = (parts: readonly Part[]) => (one: ReadAnnotation) =>
  one.parts.length === parts.length &&
  one.parts.every(({ start, end }, n) => start === parts[n]!.start && end === parts[n]!.end);
