import { describe, expect, it } from 'vitest';
import { alignInSlices, alignTexts } from './align-texts';
import { diffUnits } from './diff-units';
import { heaviestChain } from './heaviest-chain';
import { placeHighlights, placeInSlices } from './place-highlights';
import { savedPartsOf } from './saved-parts';
import type { AnchorText, Part } from './types';

/** A small repeatable source of chance (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SYLLABLES =
  'nước lũ xã Tân Hòa mưa to dân cư đường tỉnh lộ cầu tạm gạo thuốc trường học sông bờ kè đê thủy lợi người già trẻ em xuồng ghe 1.257 hộ 12,5 ha “sơ tán” đêm qua sáng nay'.split(
    ' ',
  );

function textOf(lines: string[]): AnchorText {
  let at = 0;
  const blocks = lines.map((line, n) => {
    const block = { id: `b${n}`, start: at, end: at + line.length };
    at = block.end + 1;
    return block;
  });
  return { text: lines.join('\n'), blocks };
}

function paragraphs(next: (below: number) => number, count: number): string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + next(3) }, () => {
      const words = Array.from({ length: 8 + next(10) }, () => SYLLABLES[next(SYLLABLES.length)]!);
      return `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}.`;
    }).join(' '),
  );
}

function edited(next: (below: number) => number, lines: string[]): string[] {
  const kept = lines.filter(() => next(8) > 0);
  const changed = kept.map((line) =>
    line
      .split(' ')
      .flatMap((word) => {
        const roll = next(30);
        if (roll === 0) return [];
        if (roll === 1) return [word, SYLLABLES[next(SYLLABLES.length)]!];
        return roll === 2 ? [SYLLABLES[next(SYLLABLES.length)]!] : [word];
      })
      .join(' '),
  );
  if (next(2) === 0) changed.push(changed.shift() ?? 'Tin mới.');
  return changed.map((line) => (next(3) === 0 ? line.normalize('NFD') : line));
}

const wordsAt = ({ text }: AnchorText, parts: readonly Part[]) =>
  parts.map(({ start, end }) => text.slice(start, end).normalize('NFC'));

describe('heaviestChain', () => {
  it('keeps what weighs most in one order', () => {
    const links = [
      { at: 0, to: 5, weight: 3 },
      { at: 1, to: 0, weight: 2 },
      { at: 2, to: 1, weight: 2 },
      { at: 3, to: 6, weight: 1 },
    ];
    expect(heaviestChain(links)).toEqual([1, 2, 3]);
    expect(heaviestChain([])).toEqual([]);
  });
});

describe('diffUnits', () => {
  const units = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

  it.each([
    ['abcabba', 'cbabac', 5],
    ['', 'abc', 3],
    ['same', 'same', 0],
    ['kitten', 'sitting', 5],
  ])('%s → %s takes %i edits, and its runs are equal letters in order', (one, other, edits) => {
    const runs: [number, number, number][] = [];
    const [a, b] = [units(one), units(other)];
    const found = diffUnits(a, 0, a.length, b, 0, b.length, 99, (...run) => runs.push(run));
    expect(found).toBe(edits);
    const kept = runs.reduce((sum, [, , length]) => sum + length, 0);
    expect(a.length + b.length - 2 * kept).toBe(edits);
    for (const [at, to, length] of runs)
      expect(one.slice(at, at + length)).toBe(other.slice(to, to + length));
  });

  it('gives up beyond the limit', () => {
    const [a, b] = [units('abcdef'), units('uvwxyz')];
    expect(diffUnits(a, 0, 6, b, 0, 6, 4)).toBe(-1);
  });
});

describe('alignTexts', () => {
  it('is one to one, the same in both directions, and only between equal letters', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = chance(seed);
      const lines = paragraphs(next, 3 + next(10));
      const { saved, live, to, from } = alignTexts(textOf(lines), textOf(edited(next, lines)));
      const isSound = (at: number) => {
        const unit = live.units[to[at]!]!;
        // A blank may stand where a border of blocks was.
        return from[to[at]!] === at && (unit === saved.units[at] || (unit <= 32 && saved.units[at]! <= 32));
      };
      const astray = [...to.keys()].filter((at) => to[at]! >= 0 && !isSound(at));
      const unanswered = [...from.keys()].filter((at) => from[at]! >= 0 && to[from[at]!] !== at);
      expect([astray, unanswered]).toEqual([[], []]);
    }
  });

  it('gives the same in slices, pausing between them, and stops when told to', async () => {
    const next = chance(5);
    const lines = paragraphs(next, 30);
    const [saved, live] = [textOf(lines), textOf(edited(next, lines))];
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const options = { pause, milliseconds: 0 };
    const sliced = await alignInSlices(saved, live, options);
    const whole = alignTexts(saved, live);
    expect(sliced.to).toEqual(whole.to);
    expect(pauses).toBeGreaterThan(10);
    const highlights = saved.blocks.map(({ id, start, end }) => ({
      id,
      parts: [{ blockId: id, start, end }],
    }));
    expect(await placeInSlices(sliced, highlights, options)).toEqual(
      placeHighlights(saved, live, highlights),
    );
    const control = new AbortController();
    const aborted = alignInSlices(saved, live, {
      milliseconds: 0,
      signal: control.signal,
      pause: () => Promise.resolve(control.abort(new Error('gone'))),
    });
    await expect(aborted).rejects.toThrow('gone');
  });

  it('takes texts without letters', () => {
    const none = { text: '', blocks: [] };
    expect(alignTexts(none, none).isSame).toBe(true);
    expect(alignTexts(textOf(['', ' ']), none).pairs).toEqual([]);
    expect(alignTexts(none, textOf(['Có chữ.'])).settled).toBe(0);
  });
});

describe('savedPartsOf', () => {
  it('leads a placed highlight back to where it was made', () => {
    let led = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const next = chance(seed);
      const lines = paragraphs(next, 6 + next(8));
      const [saved, live] = [textOf(lines), textOf(edited(next, lines))];
      const alignment = alignTexts(saved, live);
      for (const { id, start, end } of saved.blocks) {
        const part = { blockId: id, start: start + next(20), end: end - next(20) };
        const [placed] = placeHighlights(saved, live, [{ id, parts: [part] }], alignment);
        if (placed!.verdict !== 'exact' && placed!.verdict !== 'moved') continue;
        const { parts, missing } = savedPartsOf(alignment, placed!.parts);
        expect(missing).toEqual([]);
        expect(wordsAt(saved, parts!)).toEqual([saved.text.slice(part.start, part.end).trim()]);
        led += 1;
      }
    }
    expect(led).toBeGreaterThan(5);
  });

  it('says which part of a selection the saved text lacks', () => {
    const lines = [
      'Sáng nay hàng trăm tàu cá rời cảng ra khơi.',
      'Giá cá ngừ hôm qua là 42.000 đồng một cân.',
    ];
    const saved = textOf(lines);
    const live = textOf([lines[0]!, 'Quảng cáo: mua một tặng một.', lines[1]!]);
    const whole = live.blocks.map(({ id, start, end }) => ({ blockId: id, start, end }));
    const { parts, missing } = savedPartsOf(alignTexts(saved, live), whole);
    expect(wordsAt(saved, parts!)).toEqual(lines);
    expect(missing).toEqual([whole[1]]);
    expect(savedPartsOf(alignTexts(saved, live), [whole[1]!]).parts).toBeNull();
  });
});
