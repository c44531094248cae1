/** Edits of a text that keep, for every UTF-16 unit, the place in the saved text that it comes from. */

/** A paragraph: its units, and where each stood in the saved text; -1 for what is new. */
export interface Traced {
  text: string[];
  from: number[];
}

export type Chance = (below: number) => number;

/** A small repeatable source of chance (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const odds = (next: Chance, share: number): boolean => next(1_000_000) < share * 1_000_000;

export function shuffled<T>(next: Chance, list: readonly T[]): T[] {
  const made = [...list];
  for (let n = made.length - 1; n > 0; n -= 1) {
    const other = next(n + 1);
    [made[n], made[other]] = [made[other]!, made[n]!];
  }
  return made;
}

export const fresh = (words: string): Traced => ({
  text: words.split(''),
  from: Array.from({ length: words.length }, () => -1),
});

export function traced(words: string, start: number): Traced {
  return { text: words.split(''), from: Array.from({ length: words.length }, (_, n) => start + n) };
}

function add(made: Traced, text: string, from: number): void {
  made.text.push(text);
  made.from.push(from);
}

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầếềốồớờứừ';

export function typos(next: Chance, old: Traced, share: number): Traced {
  const made = fresh('');
  for (let n = 0; n < old.text.length; n += 1) {
    const letter = old.text[n]!;
    if (!/\p{L}|\p{N}/u.test(letter) || !odds(next, share)) {
      add(made, letter, old.from[n]!);
      continue;
    }
    const kind = next(10);
    const other = /\p{N}/u.test(letter) ? String(next(10)) : LETTERS[next(LETTERS.length)]!;
    if (kind < 5) add(made, other, -1);
    else if (kind < 7) continue;
    else if (kind < 9 || n + 1 === old.text.length) {
      add(made, other, -1);
      add(made, letter, old.from[n]!);
    } else {
      add(made, old.text[n + 1]!, old.from[n + 1]!);
      add(made, letter, old.from[n]!);
      n += 1;
    }
  }
  return made;
}

/** Words replaced (mostly), left out or put in. */
export function wordChanges(next: Chance, old: Traced, share: number, words: readonly string[]): Traced {
  const made = fresh('');
  const near = new Set(old.text.join('').split(' '));
  // A word put in that stands beside it anyway would leave no truth to be found.
  const put = () => {
    let word = words[next(words.length)]!;
    while (near.has(word) || word === '') word = words[next(words.length)]!;
    for (const letter of word) add(made, letter, -1);
  };
  let n = 0;
  while (n < old.text.length) {
    if (old.text[n] === ' ') {
      add(made, ' ', old.from[n]!);
      n += 1;
      continue;
    }
    let end = n;
    while (end < old.text.length && old.text[end] !== ' ') end += 1;
    const isEdited = odds(next, share);
    const kind = isEdited ? next(10) : -1;
    if (kind >= 0 && kind < 8) put();
    else if (kind === 8) end += Number(old.text[end] === ' ');
    else {
      if (kind === 9) {
        put();
        add(made, ' ', -1);
      }
      for (let at = n; at < end; at += 1) add(made, old.text[at]!, old.from[at]!);
    }
    n = end;
  }
  return made;
}

/** Spans of the sentences of a paragraph, blanks after them included. */
export function sentencesOf({ text }: Traced): [number, number][] {
  const spans: [number, number][] = [];
  const words = text.join('');
  let start = 0;
  for (const match of words.matchAll(/[.!?]["”')]*\s+(?=["“(]?[\p{Lu}\p{N}])/gu)) {
    const end = match.index + match[0].length;
    spans.push([start, end]);
    start = end;
  }
  if (start < words.length) spans.push([start, words.length]);
  return spans;
}

export function without(old: Traced, spans: readonly (readonly [number, number])[]): Traced {
  const isCut = (n: number) => spans.some(([start, end]) => n >= start && n < end);
  return trimmed({
    text: old.text.filter((_, n) => !isCut(n)),
    from: old.from.filter((_, n) => !isCut(n)),
  });
}

function trimmed({ text, from }: Traced): Traced {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end -= 1;
  return { text: text.slice(0, end), from: from.slice(0, end) };
}

export function sentencesCut(next: Chance, old: Traced, share: number): Traced {
  return without(
    old,
    sentencesOf(old).filter(() => odds(next, share)),
  );
}

export interface ParagraphShares {
  moved: number;
  cut: number;
  added: number;
}

export function paragraphsEdited(
  next: Chance,
  old: readonly Traced[],
  shares: ParagraphShares,
  supply: () => string,
): Traced[] {
  const made: Traced[] = [];
  const moved: Traced[] = [];
  for (const paragraph of old) {
    if (odds(next, shares.cut)) continue;
    if (odds(next, shares.moved)) moved.push(paragraph);
    else made.push(paragraph);
    if (odds(next, shares.added)) made.push(fresh(supply()));
  }
  for (const paragraph of moved) made.splice(next(made.length + 1), 0, paragraph);
  return made;
}

/** NFD, some no-break and zero-width spaces, straight quotes, other dashes, marks set the newer way. */
export function unicodeChanged(next: Chance, old: Traced, newTones: (text: string) => string): Traced {
  const made = fresh('');
  const toned = newTones(old.text.join('')).split('');
  const letters = toned.length === old.text.length ? toned : old.text;
  for (const [n, letter] of letters.entries()) {
    const from = old.from[n]!;
    const changed =
      letter === ' ' && odds(next, 0.1)
        ? '\u00A0'
        : '“”'.includes(letter)
          ? '"'
          : '‘’'.includes(letter)
            ? "'"
            : letter === '–'
              ? '-'
              : letter.normalize('NFD');
    for (const unit of changed.split('')) add(made, unit, from);
    if (odds(next, 0.01)) add(made, '\u200B', -1);
  }
  return made;
}

/** Double blanks, and paragraphs parted or joined at sentences. */
export function rewrapped(next: Chance, old: readonly Traced[]): Traced[] {
  const made: Traced[] = [];
  for (const paragraph of old) {
    const spaced = fresh('');
    for (const [n, letter] of paragraph.text.entries()) {
      add(spaced, letter, paragraph.from[n]!);
      if (letter === ' ' && odds(next, 0.05)) add(spaced, ' ', -1);
    }
    const spans = sentencesOf(spaced);
    const last = made.at(-1);
    if (last && odds(next, 0.1)) {
      add(last, ' ', -1);
      last.text.push(...spaced.text);
      last.from.push(...spaced.from);
    } else if (spans.length > 1 && odds(next, 0.2)) {
      const at = spans[1 + next(spans.length - 1)]![0];
      made.push(trimmed({ text: spaced.text.slice(0, at), from: spaced.from.slice(0, at) }));
      made.push({ text: spaced.text.slice(at), from: spaced.from.slice(at) });
    } else made.push(spaced);
  }
  return made;
}
