import { describe, expect, it } from 'vitest';
import { readAddresses } from './read-addresses';

const texts = (text: string, isTable = false) =>
  readAddresses(text, isTable).addresses.map((one) => one.text);

describe('a list of addresses', () => {
  it('has one in a line, blank lines counted, anything else as it is', () => {
    const read = readAddresses(
      'https://a.vn/1\r\n\r\n  \njavascript:alert(1)\rkhông phải địa chỉ\nb.vn/tin-2.html\n',
    );
    expect(read).toEqual({
      addresses: [
        { text: 'https://a.vn/1', title: '', line: 1 },
        { text: 'javascript:alert(1)', title: '', line: 4 },
        { text: 'không phải địa chỉ', title: '', line: 5 },
        { text: 'b.vn/tin-2.html', title: '', line: 6 },
      ],
      blankLines: 2,
    });
  });

  it('is found in prose, without the signs of the sentence; commas inside an address stay', () => {
    expect(readAddresses('1. Rừng dương chắn cát – https://a.vn/x,1-23.html.').addresses).toEqual([
      { text: 'https://a.vn/x,1-23.html', title: 'Rừng dương chắn cát', line: 1 },
    ]);
    expect(texts('xem (https://a.vn/1), “https://b.vn/2”; https://c.vn/3,https://d.vn/4')).toEqual([
      'https://a.vn/1',
      'https://b.vn/2',
      'https://c.vn/3',
      'https://d.vn/4',
    ]);
  });

  it('is the column with the most addresses of a table, whatever its place; its head is no address', () => {
    const csv =
      'STT;Tiêu đề;Ảnh;Liên kết\r\n1;"Rừng; dương";https://p.vn/1.jpg;https://a.vn/1\r\n2;Bể;;https://a.vn/2\r\n3;Hỏng;;mất\r\n';
    expect(readAddresses(csv).addresses).toEqual([
      { text: 'https://a.vn/1', title: 'Rừng; dương', line: 2 },
      { text: 'https://a.vn/2', title: 'Bể', line: 3 },
      { text: 'mất', title: 'Hỏng', line: 4 },
    ]);
    expect(texts('https://a.vn/1\t5/3\nhttps://a.vn/2\t6/3')).toEqual(['https://a.vn/1', 'https://a.vn/2']);
    expect(texts('https://a.vn/1,2026\nhttps://a.vn/2,2025', true)).toEqual([
      'https://a.vn/1',
      'https://a.vn/2',
    ]);
  });

  it('of a table that is broken is read line by line', () => {
    expect(texts('"url\nhttps://a.vn/1', true)).toEqual(['"url', 'https://a.vn/1']);
    expect(readAddresses('')).toEqual({ addresses: [], blankLines: 0 });
  });

  it('of 50,000 lines is read soon, and so is one long line', () => {
    const long = Array.from({ length: 50_000 }, (_, n) => `https://a.vn/bai-${n}.html`);
    expect(texts(long.join('\n'))).toEqual(long);
    expect(texts(`https://a.vn/${'.,'.repeat(20_000)}`)).toHaveLength(1);
  }, 30_000);
});
