/**
 * A tree written as a line again. Promise: reading the line gives the same tree, but for the places, so that what is built by
 * hand (a filter, a saved search) is the same language as what is typed.
 */
import { nameOfField, nameOfHas, nameOfState, hasNamed, stateNamed } from './query-fields';
import type { QueryField, QueryNode, QueryWord } from './query';

type Locale = 'en' | 'vi';
type Inside = 'nothing' | 'and' | 'or' | 'not';

const wordsText = (words: readonly QueryWord[]): string =>
  words.map(({ typed, isPrefix }) => (isPrefix ? `${typed}*` : typed)).join(' ');

const PLAIN_VALUE = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}./_-]*$/u;

/** As it stands behind the colon. */
export const valueText = (value: string): string =>
  PLAIN_VALUE.test(value) ? value : `"${value.replaceAll('"', '""')}"`;

/** `outlet:"Báo Bình Thuận"`, `báo:VnExpress`. */
export function fieldText(field: QueryField, value: string, locale: Locale = 'en'): string {
  const has = field === 'has' ? hasNamed(value) : null;
  const state = field === 'state' ? stateNamed(value) : null;
  const named = has ? nameOfHas(has, locale) : state ? nameOfState(state, locale) : value;
  return `${nameOfField(field, locale)}:${valueText(named)}`;
}

export function printQuery(node: QueryNode, locale: Locale = 'en'): string {
  return text(node, 'nothing', locale);
}

function text(node: QueryNode, inside: Inside, locale: Locale): string {
  switch (node.is) {
    case 'all':
      return '';
    case 'words':
      return inside === 'not' && node.words.length > 1 ? `(${wordsText(node.words)})` : wordsText(node.words);
    case 'phrase':
      return `"${wordsText(node.words)}"`;
    case 'near': {
      const side = (words: QueryWord[], marks: boolean) =>
        marks ? `"${wordsText(words)}"` : wordsText(words);
      const both = `${side(node.left, node.leftMarks)} near/${node.distance} ${side(node.right, node.rightMarks)}`;
      return inside === 'nothing' ? both : `(${both})`;
    }
    case 'field':
      return fieldText(node.field, node.value, locale);
    case 'not':
      return `-${text(node.of, 'not', locale)}`;
    case 'and': {
      const both = node.of.map((member, at) => {
        // Two runs of words side by side would be read as one.
        const isRun = member.is === 'words' && node.of[at - 1]?.is === 'words';
        return `${isRun ? 'AND ' : ''}${text(member, 'and', locale)}`;
      });
      return inside === 'nothing' ? both.join(' ') : `(${both.join(' ')})`;
    }
    case 'or': {
      const either = node.of.map((member) => text(member, 'or', locale)).join(' OR ');
      return inside === 'nothing' ? either : `(${either})`;
    }
  }
}
