import { describe, expect, it } from 'vitest';
import { packDoc } from './doc-words';
import { PackedDoc } from './tail-doc';

const TEXT = [
  'Phú Quý đón khách',
  'Rừng dương ven đường, rừng già; 1.257 tỉ đồng.',
  'Đường 日本 đường dương',
];

const wordsIn = (blocks: string[]) => {
  const doc = new PackedDoc(packDoc(blocks));
  return { length: doc.length, words: Array.from({ length: doc.count }, (_, at) => doc.word(at)) };
};

describe('the words of a document', () => {
  it('are folded, with the ways they are written and their places; blocks lie apart', () => {
    const { words, length } = wordsIn(TEXT);
    expect(words.map(({ folded }) => folded)).toEqual(words.map(({ folded }) => folded).toSorted());
    expect(words.find(({ folded }) => folded === 'duong')).toEqual({
      folded: 'duong',
      written: ['dương', 'đường'],
      inTitle: false,
      places: [6, 8, 15, 17, 18],
    });
    expect(words.find(({ folded }) => folded === 'quy')).toMatchObject({ inTitle: true, places: [1] });
    expect(words.find(({ folded }) => folded === '1.257')?.places).toEqual([11]);
    expect(length).toBe(20);
  });

  it('NFC and NFD give the same', () => {
    expect(wordsIn(TEXT.map((block) => block.normalize('NFD')))).toEqual(wordsIn(TEXT));
  });

  it('upper and lower case are one way of writing, and nothing is left over for the next text', () => {
    expect(wordsIn(['Hoà HOÀ hòa hoa'])).toEqual(wordsIn(['hòa hòa hòa hoa']));
    expect(wordsIn(['Hoà HOÀ hòa hoa']).words).toEqual([
      { folded: 'hoa', written: ['hòa', 'hoa'], inTitle: true, places: [0, 1, 2, 3] },
    ]);
    expect(wordsIn(['', 'hoa']).words).toEqual([
      { folded: 'hoa', written: ['hoa'], inTitle: false, places: [1] },
    ]);
  });

  it('come back from their row, one by one, by name and by beginning', () => {
    const doc = new PackedDoc(packDoc(TEXT));
    expect(doc.count).toBe(wordsIn(TEXT).words.length);
    expect(doc.find('rung')?.places).toEqual([5, 9]);
    expect(doc.find('日本')?.places).toEqual([16]);
    expect(doc.find('run')).toBeNull();
    expect(doc.find('zzz')).toBeNull();
    expect(doc.beginningWith('d').map(({ folded }) => folded)).toEqual(['don', 'dong', 'duong']);
  });
});
