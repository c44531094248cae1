/**
 * The text of a file whose encoding nobody states: UTF-8, UTF-16 with or without its mark, or one of the two Windows code
 * pages that lists from Vietnamese offices come in.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // No UTF-8, so letters beyond ASCII stand for one byte each.
  }
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  return isVietnamese(vietnamese) ? vietnamese : new TextDecoder('windows-1252').decode(bytes);
}

/** By its mark, or by the empty bytes that plain letters have in it. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const looked = Math.min(bytes.length, 2_000);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > looked / 5 && even < odd / 10) return 'utf-16le';
  return even > looked / 5 && odd < even / 10 ? 'utf-16be' : null;
}

/** In windows-1258 tones are signs of their own; put on their vowels none is left over. Elsewhere they are letters. */
function isVietnamese(decoded: string): boolean {
  if (/\p{M}/u.test(decoded)) return false;
  return /[\u1EA0-\u1EF9đĐơƠưƯ]/u.test(decoded);
}
