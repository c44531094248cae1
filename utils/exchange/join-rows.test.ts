import { expect, test } from 'vitest';
import type { Article, Picture, StoredBlob } from '@/utils/db/records';
import { canonicalJson } from '@/utils/text/canonical-json';
import { chanceOf, type Chance } from '@/utils/testing/random';
import { joinBlobs, joinPictures, joinRows } from './join-rows';

const time = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;

/** Few values and few times, so that ties and collisions are common. */
function randomArticle(chance: Chance): Article {
  const list = () =>
    ['a', 'b', 'c', 'd'].filter(() => chance.next() < 0.5).toSorted(() => chance.next() - 0.5);
  const touched: Record<string, string> = {};
  for (const key of ['state', 'byHand', 'url', 'deletedAt', 'addresses'])
    if (chance.next() < 0.7) touched[key] = time(chance.below(4));
  return {
    id: 'x',
    addresses: list(),
    url: chance.pick(['u', 'v', null]),
    state: chance.pick(['inbox', 'kept', 'bin']),
    byHand: chance.pick([{}, { title: 't' }, { title: 's', lead: null }]),
    collections: list(),
    // As the verbs write it: a deletion is a change with its time.
    ...(touched['deletedAt'] && chance.next() < 0.7 ? { deletedAt: touched['deletedAt'] } : {}),
    ...(chance.next() < 0.4 ? { withdrawn: list() } : {}),
    ...(chance.next() < 0.8 ? { createdAt: time(chance.below(3)) } : {}),
    touched,
  } as unknown as Article;
}

const join = (a: Article, b: Article) => joinRows(a, b, ['addresses', 'collections', 'withdrawn']);

test('joining articles: order does not matter, and joining again changes nothing', () => {
  const chance = chanceOf(7);
  for (let round = 0; round < 5000; round += 1) {
    const [a, b] = [randomArticle(chance), randomArticle(chance)];
    const joined = canonicalJson(join(a, b));
    expect(canonicalJson(join(b, a))).toBe(joined);
    expect(canonicalJson(join(join(a, b), a))).toBe(joined);
    expect(canonicalJson(join(b, join(a, b)))).toBe(joined);
    expect(canonicalJson(join(a, a))).toBe(canonicalJson(a));
  }
});

test('three machines come to the same, whoever meets first', () => {
  const chance = chanceOf(8);
  for (let round = 0; round < 5000; round += 1) {
    const [a, b, c] = [randomArticle(chance), randomArticle(chance), randomArticle(chance)];
    expect(canonicalJson(join(join(a, b), c))).toBe(canonicalJson(join(a, join(b, c))));
  }
});

test('the later change wins field by field, both ways', () => {
  const base = { id: 'x', name: 'cũ', colour: '#000000', touched: { name: time(1), colour: time(1) } };
  const a = { ...base, name: 'mới', touched: { ...base.touched, name: time(3) } };
  const b = { ...base, colour: '#ffffff', touched: { ...base.touched, colour: time(2) } };
  expect(joinRows(a, b)).toEqual({
    id: 'x',
    name: 'mới',
    colour: '#ffffff',
    touched: { name: time(3), colour: time(2) },
  });
});

test('what nobody has changed is that of the row made first', () => {
  const made = { id: 'x', name: 'Nghiên cứu', createdAt: time(1), touched: {} };
  const later = { ...made, name: 'My study', createdAt: time(4) };
  expect(joinRows(later, made)).toEqual(made);
  expect(joinRows(made, later)).toEqual(made);
  const named = { ...later, name: 'Báo chí', touched: { name: time(5) } };
  expect(joinRows(made, named)).toEqual({ ...named, createdAt: time(1) });
});

test('a tombstone wins unless a field was changed after it', () => {
  const base = { id: 'x', comment: '', touched: { comment: time(1) } };
  const gone = { ...base, deletedAt: time(3), touched: { comment: time(1), deletedAt: time(3) } };
  const before = { ...base, comment: 'trước', touched: { comment: time(2) } };
  const after = { ...base, comment: 'sau', touched: { comment: time(4) } };
  const restored = { ...base, touched: { comment: time(1), deletedAt: time(5) } };
  expect(joinRows<typeof gone | typeof before>(before, gone)).toMatchObject({
    comment: 'trước',
    deletedAt: time(3),
  });
  expect(joinRows<typeof gone | typeof after>(after, gone)).not.toHaveProperty('deletedAt');
  expect(joinRows<typeof gone | typeof base>(gone, restored as typeof base)).not.toHaveProperty('deletedAt');
});

test('a kept picture wins over one that is waiting', () => {
  const waiting = { id: 'p', outcome: 'pending', attempts: 2 } as Picture;
  const kept = { id: 'p', outcome: 'kept', attempts: 1, blobSha: 'b' } as Picture;
  expect(joinPictures(waiting, kept)).toBe(kept);
  expect(joinPictures(kept, waiting)).toBe(kept);
});

test('of two gzips of the same page one is chosen, the same on both machines', () => {
  const blob = (bytes: number[]) =>
    ({ sha256: 'b', type: 't/t', compression: 'gzip', bytes: Uint8Array.from(bytes), size: 9 }) as StoredBlob;
  const [a, b, c] = [blob([1, 2, 3]), blob([1, 2]), blob([1, 1])];
  expect(joinBlobs(a, b)).toBe(b);
  expect(joinBlobs(b, a)).toBe(b);
  expect(joinBlobs(b, c)).toBe(c);
  expect(joinBlobs(c, b)).toBe(c);
});
