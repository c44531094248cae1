/** Rows of the word index are sealed, so that damage is found. */
import { sha256Hex } from '@/utils/text/digest';

/** SHA-256 of a segment's rows, keys and bytes, in the order of keys. */
export async function sealOf(rows: readonly { key: string; bytes: Uint8Array }[]): Promise<string> {
  const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const parts = sorted.flatMap(({ key, bytes }) => [new TextEncoder().encode(key), bytes]);
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return sha256Hex(all);
}
