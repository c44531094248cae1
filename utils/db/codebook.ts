/**
 * What the codebook page watches: the codes with how often they are used, the passages of one code, memos. Counts leave
 * out what was deleted and articles that are in the bin.
 */
import type { Code, Coding, IsoTime, Memo, MemoSubject } from './records';
import { sightOf } from './blind';
import { projectAtWork } from './projects';
import type { PressmarkDatabase } from './schema';
import { undoLabels } from './undo-labels';

export interface CodebookCode extends Code {
  /** Highlights coded with it, each once. */
  passages: number;
  /** Articles with such a highlight, or coded as a whole. */
  articles: number;
  hasMemo: boolean;
}

export interface Codebook {
  project: { id: string; name: string };
  /** In no order: `utils/annotation/code-tree` makes the tree. */
  codes: CodebookCode[];
  /** Message keys of what undo and redo would do. */
  undo: string | null;
  redo: string | null;
}

const isLiving = (row: { deletedAt?: string }) => !row.deletedAt;

/** Codes of the project in use, without counts: for palettes, forms and lists. */
export async function codesOf(db: PressmarkDatabase, projectId: string): Promise<Code[]> {
  const codes = await db.codes.where('projectId').equals(projectId).toArray();
  return codes.filter((code) => isLiving(code) && !code.mergedInto);
}

/** The codebook of the project at work. null: the archive has no project yet. */
export async function codebookOf(db: PressmarkDatabase): Promise<Codebook | null> {
  const project = await projectAtWork(db);
  if (!project) return null;
  const [codes, counts, memos, labels] = await Promise.all([
    codesOf(db, project.id),
    countCodings(db),
    db.memos
      .where('[subjectType+subjectId]')
      .between(['code', ''], ['code', '\uffff'])
      .filter(isLiving)
      .toArray(),
    undoLabels(db),
  ]);
  const noted = new Set(memos.map(({ subjectId }) => subjectId));
  return {
    project: { id: project.id, name: project.name },
    codes: codes.map((code) => ({
      ...code,
      passages: counts.get(code.id)?.passages ?? 0,
      articles: counts.get(code.id)?.articles ?? 0,
      hasMemo: noted.has(code.id),
    })),
    ...labels,
  };
}

/** One bulk read: a look per code, or per row, takes many times as long. */
async function countCodings(
  db: PressmarkDatabase,
): Promise<Map<string, { passages: number; articles: number }>> {
  const [codings, binned, { sees }] = await Promise.all([
    db.codings.toArray(),
    binnedArticles(db),
    sightOf(db),
  ]);
  const found = new Map<string, { targets: Set<string>; articles: Set<string> }>();
  for (const coding of codings) {
    const { codeId, targetType, targetId, articleId } = coding;
    if (coding.deletedAt || binned.has(articleId) || !sees(coding)) continue;
    let of = found.get(codeId);
    if (!of) found.set(codeId, (of = { targets: new Set(), articles: new Set() }));
    if (targetType === 'annotation') of.targets.add(targetId);
    of.articles.add(articleId);
  }
  return new Map(
    [...found].map(([id, { targets, articles }]) => [
      id,
      { passages: targets.size, articles: articles.size },
    ]),
  );
}

async function binnedArticles(db: PressmarkDatabase): Promise<Set<string>> {
  return new Set(await db.articles.where('state').equals('bin').primaryKeys());
}

/** A coding as the codebook lists it. */
export interface CodedPassage {
  codingId: string;
  /** null: the code is on the whole article. */
  annotationId: string | null;
  quote: string;
  comment: string;
  value: string | null;
  articleId: string;
  versionId: string;
  title: string;
  outlet: string | null;
  published: string | null;
  language: string | null;
  coder: string;
  codedAt: IsoTime;
}

/** Passages of a code: by date of the article, then in the order of the text. */
export async function passagesOf(db: PressmarkDatabase, codeId: string): Promise<CodedPassage[]> {
  const { sees } = await sightOf(db);
  const codings = await db.codings
    .where('codeId')
    .equals(codeId)
    .filter((coding) => isLiving(coding) && sees(coding))
    .toArray();
  const [annotations, articles, coders] = await Promise.all([
    byId(db.annotations.bulkGet(codings.filter(isOnPassage).map(({ targetId }) => targetId))),
    byId(db.articles.bulkGet([...new Set(codings.map(({ articleId }) => articleId))])),
    byId(db.coders.toArray()),
  ]);
  const placed = codings.flatMap((coding) => {
    const article = articles.get(coding.articleId);
    const annotation = isOnPassage(coding) ? annotations.get(coding.targetId) : null;
    if (!article || article.state === 'bin' || annotation === undefined || annotation?.deletedAt) return [];
    const { title, outlet, published, language } = article.shown;
    const passage: CodedPassage = {
      codingId: coding.id,
      annotationId: annotation?.id ?? null,
      quote: annotation?.quote.exact ?? '',
      comment: annotation?.comment ?? '',
      value: coding.value,
      articleId: coding.articleId,
      versionId: annotation?.versionId ?? article.latestVersionId,
      title,
      outlet,
      published,
      language,
      coder: coders.get(coding.coderId)?.name ?? '',
      codedAt: coding.createdAt,
    };
    return [{ passage, at: annotation?.parts[0]?.start ?? -1 }];
  });
  const order = (a: (typeof placed)[number], b: (typeof placed)[number]) =>
    compare(a.passage.published ?? '', b.passage.published ?? '') ||
    compare(a.passage.articleId, b.passage.articleId) ||
    a.at - b.at ||
    compare(a.passage.codingId, b.passage.codingId);
  return placed.toSorted(order).map(({ passage }) => passage);
}

const isOnPassage = ({ targetType }: Coding) => targetType === 'annotation';

async function byId<Row extends { id: string }>(
  rows: PromiseLike<(Row | undefined)[]>,
): Promise<Map<string, Row>> {
  return new Map((await rows).flatMap((row) => (row ? [[row.id, row]] : [])));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Living memos on a subject, the oldest first. */
export async function memosOn(db: PressmarkDatabase, type: MemoSubject, id: string): Promise<Memo[]> {
  const memos = await db.memos.where('[subjectType+subjectId]').equals([type, id]).toArray();
  const articleId = await articleUnder(db, type, id);
  const { sees } = await sightOf(db, articleId ?? '');
  return memos
    .filter((memo) => isLiving(memo) && (articleId === null || sees({ articleId, coderId: memo.coderId })))
    .toSorted((a, b) => compare(a.createdAt, b.createdAt));
}

/** The article that a memo's subject belongs to. */
async function articleUnder(db: PressmarkDatabase, type: MemoSubject, id: string): Promise<string | null> {
  if (type === 'article') return id;
  if (type === 'annotation') return (await db.annotations.get(id))?.articleId ?? null;
  if (type === 'coding') return (await db.codings.get(id))?.articleId ?? null;
  return null;
}

/** A code with values, and what was said of one article with it. */
export interface ArticleVariable {
  codeId: string;
  name: string;
  colour: string;
  definition: string;
  values: string[];
  /** What the coder at work said; it may have left the code's list since. null: nothing */
  own: string | null;
  /** What others said, where it may be seen. */
  others: { coder: string; value: string }[];
}

/** The variables of the project, in the order of the tree, with the values of one article. */
export async function variablesOf(
  db: PressmarkDatabase,
  projectId: string,
  articleId: string,
): Promise<ArticleVariable[]> {
  const [codes, codings, coders, { sees, coderId }] = await Promise.all([
    codesOf(db, projectId),
    db.codings.where('targetId').equals(articleId).filter(isLiving).toArray(),
    db.coders.toArray(),
    sightOf(db, articleId),
  ]);
  const names = new Map(coders.map(({ id, name }) => [id, name]));
  return inOrder(codes).flatMap((code): ArticleVariable[] => {
    if (code.values.length === 0) return [];
    const said = codings.filter((coding) => coding.codeId === code.id && sees(coding));
    return [
      {
        codeId: code.id,
        name: code.name,
        colour: code.colour,
        definition: code.definition,
        values: code.values,
        own: said.find((coding) => coding.coderId === coderId)?.value ?? null,
        others: said.flatMap((coding) =>
          coding.coderId === coderId || coding.value === null
            ? []
            : [{ coder: names.get(coding.coderId) ?? '', value: coding.value }],
        ),
      },
    ];
  });
}

/** As in the tree: by the numbers on the way from the top. */
function inOrder(codes: Code[]): Code[] {
  const known = new Map(codes.map((code) => [code.id, code]));
  const wayTo = (code: Code): number[] => {
    const way: number[] = [];
    const seen = new Set<string>();
    for (let at: Code | undefined = code; at && !seen.has(at.id); at = known.get(at.parentId ?? '')) {
      seen.add(at.id);
      way.unshift(at.order);
    }
    return way;
  };
  const ways = new Map(codes.map((code) => [code.id, wayTo(code)]));
  return codes.toSorted((a, b) => {
    const [one, two] = [ways.get(a.id)!, ways.get(b.id)!];
    const differs = one.findIndex((order, index) => order !== two[index]);
    return differs < 0 ? one.length - two.length : one[differs]! - (two[differs] ?? -Infinity);
  });
}

/** A memo as views have it. */
export interface ReadMemo {
  id: string;
  body: string;
  coder: string;
  isOwn: boolean;
}

/** Memos on a subject with who wrote them. */
export async function readMemos(db: PressmarkDatabase, type: MemoSubject, id: string): Promise<ReadMemo[]> {
  const [memos, coders, { coderId }] = await Promise.all([
    memosOn(db, type, id),
    db.coders.toArray(),
    sightOf(db, ''),
  ]);
  const names = new Map(coders.map((coder) => [coder.id, coder.name]));
  return memos.map((memo) => ({
    id: memo.id,
    body: memo.body,
    coder: names.get(memo.coderId) ?? '',
    isOwn: memo.coderId === coderId,
  }));
}
