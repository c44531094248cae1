// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readWebArchiveAddress } from './web-archive';

const ORIGINAL = 'https://baobinhthuan.com.vn/phu-quy-92731.html';

describe('readWebArchiveAddress', () => {
  test.each([
    ['https://web.archive.org/web/20211124065500/', 'Wayback Machine', '2021-11-24T06:55:00Z'],
    ['https://web.archive.org/web/20211124065500id_/', 'Wayback Machine', '2021-11-24T06:55:00Z'],
    ['http://web.archive.org/web/20211124/', 'Wayback Machine', '2021-11-24T00:00:00Z'],
    ['https://web.archive.org/web/2021/', 'Wayback Machine', null],
    ['https://web.archive.org/web/', 'Wayback Machine', null],
    ['https://archive.ph/20211124065500/', 'archive.today', '2021-11-24T06:55:00Z'],
    ['https://archive.is/2021.11.24-065500/', 'archive.today', '2021-11-24T06:55:00Z'],
    ['https://archive.today/o/AbCd1/', 'archive.today', null],
    ['https://arquivo.pt/wayback/20211124065500/', 'Arquivo.pt', '2021-11-24T06:55:00Z'],
    ['https://arquivo.pt/noFrame/replay/20211124065500mp_/', 'Arquivo.pt', '2021-11-24T06:55:00Z'],
    ['https://wayback.archive-it.org/1234/20211124065500/', 'Archive-It', '2021-11-24T06:55:00Z'],
    ['https://web.archive.org/web/20211324065500/', 'Wayback Machine', null],
  ])('%s…', (prefix, service, archivedAt) => {
    const archiveUrl = prefix + ORIGINAL;
    expect(readWebArchiveAddress(archiveUrl)).toEqual({
      service,
      archiveUrl,
      originalUrl: ORIGINAL,
      archivedAt,
    });
  });

  test('mends what archives do to the original', () => {
    const original = (url: string) => readWebArchiveAddress(url)?.originalUrl;
    expect(original('https://web.archive.org/web/20211124065500/https:/a.vn/b?c=1#d')).toBe(
      'https://a.vn/b?c=1#d',
    );
    expect(original('https://web.archive.org/web/20211124065500/a.vn/b')).toBe('http://a.vn/b');
  });

  test.each([
    'https://web.archive.org/',
    'https://web.archive.org/web/20210000000000*/https://a.vn/',
    'https://archive.ph/AbCd1',
    'https://perma.cc/AB12-CD34',
    'https://baobinhthuan.com.vn/web/20211124065500/https://a.vn/',
    ORIGINAL,
    'not an address',
  ])('no copy: %s', (url) => {
    expect(readWebArchiveAddress(url)).toBeNull();
  });

  test('reads the original of a short link from the page', () => {
    const page = new DOMParser().parseFromString(
      `<link rel="canonical" href="https://archive.ph/2021.11.24-065500/${ORIGINAL}">`,
      'text/html',
    );
    expect(readWebArchiveAddress('https://archive.ph/AbCd1', page)).toMatchObject({
      originalUrl: ORIGINAL,
      archivedAt: '2021-11-24T06:55:00Z',
    });
  });
});
