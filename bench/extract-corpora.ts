/**
 * `npm run bench:extract [-- --json FILE] [--corpus NAME] [--every N] [--report DIR]`: the built capture over the shared
 * corpora in headless Chromium, with Readability and Defuddle beside it in the same page. `--every 3` looks at each third
 * page. The 20 worst pages of each corpus are written to out/bench as text, wanted and found one above the other.
 */
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { ensureBuilt } from '../tests/driver/build';
import { readCorpus, type Truth } from './corpus';
import { rowsOf, type Measured } from './extract-rows';
import { writeWorst } from './extract-worst';
import { inTime, launchOffline, OfflineTab } from './offline-tab';
import { PEERS, runPeer, type Peer, type PeerLine } from './peers';
import type { Row } from './rows';
import { runCapture } from './run-capture';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES_PER_TAB = 25;

/** @returns the rows; none, with a sentence printed, where the corpora are not there */
export async function measureExtraction(words: string[]): Promise<Row[]> {
  const wish = (name: string) => {
    const at = words.indexOf(name);
    return at < 0 ? undefined : words[at + 1];
  };
  const corpus = readCorpus(ROOT);
  if (!corpus) {
    console.log(
      'The corpora are not beside the project (../shared or $SHARED_DIR): extraction was not measured.',
    );
    return [];
  }
  const every = Number(wish('--every') ?? 1);
  const pages = corpus
    .filter((truth) => truth.corpus !== 'vietnam' && (wish('--corpus') ?? truth.corpus) === truth.corpus)
    .filter((_, n) => n % every === 0);
  const script = readFileSync(path.join(ROOT, '.output/chrome-mv3/capture.js'), 'utf8');
  console.log(`${pages.length} pages; load of the machine ${os.loadavg()[0]!.toFixed(1)}`);
  const measured = await measurePages(pages, script);
  writeWorst(measured, wish('--report') ?? path.join(ROOT, 'out/bench'));
  const broken = measured.filter(({ error }) => error !== undefined);
  for (const { truth, error } of broken) console.log(`${truth.corpus}/${truth.id}: ${error}`);
  console.log(`load at the end ${os.loadavg()[0]!.toFixed(1)}; pages that broke: ${broken.length}`);
  return rowsOf(measured);
}

async function measurePages(pages: Truth[], script: string): Promise<Measured[]> {
  const browser = await launchOffline();
  const measured: Measured[] = [];
  let tab: OfflineTab | null = null;
  try {
    for (const truth of pages) {
      try {
        if (!tab || tab.used >= PAGES_PER_TAB) {
          await tab?.close();
          tab = await OfflineTab.open(browser);
        }
        measured.push(await inTime(measurePage(tab, truth, script)));
      } catch (error) {
        measured.push({
          truth,
          error: error instanceof Error ? error.message.split('\n')[0]! : String(error),
        });
        await tab?.close();
        tab = null;
      }
      if (measured.length % 100 === 0) console.log(`… ${measured.length}`);
    }
  } finally {
    await close(browser);
  }
  return measured;
}

/** Our capture first: it promises to leave the document as it was. */
async function measurePage(tab: OfflineTab, truth: Truth, script: string): Promise<Measured> {
  if (!existsSync(truth.file)) throw new Error(`no such file: ${truth.file}`);
  return tab.show(truth.url, truth.file, async () => {
    const world = await tab.world();
    const ours = await runCapture(tab, world, script, truth.id);
    const peers = {} as Record<Peer, PeerLine>;
    for (const peer of PEERS) peers[peer] = await runPeer(tab, world, peer);
    return { truth, ours, peers };
  });
}

async function close(browser: Browser): Promise<void> {
  await browser.close().catch(() => undefined);
}

/** For `npm run bench:extract`. */
export function prepare(): void {
  ensureBuilt('chromium');
}
