import { describe, expect, it } from 'vitest';
import { makeCapture } from '@/utils/testing/captures';
import type { Field, Metadata } from '../types';
import { compareVersions } from './compare-versions';
import type { VersionSide } from './types';

type Head = { authors?: Partial<Field<string[]>>; published?: Partial<Field<string>> };

/** The page as it says its head at a time. */
function page({ authors, published }: Head = {}, capturedAt?: string): VersionSide {
  const capture = makeCapture();
  const metadata: Metadata = {
    ...capture.metadata,
    authors: { ...capture.metadata.authors, source: 'selector:.author', ...authors },
    published: { ...capture.metadata.published, source: 'json-ld:datePublished', ...published },
  };
  return { ...capture, metadata, ...(capturedAt && { capturedAt }) };
}

const difference = (from: Head, to: Head) => compareVersions(page(from), page(to));
const by = (...value: string[]): Head => ({ authors: { value } });
const at = (value: string, more: Partial<Field<string>> = {}): Head => ({ published: { value, ...more } });

describe('the byline', () => {
  it('that names another writer is a name that changed', () => {
    const found = difference(by('Đình Nhượng'), by('Minh Vân'));
    expect(found).toMatchObject({ grade: 'figures', gone: ['Đình Nhượng'], came: ['Minh Vân'] });
    expect(found.counts).toMatchObject({ byline: true, date: false, edited: 0 });
  });

  it('may come or go as a whole', () => {
    const none: Head = { authors: { value: null, state: 'notFound', source: null } };
    expect(difference(by('Đình Nhượng'), none)).toMatchObject({ grade: 'figures', gone: ['Đình Nhượng'] });
    expect(difference(none, by('Minh Vân'))).toMatchObject({ grade: 'figures', came: ['Minh Vân'] });
  });

  it.each<[string, Head, Head]>([
    ['set in capitals, with its tone mark elsewhere', by('Trần Hòa'), by('TRẦN HOÀ')],
    ['with its names in another order', by('Mai Quế', 'Thu Hà'), by('Thu Hà', 'Mai Quế')],
    ['read in another place', by('Admin'), { authors: { value: ['Mai Quế'], source: 'meta:author' } }],
    [
      'that stood there before, too',
      { authors: { value: ['Mai Quế'], candidates: [{ value: ['Thu Hà'], source: 'x' }] } },
      { authors: { value: ['Thu Hà'], candidates: [{ value: ['Mai Quế'], source: 'x' }] } },
    ],
    ['corrected by a person', by('Mai Quế'), { authors: { value: ['Thu Hà'], state: 'byHand' } }],
  ])('%s is the same', (_, from, to) => {
    expect(difference(from, to).grade).toBeNull();
  });
});

describe('the date of print', () => {
  it.each([
    ['2026-03-05T06:55:00+07:00', '2026-03-05T09:10:00+07:00'],
    ['2026-03-05', '2026-03-07'],
  ])('%s put to %s is a figure that changed', (from, to) => {
    const found = difference(at(from), at(to));
    expect(found.grade).toBe('figures');
    expect(found.counts).toMatchObject({ byline: false, date: true });
  });

  it.each<[string, Head, Head]>([
    ['told in another zone', at('2026-03-05T06:55:00+07:00'), at('2026-03-04T23:55:00Z')],
    ['without its hour', at('2026-03-05T06:55:00+07:00'), at('2026-03-05')],
    ['with midnight for its hour', at('2026-03-05T00:00:00+07:00'), at('2026-03-05T06:55:00+07:00')],
    ['read in another place', at('2026-03-05'), at('2026-03-09', { source: 'meta:date' })],
    [
      'that is an update',
      at('2026-03-05', { printed: 'Cập nhật 5/3/2026' }),
      at('2026-03-09', { printed: 'Cập nhật 9/3/2026' }),
    ],
    [
      'that is only found now',
      { published: { value: null, source: null, state: 'notFound' } },
      at('2026-03-09'),
    ],
  ])('%s is the same', (_, from, to) => {
    expect(difference(from, to).grade).toBeNull();
  });

  it('is not the clock of a page, which tells the hour of each visit', () => {
    const visit = (day: string, hour: string) =>
      page(at(`${day}T${hour}:00+07:00`), `${day}T${hour}:20+07:00`);
    expect(compareVersions(visit('2026-03-05', '06:55'), visit('2026-03-09', '21:10')).grade).toBeNull();
    const today = (day: string) => page(at(day), `${day}T08:00:00+07:00`);
    expect(compareVersions(today('2026-03-05'), today('2026-03-09')).grade).toBeNull();
    expect(compareVersions(today('2026-03-05'), page(at('2026-03-07'), '2026-03-19T08:00:00Z')).grade).toBe(
      'figures',
    );
  });
});
