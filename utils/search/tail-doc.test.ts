import { describe, expect, it } from 'vitest';
import { docWordsOf } from './doc-words';
import { packDoc, PackedDoc } from './tail-doc';

const TEXT = [
  'Phú Quý đón khách',
  'Rừng dương ven đường, rừng già; 1.257 tỉ đồng.',
  'Đường 日本 đường dương',
];

describe('the words of a document', () => {
  it('are folded, with the ways they are written and their places; blocks lie apart', () => {
    const { words, length } = docWordsOf(TEXT);
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
    expect(docWordsOf(TEXT.map((block) => block.normalize('NFD')))).toEqual(docWordsOf(TEXT));
  });

  it('come back from their row, one by one, by name and by beginning', () => {
    const made = docWordsOf(TEXT);
    const doc = new PackedDoc(packDoc(made));
    expect(doc.length).toBe(made.length);
    expect(Array.from({ length: doc.count }, (_, at) => doc.word(at))).toEqual(made.words);
    expect(doc.find('rung')?.places).toEqual([5, 9]);
    expect(doc.find('日本')?.places).toEqual([16]);
    expect(doc.find('run')).toBeNull();
    expect(doc.find('zzz')).toBeNull();
    expect(doc.beginningWith('d').map(({ folded }) => folded)).toEqual(['don', 'dong', 'duong']);
  });
});
