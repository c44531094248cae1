import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences';

const read = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences of the press', () => {
  it.each([
    ['plain ones', 'Cát bay vào nhà. Dân trồng dương.', ['Cát bay vào nhà.', 'Dân trồng dương.']],
    [
      'a city in short',
      'Ông Lê ở TP.HCM về. Bà Tư ở TP. Hồ Chí Minh cũng về.',
      ['Ông Lê ở TP.HCM về.', 'Bà Tư ở TP. Hồ Chí Minh cũng về.'],
    ],
    [
      'an initial before a name and before a new sentence',
      'Ông X. Trần vắng mặt. Bị cáo Nguyễn Văn A. Theo cáo trạng, vụ án kéo dài.',
      ['Ông X. Trần vắng mặt.', 'Bị cáo Nguyễn Văn A.', 'Theo cáo trạng, vụ án kéo dài.'],
    ],
    [
      'titles',
      'PGS. TS. Trần Lan và BS. Hùng cùng đến. Họ ở lại.',
      ['PGS. TS. Trần Lan và BS. Hùng cùng đến.', 'Họ ở lại.'],
    ],
    [
      'numbers and dates',
      'Giá 1.257 đồng ngày 20.11. Sau đó giảm 2,5%.',
      ['Giá 1.257 đồng ngày 20.11.', 'Sau đó giảm 2,5%.'],
    ],
    [
      'a question inside a sentence',
      '“Ai đó?” ông hỏi. Không ai đáp!',
      ['“Ai đó?” ông hỏi.', 'Không ai đáp!'],
    ],
    ['speech that ends with its sentence', '“Tôi ở lại.” Ông nói vậy.', ['“Tôi ở lại.”', 'Ông nói vậy.']],
    ['a numbered line', '1. Trồng rừng phòng hộ. 2. Giữ nước.', ['1. Trồng rừng phòng hộ.', '2. Giữ nước.']],
    ['a text without a full stop', 'Rừng dương chắn cát', ['Rừng dương chắn cát']],
    ['only blanks', ' \n ', []],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('leaves no letter out', () => {
    const text = '  Một. Hai?  “Ba.” Bốn TP. Năm…  ';
    expect(read(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  });
});
