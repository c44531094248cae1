/** Names and numbers: what a reader must be told when it differs. */

const TELLING = /\p{N}+(?:[.,:/-]\p{N}+)*%?|\p{Lu}[\p{L}\p{M}\p{N}]*(?:[ -]\p{Lu}[\p{L}\p{M}\p{N}]*)*/gu;

/** A capital at the beginning of a sentence makes no name. */
function tellingWords(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(TELLING)) {
    const [word] = match;
    let before = match.index - 1;
    while (before >= 0 && text[before] === ' ') before -= 1;
    const isOpening = before < 0 || '.!?:…"“\n'.includes(text[before]!);
    if (isOpening && !word.includes(' ') && /^\p{Lu}(?!\p{Lu})/u.test(word)) continue;
    words.push(word);
  }
  return words;
}

export interface Changes {
  /** Names and numbers of the saved words that the live ones lack. */
  gone: string[];
  /** Those that only the live words have. */
  added: string[];
}

export function changesBetween(saved: string, live: string): Changes {
  const rest = new Map<string, number>();
  const theirs = tellingWords(live.normalize('NFC'));
  for (const word of theirs) rest.set(word, (rest.get(word) ?? 0) + 1);
  const takes = (word: string): boolean => {
    const times = rest.get(word) ?? 0;
    if (times > 0) rest.set(word, times - 1);
    return times > 0;
  };
  const gone = tellingWords(saved.normalize('NFC')).filter((word) => !takes(word));
  return { gone, added: theirs.filter(takes) };
}

/** Names and numbers that differ: the saved ones first. */
export function changedWords(saved: string, live: string): string[] {
  const { gone, added } = changesBetween(saved, live);
  return [...new Set([...gone, ...added])];
}

/** A word that kept this much of its beginning and end was misspelt, not replaced. */
const MISSPELT = 0.75;

/** Did a name or number give way to another one? */
export function isAnotherWord({ gone, added }: Changes): boolean {
  return gone.some((word) => !added.some((other) => endsAlike(word, other) >= MISSPELT));
}

function endsAlike(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return (head + tail) / Math.max(one.length, other.length);
}
