/**
 * Filters as a part of the line: what is clicked in the sidebar is written into what was typed, and nothing else in the line
 * changes.
 */
import { parseQuery } from './parse-query';
import { fieldText } from './print-query';
import { isDateField } from './query-fields';
import type { QueryField, QueryNode, QuerySpan } from './query';

export interface AskedFilter {
  field: QueryField;
  value: string;
  at: QuerySpan;
}

type FieldNode = Extract<QueryNode, { is: 'field' }>;

const isField = (node: QueryNode): node is FieldNode => node.is === 'field';

/** Filters that hold for the whole query, each list being "one of": `outlet:A OR outlet:B`. */
function groupsIn(node: QueryNode): FieldNode[][] {
  const members = node.is === 'and' ? node.of : [node];
  return members.flatMap((member) => {
    if (isField(member)) return [[member]];
    if (member.is !== 'or') return [];
    const fields = member.of.filter(isField);
    const isOneField =
      fields.length === member.of.length && fields.every(({ field }) => field === fields[0]!.field);
    return isOneField ? [fields] : [];
  });
}

/** What the whole query is narrowed to. */
export function filtersAsked(node: QueryNode): AskedFilter[] {
  return groupsIn(node)
    .flat()
    .map(({ field, value, at }) => ({ field, value, at }));
}

/** Alike up to case: how names of outlets and authors are compared. */
const isAlike = (a: string, b: string) =>
  a.normalize('NFC').toLocaleLowerCase('vi') === b.normalize('NFC').toLocaleLowerCase('vi');

/** Puts the filter into the line, or takes it out when it is there. Further values of one field are alternatives. */
export function toggleFilter(
  line: string,
  field: QueryField,
  value: string,
  locale: 'en' | 'vi' = 'en',
): string {
  const { node, complaints } = parseQuery(line);
  const group = groupsIn(node).find(([first]) => first!.field === field);
  const added = fieldText(field, value, locale);
  if (!group) {
    const ends = complaints.map(({ problem }) =>
      problem === 'openQuote' ? '"' : problem === 'openBracket' ? ')' : '',
    );
    return `${line.trimEnd()}${ends.join('')} ${added}`.trimStart();
  }
  const others = group.filter((member) => !isAlike(member.value, value));
  const isAdded = others.length === group.length;
  // A date has no alternatives: the new one takes the place of the old.
  const kept = isAdded && isDateField(field) ? [] : others;
  const written = kept.map(({ at }) => line.slice(at.start, at.end));
  if (isAdded) written.push(added);
  return replaced(line, { start: group[0]!.at.start, end: group.at(-1)!.at.end }, written.join(' OR '));
}

function replaced(line: string, span: QuerySpan, text: string): string {
  let { start, end } = span;
  if (!text)
    // Nothing is left between the brackets.
    while (/[(（]\s*$/u.test(line.slice(0, start)) && /^\s*[)）]/u.test(line.slice(end))) {
      start = line.slice(0, start).trimEnd().length - 1;
      end = line.length - line.slice(end).trimStart().length + 1;
    }
  const [before, after] = [line.slice(0, start), line.slice(end)];
  if (text) return before + text + after;
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
}
