import { describe, expect, test } from 'vitest';
import {
  CODE_COLOURS,
  DARK_ALPHA,
  LIGHT_ALPHA,
  parseColour,
  PLAIN_SLOT,
  SLOT_COLOURS,
  slotOf,
  type Rgb,
} from './colours';

const luminance = (rgb: Rgb) => {
  const [r, g, b] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: Rgb, other: Rgb) => {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
const over = (top: Rgb, alpha: number, ground: Rgb): Rgb =>
  top.map((value, n) => value * alpha + ground[n]! * (1 - alpha)) as Rgb;

const THEMES: { name: string; paper: string; ink: string; alpha: number }[] = [
  { name: 'light', paper: '#fbfaf7', ink: '#1d1b16', alpha: LIGHT_ALPHA },
  { name: 'dark', paper: '#191815', ink: '#ece8de', alpha: DARK_ALPHA },
];

describe.each(THEMES)('in the $name theme', ({ paper, ink, alpha }) => {
  test.each(SLOT_COLOURS)(
    'text stays readable under %s, also where three highlights lie on each other',
    (colour) => {
      let ground = parseColour(paper)!;
      for (let layers = 1; layers <= 3; layers += 1) {
        ground = over(parseColour(colour)!, alpha, ground);
        expect(contrast(ground, parseColour(ink)!), `${layers} layers`).toBeGreaterThanOrEqual(
          layers === 1 ? 7 : 4.5,
        );
      }
    },
  );
});

describe('slotOf', () => {
  test('every colour of the palette has its own slot', () => {
    expect(CODE_COLOURS.map(slotOf)).toEqual(CODE_COLOURS.map((_, slot) => slot));
  });

  test.each([
    ['#e0004d', '#f29bb2'],
    ['#0000aa', '#7fb8e6'],
    ['#00FF00', '#8fce9a'],
    ['#ffd400', '#f2c744'],
    ['#6a0dad', '#c9a3e8'],
    ['#fc0', '#f2c744'],
  ])('%s is painted like %s', (colour, slot) => {
    expect(SLOT_COLOURS[slotOf(colour)]).toBe(slot);
  });

  test('no colour, no code: the plain slot', () => {
    for (const nothing of [null, undefined, '', 'red', '#12', '#1234567'])
      expect(slotOf(nothing)).toBe(PLAIN_SLOT);
  });
});
