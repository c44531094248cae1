import { expect, test } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { createJsonSplitter, type Piece } from './split-json';

function split(text: string, sizes: () => number): Piece[] {
  const splitter = createJsonSplitter();
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    const size = Math.max(1, sizes());
    pieces.push(...splitter.push(text.slice(at, at + size)));
    at += size;
  }
  splitter.finish();
  return pieces;
}

const DOCUMENT = `{ "a" : [ {"x":"}],\\"\\\\","y":[1,{"z":null}]} , -1.5e3,"s" , true ] ,
 "b":"\\u00e9\\\\", "c":12 , "d":{"e":[[]]},
 "f":[]}
`;

test('wherever the document is cut, the pieces are the same', () => {
  const whole = split(DOCUMENT, () => DOCUMENT.length);
  expect(whole).toEqual([
    { kind: 'array', name: 'a', line: 1 },
    { kind: 'element', name: 'a', value: { x: '}],"\\', y: [1, { z: null }] }, line: 1 },
    { kind: 'element', name: 'a', value: -1500, line: 1 },
    { kind: 'element', name: 'a', value: 's', line: 1 },
    { kind: 'element', name: 'a', value: true, line: 1 },
    { kind: 'member', name: 'b', value: 'é\\', line: 2 },
    { kind: 'member', name: 'c', value: 12, line: 2 },
    { kind: 'member', name: 'd', value: { e: [[]] }, line: 2 },
    { kind: 'array', name: 'f', line: 3 },
  ]);
  expect(split(DOCUMENT, () => 1)).toEqual(whole);
  const chance = chanceOf(3);
  for (let round = 0; round < 200; round += 1) expect(split(DOCUMENT, () => chance.below(9))).toEqual(whole);
});

test('every cut end is noticed', () => {
  const complete = DOCUMENT.trimEnd();
  for (let end = 0; end < complete.length; end += 1)
    expect(() => split(complete.slice(0, end), () => 7), complete.slice(0, end)).toThrow(/truncated|notOurs/);
});

test.each([
  '{"a":[1,]}',
  '{"a":[,1]}',
  '{"a":1,}',
  '{,}',
  '{"a" 1}',
  '{"a":1 "b":2}',
  '{"a":[1 2]}',
  '{a:1}',
  '{"a":01}',
  "{'a':1}",
  '{"a":[1}]}',
  '{"a":}',
  '{"a":[}]}',
  '{"a":{]}',
  '{"a":1}}',
])('%s is no JSON', (text) => {
  expect(() => split(text, () => 3)).toThrow('badJson');
});
