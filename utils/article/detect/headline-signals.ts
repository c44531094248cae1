/** The headline, and the date that stands beside it. */
import { collapseBlanks } from '@/utils/text/normal';

const HEADLINE =
  '.article__title, .c-detail-head__title, .sc-longform-header-title, [data-role="title"], .title-detail, [itemprop="headline"]';
/** A year and a day beside it, in any language; "3 hours ago". */
const YEAR = /(?:^|\D)(?:19|20)\d\d(?:\D|$)/;
const DAY = /(?:^|\D)[0-3]?\d(?:\D|$)/;
const AGO = /\d+ (?:min|hour|day|week|month)\w* ago/;
const LONGEST = 90;

/** `headlineWords` from 0 to 1: headlines of articles are sentences, those of lists are names. */
export function headlineSignals(document: Document) {
  const headline = headlineOf(document);
  return {
    headlineWords: Math.min(headline?.text.split(' ').length ?? 0, 10) / 10,
    datedNear: headline && isDatedBeside(document, headline.element) ? 1 : 0,
  };
}

function headlineOf(document: Document): { text: string; element: Element } | null {
  const read = (element: Element | null) => {
    const text = collapseBlanks((element?.textContent ?? '').slice(0, 500));
    return element && text.length >= 8 ? { text, element } : null;
  };
  const headings = document.getElementsByTagName('h1');
  for (let index = 0; index < Math.min(headings.length, 4); index += 1) {
    const found = read(headings[index]!);
    if (found) return found;
  }
  return read(document.querySelector(HEADLINE));
}

/** Is a date printed in the texts that follow the headline, or in the few before it? */
function isDatedBeside(document: Document, headline: Element): boolean {
  const texts = document.createTreeWalker(document.body ?? document, 4);
  for (const isForward of [true, false]) {
    texts.currentNode = headline;
    let read = 0;
    for (let looked = 0; looked < 100 && read < (isForward ? 25 : 8); looked += 1) {
      const text = (isForward ? texts.nextNode() : texts.previousNode()) as Text | null;
      if (!text) break;
      const words = text.data.trim();
      if (words.length < 4 || isCode(text)) continue;
      read += 1;
      if (words.length > LONGEST) continue;
      if ((YEAR.test(words) && DAY.test(words)) || AGO.test(words)) return true;
    }
  }
  return false;
}

function isCode(text: Text): boolean {
  const name = text.parentElement?.localName;
  return name === 'script' || name === 'style' || name === 'noscript';
}
