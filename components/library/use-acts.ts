/** Acts on articles: each is one act, told in one line with Undo beside it; on thousands it goes in parts, with progress. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import type { ToldLine } from '@/components/ui/Told';
import { useWords } from '@/components/words';
import { isMessageKey, type MessageKey } from '@/utils/locale/translate';
import type { ArticleState } from '@/utils/db/records';
import type { LibraryDoors } from './doors';

const TOLD_MS = 10_000;
/** What takes longer than this is told while it goes on. */
const PATIENCE_MS = 400;
/** Articles in one part: a part is one transaction, and between two of them one can stop. */
export const PART = 500;

const STATE_LABELS: Record<ArticleState, MessageKey> = {
  bin: 'journalBinned',
  kept: 'journalKept',
  inbox: 'journalRestored',
};

export interface BulkProgress {
  text: string;
  done: number;
  /** null: not known, and it cannot be stopped. */
  total: number | null;
}

export function useActs(doors: LibraryDoors) {
  const { t, failure, number } = useWords();
  const [told, setTold] = useState<ToldLine | null>(null);
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const stoppedRef = useRef(false);

  useEffect(() => {
    if (!told || told.isBad) return undefined;
    const timer = setTimeout(() => setTold(null), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);

  const acts = useMemo(() => {
    const label = (key: string | null) => (key && isMessageKey(key) ? t(key) : '');
    /** Tells the outcome of an act that can be taken back. */
    async function act<T>(key: MessageKey, count: number, doing: Promise<Answer<T>>): Promise<Answer<T>> {
      const answer = await doing;
      setTold(
        answer.ok
          ? { text: count > 1 ? t('libraryDone', t(key), number(count)) : t(key), canUndo: true }
          : { text: failure(answer.error.code), canUndo: false, isBad: true },
      );
      return answer;
    }
    /** One act in parts. Stopped on the way it stays as far as it came, and one undo takes it back. */
    async function inParts<T>(
      key: MessageKey,
      ids: string[],
      doing: (part: string[], group?: string) => Promise<Answer<T>>,
    ): Promise<Answer<T | null>> {
      if (ids.length <= PART) return act(key, ids.length, doing(ids));
      const group = crypto.randomUUID();
      stoppedRef.current = false;
      let done = 0;
      let answer: Answer<T | null> = { ok: true, value: null };
      while (answer.ok && done < ids.length && !stoppedRef.current) {
        setProgress({ text: t(key), done, total: ids.length });
        const part = ids.slice(done, done + PART);
        answer = await doing(part, group);
        if (answer.ok) done += part.length;
      }
      setProgress(null);
      if (!answer.ok) setTold({ text: failure(answer.error.code), canUndo: done > 0, isBad: true });
      else
        setTold({
          text:
            done < ids.length
              ? t('libraryStoppedAfter', t(key), number(done), number(ids.length))
              : t('libraryDone', t(key), number(done)),
          canUndo: true,
        });
      return answer;
    }
    async function travel(way: 'undo' | 'redo') {
      const isUndo = way === 'undo';
      // An act on thousands of articles takes as long to be taken back.
      const timer = setTimeout(
        () => setProgress({ text: t(isUndo ? 'libraryUndoing' : 'libraryRedoing'), done: 0, total: null }),
        PATIENCE_MS,
      );
      const answer = await doors[way]().finally(() => {
        clearTimeout(timer);
        setProgress(null);
      });
      if (!answer.ok) setTold({ text: failure(answer.error.code), canUndo: false, isBad: true });
      else if (!answer.value.did)
        setTold({ text: t(isUndo ? 'libraryNothingToUndo' : 'libraryNothingToRedo'), canUndo: false });
      else
        setTold({
          text: t(isUndo ? 'libraryUndone' : 'libraryRedone', label(answer.value.did)),
          canUndo: !isUndo,
        });
    }
    return {
      setState: (ids: string[], state: ArticleState) =>
        inParts(STATE_LABELS[state], ids, (part, group) => doors.setState(part, state, group)),
      tag: (ids: string[], name: string) =>
        inParts('journalTagged', ids, (part, group) => doors.tag(part, name, group)),
      untag: (ids: string[], codeId: string) =>
        inParts('journalUntagged', ids, (part, group) => doors.untag(part, codeId, group)),
      async collect(ids: string[], collectionId: string | null, name: string, isIn: boolean) {
        let into = collectionId;
        if (into === null) {
          const made = await act('journalCollectionMade', 1, doors.createCollection(name, null));
          if (!made.ok) return;
          into = made.value.collectionId;
        }
        const target = into;
        await inParts('journalCollected', ids, (part, group) => doors.collect(part, target, isIn, group));
      },
      createCollection: (name: string, parentId: string | null) =>
        act('journalCollectionMade', 1, doors.createCollection(name, parentId)),
      renameCollection: (collectionId: string, name: string) =>
        act('journalCollectionRenamed', 1, doors.renameCollection(collectionId, name)),
      moveCollection: (collectionId: string, parentId: string | null) =>
        act('journalCollectionMoved', 1, doors.moveCollection(collectionId, parentId)),
      removeCollection: (collectionId: string) =>
        act('journalCollectionRemoved', 1, doors.removeCollection(collectionId)),
      createProject: (name: string) => act('journalProjectMade', 1, doors.createProject(name)),
      renameProject: (projectId: string, name: string) =>
        act('journalProjectRenamed', 1, doors.renameProject(projectId, name)),
      removeProject: (projectId: string) => act('journalProjectRemoved', 1, doors.removeProject(projectId)),
      async switchProject(projectId: string) {
        const answer = await doors.switchProject(projectId);
        // What could be undone was told of another project.
        setTold(answer.ok ? null : { text: failure(answer.error.code), canUndo: false, isBad: true });
      },
      removeSearch: (searchId: string) => act('journalSearchRemoved', 1, doors.removeSearch(searchId)),
      writeMemo: (articleId: string, body: string) =>
        act(body.trim() ? 'journalMemoWritten' : 'journalMemoRemoved', 1, doors.writeMemo(articleId, body)),
      undo: () => travel('undo'),
      redo: () => travel('redo'),
      stop: () => {
        stoppedRef.current = true;
      },
      tell: (text: string, isBad = false) => setTold({ text, canUndo: false, isBad }),
    };
  }, [doors, t, failure, number]);

  return { acts, told, progress, hush: () => setTold(null) };
}
