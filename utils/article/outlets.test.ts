import { expect, test } from 'vitest';
import { addressShape } from './address';
import { OUTLETS, outletForHost, pressOrigins } from './outlets';

test('knows a paper by its host and subdomains', () => {
  expect(OUTLETS[0]).toMatchObject({ hosts: ['baobinhthuan.com.vn'], pictureHosts: ['bbt.1cdn.vn'] });
  expect(outletForHost('www.baobinhthuan.com.vn')?.name).toBe('Báo Bình Thuận');
  expect(outletForHost('dttc.sggp.org.vn')?.name).toBe('Sài Gòn Giải Phóng');
  expect(outletForHost('ngoisao.vnexpress.net')?.name).toBe('Ngôi sao');
  expect(outletForHost('notbaobinhthuan.com.vn')).toBeNull();
  expect(outletForHost('example.org')).toBeNull();
  expect(outletForHost('localhost')).toBeNull();
});

test('asks for pages and pictures, each origin once', () => {
  const origins = pressOrigins();
  expect(origins).toContain('*://*.baobinhthuan.com.vn/*');
  expect(origins).toContain('*://*.bbt.1cdn.vn/*');
  expect(new Set(origins).size).toBe(origins.length);
  for (const origin of origins) expect(origin).toMatch(/^\*:\/\/\*\.[a-z\d-]+(?:\.[a-z\d-]+)+\/\*$/);
});

test('no host belongs to two outlets', () => {
  const hosts = OUTLETS.flatMap((outlet) => outlet.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
});

test('a paper that is not under .vn is known to the address rules all the same', () => {
  const abroad = OUTLETS.flatMap(({ hosts }) => hosts).filter((host) => !host.endsWith('.vn'));
  expect(abroad.length).toBeGreaterThan(3);
  for (const host of abroad)
    expect(addressShape(`https://${host}/xa-hoi-va-doi-song-hang-ngay`), host).toBe('listing');
});
