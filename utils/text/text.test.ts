import { describe, expect, test } from 'vitest';
import { photoCredit, splitCredit } from './credits';
import { splitDateline } from './datelines';
import { foldMarks } from './fold';
import { collapseBlanks, decodeEntities } from './normal';
import { countSyllables } from './syllables';
import { looseIY, placeTone } from './tone';

describe('fold', () => {
  test.each([
    ['ĐẢNG BỘ HUYỆN PHÚ QUÝ', 'dang bo huyen phu quy'],
    ['ĐẢNG'.normalize('NFD'), 'dang'],
    ['Ðảng', 'dang'],
    ['Đ\u00adà\u200bN\u00a0ẵng', 'dan ang'],
  ])('%s → %s', (text, folded) => expect(foldMarks(text)).toBe(folded));
});

describe('placeTone and looseIY', () => {
  test.each([
    ['hoà bình', 'hòa bình'],
    ['UỶ BAN', 'ỦY BAN'],
    ['Uỷ ban', 'Ủy ban'],
    ['quý', 'quý'],
    ['huỷ hoại', 'hủy hoại'],
    ['ngoài khoẻ'.normalize('NFD'), 'ngoài khỏe'],
    ['khuỷu tay', 'khuỷu tay'],
  ])('%s → %s', (text, placed) => expect(placeTone(text)).toBe(placed));
  test.each([
    ['quý', 'qui'],
    ['bác sỹ', 'bac si'],
    ['Nguyễn Thị Tuyết', 'nguyen thi tuyet'],
    ['yêu', 'yeu'],
  ])('%s ~ %s', (text, loose) => expect(looseIY(text)).toBe(loose));
});

describe('decodeEntities', () => {
  test.each([
    ['Ph&#250; Qu&#253;', 'Phú Quý'],
    ['zerst&ouml;ren', 'zerstören'],
    ['Tom &amp; Jerry', 'Tom & Jerry'],
    ['&amp;#225;', 'á'],
    ['a &lt;b&gt; &unknown; &#xe1;', 'a <b> &unknown; á'],
    ['&constructor; &#0; &#99999999;', '&constructor; \uFFFD &#99999999;'],
    ['AT&T', 'AT&T'],
  ])('%s → %s', (text, decoded) => expect(decodeEntities(text)).toBe(decoded));
});

test('collapseBlanks leaves one clean line', () => {
  expect(collapseBlanks(' a\u00a0\u00a0b\n\tc\u200b\u00ad ')).toBe('a b c');
  expect(collapseBlanks('Phú'.normalize('NFD'))).toBe('Phú');
});

test.each([
  ['Đảng bộ huyện Phú Quý', 5],
  ['1.257 đảng viên', 3],
  ['tăng 12,5%.', 2],
  ['', 0],
  ['Đảng bộ'.normalize('NFD'), 2],
])('countSyllables(%s) = %i', (text, count) => expect(countSyllables(text)).toBe(count));

describe('splitDateline', () => {
  test.each([
    ['BT- Cùng với việc', 'BT', 'Cùng với việc'],
    ['BTO - Sáng 19/1', 'BTO', 'Sáng 19/1'],
    ['(HPĐT)- Sáng', 'HPĐT', 'Sáng'],
    ['(HPĐT)-Sáng', 'HPĐT', 'Sáng'],
    ['(Baonghean.vn) - Sáng', 'Baonghean.vn', 'Sáng'],
    ['Baonghean.vn - Sáng', 'Baonghean.vn', 'Sáng'],
    ['VOV.VN - Ngày', 'VOV.VN', 'Ngày'],
    ['(Dân trí) - Ngày', 'Dân trí', 'Ngày'],
    ['(CAO) Ngày', 'CAO', 'Ngày'],
    ['QĐND – Ngày', 'QĐND', 'Ngày'],
    ['TTO\u00a0- Ngày', 'TTO', 'Ngày'],
  ])('%s', (lead, code, rest) => expect(splitDateline(lead)).toEqual({ code, rest }));
  test.each([
    'COVID-19 lan rộng',
    'HĐND - UBND tỉnh họp',
    'U23 - đội tuyển',
    'Cùng với việc',
    '2021 - năm khó khăn',
    '(Ngày mai) trời mưa',
    'TP.HCM - nơi khởi đầu',
  ])('none in %s', (lead) => expect(splitDateline(lead)).toBeNull());
});

describe('photo credit', () => {
  test.each([
    ['Thùng lều ủ chượp. Ảnh: N. Lân', 'N. Lân'],
    ['Trẻ em chọn sách - Ảnh: THU HÀ', 'THU HÀ'],
    ['Học sinh thu gom rác. (Ảnh: Minh Khôi/TTXVN)', 'Minh Khôi/TTXVN'],
    ['Mô hình. (Ảnh: CTV)', 'CTV'],
    ['Ảnh: Bệnh viện cung cấp', 'Bệnh viện cung cấp'],
    ['Tổng thống phát biểu. Ảnh: K.H.', 'K.H.'],
    ['The harbour. Photo: Jane Doe', 'Jane Doe'],
    ['Ảnh tư liệu', null],
    ['Cầu Long Biên. Ảnh minh họa', null],
    ['Ảnh: minh họa', null],
    ['Hình ảnh đẹp: một ngày ở Phú Quý', null],
    ['Đại hội Đảng bộ huyện Phú Quý nhiệm kỳ 2020 - 2025.', null],
  ])('%s → %s', (caption, credit) => expect(photoCredit(caption)).toBe(credit));
  test('gives the caption before it', () => {
    expect(splitCredit('Trẻ em chọn sách - Ảnh: THU HÀ').caption).toBe('Trẻ em chọn sách');
  });
});
