/** Watches what the library shows, each part apart: a new highlight does not read all articles again. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LibraryContents } from '@/components/library/doors';
import {
  countAnnotations,
  listCollections,
  listPictureTrouble,
  listRows,
  listTags,
} from '@/utils/db/articles';
import { ArchiveUnusable, openDatabase } from '@/utils/db/open';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { watch } from '@/utils/db/watch';

const NOTHING: LibraryContents = {
  rows: null,
  tags: { tags: [], ofArticle: new Map(), ownOfArticle: new Map() },
  collections: [],
  annotations: new Map(),
  pictures: new Map(),
  isWhole: false,
  problem: null,
};

export function useContents(): { contents: LibraryContents; retry: () => void } {
  const [contents, setContents] = useState(NOTHING);
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn((now) => now + 1), []);
  useEffect(() => {
    setContents(NOTHING);
    const stops: (() => void)[] = [];
    let isGone = false;
    const fail = (error: unknown) =>
      setContents((now) => ({
        ...now,
        problem: error instanceof ArchiveUnusable ? error.code : 'storageBroken',
      }));
    const arrived = new Set<string>();
    const follow = <T>(
      db: PressmarkDatabase,
      query: (db: PressmarkDatabase) => Promise<T>,
      name: keyof LibraryContents,
    ) =>
      stops.push(
        watch(
          () => query(db),
          (value) => {
            arrived.add(name);
            const isWhole = arrived.has('tags') && arrived.has('collections');
            setContents((now) => ({ ...now, [name]: value, isWhole }));
          },
          fail,
        ),
      );
    openDatabase().then((db) => {
      if (isGone) return;
      // The database was closed for an upgrade or deleted: what is shown is no longer true.
      db.on('close', retry);
      follow(db, listRows, 'rows');
      follow(db, listTags, 'tags');
      follow(db, listCollections, 'collections');
      follow(db, countAnnotations, 'annotations');
      follow(db, listPictureTrouble, 'pictures');
    }, fail);
    return () => {
      isGone = true;
      for (const stop of stops) stop();
    };
  }, [turn, retry]);
  return { contents, retry };
}
