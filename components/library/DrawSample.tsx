/** Drawing a sample from what the list shows now. */
import { useEffect, useState } from 'preact/hooks';
import { DrawDialog } from '@/components/samples/DrawDialog';
import '@/components/samples/samples.css';
import type { CodersNow } from '@/utils/db/samples';
import type { LibraryContents, LibraryDoors } from './doors';
import { useFilterNames } from './FacetPanel';
import type { Narrowing } from './narrowing';

const newSeed = () => String(crypto.getRandomValues(new Uint32Array(1))[0]! % 100_000_000);

export function DrawSample(props: {
  articleIds: string[];
  narrowing: Narrowing;
  contents: LibraryContents;
  doors: LibraryDoors;
  onDrawn: () => void;
  onClose: () => void;
}) {
  const { articleIds, narrowing, contents, doors, onDrawn, onClose } = props;
  const [coders, setCoders] = useState<CodersNow | null>(null);
  const [seed] = useState(newSeed);
  useEffect(() => {
    doors.coders().then(setCoders, () => setCoders(null));
  }, [doors]);
  const words = useAsked(narrowing, contents);
  if (!coders) return null;
  return (
    <DrawDialog
      now={coders}
      collections={contents.collections}
      filtered={{ words, articleIds }}
      seed={seed}
      draw={doors.drawSample}
      onDrawn={onDrawn}
      onClose={onClose}
    />
  );
}

/** What a person had asked for, to be told later: the words, and what the list was narrowed to. */
function useAsked({ line, filters, state }: Narrowing, contents: LibraryContents): string {
  const nameOf = useFilterNames(contents);
  const names = filters.map((filter) => {
    const name = nameOf(filter);
    return name && (filter.field === 'code' || filter.field === 'tag') ? `#${name}` : name;
  });
  const words = [line.trim(), ...names, state === 'all' ? null : state];
  return words.filter(Boolean).join(' · ') || '*';
}
