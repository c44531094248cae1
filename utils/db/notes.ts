/** What coders wrote beside texts: comments on passages, memos on articles and on passages. Searched as they are. */
import { sightOf } from './blind';
import type { PressmarkDatabase } from './schema';

export interface Note {
  articleId: string;
  text: string;
}

/** Notes of these articles that the coder at work may see. */
export async function readNotes(db: PressmarkDatabase, articleIds: readonly string[]): Promise<Note[]> {
  const { sees } = await sightOf(db);
  const annotations = await db.annotations
    .where('articleId')
    .anyOf([...articleIds])
    .toArray();
  const visible = annotations.filter((annotation) => !annotation.deletedAt && sees(annotation));
  const notes = visible
    .filter(({ comment }) => comment !== '')
    .map(({ articleId, comment }) => ({ articleId, text: comment }));
  const articleOf = new Map(visible.map(({ id, articleId }) => [id, articleId]));
  const subjects = [
    ...articleIds.map((id) => ['article', id]),
    ...visible.map(({ id }) => ['annotation', id]),
  ];
  const memos = await db.memos.where('[subjectType+subjectId]').anyOf(subjects).toArray();
  for (const memo of memos) {
    const articleId = memo.subjectType === 'article' ? memo.subjectId : articleOf.get(memo.subjectId);
    if (!articleId || memo.deletedAt || memo.body === '') continue;
    if (sees({ articleId, coderId: memo.coderId })) notes.push({ articleId, text: memo.body });
  }
  return notes;
}
