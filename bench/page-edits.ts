/** What a newspaper does to a page: edits whose grade is known, and rendering it anew with nothing said otherwise. */
import type { Grade } from '../utils/article/versions/types';
import type { Capture } from '../utils/article/types';
import type { Chance } from '../utils/testing/random';

export const EDITS = [
  'headline',
  'lead',
  'byline',
  'number',
  'name',
  'added number',
  'removed',
  'word',
  'sentence',
  'added words',
  'moved',
  'tone marks',
  'quotes',
  'dashes',
  'split',
] as const;
export type Edit = (typeof EDITS)[number];

const blanks = (text: string) => text.replace(/\s+/g, ' ').trim().normalize('NFC');
const SPOKEN = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/;

function textNodes(root: Node): Text[] {
  const walker = root.ownerDocument!.createTreeWalker(root, 4);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!SPOKEN.test(node.parentElement?.tagName ?? '')) found.push(node);
  }
  return found;
}

/** Elements whose whole text is a paragraph of the article and that stand once in the page. */
function paragraphs(doc: Document, capture: Capture): { element: Element; text: string }[] {
  const wanted = new Map<string, Element[]>();
  for (const { type, start, end } of capture.blocks)
    if (type === 'paragraph' && end - start >= 60) wanted.set(capture.text.slice(start, end), []);
  for (const element of doc.body.querySelectorAll('p, div, li, span')) {
    const text = blanks(element.textContent ?? '');
    const places = wanted.get(text);
    if (!places) continue;
    // The innermost of those around one text.
    if (places.at(-1)?.contains(element)) places.pop();
    places.push(element);
  }
  return [...wanted].flatMap(([text, places]) =>
    places.length === 1 && places[0]!.tagName === 'P' ? [{ element: places[0]!, text }] : [],
  );
}

function replaceIn(element: Element, pattern: RegExp, by: (found: string) => string | null): boolean {
  for (const node of textNodes(element)) {
    const match = pattern.exec(node.data);
    const put = match && by(match[0]);
    if (!match || put === null || put === match[0]) continue;
    node.data = node.data.slice(0, match.index) + put + node.data.slice(match.index + match[0].length);
    return true;
  }
  return false;
}

/** Everywhere in the page, head and data included, as a newsroom's system would. */
function replaceEverywhere(doc: Document, from: string, to: string): boolean {
  let count = 0;
  for (const node of textNodes(doc.documentElement))
    if (blanks(node.data) === from) {
      node.data = to;
      count += 1;
    }
  for (const element of doc.querySelectorAll('h1, h2, h3, p, div, span'))
    if (element.children.length > 0 && blanks(element.textContent ?? '') === from && isLeafish(element)) {
      element.textContent = to;
      count += 1;
    }
  for (const element of doc.querySelectorAll('meta[content], title'))
    if (/^title$/i.test(element.tagName)) element.textContent = (element.textContent ?? '').replace(from, to);
    else element.setAttribute('content', element.getAttribute('content')!.replace(from, to));
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]'))
    script.textContent = (script.textContent ?? '').replaceAll(
      JSON.stringify(from).slice(1, -1),
      JSON.stringify(to).slice(1, -1),
    );
  return count > 0;
}

const isLeafish = (element: Element) => element.querySelector('p, div, img, ul, h1, h2') === null;

const isVietnamese = (text: string) => /[ăđơưạảấầẩậắằặẻẽẹếềểệỉịọỏốồổộớờởợụủứừửựỳỷỹ]/i.test(text);

/** What is added has no name and no number. */
const plainSentence = (text: string) =>
  isVietnamese(text)
    ? 'Người dân trong vùng mong việc này sớm được giải quyết ổn thỏa.'
    : 'People in the area hope that this will be settled before long.';

const textOf = (capture: Capture, type: string): string | null => {
  const block = capture.blocks.find((one) => one.type === type);
  return block ? capture.text.slice(block.start, block.end) : null;
};

/** Makes the edit in the page. @returns the grade that it has; null when the page has no room for it */
export function editPage(doc: Document, capture: Capture, edit: Edit, chance: Chance): Grade | null {
  const all = paragraphs(doc, capture);
  if (all.length < 3) return null;
  const order = all.toSorted(() => chance.next() - 0.5);
  const tail = isVietnamese(capture.text) ? ', theo người dân' : ', say people who live there';
  const inOne = (pattern: RegExp, by: (found: string) => string | null) =>
    order.some(({ element }) => replaceIn(element, pattern, by));
  const inAll = (pattern: RegExp, by: (found: string) => string) =>
    all.filter(({ element }) => textNodes(element).some((node) => changeIn(node, pattern, by))).length > 0;
  switch (edit) {
    case 'headline': {
      const title = textOf(capture, 'title');
      return title && replaceEverywhere(doc, title, title + tail) ? 'headline' : null;
    }
    case 'lead': {
      const lead = textOf(capture, 'lead');
      if (!lead || all.some(({ text }) => text === lead)) return null;
      return replaceEverywhere(doc, lead, lead.replace(/\s(\S+)\s*$/, `${tail} $1`)) ? 'lead' : null;
    }
    case 'byline': {
      const [writer, ...more] = capture.metadata.authors.value ?? [];
      if (!writer || more.length > 0 || all.some(({ text }) => text.includes(writer))) return null;
      return replaceEverywhere(doc, writer, 'Khiêm Oánh') ? 'figures' : null;
    }
    case 'number':
      return inOne(/\d+(?=[^\d]*$)/, (found) => `${found.slice(0, -1)}${(Number(found.at(-1)) + 3) % 10}`)
        ? 'figures'
        : null;
    case 'name':
      return inOne(/(?<=\p{Ll} )\p{Lu}\p{Ll}+(?=[\s,])/u, () => chance.pick(['Khiêm', 'Oánh', 'Ngân']))
        ? 'figures'
        : null;
    case 'added number':
      return addAfter(
        chance.pick(order).element,
        isVietnamese(capture.text)
          ? 'Tổng kinh phí của đợt này là 417,3 tỷ đồng, lấy từ nguồn dự phòng.'
          : 'The whole of it will cost 417.3 million, taken from the reserves.',
      )
        ? 'figures'
        : null;
    case 'removed':
      return removeOne(order, capture.text);
    case 'word':
      return inOne(
        /(?<=\p{Ll} )(?:được|đang|rất|cùng|nhiều|with|from|very|that|which)(?= \p{Ll})/u,
        (found) => (found === 'rất' ? 'khá' : isVietnamese(capture.text) ? 'vẫn' : 'yet'),
      )
        ? 'wording'
        : null;
    case 'sentence': {
      const last = textNodes(order[0]!.element).at(-1);
      if (!last) return null;
      last.data = `${last.data.trimEnd()} ${plainSentence(capture.text)}`;
      return 'wording';
    }
    case 'added words':
      return addAfter(chance.pick(order).element, plainSentence(capture.text)) ? 'wording' : null;
    case 'moved': {
      const places = [...all.keys()].filter((at) => {
        const [one, other] = [all[at]!.element, all[at + 2]?.element];
        return other && one.parentElement === other.parentElement;
      });
      if (places.length === 0) return null;
      const at = chance.pick(places);
      all[at + 2]!.element.after(all[at]!.element);
      return 'moved';
    }
    case 'tone marks':
      return inAll(/[hHkKtTlL]?(?:òa|óa|ỏa|ọa|òe|ỏe|úy|ủy|ùy)(?![\p{L}])/gu, newTone) ? 'typography' : null;
    case 'quotes':
      return inAll(/[“”]/g, () => '"') || inAll(/"/g, () => '”') ? 'typography' : null;
    case 'dashes':
      return inAll(/(?<=\s)-(?=\s)/g, () => '–') || inAll(/–/g, () => '-') ? 'typography' : null;
    case 'split':
      return order.some(({ element }) => splitAt(element)) ? 'typography' : null;
  }
}

function changeIn(node: Text, pattern: RegExp, by: (found: string) => string): boolean {
  const before = node.data;
  node.data = before.normalize('NFC').replace(pattern, by);
  return node.data !== before.normalize('NFC');
}

/** hòa → hoà */
function newTone(found: string): string {
  const [first, second] = [found.at(-2)!, found.at(-1)!].map((letter) => letter.normalize('NFD'));
  return `${found.slice(0, -2)}${first![0]}${(second! + first!.slice(1)).normalize('NFC')}`;
}

function addAfter(element: Element, text: string): boolean {
  const copy = element.cloneNode(false) as Element;
  copy.removeAttribute('id');
  copy.textContent = text;
  element.after(copy);
  return true;
}

/** Only one whose grade is beyond doubt: it alone has some number, or it has neither number nor name. */
function removeOne(order: { element: Element; text: string }[], whole: string): Grade | null {
  for (const { element, text } of order) {
    const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    const isAlone = numbers.some((one) => whole.split(one).length === 2);
    const isPlain = numbers.length === 0 && !/(?<!^|[.!?:“"] ?)\p{Lu}/u.test(text);
    if (!isAlone && !isPlain) continue;
    element.remove();
    return isAlone ? 'figures' : 'wording';
  }
  return null;
}

/** Two paragraphs of one, at the end of a sentence. */
function splitAt(element: Element): boolean {
  if (element.children.length > 0) return false;
  const match = /(?<=\p{Ll}{3}\. )(?=\p{Lu})/u.exec(element.textContent ?? '');
  const text = element.textContent ?? '';
  if (!match || match.index < 40 || text.length - match.index < 40) return false;
  const second = element.cloneNode(false) as Element;
  second.removeAttribute('id');
  second.textContent = text.slice(match.index);
  element.textContent = text.slice(0, match.index);
  element.after(second);
  return true;
}
