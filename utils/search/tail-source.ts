/** Documents that were just saved, searched as they are: each is asked by halving. */
import type { DocWord } from './doc-words';
import { PackedDoc } from './tail-doc';
import { MOST_WRITTEN } from './segment-format';
import type { WordInDocs, WordSource } from './word-in-docs';

export interface TailRow {
  doc: number;
  bytes: Uint8Array;
}

export function tailSource(rows: readonly TailRow[]): WordSource {
  const read = rows.map(({ bytes }) => new PackedDoc(bytes));
  return {
    docs: Uint32Array.from(rows, ({ doc }) => doc),
    lengths: Uint16Array.from(read, ({ length }) => length),
    isGone: () => false,
    find(folded) {
      const found = read.flatMap((doc, at) => {
        const word = doc.find(folded);
        return word ? [{ at, word }] : [];
      });
      return found.length > 0 ? wordIn(found) : null;
    },
    beginningWith(prefix) {
      const byWord = new Map<string, { at: number; word: DocWord }[]>();
      for (const [at, doc] of read.entries())
        for (const word of doc.beginningWith(prefix)) {
          const some = byWord.get(word.folded);
          if (some) some.push({ at, word });
          else byWord.set(word.folded, [{ at, word }]);
        }
      return [...byWord.values()].map(wordIn);
    },
  };
}

function wordIn(found: readonly { at: number; word: DocWord }[]): WordInDocs {
  const written = [...new Set(found.flatMap(({ word }) => word.written))].slice(0, MOST_WRITTEN);
  const bitOf = (form: string) => {
    const bit = written.indexOf(form);
    return 1 << (bit < 0 ? MOST_WRITTEN - 1 : bit);
  };
  return {
    ats: Uint16Array.from(found, ({ at }) => at),
    counts: Uint16Array.from(found, ({ word }) => word.places.length),
    written,
    masks: Uint32Array.from(found, ({ word }) => word.written.reduce((mask, form) => mask | bitOf(form), 0)),
    titles: Uint8Array.from(found, ({ word }) => (word.inTitle ? 1 : 0)),
    places: (n) => found[n]!.word.places,
    beside: null,
    rank: -1,
  };
}
