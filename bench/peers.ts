/** Readability and Defuddle in the same page as our capture, each on its own copy of the document. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OfflineTab } from './offline-tab';

export const PEERS = ['readability', 'defuddle'] as const;
export type Peer = (typeof PEERS)[number];

export interface PeerLine {
  title: string | null;
  author: string | null;
  published: string | null;
  text: string;
  ms: number;
}

const require = createRequire(import.meta.url);
const source = (file: string) => readFileSync(require.resolve(file), 'utf8');

/** Text by block, so that words of two paragraphs never run together; the clone is made before the clock starts. */
const HARNESS = `
  const BLOCK = /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL|BR)$/;
  const textOf = (html) => {
    const root = new DOMParser().parseFromString(html ?? '', 'text/html').body;
    let text = '';
    const walk = (node) => {
      if (node.nodeType === 3) { text += node.nodeValue; return; }
      if (node.nodeType !== 1 || /^(?:SCRIPT|STYLE|TEMPLATE)$/.test(node.nodeName)) return;
      const isBlock = BLOCK.test(node.nodeName);
      if (isBlock) text += '\\n';
      for (const child of node.childNodes) walk(child);
      if (isBlock) text += '\\n';
    };
    walk(root);
    return text.replace(/[^\\S\\n]+/g, ' ').replace(/\\s*\\n\\s*/g, '\\n').trim();
  };`;

const RUNS: Record<Peer, string> = {
  readability: `(() => { ${HARNESS}
    const copy = document.cloneNode(true);
    const started = performance.now();
    const made = new Readability(copy).parse();
    const ms = performance.now() - started;
    return JSON.stringify({ title: made?.title ?? null, author: made?.byline ?? null, published: made?.publishedTime ?? null, text: textOf(made?.content), ms });
  })()`,
  defuddle: `(() => { ${HARNESS}
    const copy = document.cloneNode(true);
    const started = performance.now();
    const made = new Defuddle(copy, { url: location.href }).parse();
    const ms = performance.now() - started;
    return JSON.stringify({ title: made.title || null, author: made.author || null, published: made.published || null, text: textOf(made.content), ms });
  })()`,
};

const LIBRARIES: Record<Peer, () => string> = {
  readability: () =>
    `${source('@mozilla/readability/Readability.js')}; globalThis.Readability = Readability;`,
  defuddle: () => source('defuddle').replace(/^!function/, 'globalThis.exports = undefined; !function'),
};

const loaded = new Map<Peer, string>();

/** What a peer makes of the shown page; empty text and the error's message as title when it throws. */
export async function runPeer(tab: OfflineTab, world: number, peer: Peer): Promise<PeerLine> {
  const library = loaded.get(peer) ?? LIBRARIES[peer]();
  loaded.set(peer, library);
  try {
    await tab.evaluate(`${library}\n;''`, world);
    return JSON.parse(await tab.evaluate(RUNS[peer], world)) as PeerLine;
  } catch (error) {
    return { title: String(error), author: null, published: null, text: '', ms: Number.NaN };
  }
}
