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

/** Names and numbers of `saved` that `live` lacks, then those that only `live` has. */
export function changedWords(saved: string, live: string): string[] {
  const rest = new Map<string, number>();
  const theirs = tellingWords(live.normalize('NFC'));
  for (const word of theirs) rest.set(word, (rest.get(word) ?? 0) + 1);
  const gone: string[] = [];
  for (const word of tellingWords(saved.normalize('NFC'))) {
    const times = rest.get(word) ?? 0;
    if (times > 0) rest.set(word, times - 1);
    else gone.push(word);
  }
  const added = theirs.filter((word) => {
    const times = rest.get(word) ?? 0;
    if (times > 0) rest.set(word, times - 1);
    return times > 0;
  });
  return [...new Set([...gone, ...added])];
}
