/** Two short stretches of units, compared letter by letter (Myers, O(ND)). */

let trace = new Int32Array(64 * 64);

/**
 * Finds the shortest edit from `a[a0..a1)` to `b[b0..b1)` and calls `emit` for every run of equal units, last run first.
 * @param most longer edits are not looked for
 * @returns units inserted plus units deleted, or -1 when that is more than `most`; then nothing was emitted
 */
export function diffUnits(
  a: Uint16Array,
  a0: number,
  a1: number,
  b: Uint16Array,
  b0: number,
  b1: number,
  most: number,
  emit?: (at: number, to: number, length: number) => void,
): number {
  let head = 0;
  while (a0 + head < a1 && b0 + head < b1 && a[a0 + head] === b[b0 + head]) head += 1;
  let tail = 0;
  while (a1 - tail > a0 + head && b1 - tail > b0 + head && a[a1 - 1 - tail] === b[b1 - 1 - tail]) tail += 1;
  const n = a1 - a0 - head - tail;
  const m = b1 - b0 - head - tail;
  const x0 = a0 + head;
  const y0 = b0 + head;
  let edits = -1;
  if (n === 0 || m === 0) edits = n + m <= most ? n + m : -1;
  else if (Math.abs(n - m) <= most) edits = search(a, x0, n, b, y0, m, Math.min(most, n + m));
  if (edits < 0) return -1;
  if (!emit) return edits;
  if (tail > 0) emit(a1 - tail, b1 - tail, tail);
  if (n > 0 && m > 0) walkBack(x0, n, y0, m, edits, emit);
  if (head > 0) emit(a0, b0, head);
  return edits;
}

/** Row d of the trace starts at d² and holds the furthest x on diagonals -d…d. */
function search(
  a: Uint16Array,
  x0: number,
  n: number,
  b: Uint16Array,
  y0: number,
  m: number,
  most: number,
): number {
  if ((most + 1) ** 2 > trace.length) trace = new Int32Array((most + 2) ** 2);
  for (let d = 0; d <= most; d += 1) {
    const row = d * d + d;
    const last = d === 0 ? 0 : (d - 1) * (d - 1) + d - 1;
    for (let k = -d; k <= d; k += 2) {
      let x = 0;
      if (d > 0) {
        const isDown = k === -d || (k !== d && trace[last + k - 1]! < trace[last + k + 1]!);
        x = isDown ? trace[last + k + 1]! : trace[last + k - 1]! + 1;
      }
      let y = x - k;
      if (x <= n && y <= m)
        while (x < n && y < m && a[x0 + x] === b[y0 + y]) {
          x += 1;
          y += 1;
        }
      trace[row + k] = x;
      if (x >= n && y >= m && x - y === n - m) return d;
    }
  }
  return -1;
}

function walkBack(
  x0: number,
  n: number,
  y0: number,
  m: number,
  edits: number,
  emit: (at: number, to: number, length: number) => void,
): void {
  let x = n;
  let y = m;
  for (let d = edits; d > 0; d -= 1) {
    const last = (d - 1) * (d - 1) + d - 1;
    const k = x - y;
    const isDown = k === -d || (k !== d && trace[last + k - 1]! < trace[last + k + 1]!);
    const fromX = isDown ? trace[last + k + 1]! : trace[last + k - 1]!;
    const fromY = fromX - (isDown ? k + 1 : k - 1);
    const stepX = isDown ? fromX : fromX + 1;
    if (x > stepX) emit(x0 + stepX, y0 + stepX - k, x - stepX);
    x = fromX;
    y = fromY;
  }
  if (x > 0) emit(x0, y0, x);
}
