// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReaderDoors } from '@/components/reader/doors';
import { Reader } from '@/components/reader/Reader';
import { Words } from '@/components/words';
import { DEFAULT_KEYMAP } from '@/utils/annotation/keymap';
import {
  addCoding,
  commentAnnotation,
  createAnnotation,
  removeAnnotation,
  removeCoding,
} from '@/utils/archive/annotate';
import { redo, undo } from '@/utils/archive/journal';
import { judgeStory } from '@/utils/archive/judge-story';
import { moveAnnotation } from '@/utils/archive/move-annotation';
import { saveArticle } from '@/utils/archive/save-article';
import { readingOf } from '@/utils/db/reading';
import { testArchive } from '@/utils/testing/archive-context';
import { makeCapture, SAMPLE_URL } from '@/utils/testing/captures';

const PARAGRAPHS = ['Biển lặng 😀 suốt tuần. Gió nhẹ ở TP. Phan Thiết.', 'Cảng mở cửa từ 4 giờ sáng.'];

beforeEach(() => {
  // jsdom has neither.
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('CSS', { escape: (id: string) => id });
});
let turn = 0;
afterEach(() => {
  turn += 1;
  cleanup();
  vi.unstubAllGlobals();
});

/** The reader over a real archive; after each act the page is read again, as `watch` does. */
async function opened() {
  const mine = turn;
  const context = await testArchive();
  const { articleId } = await saveArticle(
    context,
    makeCapture({ paragraphs: PARAGRAPHS }),
    null,
    [SAMPLE_URL],
    {
      byHand: {},
      tags: [],
      collections: [],
    },
  );
  const page = async () => {
    const reading = (await readingOf(context.db, articleId))!;
    return (
      <Words locale="vi">
        <Reader
          reading={reading}
          look={{ size: 19, measure: 66, face: 'serif' }}
          sources={new Map()}
          doors={doors as ReaderDoors}
          keys={{ keymap: DEFAULT_KEYMAP, areSingleOn: true }}
          toReview={0}
        />
      </Words>
    );
  };
  const act =
    <A extends unknown[], T>(verb: (...args: A) => Promise<T>) =>
    async (...args: A) => {
      try {
        const value = await verb(...args);
        const now = await page();
        // What ends after its test must not come up in the next one.
        if (turn === mine) view.rerender(now);
        return { ok: true as const, value };
      } catch (error) {
        return { ok: false as const, error: { code: (error as { code?: string }).code ?? 'unexpected' } };
      }
    };
  const doors: Partial<ReaderDoors> = {
    elsewhere: {
      watch: () => () => undefined,
      version: () => Promise.resolve(null),
      judge: act((articleId, otherId, isSame) => judgeStory(context, articleId, otherId, isSame)),
      open: () => undefined,
    },
    annotate: act((made) => createAnnotation(context, made)),
    comment: act((id, comment) => commentAnnotation(context, id, comment)),
    move: act((id, versionId, parts) => moveAnnotation(context, id, versionId, parts)),
    removeAnnotation: act((id) => removeAnnotation(context, id)),
    code: act((id, tag) => addCoding(context, id, tag)),
    uncode: act((id, codeId) => removeCoding(context, id, codeId)),
    undo: act(() => undo(context)),
    redo: act(() => redo(context)),
  };
  const view = render(await page());
  await screen.findByText(/Cảng mở cửa/);
  const rows = async () => (await context.db.annotations.toArray()).filter(({ deletedAt }) => !deletedAt);
  const quotes = async () => (await rows()).map(({ quote }) => quote.exact);
  const codings = async () => (await context.db.codings.toArray()).filter(({ deletedAt }) => !deletedAt);
  return { rows, quotes, codings };
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const sentence = () => press('J', { shiftKey: true });

/** Selects from one offset of a text node to another, perhaps in another node. */
function select(from: Node, start: number, to: Node, end: number) {
  document.getSelection()!.setBaseAndExtent(from, start, to, end);
}
const textOf = (words: string): Text => {
  const walker = document.createTreeWalker(document.querySelector('.reader-copy')!, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if ((node as Text).data.includes(words)) return node as Text;
  throw new Error(words);
};

/** Goes to a paragraph, counted from the title. */
const goTo = (paragraph: number) => {
  for (let n = 0; n < paragraph; n += 1) press('j');
};

describe('coding by keys', () => {
  test('a sentence gets a new tag, and the next one the same with one key', async () => {
    const { quotes, codings } = await opened();
    goTo(3);
    sentence();
    press('c');
    const field = screen.getByRole('combobox', { name: 'Tìm hoặc tạo thẻ' });
    fireEvent.input(field, { target: { value: 'Thời tiết' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(async () => expect(await quotes()).toEqual(['Biển lặng 😀 suốt tuần.']));
    await screen.findByRole('group', { name: /Thẻ: Thời tiết/ });
    sentence();
    press('1');
    await waitFor(async () => expect(await quotes()).toContain('Gió nhẹ ở TP. Phan Thiết.'));
    expect(await codings()).toHaveLength(2);
  });

  test('keys that come faster than the archive act on what was meant', async () => {
    const { quotes, rows } = await opened();
    goTo(3);
    sentence();
    press('h');
    press('m');
    sentence();
    press('h');
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(await quotes()).toEqual(
      expect.arrayContaining(['Biển lặng 😀 suốt tuần.', 'Gió nhẹ ở TP. Phan Thiết.']),
    );
  });

  test('what was highlighted exactly here gets the next tag too, instead of a twin', async () => {
    const { rows, codings } = await opened();
    goTo(4);
    press('h');
    await screen.findByRole('group', { name: /Thẻ: không có/ });
    press('Escape');
    press('n');
    await waitFor(async () => expect(await codings()).toHaveLength(1));
    expect(await rows()).toHaveLength(1);
  });

  test('nothing happens while an input method composes, or with Alt or Ctrl', async () => {
    const { rows } = await opened();
    goTo(3);
    press('h', { isComposing: true });
    press('h', { keyCode: 229 });
    press('h', { altKey: true });
    press('h', { ctrlKey: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await rows()).toEqual([]);
  });
});

describe('odd selections', () => {
  test('only blanks are refused, with a sentence', async () => {
    const { rows } = await opened();
    const text = textOf('Biển lặng');
    select(text, 4, text, 5);
    press('h');
    expect(await screen.findByText(/chỉ có khoảng trắng/)).toBeTruthy();
    expect(await rows()).toEqual([]);
  });

  test.each([
    ['one emoji', 10, 12],
    ['the first half of it', 10, 11],
    ['the second half of it', 11, 12],
  ])('%s is one emoji', async (_, start, end) => {
    const { quotes } = await opened();
    const text = textOf('Biển lặng');
    select(text, start, text, end);
    press('h');
    await waitFor(async () => expect(await quotes()).toEqual(['😀']));
  });

  test('beyond the end of the article, it ends with the article', async () => {
    const { quotes } = await opened();
    const text = textOf('Cảng mở cửa');
    const colophon = document.querySelector('.reader-colophon p')!.firstChild!;
    select(text, 5, colophon, 3);
    press('h');
    await waitFor(async () => expect(await quotes()).toEqual(['mở cửa từ 4 giờ sáng.']));
  });

  test('outside the article nothing is highlighted', async () => {
    const { rows } = await opened();
    const colophon = document.querySelector('.reader-colophon p')!.firstChild!;
    select(colophon, 0, colophon, 3);
    press('h');
    expect(await screen.findByText(/Hãy chọn chỗ trước/)).toBeTruthy();
    expect(await rows()).toEqual([]);
  });
});
