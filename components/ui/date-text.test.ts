import { describe, expect, it } from 'vitest';
import { dateText, parseDateText } from './date-text';

describe('parseDateText', () => {
  it.each([
    ['24/11/2021 06:55', '2021-11-24T06:55:00+07:00'],
    ['24/11/2021, 06:55', '2021-11-24T06:55:00+07:00'],
    ['06:55 24-11-2021', '2021-11-24T06:55:00+07:00'],
    ['6h05 ngày 4.1.2021', '2021-01-04T06:05:00+07:00'],
    ['ngày 24 tháng 11 năm 2021', '2021-11-24'],
    ['Thứ tư, 22/10/2025, 19:25 (GMT+7)', '2025-10-22T19:25:00+07:00'],
    ['2021-11-24', '2021-11-24'],
    ['2021-11-24T06:55:00Z', '2021-11-24T06:55:00+00:00'],
    ['2021-11-24T06:55:12+02:00', '2021-11-24T06:55:12+02:00'],
    ['2021-11-24T06:55:12-0530', '2021-11-24T06:55:12-05:30'],
  ])('reads %s', (typed, iso) => expect(parseDateText(typed)).toBe(iso));

  it.each(['', 'hôm qua', '31/02/2021', '11/24/2021', '24/11/2021 25:00', '24/11/21', '24/11/2021 7'])(
    'refuses %s',
    (typed) => expect(parseDateText(typed)).toBeNull(),
  );

  it('writes what it reads', () => {
    for (const iso of ['2021-11-24T06:55:00+07:00', '2021-11-24', '2021-11-24T06:55:00+02:00'])
      expect(parseDateText(dateText(iso))).toBe(iso);
    expect(dateText(null)).toBe('');
  });
});
