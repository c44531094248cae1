/**
 * Joining two copies of a row. Promise: the order of joining does not matter and joining again changes nothing, so two
 * machines that exchange their files come to the same rows. Nothing here looks at who is "here" and who is "there".
 */
import { canonicalJson } from '@/utils/text/canonical-json';
import type { Picture, StoredBlob, Touched } from '@/utils/db/records';

interface Editable {
  touched: Touched;
  createdAt?: string;
  deletedAt?: string;
}

const spell = (value: unknown) => (value === undefined ? '' : canonicalJson(value));

/** The greater of two texts by UTF-16 code unit. */
const isGreater = (a: string, b: string) => a > b;

/**
 * Joins field by field: the later change wins, at the same time the value whose canonical JSON is greater. A field that nobody
 * has changed on either side is that of the row made first, whose `createdAt` stands. Fields named in `sets` are joined as
 * sets (sorted). A row deleted on one side stays deleted unless a field was changed after that.
 */
export function joinRows<Row extends Editable>(
  a: Row,
  b: Row,
  sets: readonly (keyof Row & string)[] = [],
): Row {
  const one = a as unknown as Record<string, unknown>;
  const two = b as unknown as Record<string, unknown>;
  const joined: Record<string, unknown> = {};
  const touched: Touched = {};
  for (const key of new Set([...Object.keys(a.touched), ...Object.keys(b.touched)])) {
    const [left, right] = [a.touched[key] ?? '', b.touched[key] ?? ''];
    touched[key] = isGreater(left, right) ? left : right;
  }
  const madeFirst = (a.createdAt ?? '') === (b.createdAt ?? '') ? null : isEarlier(a, b) ? one : two;
  for (const key of new Set([...Object.keys(one), ...Object.keys(two)])) {
    if (key === 'touched') continue;
    const [left, right] = [spell(one[key]), spell(two[key])];
    if (left === right) joined[key] = one[key];
    else if ((sets as readonly string[]).includes(key)) joined[key] = union(one[key], two[key]);
    else {
      const [leftAt, rightAt] = [a.touched[key] ?? '', b.touched[key] ?? ''];
      const untouched = leftAt === '' && rightAt === '' ? madeFirst : null;
      const leftWins = untouched
        ? untouched === one
        : leftAt === rightAt
          ? isGreater(left, right)
          : isGreater(leftAt, rightAt);
      joined[key] = leftWins ? one[key] : two[key];
    }
    if (joined[key] === undefined) delete joined[key];
  }
  const lastEdit = Object.entries(touched)
    .filter(([key]) => key !== 'deletedAt')
    .reduce((last, [, at]) => (isGreater(at, last) ? at : last), '');
  const deletedAt = touched.deletedAt ?? joined.deletedAt;
  if (spell(a) !== spell(b) && typeof deletedAt === 'string' && lastEdit > deletedAt) delete joined.deletedAt;
  return { ...joined, touched } as unknown as Row;
}

/** A row that does not say when it was made comes last. */
function isEarlier(a: Editable, b: Editable): boolean {
  return a.createdAt !== undefined && (b.createdAt === undefined || isGreater(b.createdAt, a.createdAt));
}

function union(a: unknown, b: unknown): string[] {
  return [
    ...new Set([...((a as string[] | undefined) ?? []), ...((b as string[] | undefined) ?? [])]),
  ].toSorted();
}

const FARTHEST: Picture['outcome'][] = ['pending', 'permissionNeeded', 'refused', 'kept'];

/** Pictures carry no change times: the row that came farthest wins, whole. */
export function joinPictures(a: Picture, b: Picture): Picture {
  const [left, right] = [FARTHEST.indexOf(a.outcome), FARTHEST.indexOf(b.outcome)];
  if (left !== right) return left > right ? a : b;
  if (a.attempts !== b.attempts) return a.attempts > b.attempts ? a : b;
  return isGreater(spell(a), spell(b)) ? a : b;
}

/**
 * The same bytes kept in two ways (another browser's gzip): the shorter, then the lesser, is kept. Bytes that one side let go
 * come back from the other; where both did, the earlier time stands.
 */
export function joinBlobs(a: StoredBlob, b: StoredBlob): StoredBlob {
  if (a.releasedAt !== b.releasedAt) {
    if (!a.releasedAt || !b.releasedAt) return a.releasedAt ? b : a;
    return isGreater(a.releasedAt, b.releasedAt) ? b : a;
  }
  if (a.bytes.length !== b.bytes.length) return a.bytes.length < b.bytes.length ? a : b;
  for (let at = 0; at < a.bytes.length; at += 1) {
    const [left, right] = [a.bytes[at]!, b.bytes[at]!];
    if (left !== right) return left < right ? a : b;
  }
  const head = (blob: StoredBlob) => spell([blob.type, blob.compression, blob.size]);
  return isGreater(head(a), head(b)) ? b : a;
}
