/**
 * Codes as a tree. Promise: every code stands in it exactly once, whatever two machines made of the parents: one whose
 * parent is gone, and the codes of a circle, stand at the top.
 */

export interface TreeCode {
  id: string;
  parentId: string | null;
  name: string;
  order: number;
}

export interface Branch<Code extends TreeCode> {
  code: Code;
  /** 0 at the top. */
  depth: number;
  children: Branch<Code>[];
}

const collator = new Intl.Collator('vi');

/** Siblings as they stand: by order, then by name. */
export function compareSiblings(a: TreeCode, b: TreeCode): number {
  return a.order - b.order || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** The parent that counts: null where the one named is missing or leads back to the code itself. */
function parentsOf(codes: readonly TreeCode[]): Map<string, string | null> {
  const named = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const parents = new Map<string, string | null>();
  for (const { id, parentId } of codes) {
    const seen = new Set([id]);
    let at = parentId;
    while (at !== null && named.has(at) && !seen.has(at)) {
      seen.add(at);
      at = named.get(at) ?? null;
    }
    const isInCircle = at === id;
    parents.set(id, parentId !== null && named.has(parentId) && !isInCircle ? parentId : null);
  }
  return parents;
}

export function treeOf<Code extends TreeCode>(codes: readonly Code[]): Branch<Code>[] {
  const parents = parentsOf(codes);
  const below = new Map<string | null, Code[]>();
  for (const code of codes) {
    const parent = parents.get(code.id) ?? null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(code);
    else below.set(parent, [code]);
  }
  const branches = (parent: string | null, depth: number): Branch<Code>[] =>
    (below.get(parent) ?? []).toSorted(compareSiblings).map((code) => ({
      code,
      depth,
      children: branches(code.id, depth + 1),
    }));
  return branches(null, 0);
}

/** Depth first, parents before their children. */
export function inTreeOrder<Code extends TreeCode>(branches: readonly Branch<Code>[]): Branch<Code>[] {
  return branches.flatMap((branch) => [branch, ...inTreeOrder(branch.children)]);
}

/** The code and every code below it. */
export function branchIds(codes: readonly TreeCode[], id: string): Set<string> {
  const below = new Map<string, string[]>();
  for (const code of codes)
    if (code.parentId !== null) below.set(code.parentId, [...(below.get(code.parentId) ?? []), code.id]);
  const found = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    waiting.push(...(below.get(at) ?? []));
  }
  return found;
}

/** Names from the top down to the code itself. */
export function pathOf(codes: ReadonlyMap<string, TreeCode>, id: string): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = codes.get(id); at && !seen.has(at.id); at = codes.get(at.parentId ?? '')) {
    seen.add(at.id);
    names.unshift(at.name);
  }
  return names;
}

/** Follows "merged into" to the code that stands for this one today. The id itself where nothing leads on. */
export function survivorOf(
  codes: ReadonlyMap<string, { id: string; mergedInto?: string }>,
  id: string,
): string {
  const seen = new Set<string>();
  let at = id;
  for (let code = codes.get(at); code?.mergedInto && !seen.has(at); code = codes.get(at)) {
    seen.add(at);
    at = code.mergedInto;
  }
  return seen.has(at) ? id : at;
}
