/** How many highlights wait for a decision, in the whole archive; 0 until it is known. */
import { useEffect, useState } from 'preact/hooks';
import { countReview } from '@/utils/db/review';
import { watchArchive } from '@/utils/db/watch';

export function useToReview(): number {
  const [count, setCount] = useState(0);
  // A badge that cannot be counted is left out; the page it stands on tells what is wrong with the archive.
  useEffect(() => watchArchive(countReview, setCount, () => setCount(0)), []);
  return count;
}
