// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { partsOfRange, rangesOfPart } from './page-range';
import { pageSteps, rootsIn, type PageText } from './page-text';
import { throughout } from './slices';

beforeEach(() => document.body.replaceChildren());

function read(html: string): PageText {
  document.body.append(document.createRange().createContextualFragment(html));
  return throughout(pageSteps(document, (element) => element.shadowRoot));
}

function wordsOf(page: PageText, words: string): string[] {
  const start = page.text.indexOf(words);
  const part = { start, end: start + words.length };
  return rangesOfPart(page, part).map((range) => range.toString());
}

describe('pageSteps', () => {
  it('gives blocks joined by line breaks, blanks as they are shown, a break as a blank', () => {
    const page = read(
      '<h1>  Hồ   chứa\n <b>Sông</b>  Bến</h1><div>Lời <span>dẫn</span><p>Một<br>hai</p> rồi</div><ul><li>a</li><li>b</li></ul>',
    );
    expect(page.text).toBe('Hồ chứa Sông Bến\nLời dẫn\nMột hai\nrồi\na\nb');
    expect(page.blocks.map(({ start, end }) => page.text.slice(start, end))).toEqual(page.text.split('\n'));
  });

  it('leaves out what is not shown, what is typed and what is ours', () => {
    const page = read(
      '<p>thấy</p><p style="display:none">ẩn</p><p style="visibility:hidden">mờ<i style="visibility:visible">hiện</i></p><script>x</script><textarea>gõ</textarea><div contenteditable>sửa</div><pressmark-live>của ta</pressmark-live><noscript>không</noscript>',
    );
    expect(page.text).toBe('thấy\nhiện');
  });

  it('keeps a drop cap with its word', () => {
    expect(read('<p><span style="float:left;display:block">T</span>hủ đô</p>').text).toBe('Thủ đô');
  });

  it('reads open shadow roots and what is put into their slots', () => {
    const page = read('<my-box><p>trong khe</p></my-box><p>sau</p>');
    const root = document.querySelector('my-box')!.attachShadow({ mode: 'open' });
    root.append(
      document.createRange().createContextualFragment('<p>đầu hộp</p><slot></slot><p>cuối hộp</p>'),
    );
    const again = throughout(pageSteps(document, (element) => element.shadowRoot));
    expect(page.text).toBe('trong khe\nsau');
    expect(again.text).toBe('đầu hộp\ntrong khe\ncuối hộp\nsau');
    expect(again.roots).toEqual([document, root]);
    expect(rootsIn(document, (element) => element.shadowRoot)).toEqual([document, root]);
    expect(wordsOf(again, 'đầu hộp\ntrong khe\ncuối hộp\nsau').join('|')).toContain('đầu hộp');
  });
});

describe('ranges and parts', () => {
  const HTML = '<p>\n   Giá   xăng <b>tăng</b>\u00a01.200\n đồng </p><p>Từ chiều nay</p>';

  it('a part of the text becomes a range over exactly its letters', () => {
    const page = read(HTML);
    expect(page.text).toBe('Giá xăng tăng 1.200 đồng\nTừ chiều nay');
    expect(wordsOf(page, 'tăng 1.200')).toEqual(['tăng\u00a01.200']);
    expect(wordsOf(page, 'Giá xăng')).toEqual(['Giá   xăng']);
  });

  it('every stretch of letters goes to the page and comes back the same', () => {
    const page = read(HTML);
    for (const block of page.blocks)
      for (let start = block.start; start < block.end; start += 1)
        for (let end = start + 1; end <= block.end; end += 1) {
          const words = page.text.slice(start, end);
          const [range] = rangesOfPart(page, { start, end });
          const back = partsOfRange(page, range!).map((part) => page.text.slice(part.start, part.end));
          expect(back).toEqual(words.trim() === '' ? [] : [words.trim()]);
        }
  });

  it('a selection that begins and ends at elements, over two blocks, gives a part for each', () => {
    const page = read(HTML);
    const range = document.createRange();
    range.selectNodeContents(document.body);
    expect(partsOfRange(page, range).map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'Giá xăng tăng 1.200 đồng',
      'Từ chiều nay',
    ]);
    const blank = document.createRange();
    blank.setStart(document.querySelector('p')!.firstChild!, 0);
    blank.setEnd(document.querySelector('p')!.firstChild!, 3);
    expect(partsOfRange(page, blank)).toEqual([]);
  });
});
