/** The kept page read again by today's extractor: what would change, and the choice to keep that as a further version. */
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { DifferenceView } from '@/components/ui/DifferenceView';
import { useWords } from '@/components/words';
import { compareCopies, type Difference } from '@/utils/article/compare';
import type { Capture } from '@/utils/article/types';
import type { Version } from '@/utils/db/records';
import type { ReaderDoors } from './doors';

type State =
  | { is: 'reading' | 'noPage' | 'noText' | 'failed' | 'saving' }
  | { is: 'read'; capture: Capture; difference: Difference };

export interface ExtractAgainProps {
  version: Version;
  lang: string | undefined;
  doors: Pick<ReaderDoors, 'rawPage' | 'extractAgain'>;
  /** Resolves once the version is in the archive, or the failure was told. */
  onKeep: (capture: Capture) => Promise<void>;
  onClose: () => void;
}

export function ExtractAgain({ version, lang, doors, onKeep, onClose }: ExtractAgainProps) {
  const { t } = useWords();
  const [state, setState] = useState<State>({ is: 'reading' });

  async function read(): Promise<State> {
    const page = await doors.rawPage(version);
    if (!page) return { is: 'noPage' };
    const capture = await doors.extractAgain(version, page);
    if (!capture.text.trim()) return { is: 'noText' };
    return { is: 'read', capture, difference: compareCopies(version, capture) };
  }

  useEffect(() => {
    let isOver = false;
    const show = async () => {
      const found = await read().catch((): State => ({ is: 'failed' }));
      if (!isOver) setState(found);
    };
    void show();
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per version: a version never changes
  }, [version.id]);

  const isNone = state.is === 'read' && state.difference.isNone;
  return (
    <Dialog title={t('againTitle')} onClose={onClose} isBusy={state.is === 'saving'}>
      {state.is === 'read' && !isNone ? (
        <>
          <p class="soft">{t('againChanges')}</p>
          <DifferenceView difference={state.difference} lang={lang} />
        </>
      ) : (
        <output>
          {t(
            state.is === 'read'
              ? 'againNone'
              : state.is === 'noPage'
                ? 'againNoPage'
                : state.is === 'noText'
                  ? 'error_emptyArticle'
                  : state.is === 'failed'
                    ? 'againFailed'
                    : 'againReading',
          )}
        </output>
      )}
      <div class="dialog-buttons">
        <button type="button" class="button" disabled={state.is === 'saving'} onClick={onClose}>
          {t(state.is === 'read' && !isNone ? 'libraryCancel' : 'libraryClose')}
        </button>
        {state.is === 'read' && !isNone && (
          <button
            type="button"
            class="button primary"
            onClick={() => {
              setState({ is: 'saving' });
              void onKeep(state.capture).then(onClose);
            }}
          >
            {t('againKeep')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
