/** What differs between two copies of one article: fields, and blocks of text in reading order. */
import { diffArrays } from 'diff';
import type { Block, BlockType, Metadata, MetadataKey } from './types';

export interface ComparedCopy {
  metadata: Metadata;
  text: string;
  blocks: readonly Block[];
}

export interface FieldChange {
  key: MetadataKey;
  from: unknown;
  to: unknown;
}

export interface BlockChange {
  is: 'same' | 'removed' | 'added';
  type: BlockType;
  text: string;
}

export interface Difference {
  /** Fields whose value differs; a value found elsewhere on the page is no difference. */
  fields: FieldChange[];
  /** All blocks of both, in order; a block that only changed its kind is removed and added. */
  blocks: BlockChange[];
  isNone: boolean;
}

/** Edits looked for at most; past that the rest counts as replaced, so that two different texts cost no minutes. */
const MOST_EDITS = 2_000;

/** Fields whose value differs; where it was found on the page does not matter. */
export function compareFields(
  from: Pick<ComparedCopy, 'metadata'>,
  to: Pick<ComparedCopy, 'metadata'>,
): FieldChange[] {
  return (Object.keys(to.metadata) as MetadataKey[]).flatMap((key) => {
    const [before, after] = [from.metadata[key].value, to.metadata[key].value];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ key, from: before, to: after }];
  });
}

export function compareCopies(from: ComparedCopy, to: ComparedCopy): Difference {
  const fields = compareFields(from, to);
  const [old, now] = [blocksOf(from), blocksOf(to)];
  const changes = diffArrays(old, now, {
    comparator: (a, b) => a.type === b.type && a.text === b.text,
    maxEditLength: MOST_EDITS,
  }) ?? [
    { value: old, removed: true, added: false, count: old.length },
    { value: now, removed: false, added: true, count: now.length },
  ];
  const blocks = changes.flatMap(({ value, added, removed }) =>
    value.map((block) => ({ is: added ? 'added' : removed ? 'removed' : 'same', ...block }) as const),
  );
  return { fields, blocks, isNone: fields.length === 0 && blocks.every(({ is }) => is === 'same') };
}

function blocksOf({ text, blocks }: ComparedCopy): { type: BlockType; text: string }[] {
  return blocks.map(({ type, start, end }) => ({ type, text: text.slice(start, end) }));
}
