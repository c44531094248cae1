/** Fields of a query answered by the catalogue; words are answered elsewhere and handed in. */
import { foldMarks } from '@/utils/text/fold';
import { CHANGED, ELSEWHERE } from './catalogue-chunk';
import { NO_DATE, type Catalogue, type NameKind } from './catalogue';
import { DocSet } from './doc-set';
import type { QueryField, QueryNode } from './query';
import { hasNamed, startOfDate, stateNamed } from './query-fields';

/** Names that people gave to what the catalogue knows by id. */
export interface NameLabels {
  code: readonly { id: string; name: string }[];
  coder: readonly { id: string; name: string }[];
  /** Below another: an article in one below counts as in the upper one, too. */
  collection: readonly { id: string; name: string; parentId: string | null }[];
}

/** A node that is answered by words. */
export type TextNode = Extract<QueryNode, { is: 'words' | 'phrase' | 'near' }>;

export const isTextNode = (node: QueryNode): node is TextNode =>
  node.is === 'words' || node.is === 'phrase' || node.is === 'near';

/** All nodes of a query that words answer. */
export function textNodes(node: QueryNode): TextNode[] {
  if (isTextNode(node)) return [node];
  if (node.is === 'not') return textNodes(node.of);
  return node.is === 'and' || node.is === 'or' ? node.of.flatMap(textNodes) : [];
}

/** Documents that answer a query. `textDocs` gives those that answer a node of words. */
export function filterDocs(
  catalogue: Catalogue,
  node: QueryNode,
  labels: NameLabels,
  textDocs: (node: TextNode) => DocSet,
): DocSet {
  const answer = (one: QueryNode): DocSet => {
    switch (one.is) {
      case 'all':
        return catalogue.here;
      case 'field':
        return fieldDocs(catalogue, one.field, one.value, labels);
      case 'not':
        return catalogue.here.without(answer(one.of));
      case 'and':
        return one.of.reduce((docs: DocSet, part) => docs.and(answer(part)), catalogue.here);
      case 'or':
        return one.of.reduce((docs: DocSet, part) => docs.or(answer(part)), new DocSet(catalogue.size));
      default:
        return catalogue.here.and(textDocs(one));
    }
  };
  return answer(node);
}

const KIND_OF: Partial<Record<QueryField, NameKind>> = {
  outlet: 'outlet',
  author: 'author',
  agency: 'agency',
  code: 'code',
  tag: 'tag',
  coder: 'coder',
  collection: 'collection',
  language: 'language',
  section: 'section',
};

/** Documents whose field has the value. A value that nothing has gives none. */
export function fieldDocs(
  catalogue: Catalogue,
  field: QueryField,
  value: string,
  labels: NameLabels,
): DocSet {
  const kind = KIND_OF[field];
  if (kind) return named(catalogue, kind, namesFor(catalogue, kind, value, labels));
  if (field === 'state') return stateDocs(catalogue, value);
  if (field === 'has') return hasDocs(catalogue, value);
  return dateDocs(catalogue, field, value);
}

function named(catalogue: Catalogue, kind: NameKind, wanted: ReadonlySet<number>): DocSet {
  const found = new DocSet(catalogue.size);
  if (wanted.size === 0) return found;
  const column = catalogue.columnOf(kind);
  if (column) {
    const [only] = wanted.size === 1 ? wanted : [];
    if (only !== undefined) return catalogue.where((doc) => column[doc] === only);
    return catalogue.where((doc) => wanted.has(column[doc]!));
  }
  let doc = 0;
  const see = (name: number) => {
    if (wanted.has(name)) found.add(doc);
  };
  catalogue.here.forEach((one) => {
    doc = one;
    catalogue.eachName(kind, one, see);
  });
  return found;
}

/** Numbers of the names that a value means: the same name, else the same without marks, else those that hold it. */
function namesFor(
  catalogue: Catalogue,
  kind: NameKind,
  value: string,
  labels: NameLabels,
): ReadonlySet<number> {
  const labelled = labelsOf(kind, labels);
  if (value === '' && !labelled) return new Set([0]);
  if (!labelled) {
    const exact = catalogue.numberOf(value);
    if (exact > 0) return new Set([exact]);
    const folded = foldedNames(catalogue);
    return new Set(
      matching(
        value,
        catalogue.names,
        (_, place) => folded[place]!,
        (name) => name,
      ).map(([, place]) => place),
    );
  }
  const meant = labelled.some(({ id }) => id === value)
    ? [value]
    : matching(
        value,
        labelled,
        ({ name }) => foldMarks(name),
        ({ name }) => name,
      ).map(([{ id }]) => id);
  const all = kind === 'collection' ? meant.flatMap((id) => branchOf(labels.collection, id)) : meant;
  return new Set(all.map((id) => catalogue.numberOf(id)).filter((number) => number > 0));
}

function labelsOf(kind: NameKind, labels: NameLabels): readonly { id: string; name: string }[] | null {
  if (kind === 'code' || kind === 'tag') return labels.code;
  return kind === 'coder' || kind === 'collection' ? labels[kind] : null;
}

function matching<T>(
  value: string,
  all: readonly T[],
  foldedOf: (one: T, place: number) => string,
  nameOf: (one: T) => string,
): [T, number][] {
  const typed = value.normalize('NFC').trim().toLowerCase();
  const folded = foldMarks(typed);
  if (!folded) return [];
  const places = all.map((one, place): [T, number] => [one, place]);
  const same = places.filter(([one]) => nameOf(one).normalize('NFC').toLowerCase() === typed);
  if (same.length > 0) return same;
  const unmarked = places.filter(([one, place]) => foldedOf(one, place) === folded);
  if (unmarked.length > 0) return unmarked;
  return places.filter(([one, place]) => foldedOf(one, place).includes(folded));
}

const foldedOfCatalogue = new WeakMap<Catalogue, string[]>();

function foldedNames(catalogue: Catalogue): string[] {
  const folded = foldedOfCatalogue.get(catalogue) ?? [];
  for (let place = folded.length; place < catalogue.names.length; place += 1)
    folded.push(foldMarks(catalogue.names[place]!));
  foldedOfCatalogue.set(catalogue, folded);
  return folded;
}

/** A collection and all below it. A circle, which two machines may have made, ends where it began. */
export function branchOf(
  collections: readonly { id: string; parentId: string | null }[],
  id: string,
): string[] {
  const branch = [id];
  for (const parent of branch)
    for (const child of collections)
      if (child.parentId === parent && !branch.includes(child.id)) branch.push(child.id);
  return branch;
}

function stateDocs(catalogue: Catalogue, value: string): DocSet {
  const state = stateNamed(value);
  return state ? catalogue.inState(state) : new DocSet(catalogue.size);
}

export function hasDocs(catalogue: Catalogue, value: string): DocSet {
  const { pictures, versions } = catalogue;
  switch (hasNamed(value)) {
    case 'annotations':
      return catalogue.where((doc) => catalogue.workOf(doc).annotations > 0);
    case 'comments':
      return catalogue.where((doc) => catalogue.workOf(doc).comments > 0);
    case 'notes':
      return catalogue.where((doc) => catalogue.workOf(doc).memos > 0);
    case 'review':
      return catalogue.where((doc) => catalogue.workOf(doc).reviews > 0);
    case 'pictures':
      return catalogue.where((doc) => pictures[4 * doc]! > 0);
    case 'missing':
      return catalogue.where(
        (doc) => pictures[4 * doc + 1]! + pictures[4 * doc + 2]! + pictures[4 * doc + 3]! > 0,
      );
    case 'changed':
      return catalogue.where((doc) => (catalogue.marks[doc]! & CHANGED) !== 0);
    case 'elsewhere':
      return catalogue.where((doc) => (catalogue.marks[doc]! & ELSEWHERE) !== 0);
    case 'versions':
      return catalogue.where((doc) => versions[doc]! > 1);
    default:
      return new DocSet(catalogue.size);
  }
}

/** `after:` begins with the first day named, `before:` ends before it. What has no date is neither. */
function dateDocs(catalogue: Catalogue, field: QueryField, value: string): DocSet {
  const start = startOfDate(value);
  if (start === null) return new DocSet(catalogue.size);
  const [year, month, day] = start.split('-').map(Number);
  const { published, saved } = catalogue;
  if (field === 'savedBefore' || field === 'savedAfter') {
    const moment = new Date(year!, month! - 1, day).getTime();
    return catalogue.where((doc) => (field === 'savedAfter' ? saved[doc]! >= moment : saved[doc]! < moment));
  }
  const minute = Date.UTC(year!, month! - 1, day) / 60_000;
  return catalogue.where(
    (doc) =>
      published[doc]! !== NO_DATE &&
      (field === 'after' ? published[doc]! >= minute : published[doc]! < minute),
  );
}
