/**
 * `npm run bench:anchor`: anchoring in figures; `--quick` leaves out the accuracy, which takes some minutes. With `--list CASES.jsonl --out OUT.jsonl` instead: the product's answers to
 * cases of others, one JSON line each (issue 4 says what stands in them).
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { AnchorBrowser } from './anchor-browser';
import { measureAnchoring } from './anchor-rows';
import { report } from './rows';

const words = process.argv.slice(2);
const after = (word: string) => (words.includes(word) ? words[words.indexOf(word) + 1] : undefined);
const list = after('--list');

if (list === undefined) report(await measureAnchoring(words.includes('--quick')), words);
else await answerList(list, after('--out'));

async function answerList(file: string, out: string | undefined): Promise<void> {
  const browser = await AnchorBrowser.open();
  const stream = out === undefined ? process.stdout : createWriteStream(out);
  let count = 0;
  try {
    for await (const line of linesOf(file)) {
      stream.write(`${await browser.call<string>('answer', line)}\n`);
      count += 1;
    }
  } finally {
    await browser.close();
    if (out !== undefined) await new Promise<void>((done) => stream.end(done));
  }
  if (out !== undefined) console.log(`${count} cases → ${out}`);
}

/** Lines end at "\n" only: Node's own reader also breaks at U+2028, which JSON may hold. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) yield line;
  }
  if (rest.trim()) yield rest;
}
