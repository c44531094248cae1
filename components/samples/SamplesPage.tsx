/** Samples: what was drawn to be coded, by whom, and how far they are. */
import { useEffect, useState } from 'preact/hooks';
import { CoderSwitch } from '@/components/coders/CoderSwitch';
import type { Answer } from '@/components/ui/answer';
import { useWords } from '@/components/words';
import type { CodersNow, Queue, SampleNow } from '@/utils/db/samples';
import { isMessageKey } from '@/utils/locale/translate';
import type { SamplesDoors } from './doors';
import { DrawDialog } from './DrawDialog';
import { SampleCard } from './SampleCard';
import './samples.css';

export interface SamplesPageProps {
  coders: CodersNow;
  samples: SampleNow[];
  /** Sample → queue of the coder at work. */
  queues: ReadonlyMap<string, Queue>;
  collections: { id: string; name: string }[];
  doors: SamplesDoors;
}

export function SamplesPage({ coders, samples, queues, collections, doors }: SamplesPageProps) {
  const { t, failure } = useWords();
  const [isDrawing, setDrawing] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');

  async function told(doing: Promise<Answer<unknown>>): Promise<boolean> {
    const answer = await doing;
    setProblem(answer.ok ? '' : failure(answer.error.code));
    return answer.ok;
  }

  async function travel(way: 'undo' | 'redo') {
    const answer = await doors[way]();
    if (!answer.ok) return setProblem(failure(answer.error.code));
    const { did } = answer.value;
    const what = did && isMessageKey(did) ? t(did) : did;
    if (way === 'undo') setSaid(what ? t('readerUndid', what) : t('readerNothingToUndo'));
    else setSaid(what ? t('readerRedid', what) : t('readerNothingToRedo'));
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      // In a field, undo is the field's own; a box that is ticked has none.
      if ((event.target as Element | null)?.closest?.('input:not([type=checkbox]),textarea,dialog')) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void travel(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <main class="samples">
      <header class="samples-head">
        <div>
          <h1>{t('samplesTitle')}</h1>
          <p>{t('samplesSays')}</p>
        </div>
        <CoderSwitch now={coders} onSwitch={(id) => void told(doors.switchCoder(id))} />
      </header>
      <div class="samples-acts">
        <button type="button" class="button primary" onClick={() => setDrawing(true)}>
          {t('sampleDraw')}…
        </button>
        <button type="button" class="button quiet" onClick={() => void travel('undo')}>
          {t('readerUndo')}
        </button>
        <button type="button" class="button quiet" onClick={() => void travel('redo')}>
          {t('readerRedo')}
        </button>
        <span class="samples-gap" />
        <button type="button" class="button quiet" onClick={doors.openLibrary}>
          {t('readerLibrary')}
        </button>
        <button type="button" class="button quiet" onClick={doors.openSettings}>
          {t('samplesCoders')}
        </button>
      </div>
      <output class="samples-said">{said}</output>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {samples.length === 0 ? (
        <p class="samples-none">{t('samplesNone')}</p>
      ) : (
        <ul class="samples-list">
          {samples.map((sample) => (
            <SampleCard
              key={sample.id}
              sample={sample}
              queue={queues.get(sample.id) ?? null}
              collections={collections}
              doors={doors}
              told={told}
            />
          ))}
        </ul>
      )}
      {isDrawing && (
        <DrawDialog
          now={coders}
          collections={collections}
          seed={doors.newSeed()}
          draw={doors.draw}
          onDrawn={() => setDrawing(false)}
          onClose={() => setDrawing(false)}
        />
      )}
    </main>
  );
}
