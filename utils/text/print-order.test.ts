import { describe, expect, it } from 'vitest';
import { printOrder, printPlaces } from './print-order';

describe('who printed first', () => {
  it('is told to the minute where both give it, in whatever zone', () => {
    expect(printPlaces(['2026-03-05T08:00:00+07:00', '2026-03-05T00:30:00Z'])).toEqual(['later', 'first']);
  });

  it('is left open on the same day when one gives the day only, or both the same minute', () => {
    expect(printPlaces(['2026-03-05', '2026-03-05T06:55:00+07:00', '2026-03-06'])).toEqual([
      'sameDay',
      'sameDay',
      'later',
    ]);
    expect(printPlaces(['2026-03-05T06:55:00+07:00', '2026-03-04T23:55:00Z'])).toEqual([
      'sameDay',
      'sameDay',
    ]);
  });

  it('is certain from the day alone where the days differ; the day is that of Vietnam', () => {
    expect(printPlaces(['2026-03-06', '2026-03-05'])).toEqual(['later', 'first']);
    expect(printPlaces(['2026-03-05', '2026-03-04T18:00:00Z'])).toEqual(['sameDay', 'sameDay']);
  });

  it('says nothing where a date is missing or no date', () => {
    expect(printPlaces(['2026-03-05', null])).toEqual(['unknown', 'unknown']);
    expect(printPlaces([null, 'tháng ba', '2026-03-05', '2026-03-07'])).toEqual([
      'unknown',
      'unknown',
      'first',
      'later',
    ]);
  });

  it('orders by the latest moment each may mean, the dateless last', () => {
    expect(printOrder([null, '2026-03-06', '2026-03-05', '2026-03-05T10:00:00+07:00'])).toEqual([3, 2, 1, 0]);
  });
});
