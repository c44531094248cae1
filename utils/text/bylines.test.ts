import { describe, expect, test } from 'vitest';
import { parseByline } from './bylines';

const AUTHORS: [string, string[]][] = [
  ['Đình Nhượng', ['Đình Nhượng']],
  ['\u00a0Đình Nhượng ', ['Đình Nhượng']],
  ['MAI QUẾ', ['MAI QUẾ']],
  ['THÁI BÁ DŨNG'.normalize('NFD'), ['THÁI BÁ DŨNG']],
  ['HẢI ĐĂNG - THU HÀ', ['HẢI ĐĂNG', 'THU HÀ']],
  ['Ngọc Lân, Đình Nhượng', ['Ngọc Lân', 'Đình Nhượng']],
  ['Ngọc Lân và Đình Nhượng', ['Ngọc Lân', 'Đình Nhượng']],
  ['Ngọc Lân & Đình Nhượng', ['Ngọc Lân', 'Đình Nhượng']],
  ['Ngọc Lân – Đình Nhượng', ['Ngọc Lân', 'Đình Nhượng']],
  ['Bài, ảnh: Đình Nhượng', ['Đình Nhượng']],
  ['Bài và ảnh: N. Lân', ['N. Lân']],
  ['Tin và ảnh: Nam Giang', ['Nam Giang']],
  ['Tin: Tường Minh - Ảnh: Đỗ Hiền', ['Tường Minh', 'Đỗ Hiền']],
  ['Thực hiện: Hải Đăng', ['Hải Đăng']],
  ['Nội dung: Lan Anh - Thiết kế: Thu Hà', ['Lan Anh']],
  ['Tác giả: Đình Nhượng', ['Đình Nhượng']],
  ['TS TRẦN HỮU HIỆP', ['TS TRẦN HỮU HIỆP']],
  ['ĐAN THUẦN - CHÍ KIÊN - MEDIA', ['ĐAN THUẦN', 'CHÍ KIÊN']],
  ['K.H', ['K.H']],
  ['T.T.D', ['T.T.D']],
  ['N. Lân', ['N. Lân']],
  ['Nguyễn Thị Minh Khai', ['Nguyễn Thị Minh Khai']],
  ['PV Đình Nhượng', ['Đình Nhượng']],
  ['Phương Thảo (theo Robb Report)', ['Phương Thảo']],
  ['Việt Thanh tổng hợp', ['Việt Thanh']],
  ['Huyền Trang (t/h)', ['Huyền Trang']],
  ['Nguyễn Tiến (Ảnh: Google Earth)', ['Nguyễn Tiến']],
  ['Hưng Thịnh (TTXVN)', ['Hưng Thịnh']],
  ['Minh Khôi - CTV', ['Minh Khôi']],
  ['By JANE DOE and John Smith', ['JANE DOE', 'John Smith']],
  ['Jane Doe, Associated Press', ['Jane Doe']],
  ['Martin Luther King, Jr.', ['Martin Luther King, Jr.']],
  ['Jean-Paul Sartre', ['Jean-Paul Sartre']],
  ['Von Hans Müller und Eva Groß', ['Hans Müller', 'Eva Groß']],
  // No author at all.
  ['P.V', []],
  ['PV', []],
  ['Nhóm PV', []],
  ['PV (tổng hợp)', []],
  ['Theo TTXVN', []],
  ['(Theo VnExpress)', []],
  ['(TTXVN/Vietnam+)', []],
  ['TTXVN - Lý Thường Kiệt, Hà Nội', []],
  ['Tác giả', []],
  ['Ban biên tập', []],
  ['Nguồn suckhoedoisong.vn', []],
  ['https://www.facebook.com/baobinhthuan', []],
  ['baobinhthuan.com.vn', []],
  ['toasoan@baobinhthuan.com.vn', []],
  ['và 2 tác giả khác', []],
  ['', []],
  ['순천, 광양 한결 기자 han@paper.example', ['한결']],
  ['Written byAnn Lee', ['Ann Lee']],
  ['View all posts by Ann Lee', ['Ann Lee']],
  ['Ann Lee im Gespräch mit Bob Ray', ['Ann Lee', 'Bob Ray']],
  ['Quelle: paper.example, abc/dpa', []],
  ['Redaktion: Ann Lee Sendung: Radio', []],
];

describe('parseByline', () => {
  test.each(AUTHORS)('authors of "%s"', (text, authors) => {
    expect(parseByline(text).authors).toEqual(authors);
  });

  test('takes roles apart', () => {
    expect(parseByline('Bài, ảnh: Đình Nhượng').roles).toEqual([
      { role: 'bài', names: ['Đình Nhượng'] },
      { role: 'ảnh', names: ['Đình Nhượng'] },
    ]);
    expect(parseByline('Tin: Tường Minh - Ảnh: Đỗ Hiền').roles).toEqual([
      { role: 'tin', names: ['Tường Minh'] },
      { role: 'ảnh', names: ['Đỗ Hiền'] },
    ]);
    expect(parseByline('Nguyễn Tiến (Ảnh: Google Earth)').roles).toEqual([
      { role: 'ảnh', names: ['Google Earth'] },
    ]);
  });

  test.each([
    ['Theo TTXVN', 'TTXVN'],
    ['(Theo VnExpress)', 'VnExpress'],
    ['(TTXVN/Vietnam+)', 'TTXVN/Vietnam+'],
    ['Hưng Thịnh (TTXVN)', 'TTXVN'],
    ['TTXVN - Lý Thường Kiệt, Hà Nội', 'TTXVN'],
    ['Minh Khôi/TTXVN', 'TTXVN'],
    ['Nguồn suckhoedoisong.vn', 'suckhoedoisong.vn'],
    ['Nguồn: TTXVN', 'TTXVN'],
    ['Quang Minh (theo Healthline)', 'Healthline'],
    ['Đình Nhượng', null],
  ])('agency of "%s" is %s', (text, agency) => {
    expect(parseByline(text).agency).toBe(agency);
  });

  test('marks staff words and notes', () => {
    expect(parseByline('Nhóm PV').staff).toBe(true);
    expect(parseByline('PV (tổng hợp)').note).toBe('compiled');
    expect(parseByline('Huyền Trang (t/h)').note).toBe('compiled');
    expect(parseByline('Đình Nhượng').staff).toBeUndefined();
  });
});
