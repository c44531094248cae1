/** Above the bin: how long things stay, how many have stayed for long, and the way to let them go. */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { DocSet } from '@/utils/search/doc-set';

export function BinNote({
  bin,
  oldInBin,
  onEmpty,
}: {
  bin: DocSet;
  oldInBin: () => Promise<number>;
  onEmpty: (bin: DocSet) => void;
}) {
  const { t, number } = useWords();
  const [old, setOld] = useState(0);
  const count = bin.count;
  useEffect(() => {
    let isGone = false;
    oldInBin().then(
      (now) => {
        if (!isGone) setOld(now);
      },
      // The note stands without the number.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [oldInBin, count]);
  if (count === 0) return null;
  return (
    <div class="bin-note">
      <p>{t('libraryBinNote', number(old))}</p>
      <button type="button" class="button danger" onClick={() => onEmpty(bin)}>
        {t('libraryEmptyBin')}
      </button>
    </div>
  );
}
