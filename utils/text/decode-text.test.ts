import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';

const LINE = 'https://a.vn/1,Đường về bể\r\n';

function utf16(text: string, isBig: boolean, withMark: boolean): Uint8Array {
  const units = Array.from((withMark ? '\ufeff' : '') + text, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

/** A code page has no encoder in the platform: the table is turned round. */
function inCodePage(name: string, text: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1)
    table.set(new TextDecoder(name).decode(new Uint8Array([byte])), byte);
  return Uint8Array.from(Array.from(text), (letter) => table.get(letter)!);
}

describe('the text of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(LINE)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${LINE}`)],
    ['UTF-16 little-endian', utf16(LINE, false, true)],
    ['UTF-16 big-endian', utf16(LINE, true, true)],
    ['UTF-16 without a mark', utf16(LINE, false, false)],
    ['UTF-16 big-endian without a mark', utf16(LINE, true, false)],
    // As Windows types it: the letters of the page, then the tone.
    ['windows-1258', inCodePage('windows-1258', 'https://a.vn/1,Đươ\u0300ng vê\u0300 bê\u0309\r\n')],
  ])('in %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(LINE);
  });

  it('in windows-1252, where the same bytes are other letters', () => {
    const french = 'https://a.fr/1;Ça a été décidé à Hué, où tout rêve';
    expect(decodeText(inCodePage('windows-1252', french))).toBe(french);
  });

  it('of nothing', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });
});
