/** Watches what the library shows. Of the catalogue only chunks that were written since are read, outside of the watching. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryContents } from '@/components/library/doors';
import {
  chunksSince,
  countStale,
  lastWriting,
  listCoders,
  listCollections,
  listTags,
} from '@/utils/db/articles';
import { sightOf } from '@/utils/db/blind';
import { ArchiveUnusable, openDatabase } from '@/utils/db/open';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { listSearches } from '@/utils/db/searches';
import { watch } from '@/utils/db/watch';
import { call } from '@/utils/messaging/client';
import { Catalogue } from '@/utils/search/catalogue';

const NOTHING: LibraryContents = {
  catalogue: null,
  revision: 0,
  tags: [],
  collections: [],
  coders: [],
  searches: [],
  behind: 0,
  isWhole: false,
  problem: null,
};

/** Articles that stay behind for so long have nobody who brings them up: the background was killed. */
const NUDGE_MS = 1_500;

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
    openDatabase().then((db) => {
      if (isGone) return;
      // The database was closed for an upgrade or deleted: what is shown is no longer true.
      db.on('close', retry);
      const arrived = new Set<string>();
      const follow = <Name extends 'tags' | 'collections' | 'coders' | 'searches'>(
        name: Name,
        query: (db: PressmarkDatabase) => Promise<LibraryContents[Name]>,
      ) =>
        stops.push(
          watch(
            () => query(db),
            (value) => {
              arrived.add(name);
              setContents((now) => ({ ...now, [name]: value, isWhole: arrived.size === 4 }));
            },
            fail,
          ),
        );
      stops.push(followCatalogue(db, setContents, fail));
      follow('tags', listTags);
      follow('collections', listCollections);
      follow('coders', listCoders);
      follow('searches', listSearches);
      stops.push(
        watch(
          () => countStale(db),
          (behind) => setContents((now) => ({ ...now, behind })),
          fail,
        ),
      );
    }, fail);
    return () => {
      isGone = true;
      for (const stop of stops) stop();
    };
  }, [turn, retry]);
  useNudge(contents.behind);
  return { contents, retry };
}

type Change = (change: (now: LibraryContents) => LibraryContents) => void;

/** Keeps a catalogue up with the database, and with who is looking. Gives the function that stops it. */
function followCatalogue(db: PressmarkDatabase, change: Change, fail: (error: unknown) => void): () => void {
  let catalogue = new Catalogue();
  let sight: { coderId: string; closed: ReadonlySet<string> } | null = null;
  let isOver = false;
  let tail: Promise<unknown> = Promise.resolve();
  const show = () => {
    const { revision } = catalogue;
    const shown = catalogue;
    // Before it is known who looks, nothing is shown: blind work would be seen for a moment.
    if (!isOver && sight) change((now) => ({ ...now, catalogue: shown, revision }));
  };
  const read = async (last: number) => {
    // A catalogue made anew begins to count anew.
    if (last < catalogue.lastAt) catalogue = new Catalogue();
    await chunksSince(db, catalogue.lastAt, (chunks) => {
      try {
        catalogue.put(chunks);
      } catch (error) {
        // What a damaged chunk held is missing until it is made anew; the rest is shown.
        if (!(error instanceof RangeError)) throw error;
      }
    }).catch((error: unknown) => {
      // Some of them may be in, and would pass for all there are.
      catalogue = new Catalogue();
      throw error;
    });
    if (isOver) return;
    if (sight) catalogue.look(sight.coderId, sight.closed);
    show();
  };
  const stops = [
    watch(
      () => lastWriting(db),
      (last) => {
        tail = tail.then(() => read(last)).catch(fail);
      },
      fail,
    ),
    watch(
      async () => {
        const { coderId, closed } = await sightOf(db);
        return { coderId, closed };
      },
      (now) => {
        tail = tail
          .then(() => {
            sight = now;
            catalogue.look(now.coderId, now.closed);
            show();
          })
          .catch(fail);
      },
      fail,
    ),
  ];
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}

/** Asks the background to go on when articles stay behind. */
function useNudge(behind: number): void {
  const lastRef = useRef(0);
  useEffect(() => {
    if (behind === 0) return undefined;
    const timer = setInterval(() => {
      // While their number changes, somebody is at work.
      if (lastRef.current === behind) void call('archive/catchUp', null);
      lastRef.current = behind;
    }, NUDGE_MS);
    return () => clearInterval(timer);
  }, [behind]);
}
