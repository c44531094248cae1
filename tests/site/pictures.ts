/** Real pictures, drawn when asked for: the same path always gives the same bytes. */
import { crc32, deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';

const WIDTH = 720;
const HEIGHT = 480;

export interface DrawnPicture {
  type: string;
  bytes: Buffer;
}

/** A picture for a path by its ending; null where the sample paper has lost the file. */
export function pictureFor(path: string): DrawnPicture | null {
  if (path.includes('khong-con-nua')) return null;
  if (path.endsWith('.jpg'))
    return { type: 'image/jpeg', bytes: readFileSync(new URL('./picture.jpg', import.meta.url)) };
  if (path.endsWith('/logo.svg')) return { type: 'image/svg+xml', bytes: Buffer.from(LOGO) };
  if (path.endsWith('.svg')) return { type: 'image/svg+xml', bytes: Buffer.from(drawSvg()) };
  if (path.endsWith('.png')) return { type: 'image/png', bytes: drawPng(seedOf(path)) };
  if (path.endsWith('.gif'))
    return {
      type: 'image/gif',
      bytes: Buffer.from('R0lGODlhAQABAIAAAMzMzAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
    };
  return null;
}

function seedOf(path: string): number {
  let seed = 7;
  for (const character of path) seed = (seed * 31 + character.charCodeAt(0)) >>> 0;
  return seed;
}

/** Sky, sun, sea and sand, with hues and a horizon that follow from the seed. */
export function drawPng(seed: number): Buffer {
  const horizon = 170 + (seed % 120);
  const sunX = 90 + (seed % 540);
  const sunY = 60 + (seed % 70);
  const warmth = (seed % 80) - 40;
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    const row = y * (WIDTH * 3 + 1);
    for (let x = 0; x < WIDTH; x++) {
      const wave = Math.sin(x / 23 + y / 6 + seed) * 9;
      const dune = HEIGHT - 90 + Math.sin(x / 110 + (seed % 7)) * 34;
      let colour: [number, number, number];
      if (Math.hypot(x - sunX, y - sunY) < 32) colour = [250, 222, 160];
      else if (y < horizon) colour = [170 + warmth + y / 5, 196 + y / 9, 214 - warmth / 2];
      else if (y < dune) colour = [40 + wave, 110 + wave + (y - horizon) / 7, 132 + wave];
      else colour = [214 + wave / 2, 190 + wave / 2, 146];
      for (let c = 0; c < 3; c++)
        rows[row + 1 + x * 3 + c] = Math.max(0, Math.min(255, Math.round(colour[c]!)));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function drawSvg(): string {
  const stalls = ['Cá nục', 'Cá ngừ', 'Mực', 'Tôm'].map(
    (name, index) =>
      `<g transform="translate(${20 + index * 150} 60)"><rect width="130" height="200" rx="8" fill="#cfe3ea" stroke="#23576b"/><text x="65" y="105" text-anchor="middle" font-size="20" font-family="sans-serif">${name}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="630" height="320" viewBox="0 0 630 320"><rect width="630" height="320" fill="#f6f2e8"/>${stalls.join('')}</svg>`;
}

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="220" height="44" viewBox="0 0 220 44"><text x="0" y="34" font-size="34" font-weight="700" font-family="Noto Serif, serif" fill="#0b5f7a">Cửa Bể</text><path d="M128 36q8-8 16 0t16 0 16 0 16 0" fill="none" stroke="#0b5f7a" stroke-width="3"/></svg>';
