/** What another outlet made of the story, by word. Loaded when asked for: few readers ever compare. */
import { useMemo } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { DifferenceRow } from '@/components/versions/DifferenceRow';
import { rowsOf } from '@/components/versions/rows';
import '@/components/versions/versions.css';
import { useWords } from '@/components/words';
import { compareVersions } from '@/utils/article/versions/compare-versions';
import type { Version } from '@/utils/db/records';

export interface StoryDifferenceProps {
  title: string;
  /** Printed earlier and later. */
  from: Version;
  to: Version;
  lang: string | undefined;
  onClose: () => void;
}

export function StoryDifference({ title, from, to, lang, onClose }: StoryDifferenceProps) {
  const { t, number } = useWords();
  const rows = useMemo(() => rowsOf(compareVersions(from, to).blocks, true), [from, to]);
  const isWide = globalThis.matchMedia?.('(min-width: 900px)').matches ?? false;
  return (
    <Dialog title={title} onClose={onClose}>
      <ol class="versions-list also-in-difference">
        {rows.map((row, n) =>
          row.is === 'folded' ? (
            <li key={n} class="soft">
              {t('differenceSame', number(row.blocks.length))}
            </li>
          ) : (
            <DifferenceRow
              key={n}
              block={row.block}
              look={isWide ? 'beside' : 'inline'}
              lang={lang}
              change={row.change}
              isCurrent={false}
            />
          ),
        )}
      </ol>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onClose}>
          {t('readerClose')}
        </button>
      </div>
    </Dialog>
  );
}
