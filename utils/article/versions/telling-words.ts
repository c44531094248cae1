/** Numbers and names that differ between two passages: what a reader must be told of first. */
import { printedForm } from './printed-form';

interface Word {
  lower: string;
  written: string;
  tells: boolean;
  /** Place among the words. */
  at: number;
  /** Only a blank parts it from the next word. */
  isNextBeside: boolean;
}

/** Scripts without blanks between words: each letter is one. */
const WORD =
  /\p{N}+(?:[.,:/]\p{N}+)*%?|[\u3040-\u30FF\u3400-\u9FFF]|(?:(?![\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{M}])(?:(?![\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{M}\p{N}])*/gu;
const STARTS = new Set(['.', '!', '?', '。', '！', '？', ':', "'", '\n', '-', '•', '(']);
const CAPITAL = /^\p{Lu}/u;

/** Family names that open most Vietnamese names; at the start of a sentence a capital alone proves nothing. */
const SURNAMES = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh đinh lâm mai tô hà tạ cao chu thái lương trương phùng quách kiều la thạch châu từ lưu'.split(
    ' ',
  ),
);
const NUMERALS = new Set('một hai ba bốn năm lăm sáu bảy tám chín mười mươi'.split(' '));
const MAGNITUDES = new Set('chục trăm nghìn ngàn vạn triệu tỷ tỉ rưỡi'.split(' '));

/** Knows which words are written as names somewhere in the two texts. */
export type NameSense = (lower: string) => boolean;

/** Made once for both texts and only when it is asked. */
export function nameSenseOf(...texts: string[]): NameSense {
  let names: Set<string> | null = null;
  return (lower) => {
    if (SURNAMES.has(lower)) return true;
    names ??= new Set(
      texts.flatMap((text) =>
        tokens(printedForm(text.slice(0, LONGEST_SEARCHED)))
          .filter(({ isOpening, written }) => !isOpening && CAPITAL.test(written))
          .map(({ written }) => written.toLowerCase()),
      ),
    );
    return names.has(lower);
  };
}

/** Names repeat: those of an article stand in its first part. */
const LONGEST_SEARCHED = 200_000;

function tokens(text: string): { written: string; isOpening: boolean; end: number; at: number }[] {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const at = match.index;
    let before = at - 1;
    while (before >= 0 && (text[before] === ' ' || text[before] === "'")) before -= 1;
    // A quotation inside a sentence opens with a quote, a sentence with a stop before it.
    const isOpening = before < 0 || STARTS.has(text[before]!) || text[at - 1] === "'";
    found.push({ written: match[0], isOpening, at, end: at + match[0].length });
  }
  return found;
}

function wordsOf(text: string, sense: NameSense): Word[] {
  const all = tokens(text);
  return all.map(({ written, isOpening, end }, n) => {
    const lower = written.toLowerCase();
    const tells =
      /^\p{N}/u.test(written) ||
      (CAPITAL.test(written) &&
        (!isOpening || isAcronym(written) || (followsCapital(all[n + 1], end) && sense(lower))));
    return { lower, written, tells, at: n, isNextBeside: all[n + 1]?.at === end + 1 };
  });
}

const isAcronym = (word: string) => /^\p{Lu}{2}/u.test(word);
const followsCapital = (next: { written: string; at: number } | undefined, end: number) =>
  next !== undefined && next.at === end + 1 && CAPITAL.test(next.written);

export interface TellingDifference {
  gone: string[];
  came: string[];
  isTelling: boolean;
}

/** The difference of two wordings of one passage. */
export function tellingDifference(from: string, to: string, sense: NameSense): TellingDifference {
  const [old, now] = whereTheyDiffer(printedForm(from), printedForm(to)).map((text) =>
    wordsOf(text, sense),
  ) as [Word[], Word[]];
  const [went, arrived] = [without(old, now), without(now, old)];
  const gone = unique(went.filter(({ tells }) => tells));
  const came = unique(arrived.filter(({ tells }) => tells));
  const isCounted = (words: Word[], set: ReadonlySet<string>) => words.filter(({ lower }) => set.has(lower));
  const [less, more] = [isCounted(went, NUMERALS), isCounted(arrived, NUMERALS)];
  const size = [isCounted(went, MAGNITUDES), isCounted(arrived, MAGNITUDES)] as const;
  if (less.length > 0 && more.length > 0) {
    gone.push(...unique(less));
    came.push(...unique(more));
  }
  gone.push(...unique(size[0]));
  came.push(...unique(size[1]));
  const isTelling = gone.length > 0 || came.length > 0 || figuresOf(old) !== figuresOf(now);
  return { gone, came, isTelling };
}

/** Letters kept around the difference: enough to see where its first and last sentence begin and end. */
const AROUND = 80;

/** The same ends of two long passages need not be read word by word. */
function whereTheyDiffer(one: string, other: string): [string, string] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const from = one.lastIndexOf(' ', head - AROUND) + 1;
  const rest = one.indexOf(' ', one.length - tail + AROUND);
  const cut = rest < 0 ? 0 : one.length - rest;
  return [one.slice(from, one.length - cut), other.slice(from, other.length - cut)];
}

/** Numbers and names of a passage that the other text has nowhere. */
export function tellingOnlyHere(passage: string, others: ReadonlySet<string>, sense: NameSense): string[] {
  return unique(
    wordsOf(printedForm(passage), sense).filter(({ tells, lower }) => tells && !others.has(lower)),
  );
}

/** All words of a text, as `tellingOnlyHere` asks for them. */
export function vocabularyOf(text: string): Set<string> {
  return new Set(printedForm(text).toLowerCase().match(WORD) ?? []);
}

/** `from 10 to 20` and `from 20 to 10` have the same words. */
const figuresOf = (words: Word[]) =>
  words
    .filter(({ written }) => /^\p{N}/u.test(written))
    .map(({ written }) => written)
    .join(' ');

/** Words of `some` that `others` has not as often, whatever their capitals. */
function without(some: Word[], others: Word[]): Word[] {
  const rest = new Map<string, number>();
  for (const { lower } of others) rest.set(lower, (rest.get(lower) ?? 0) + 1);
  return some.filter(({ lower }) => {
    const times = rest.get(lower) ?? 0;
    if (times > 0) rest.set(lower, times - 1);
    return times === 0;
  });
}

/** In their order, each once; the words of one name together. */
function unique(words: Word[]): string[] {
  const named: string[] = [];
  let before: Word | null = null;
  for (const word of words) {
    const goesOn = before?.at === word.at - 1 && before.isNextBeside && isName(before) && isName(word);
    if (goesOn) named.push(`${named.pop()} ${word.written}`);
    else named.push(word.written);
    before = word;
  }
  return [...new Set(named)];
}

const isName = ({ written }: Word) => CAPITAL.test(written);
