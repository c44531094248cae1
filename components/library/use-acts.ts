/** Acts on articles: each is one call, told in one line with Undo beside it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import type { ToldLine } from '@/components/ui/Told';
import { useWords } from '@/components/words';
import { isMessageKey, type MessageKey } from '@/utils/locale/translate';
import type { ArticleState } from '@/utils/db/records';
import type { LibraryDoors } from './doors';

const TOLD_MS = 10_000;

const STATE_LABELS: Record<ArticleState, MessageKey> = {
  bin: 'journalBinned',
  kept: 'journalKept',
  inbox: 'journalRestored',
};

export function useActs(doors: LibraryDoors) {
  const { t, failure, number } = useWords();
  const [told, setTold] = useState<ToldLine | null>(null);

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
    async function travel(way: 'undo' | 'redo') {
      const answer = await doors[way]();
      const isUndo = way === 'undo';
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
        act(STATE_LABELS[state], ids.length, doors.setState(ids, state)),
      tag: (ids: string[], name: string) => act('journalTagged', ids.length, doors.tag(ids, name)),
      untag: (ids: string[], codeId: string) => act('journalUntagged', ids.length, doors.untag(ids, codeId)),
      async collect(ids: string[], collectionId: string | null, name: string, isIn: boolean) {
        let into = collectionId;
        if (into === null) {
          const made = await act('journalCollectionMade', 1, doors.createCollection(name, null));
          if (!made.ok) return;
          into = made.value.collectionId;
        }
        await act('journalCollected', ids.length, doors.collect(ids, into, isIn));
      },
      createCollection: (name: string, parentId: string | null) =>
        act('journalCollectionMade', 1, doors.createCollection(name, parentId)),
      renameCollection: (collectionId: string, name: string) =>
        act('journalCollectionRenamed', 1, doors.renameCollection(collectionId, name)),
      removeCollection: (collectionId: string) =>
        act('journalCollectionRemoved', 1, doors.removeCollection(collectionId)),
      undo: () => travel('undo'),
      redo: () => travel('redo'),
      tell: (text: string, isBad = false) => setTold({ text, canUndo: false, isBad }),
    };
  }, [doors, t, failure, number]);

  return { acts, told, hush: () => setTold(null) };
}
