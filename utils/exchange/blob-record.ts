/** Blobs in the file: the stored bytes (a gzip stays the very gzip it was) in pieces of base64. */
import { canonicalJson } from '@/utils/text/canonical-json';
import type { StoredBlob } from '@/utils/db/records';
import { decodeBase64, encodeBase64 } from './base64';

/** A multiple of three, so that the pieces joined are base64 of the whole. */
export const PIECE_BYTES = 768 * 1024;

/** The record's text in parts: a large picture never stands in memory as one text. */
export function* blobText(blob: StoredBlob): Generator<string> {
  const { bytes, ...rest } = blob;
  yield '{"bytes":[';
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    yield `${at > 0 ? ',' : ''}"${encodeBase64(bytes.subarray(at, at + PIECE_BYTES))}"`;
  // "bytes" sorts before every other member, so the rest can follow as it is.
  yield `],${canonicalJson(rest).slice(1)}`;
}

/** Bytes of the pieces. @throws TypeError unless all of them are base64 */
export function joinPieces(pieces: string[]): Uint8Array {
  const decoded = pieces.map(decodeBase64);
  const bytes = new Uint8Array(decoded.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of decoded) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
