/** The paragraph that signs an article: "Đình Nhượng", "Tin và ảnh: Nam Giang", "Theo TTXVN". */
import { parseByline } from '@/utils/text/bylines';
import { foldMarks } from '@/utils/text/fold';
import { wordsOf } from '@/utils/text/words';
import { isWholly, plainText, type Leaf } from './draft';

export function alignment(leaf: Leaf): 'right' | 'center' | null {
  for (
    let element: Element | null = leaf.element, climbed = 0;
    element && climbed < 2;
    element = element.parentElement, climbed += 1
  ) {
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('align') ?? ''}`;
    const style = element.getAttribute('style') ?? '';
    if (
      /text-align:\s*(?:right|end)/i.test(style) ||
      /(?:^|[\s-])(?:right|text-right|align-right)(?:\s|$)/i.test(name)
    )
      return 'right';
    if (
      /text-align:\s*center/i.test(style) ||
      /(?:^|[\s-])(?:center|text-center|align-center)(?:\s|$)/i.test(name)
    )
      return 'center';
  }
  return null;
}

function hasAuthorClass(leaf: Leaf): boolean {
  const own = `${leaf.element.getAttribute('class') ?? ''} ${leaf.element.getAttribute('itemprop') ?? ''}`;
  return /(?:^|[\s_-])(?:author|byline|tacgia|tac-gia|author_mail|nguon|source|pAuthor)(?:$|[\s_-])/i.test(
    own,
  );
}

/**
 * The sign-off among the last leaves of a body: short, no sentence, right-aligned or bold or named so, and with a name, a
 * role or an agency in it. `byline` is what the page already said elsewhere: its repetition is a sign-off too.
 */
export function findSignOffs(leaves: Leaf[], byline: string[], boldIsEnough: boolean): Leaf[] {
  const found: Leaf[] = [];
  const known = new Set(byline.map((text) => wordsOf(foldMarks(text)).join(' ')));
  const textual = leaves.filter(({ type }) => type === 'paragraph' || type === 'heading' || type === 'quote');
  if (textual.length < 2) return [];
  for (const leaf of textual.slice(-4).toReversed()) {
    const text = plainText(leaf);
    if (known.size > 0 && known.has(wordsOf(foldMarks(text)).join(' '))) {
      found.push(leaf);
      continue;
    }
    if (leaf.type === 'quote' || text.length > 80 || /[.!?…:;”"]$/u.test(text.replace(/\b\p{Lu}\.$/u, '')))
      break;
    const isRight = alignment(leaf) === 'right';
    const isMarked = isRight || hasAuthorClass(leaf) || (boldIsEnough && isWholly(leaf, 'strong'));
    if (!isMarked) break;
    const parsed = parseByline(text);
    const named = parsed.authors.length > 0 || parsed.roles.length > 0;
    if (!named && parsed.agency === null && !parsed.staff) break;
    // Bold alone is weak: a name is no more than a handful of capitalised words, a last sub-head is longer.
    if (!isRight && !hasAuthorClass(leaf) && !looksLikeNames(parsed.authors)) break;
    found.push(leaf);
  }
  return found.toReversed();
}

function looksLikeNames(names: string[]): boolean {
  return (
    names.length > 0 &&
    names.every((name) => name.split(/\s+/).length <= 5 && /^(?:\p{Lu}[\p{L}\p{M}.]*[\s-]?)+$/u.test(name))
  );
}
