/** The kept lead picture, from the archive's own bytes. Asked for only when the row rests, so that scrolling stays cheap. */
import { useEffect, useState } from 'preact/hooks';
import type { LibraryDoors } from './doors';

const REST_MS = 120;

export function Thumb({
  versionId,
  leadPicture,
}: {
  versionId: string;
  leadPicture: LibraryDoors['leadPicture'];
}) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    const timer = setTimeout(() => {
      leadPicture(versionId).then(
        (blob) => {
          if (isGone || !blob) return;
          made = URL.createObjectURL(blob);
          setUrl(made);
        },
        // A picture that cannot be read leaves its place empty; the reader says why.
        () => undefined,
      );
    }, REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
      if (made) URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [versionId, leadPicture]);
  return <span class="row-thumb">{url && <img src={url} alt="" decoding="async" />}</span>;
}
