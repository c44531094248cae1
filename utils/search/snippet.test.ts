import { describe, expect, it } from 'vitest';
import { chanceOf } from '@/utils/testing/random';
import { parseQuery } from './parse-query';
import { snippetOf, type SnippetWish } from './snippet';

const FILL =
  'Theo ghi nhận vào buổi sáng, trời nắng nhẹ và mặt nước lặng suốt dọc bờ. Bà con chuẩn bị lưới, dầu và đá lạnh. '.repeat(
    6,
  );
const HEAD = 'Tàu cá Phú Quý vào vụ\n';
const BODY = `${FILL}Hàng trăm tàu cá rời cảng. ${FILL}Ở Phú Quý, tàu cá đông nhất; giá cá tăng.\n${FILL}Hết.`;

const best = (query: string, text = HEAD + BODY, wish: Partial<SnippetWish> = {}) =>
  snippetOf(text, parseQuery(query).node, { mode: 'phrase', ...wish });
const shown = ({ pieces }: ReturnType<typeof best>) =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

describe('the best passage', () => {
  it('holds the most different words of the query, close together', () => {
    const snippet = best('tàu AND "phú quý" AND giá', HEAD + BODY, { bodyStart: HEAD.length });
    expect(shown(snippet)).toContain('Ở [Phú Quý], [tàu] cá đông nhất; [giá] cá tăng.');
    expect(snippet.hitCount).toBe(6);
  });

  it('prefers the body, and falls back to the headline', () => {
    expect(shown(best('phú quý', HEAD + BODY, { bodyStart: HEAD.length }))).toContain('Ở [Phú Quý]');
    expect(shown(best('cá phú quý', HEAD + BODY, { bodyStart: HEAD.length }))).toMatch(
      /^Tàu \[cá Phú Quý\] vào vụ/,
    );
  });

  it('begins with a sentence where one begins near, and ends with a word or a sentence', () => {
    const snippet = best('hàng trăm tàu');
    expect(shown(snippet)).toMatch(/^(Hàng|\[Hàng|Bà con)/);
    expect(snippet.isCutBefore).toBe(false);
    const far = best('nước', `${'gió '.repeat(90)}nước ${'mưa '.repeat(90)}`);
    expect([far.isCutBefore, far.isCutAfter]).toEqual([true, true]);
    expect(shown(far)).toMatch(/^gió .* \[nước\] .* mưa$/u);
  });

  it('prefers the marks that were typed', () => {
    const text = `Giá duong tăng. ${FILL}Giá dương giảm. ${FILL}Giá đường đứng. ${FILL}`;
    expect(shown(best('đường', text))).toContain('[đường]');
  });

  it('without a hit it is how the body begins; of an empty text it is empty', () => {
    const snippet = best('bão', HEAD + BODY, { bodyStart: HEAD.length });
    expect(shown(snippet)).toMatch(/^Theo ghi nhận/);
    expect(snippet.hitCount).toBe(0);
    expect(best('bão', '')).toMatchObject({ pieces: [], span: { start: 0, end: 0 } });
  });

  it('a line break is shown as a dot', () => {
    const text = `Một câu ngắn về tàu\nHai câu ngắn về biển xanh nơi đảo xa`;
    expect(shown(best('tàu AND biển', text))).toBe(
      'Một câu ngắn về [tàu]\u00a0· Hai câu ngắn về [biển] xanh nơi đảo xa',
    );
  });

  it('decomposed text is cut at whole letters, its places are those of the text as given', () => {
    const text = (HEAD + BODY).normalize('NFD');
    const snippet = best('"phú quý"', text, { bodyStart: HEAD.normalize('NFD').length });
    const raw = text.slice(snippet.span.start, snippet.span.end);
    expect(raw.normalize('NFC')).toContain('Ở Phú Quý');
    expect(snippet.pieces.map((piece) => piece.text).join('')).toBe(raw.replace('\n', '\u00a0· '));
  });

  it('of whatever text it is short, in place and holds a hit when there is one', () => {
    const chance = chanceOf(9);
    const parts = [
      'tàu',
      'cá',
      'x'.repeat(300),
      '🌊',
      '…',
      '.',
      '\n',
      '\n\n',
      ' ',
      ' ',
      ' ',
      '“',
      '”',
      'e\u0301',
      '\u00a0',
    ];
    for (let turn = 0; turn < 1_000; turn += 1) {
      const text = Array.from({ length: chance.below(120) }, () => chance.pick(parts)).join('');
      const snippet = best('tàu OR cá', text);
      const { start, end } = snippet.span;
      expect(start >= 0 && end <= text.length && start <= end).toBe(true);
      expect(end - start).toBeLessThanOrEqual(264);
      expect(snippet.pieces.some(({ isHit }) => isHit)).toBe(snippet.hitCount > 0);
      expect(text.slice(start, end).isWellFormed()).toBe(true);
    }
  });

  it('a hit longer than the passage is shown whole', () => {
    const long = Array.from({ length: 60 }, (_, at) => `chữ${at}`).join(' ');
    expect(shown(best(`"${long}"`, `Đầu. ${long} cuối.`))).toContain(`[${long}]`);
  });
});
