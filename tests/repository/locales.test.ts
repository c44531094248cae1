import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, readJson, ROOT } from './sources';

type Messages = Record<string, { message: string }>;
const en = readJson('public/_locales/en/messages.json') as Messages;
const vi = readJson('public/_locales/vi/messages.json') as Messages;

const sources = filesIn(['entrypoints', 'components', 'utils'], ['.ts', '.tsx', '.html']).filter(
  ({ name }) => !name.includes('.test.'),
);
const everything = [
  ...sources.map(({ text }) => text),
  readFileSync(path.join(ROOT, 'wxt.config.ts'), 'utf8'),
];
// Comments go; only where they begin a line, for the match pattern `*://*/*` looks like the start of one.
const joined = everything.join('\n').replace(/^\s*\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

/** Keys put together while running: `error_${code}` uses every key that begins with error_. */
const madeAtRunTime = [...joined.matchAll(/`([A-Za-z][A-Za-z0-9_]*)\$\{/g)].map((match) => match[1]!);

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(vi).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test('have no empty sentence, and Vietnamese is NFC', () => {
    for (const [key, { message }] of [...Object.entries(en), ...Object.entries(vi)]) {
      expect(message.trim(), key).not.toBe('');
      expect(message.normalize('NFC'), key).toBe(message);
    }
  });

  test('fill in the same places', () => {
    const places = (text: string) => [...new Set(text.match(/\$\d/g))].toSorted();
    for (const key of Object.keys(en))
      expect(places(vi[key]!.message), key).toEqual(places(en[key]!.message));
  });

  test('are not each other: what differs only by accident is named here', () => {
    const same = Object.keys(en).filter(
      (key) => en[key]!.message === vi[key]!.message && /\p{L}{3}/u.test(en[key]!.message),
    );
    const names = [
      'extensionName',
      // A specimen of type, and the product's name with its number.
      'settingsSample',
      'settingsVersion',
      ...same.filter((key) =>
        /^(Pressmark|English|Tiếng Việt|JSON|Alt\+Shift\+[SL]|\$\d.*)$/u.test(en[key]!.message),
      ),
    ];
    expect(same.filter((key) => !names.includes(key))).toEqual([]);
  });

  test('hold every key that the code uses', () => {
    const used = [...joined.matchAll(/\bt\(\s*'([^']+)'/g), ...joined.matchAll(/__MSG_(\w+)__/g)].map(
      (match) => match[1]!,
    );
    expect([...new Set(used)].filter((key) => !(key in en))).toEqual([]);
  });

  test('hold no key that nothing uses', () => {
    const unused = Object.keys(en).filter(
      (key) =>
        !new RegExp(`['"\`]${key}['"\`]`).test(joined) &&
        !joined.includes(`__MSG_${key}__`) &&
        !madeAtRunTime.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  test('have a sentence for every failure code', () => {
    const union = /export type ErrorCode =([^;]+);/.exec(joined)![1]!;
    const codes = [...union.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !(`error_${code}` in en))).toEqual([]);
  });
});
