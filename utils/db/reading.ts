/** What the reader watches of one article: everything but the bytes of its pictures, which are read apart and once. */
import type {
  Annotation,
  Article,
  Code,
  Coder,
  Coding,
  IsoTime,
  Picture,
  Placement,
  StoredBlob,
  Version,
} from './records';
import type { Verdict } from '@/utils/annotation/types';
import { sightOf } from './blind';
import { readMemos, variablesOf, type ArticleVariable, type ReadMemo } from './codebook';
import { projectIdAtWork } from './projects';
import { recentUses, type CodeUse } from './recent-uses';
import { releasedAt } from './released';
import { pageDiffersSince } from './revisits';
import type { PressmarkDatabase } from './schema';
import { undoLabels } from './undo-labels';

export type ReadCode = Pick<Code, 'id' | 'name' | 'colour' | 'folded' | 'parentId' | 'shortcut'>;

/** A code on a passage, and the coders who put it there. */
export interface PutCode extends ReadCode {
  putBy: string[];
}

export interface ReadAnnotation extends Annotation {
  codes: PutCode[];
  /** How it came to this version; null when it was made on it. `parts` are those of this version. */
  verdict: Verdict | null;
  /** The words at `parts`; those it was made on where it has no place here. In review they are a guess. */
  words: string;
  /** Names and numbers that are no longer the same. */
  changedWords: string[];
  /** A person has chosen the place in this version. */
  isPlacedByHand: boolean;
}

export interface ReadVersion {
  id: string;
  capturedAt: IsoTime;
  /** Highlights that were made on it. */
  annotations: number;
}

export interface Reading {
  article: Article;
  /** null: the version asked for is not in the archive. */
  version: Version | null;
  /** Newest first. */
  versions: ReadVersion[];
  pictures: Picture[];
  /** The page it was made from was let go at this time; null while it is kept, and where there was none. */
  pageReleasedAt: IsoTime | null;
  /** The page was seen to say something else than the newest version, first at this time. */
  pageDiffersSince: IsoTime | null;
  /** Those of the shown version. */
  annotations: ReadAnnotation[];
  /** The codebook of the project at work, what was used last first. Codes of other projects are nowhere in it. */
  codes: ReadCode[];
  /** Tags on the whole article; those with values are among `variables`. */
  tags: ReadCode[];
  variables: ArticleVariable[];
  /** On the article. */
  memos: ReadMemo[];
  collections: { id: string; name: string }[];
  coders: Pick<Coder, 'id' | 'name' | 'initials' | 'colour'>[];
  undo: string | null;
  redo: string | null;
}

const isLiving = (row: { deletedAt?: string }) => !row.deletedAt;
const briefly = ({ id, name, colour, folded, parentId, shortcut }: Code): ReadCode => ({
  id,
  name,
  colour,
  folded,
  parentId,
  shortcut,
});

/** Reads it once; under `watch` it is read again whenever one of these rows changes. null: not in the archive. */
export async function readingOf(
  db: PressmarkDatabase,
  articleId: string,
  versionId?: string | null,
): Promise<Reading | null> {
  let article = await db.articles.get(articleId);
  if (article?.mergedInto) article = await db.articles.get(article.mergedInto);
  if (!article || article.deletedAt) return null;
  const id = article.id;
  const [{ sees }, projectId] = await Promise.all([sightOf(db), projectIdAtWork(db)]);
  const isSeen = (row: Annotation | Coding) => isLiving(row) && sees(row);
  const [version, versionIds, annotations, codings, allCodes, collections, coders, labels, uses] =
    await Promise.all([
      db.versions.get(versionId || article.latestVersionId),
      // Keys only: a version row holds its whole text.
      db.versions
        .where('[articleId+capturedAt]')
        .between([id, ''], [id, '\uffff'])
        .keys() as unknown as Promise<[string, string][]>,
      db.annotations.where('articleId').equals(id).filter(isSeen).toArray(),
      db.codings.where('articleId').equals(id).filter(isSeen).toArray(),
      db.codes.where('projectId').equals(projectId).filter(isLiving).toArray(),
      db.collections.where('projectId').equals(projectId).filter(isLiving).toArray(),
      db.coders.filter(isLiving).toArray(),
      undoLabels(db),
      recentUses(db, projectId),
    ]);
  const primaryKeys = await db.versions
    .where('[articleId+capturedAt]')
    .between([id, ''], [id, '\uffff'])
    .primaryKeys();
  const shown = version?.articleId === id ? version : null;
  const placements = shown ? await db.placements.where('versionId').equals(shown.id).toArray() : [];
  const placed = new Map(placements.map((placement) => [placement.annotationId, placement]));
  const pictures = shown ? await db.pictures.where('versionId').equals(shown.id).toArray() : [];
  const pageReleasedAt = shown?.rawSha ? await releasedAt(db, shown.rawSha) : null;
  const codes = new Map(allCodes.map((code) => [code.id, code]));
  const codesOn = (targetId: string) =>
    codings.flatMap((coding) => {
      const code = coding.targetId === targetId ? codes.get(coding.codeId) : undefined;
      return code ? [{ code, at: coding.createdAt, coderId: coding.coderId }] : [];
    });
  const namesOn = (targetId: string): PutCode[] => {
    const ordered = codesOn(targetId).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const put = new Map<string, PutCode>();
    for (const { code, coderId } of ordered) {
      const known = put.get(code.id);
      if (!known) put.set(code.id, { ...briefly(code), putBy: [coderId] });
      else if (!known.putBy.includes(coderId)) known.putBy.push(coderId);
    }
    return [...put.values()];
  };
  const withdrawn = new Set(article.withdrawn);
  const [variables, memos, differsSince] = await Promise.all([
    variablesOf(db, projectId, id),
    readMemos(db, 'article', id),
    pageDiffersSince(db, article),
  ]);
  return {
    article,
    version: shown,
    versions: versionIds
      .map((key, n) => ({
        id: primaryKeys[n]!,
        capturedAt: key[1],
        annotations: annotations.filter((annotation) => annotation.versionId === primaryKeys[n]).length,
      }))
      .filter((one) => !withdrawn.has(one.id) || one.id === shown?.id)
      .toSorted(newestFirst(article.latestVersionId)),
    pictures,
    pageReleasedAt,
    pageDiffersSince: differsSince,
    annotations: shown ? annotations.flatMap((one) => placedIn(shown, one, placed.get(one.id), namesOn)) : [],
    codes: lastUsedFirst(allCodes, [...codings, ...uses]),
    tags: namesOn(id).filter((tag) => !variables.some(({ codeId }) => codeId === tag.id)),
    variables,
    memos,
    collections: collections
      .toSorted((a, b) => a.order - b.order)
      .map((collection) => ({ id: collection.id, name: collection.name })),
    coders: coders.map(({ id: coderId, name, initials, colour }) => ({
      id: coderId,
      name,
      initials,
      colour,
    })),
    ...labels,
  };
}

/** A device's clock may have gone back: the version that the article names as its latest is the newest all the same. */
const newestFirst = (latestId: string) => (one: ReadVersion, other: ReadVersion) =>
  Number(other.id === latestId) - Number(one.id === latestId) ||
  Date.parse(other.capturedAt) - Date.parse(one.capturedAt);

/** A highlight as it stands in a version: where it was made, unless a placement says otherwise. */
function placedIn(
  version: Version,
  annotation: Annotation,
  placement: Placement | undefined,
  codesOf: (annotationId: string) => PutCode[],
): ReadAnnotation[] {
  const isHome = annotation.versionId === version.id;
  if (!isHome && !placement) return [];
  const parts = placement?.parts ?? annotation.parts;
  const isMoved = isHome && placement?.verdict !== undefined && placement.verdict !== 'same';
  return [
    {
      ...annotation,
      parts,
      codes: codesOf(annotation.id),
      verdict: isHome ? null : placement!.verdict,
      words:
        parts.length > 0
          ? parts.map(({ start, end }) => version.text.slice(start, end)).join('\n')
          : annotation.quote.exact,
      changedWords: placement?.changedWords ?? [],
      isPlacedByHand: placement?.decidedBy === 'person' && (!isHome || isMoved),
    },
  ];
}

function lastUsedFirst(codes: Code[], codings: CodeUse[]): ReadCode[] {
  const lastUse = new Map<string, string>();
  for (const { codeId, createdAt } of codings)
    if (createdAt > (lastUse.get(codeId) ?? '')) lastUse.set(codeId, createdAt);
  const used = (code: Code) => lastUse.get(code.id) ?? '';
  return codes
    .filter((code) => !code.mergedInto)
    .toSorted((a, b) => (used(a) === used(b) ? a.order - b.order : used(a) < used(b) ? 1 : -1))
    .map(briefly);
}

/** Bytes of kept pictures by hash. */
export async function pictureBlobs(db: PressmarkDatabase, hashes: string[]): Promise<StoredBlob[]> {
  return (await db.blobs.bulkGet(hashes)).filter((blob) => blob !== undefined);
}
