/** blob: addresses of kept pictures: made once per hash, given back when the picture or the page goes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { openDatabase } from '@/utils/db/open';
import { pictureBlobs } from '@/utils/db/reading';
import type { Picture } from '@/utils/db/records';

export function usePictureSources(pictures: readonly Picture[]): ReadonlyMap<string, string> {
  const [sources, setSources] = useState<ReadonlyMap<string, string>>(new Map());
  const made = useRef(new Map<string, string>());
  const wanted = [...new Set(pictures.flatMap(({ blobSha }) => (blobSha ? [blobSha] : [])))].toSorted();

  const key = wanted.join();

  useEffect(() => {
    let isOver = false;
    const load = async () => {
      const missing = wanted.filter((hash) => !made.current.has(hash));
      const blobs = missing.length > 0 ? await pictureBlobs(await openDatabase(), missing) : [];
      if (isOver) return;
      for (const { sha256, bytes, type } of blobs)
        made.current.set(sha256, URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type })));
      for (const [hash, url] of made.current)
        if (!wanted.includes(hash)) {
          URL.revokeObjectURL(url);
          made.current.delete(hash);
        }
      setSources(new Map(made.current));
    };
    // A picture that cannot be read stays a quiet box; the text is what counts.
    load().catch(() => undefined);
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is new on each drawing; its content is the key
  }, [key]);

  useEffect(
    () => () => {
      for (const url of made.current.values()) URL.revokeObjectURL(url);
      made.current.clear();
    },
    [],
  );
  return sources;
}
