/** Where a code stands among its siblings, as the tree shows it. */
import { treeOf, type Branch } from '@/utils/annotation/code-tree';
import type { CodebookCode } from '@/utils/db/codebook';

export interface Place {
  parent: CodebookCode | null;
  /** Ids, in order, itself among them. */
  siblings: string[];
  index: number;
  children: number;
}

export function placesOf(codes: readonly CodebookCode[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const visit = (branches: Branch<CodebookCode>[], parent: CodebookCode | null) => {
    const siblings = branches.map(({ code }) => code.id);
    for (const [index, { code, children }] of branches.entries()) {
      places.set(code.id, { parent, siblings, index, children: children.length });
      visit(children, code);
    }
  };
  visit(treeOf(codes), null);
  return places;
}
