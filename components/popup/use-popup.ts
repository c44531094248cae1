/** The popup's course: look at the page, show the record, save it, and what may follow. One state at a time. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TagValue } from '@/components/ui/TagInput';
import type { SavedArticle } from '@/utils/archive/types';
import type { ByHand } from '@/utils/db/records';
import type { Captured, PopupDoors, PopupTab } from './doors';
import { refusalOf, type Refusal } from './refusal';

export type PopupState =
  | { name: 'looking'; isSlow: boolean }
  | { name: 'refused'; reason: Refusal }
  | { name: 'failed'; code: string }
  | ({ name: 'record' } & Captured)
  | { name: 'saved'; saved: SavedArticle; title: string }
  | { name: 'takenBack' };

export interface Wishes {
  byHand: ByHand;
  reset: (keyof ByHand)[];
  tags: TagValue[];
  collections: TagValue[];
}

/** Sooner than this, a spinner would only flicker. */
const SLOW_MS = 300;

export function usePopup(doors: PopupDoors) {
  const [state, setState] = useState<PopupState>({ name: 'looking', isSlow: false });
  const [tab, setTab] = useState<PopupTab | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** Code of what went wrong last, shown beside the buttons; the state stays. */
  const [problem, setProblem] = useState<string | null>(null);
  /** Message key of what undo took back last. */
  const [undone, setUndone] = useState<string | null>(null);
  const runningRef = useRef(false);

  const look = useCallback(async () => {
    setState({ name: 'looking', isSlow: false });
    setProblem(null);
    setUndone(null);
    const timer = setTimeout(() => setState({ name: 'looking', isSlow: true }), SLOW_MS);
    try {
      const seen = await doors.tab();
      setTab(seen);
      const reason = refusalOf(seen);
      if (reason || !seen) return setState({ name: 'refused', reason: reason ?? 'noPage' });
      const answer = await doors.capture(seen.id);
      clearTimeout(timer);
      setState(answer.ok ? { name: 'record', ...answer.value } : { name: 'failed', code: answer.error.code });
    } catch {
      setState({ name: 'failed', code: 'unexpected' });
    } finally {
      clearTimeout(timer);
    }
  }, [doors]);

  useEffect(() => void look(), [look]);

  /** One act at a time: a second Enter while saving must not save twice. */
  async function once(act: () => Promise<string | null>): Promise<void> {
    if (runningRef.current) return;
    runningRef.current = true;
    setBusy(true);
    setProblem(null);
    try {
      setProblem(await act());
    } catch {
      setProblem('unexpected');
    } finally {
      runningRef.current = false;
      setBusy(false);
    }
  }

  /** Ids of the collections wished, new ones made first. */
  async function collectionIds(wished: TagValue[]): Promise<{ ids: string[]; code: string | null }> {
    const ids: string[] = [];
    for (const collection of wished) {
      if (collection.id) {
        ids.push(collection.id);
        continue;
      }
      const made = await doors.createCollection(collection.name);
      if (!made.ok) return { ids, code: made.error.code };
      ids.push(made.value.collectionId);
    }
    return { ids, code: null };
  }

  const save = (record: Captured, wishes: Wishes) =>
    once(async () => {
      if (!tab) return 'pageGone';
      const collections = await collectionIds(wishes.collections);
      if (collections.code) return collections.code;
      const answer = await doors.save(tab.id, record.capture, {
        byHand: wishes.byHand,
        tags: wishes.tags.map((tag) => tag.name),
        collections: collections.ids,
      });
      if (!answer.ok) return answer.error.code;
      const title = wishes.byHand.title ?? record.capture.metadata.title.value ?? '';
      setState({ name: 'saved', saved: answer.value, title });
      if (wishes.reset.length === 0) return null;
      const edited = await doors.edit(answer.value.articleId, {}, wishes.reset);
      return edited.ok ? null : edited.error.code;
    });

  /** Corrections to an article that is saved already and whose text is the same. */
  const correct = (articleId: string, wishes: Pick<Wishes, 'byHand' | 'reset'>) =>
    once(async () => {
      const answer = await doors.edit(articleId, wishes.byHand, wishes.reset);
      if (!answer.ok) return answer.error.code;
      await look();
      return null;
    });

  const restore = (articleId: string) =>
    once(async () => {
      const answer = await doors.restore(articleId);
      if (!answer.ok) return answer.error.code;
      await look();
      return null;
    });

  const undo = () =>
    once(async () => {
      const answer = await doors.undo();
      if (!answer.ok) return answer.error.code;
      // Undo takes back the last act; when that was not the save (a tag put on since), the article stays saved.
      setUndone(answer.value.did);
      if (answer.value.did === 'journalSaved' || answer.value.did === 'journalResaved')
        setState({ name: 'takenBack' });
      return null;
    });

  const tagActs = {
    add: (articleId: string, tag: TagValue) =>
      once(async () => {
        const answer = await doors.tag(articleId, tag.name);
        return answer.ok ? null : answer.error.code;
      }),
    remove: (articleId: string, tag: TagValue) =>
      once(async () => {
        if (!tag.id) return null;
        const answer = await doors.untag(articleId, tag.id);
        return answer.ok ? null : answer.error.code;
      }),
  };

  const collectionActs = {
    add: (articleId: string, collection: TagValue) =>
      once(async () => {
        const { ids, code } = await collectionIds([collection]);
        if (code || !ids[0]) return code;
        const answer = await doors.collect(articleId, ids[0], true);
        return answer.ok ? null : answer.error.code;
      }),
    remove: (articleId: string, collection: TagValue) =>
      once(async () => {
        if (!collection.id) return null;
        const answer = await doors.collect(articleId, collection.id, false);
        return answer.ok ? null : answer.error.code;
      }),
  };

  return {
    state,
    tab,
    isBusy,
    problem,
    undone,
    look,
    save,
    correct,
    restore,
    undo,
    tagActs,
    collectionActs,
  };
}

export type PopupCourse = ReturnType<typeof usePopup>;
