/**
 * Colours of codes. A code keeps any #rrggbb; on a text it is painted in the nearest of a few slots, since every slot is
 * one `Highlight` (hundreds are slow). Slots are see-through, so that overlapping highlights darken, and stay so light
 * (or, in the dark, so faint) that three on top of each other leave the text readable; `colours.test.ts` measures it.
 */
export const CODE_COLOURS = [
  '#f2c744',
  '#7fb8e6',
  '#8fce9a',
  '#f0a36b',
  '#c9a3e8',
  '#f29bb2',
  '#6fd0c8',
  '#c8cf62',
  '#d3a785',
  '#a9b4c2',
] as const;

/** Of coders: dark enough for white initials. `#8a2b1d` is the first coder's. */
export const CODER_COLOURS = [
  '#8a2b1d',
  '#1d5c8a',
  '#2f6b3a',
  '#7a4a12',
  '#5b3a8c',
  '#9a2a62',
  '#1f6b69',
  '#4d5561',
] as const;

/** The slot of a highlight without a code. */
export const PLAIN_SLOT: number = CODE_COLOURS.length;
export const SLOT_COLOURS: readonly string[] = [...CODE_COLOURS, '#b8b09c'];

export const LIGHT_ALPHA = 0.55;
export const DARK_ALPHA = 0.175;

export type Rgb = [number, number, number];

/** `#rrggbb` or `#rgb` as numbers; null for anything else. */
export function parseColour(colour: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (short) return short.slice(1).map((digit) => parseInt(digit + digit, 16)) as Rgb;
  return long ? (long.slice(1).map((pair) => parseInt(pair, 16)) as Rgb) : null;
}

/** OKLab: distances in it are what eyes see. */
function lab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Chroma above which one colour is not more colourful than another: slots are pale, people pick loud colours. */
const STRONG = 0.1;

const SLOT_LABS = SLOT_COLOURS.map((colour) => lab(parseColour(colour)!));

/**
 * The slot whose colour looks most like `colour`: hue and strength count more than lightness, so that a dark red is still
 * painted red. What is no colour at all goes to the plain slot.
 */
export function slotOf(colour: string | null | undefined): number {
  const rgb = colour ? parseColour(colour) : null;
  if (!rgb) return PLAIN_SLOT;
  const [light, a, b] = lab(rgb);
  let best = PLAIN_SLOT;
  let least = Infinity;
  for (const [slot, [otherLight, otherA, otherB]] of SLOT_LABS.entries()) {
    // Directions of hue are compared by the angle where both have one: pale and strong of one hue belong together.
    const chroma = Math.min(STRONG, Math.hypot(a, b));
    const otherChroma = Math.min(STRONG, Math.hypot(otherA, otherB));
    const angle =
      chroma > 0.03 && otherChroma > 0.03
        ? Math.acos(
            Math.min(
              1,
              Math.max(-1, (a * otherA + b * otherB) / (Math.hypot(a, b) * Math.hypot(otherA, otherB))),
            ),
          )
        : 0;
    const distance = (light - otherLight) ** 2 * 0.05 + (chroma - otherChroma) ** 2 + (angle * 0.15) ** 2;
    if (distance < least) {
      least = distance;
      best = slot;
    }
  }
  return best;
}
