/**
 * JSON with one spelling only: keys sorted by UTF-16 code unit, no blanks, `undefined` members left out. Two equal values
 * give the same bytes, so hashes and exported archives can be compared (in the spirit of RFC 8785).
 * @throws TypeError for values JSON cannot hold (NaN, infinities, functions, bigint, cycles through JSON.stringify).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonicalJson: not a finite number');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
  }
  if (typeof value === 'object') {
    const row = value as Record<string, unknown>;
    const members = Object.keys(row)
      .filter((key) => row[key] !== undefined)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(row[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`canonicalJson: ${typeof value} has no JSON form`);
}
