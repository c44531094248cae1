/** Drawing a sample from what the list shows now. */
import { useEffect, useState } from 'preact/hooks';
import { DrawDialog } from '@/components/samples/DrawDialog';
import '@/components/samples/samples.css';
import type { LibraryRow } from '@/utils/db/articles';
import type { CodersNow } from '@/utils/db/samples';
import type { LibraryContents, LibraryDoors } from './doors';
import type { Narrowing } from './narrow-rows';

const newSeed = () => String(crypto.getRandomValues(new Uint32Array(1))[0]! % 100_000_000);

export function DrawSample(props: {
  rows: LibraryRow[];
  narrowing: Narrowing;
  contents: LibraryContents;
  doors: LibraryDoors;
  onDrawn: () => void;
  onClose: () => void;
}) {
  const { rows, narrowing, contents, doors, onDrawn, onClose } = props;
  const [coders, setCoders] = useState<CodersNow | null>(null);
  const [seed] = useState(newSeed);
  useEffect(() => {
    doors.coders().then(setCoders, () => setCoders(null));
  }, [doors]);
  if (!coders) return null;
  return (
    <DrawDialog
      now={coders}
      collections={contents.collections}
      filtered={{ words: wordsOf(narrowing, contents), articleIds: rows.map(({ id }) => id) }}
      seed={seed}
      draw={doors.drawSample}
      onDrawn={onDrawn}
      onClose={onClose}
    />
  );
}

/** What a person had asked for, to be told later: the words, outlet, tag and collection they narrowed the list to. */
function wordsOf(
  { query, outlet, codeId, collectionId, state }: Narrowing,
  contents: LibraryContents,
): string {
  const tag = contents.tags.tags.find(({ id }) => id === codeId)?.name;
  const collection = contents.collections.find(({ id }) => id === collectionId)?.name;
  const words = [query, outlet, tag && `#${tag}`, collection, state === 'all' ? null : state];
  return words.filter(Boolean).join(' · ') || '*';
}
