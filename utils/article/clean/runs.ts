/** Runs of inline text brought to their kept form: NFC, single blanks, no invisible characters. */
import type { Run } from './draft';

const INVISIBLE = /[\u200B\u00AD\uFEFF\u2060]/g;
const BLANKS = /[\s\u00A0\u0085]+/g;
/** Controls that no serialised HTML may hold, and lone surrogates. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]|[\uFFFE\uFFFF]/g;

/** One look for both, and for surrogates. */
// oxlint-disable-next-line no-control-regex
const UNUSUAL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\u00AD\u200B\u2060\uD800-\uFFFF]/;

/** `keepBlanks` is for preformatted text: line breaks and runs of blanks stay. */
export function tidyRuns(runs: readonly Run[], keepBlanks = false): Run[] {
  const tidy: Run[] = [];
  let afterBlank = true;
  for (const run of runs) {
    let { text } = run;
    if (UNUSUAL.test(text)) text = text.replace(INVISIBLE, '').replace(FORBIDDEN, '').toWellFormed();
    if (keepBlanks) text = text.replace(/\r\n?/g, '\n').replace(/\u00A0/g, ' ');
    else {
      text = text.replace(BLANKS, ' ');
      if (afterBlank) text = text.replace(/^ /, '');
    }
    if (!text) {
      // The blank before a break was there already: the break itself must not be lost.
      const last = tidy.at(-1);
      if (run.isBreak && last && !last.isBreak && last.text.endsWith(' ')) {
        last.text = last.text.slice(0, -1);
        if (!last.text) tidy.pop();
        tidy.push({ text: ' ', marks: run.marks, isBreak: true });
      }
      continue;
    }
    afterBlank = text.endsWith(' ');
    tidy.push({ ...run, text });
  }
  if (keepBlanks) trimLines(tidy);
  else trimEnd(tidy);
  return composed(tidy);
}

function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text) return;
    runs.pop();
  }
}

/** Preformatted text loses blank lines before and after, never the indent of its first line. */
function trimLines(runs: Run[]): void {
  while (runs[0] && !runs[0].text.trim()) runs.shift();
  if (runs[0]) runs[0].text = runs[0].text.replace(/^(?:[^\S\n]*\n)+/, '');
  trimEnd(runs);
}

/**
 * NFC over the whole, not only within each run: `<b>e</b>` followed by a combining mark is one letter, which then belongs
 * to the first run.
 */
function composed(runs: Run[]): Run[] {
  for (let index = 1; index < runs.length; index += 1) {
    if (runs[index]!.text.charCodeAt(0) < 0x300) continue;
    const leading = /^\p{M}+/u.exec(runs[index]!.text)?.[0];
    if (!leading) continue;
    runs[index - 1]!.text += leading;
    runs[index]!.text = runs[index]!.text.slice(leading.length);
  }
  const whole = runs
    .map(({ text }) => text)
    .join('')
    .normalize('NFC');
  for (const run of runs) run.text = run.text.normalize('NFC');
  const kept = runs.filter(({ text }) => text);
  if (kept.map(({ text }) => text).join('') === whole) return kept;
  // Composition across runs that are not marks (Hangul jamo): the text wins over the emphasis.
  return whole ? [{ text: whole, marks: [] }] : [];
}
