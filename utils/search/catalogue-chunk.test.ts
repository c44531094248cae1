import { describe, expect, it } from 'vitest';
import { chanceOf, type Chance } from '@/utils/testing/random';
import { ByteReader, ByteWriter } from './bytes';
import {
  appendToChunk,
  CHUNK_SIZE,
  STATES,
  decodeChunk,
  encodeChunk,
  type CatalogueEntry,
} from './catalogue-chunk';

const NAMES = ['Báo Bình Thuận', 'Đỗ Minh', '', 'Kinh tế › Biển', 'TTXVN', '🌀', 'vi'];

function entryOf(chance: Chance): CatalogueEntry {
  const names = () => Array.from({ length: chance.below(4) }, () => chance.pick(NAMES));
  const orNone = () => (chance.next() < 0.3 ? null : chance.pick(NAMES));
  return {
    id: chance.next() < 0.9 ? chance.uuid().replaceAll('-', '').repeat(2) : `x ${chance.below(99)}`,
    state: chance.pick(STATES),
    isChanged: chance.next() < 0.5,
    isElsewhere: chance.next() < 0.5,
    savedAt: chance.below(2 ** 42),
    published: chance.next() < 0.2 ? null : chance.below(2 ** 30) - 2 ** 28,
    outlet: orNone(),
    language: orNone(),
    agency: orNone(),
    words: chance.below(5000),
    versionCount: chance.below(9),
    versionSum: chance.below(2 ** 32),
    picturesKept: chance.below(3),
    picturesPending: chance.below(3),
    picturesNotAllowed: chance.below(3),
    picturesRefused: chance.below(3),
    section: names(),
    authors: names(),
    collections: names(),
    work: Array.from({ length: chance.below(3) }, () => ({
      coderId: chance.pick(NAMES),
      annotations: chance.below(300),
      comments: chance.below(3),
      reviews: chance.below(3),
      memos: chance.below(2),
      articleCodes: names(),
      passageCodes: names(),
    })),
  };
}

describe('a chunk of the catalogue', () => {
  it.each([1, 2, 3, 4, 5])('gives back its entries, and they give the same bytes (seed %i)', (seed) => {
    const chance = chanceOf(seed);
    const entries = Array.from({ length: 1 + chance.below(CHUNK_SIZE) }, () =>
      chance.next() < 0.1 ? undefined : entryOf(chance),
    );
    while (!entries.at(-1)) entries.pop();
    const bytes = encodeChunk(entries);
    expect(decodeChunk(bytes)).toEqual(entries);
    expect(encodeChunk(decodeChunk(bytes))).toEqual(bytes);
  });

  it.each([6, 7, 8])(
    'is the same, be it written at once or one document after the other (seed %i)',
    (seed) => {
      const chance = chanceOf(seed);
      const entries: (CatalogueEntry | undefined)[] = [];
      let bytes = encodeChunk([]);
      while (entries.length < CHUNK_SIZE) {
        while (chance.next() < 0.2) entries.push(undefined);
        const entry = entryOf(chance);
        bytes = appendToChunk(bytes, entries.length, entry)!;
        entries.push(entry);
        expect(bytes).toEqual(encodeChunk(entries));
      }
      expect(appendToChunk(bytes, entries.length - 1, entryOf(chance))).toBeNull();
      expect(() => appendToChunk(new Uint8Array([77]), 0, entryOf(chance))).toThrow(RangeError);
    },
  );

  it('may be empty, and is refused when it is cut or of another form', () => {
    expect(decodeChunk(encodeChunk([]))).toEqual([]);
    const bytes = encodeChunk([entryOf(chanceOf(3))]);
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => decodeChunk(bytes.subarray(0, length))).toThrow(RangeError);
    expect(() => decodeChunk(new Uint8Array([77, ...bytes.subarray(1)]))).toThrow(RangeError);
  });
});

it('numbers of every length come back', () => {
  const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32, 2 ** 42 + 5, Number.MAX_SAFE_INTEGER];
  const writer = new ByteWriter();
  for (const number of numbers) writer.number(number);
  for (const number of numbers.slice(0, -1)) writer.signed(-number);
  const reader = new ByteReader(writer.done());
  expect(numbers.map(() => reader.number())).toEqual(numbers);
  expect(numbers.slice(0, -1).map(() => 0 - reader.signed())).toEqual(numbers.slice(0, -1));
});
