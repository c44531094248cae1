/** Strings as they are kept: NFC, one kind of blank, no invisible characters. */

/** Canonical composition; Vietnamese pages mix NFC and NFD, sometimes within one paragraph. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/** A blank other than a single space, or something invisible. */
const UNTIDY = /[\t-\r\u0085\u00A0\u00AD\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]| {2}/;

/**
 * One line of clean text: NBSP and line breaks become blanks, invisible characters (zero width space, soft hyphen, byte
 * order mark) go, runs of blanks become one, ends are trimmed, NFC.
 */
export function collapseBlanks(text: string): string {
  if (!UNTIDY.test(text)) return text.trim().normalize('NFC');
  return text
    .replace(/[\u200B\u00AD\uFEFF\u2060]/g, '')
    .replace(/[\s\u00A0\u0085]+/g, ' ')
    .trim()
    .normalize('NFC');
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  iexcl: '¡',
  cent: '¢',
  pound: '£',
  yen: '¥',
  sect: '§',
  copy: '©',
  reg: '®',
  trade: '™',
  laquo: '«',
  raquo: '»',
  shy: '\u00AD',
  deg: '°',
  plusmn: '±',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  iquest: '¿',
  times: '×',
  divide: '÷',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup2: '²',
  sup3: '³',
  euro: '€',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200C',
  zwj: '\u200D',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  oelig: 'œ',
  OElig: 'Œ',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  inodot: 'ı',
};

/** `agrave`, `Uuml`, `scaron`…: a letter and the name of a mark. */
const MARKS: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  cedil: '\u0327',
  caron: '\u030C',
  breve: '\u0306',
  ogon: '\u0328',
  macr: '\u0304',
  dot: '\u0307',
};

/** Windows-1252 as browsers read the references 128–159. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function codePoint(code: number): string | null {
  if (code >= 0x80 && code <= 0x9f) return C1[code - 0x80] ?? null;
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
  return String.fromCodePoint(code);
}

function named(name: string): string | null {
  const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (known !== undefined) return known;
  const match = /^([A-Za-z])([a-z]{3,5})$/.exec(name);
  const mark = match && Object.hasOwn(MARKS, match[2]!) ? MARKS[match[2]!] : undefined;
  if (!match || mark === undefined) return null;
  const letter = (match[1]! + mark).normalize('NFC');
  return letter.length === 1 ? letter : null;
}

/**
 * HTML character references decoded in a plain string: JSON-LD of OneCMS holds `Ph&#250; Qu&#253;`, which parsing JSON
 * leaves alone. Some systems encode twice (`&amp;#225;`), so a second round follows when the first changed something.
 * Unknown names stay as they are; tags are not touched.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const once = decodeOnce(text);
  return once !== text && /&(?:#\d+|#x[\da-f]+|[a-z]+\d?);/i.test(once) ? decodeOnce(once) : once;
}

function decodeOnce(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (decimal) return codePoint(Number.parseInt(decimal, 10)) ?? whole;
      if (hex) return codePoint(Number.parseInt(hex, 16)) ?? whole;
      return (name && named(name)) ?? whole;
    },
  );
}
