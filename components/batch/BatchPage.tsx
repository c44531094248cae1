/** Many at once: a new list, and the lists there are with how far each is. */
import { useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import type { KnownTag } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { Batch } from '@/utils/db/records';
import { BatchCard } from './BatchCard';
import type { BatchDoors } from './doors';
import { NewBatch } from './NewBatch';
import './batch.css';
import './new-list.css';
import './lists.css';

export interface BatchPageProps {
  batches: Batch[];
  codes: KnownTag[];
  collections: KnownTag[];
  doors: BatchDoors;
}

export function BatchPage({ batches, codes, collections, doors }: BatchPageProps) {
  const { t, failure } = useWords();
  const [openId, setOpenId] = useState<string | null>(null);
  const [isNew, setNew] = useState(doors.links !== null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const isForm = isNew || batches.length === 0;

  async function told(doing: Promise<Answer<unknown>>): Promise<void> {
    const answer = await doing;
    setProblem(answer.ok ? '' : failure(answer.error.code));
  }

  return (
    <main class="batch">
      <header class="batch-head">
        <div>
          <h1>{t('batchTitle')}</h1>
          <p>{t('batchSays')}</p>
        </div>
        <div class="batch-head-acts">
          <button type="button" class="button" onClick={doors.openLibrary}>
            {t('readerLibrary')}
          </button>
          {!isForm && (
            <button type="button" class="button primary" onClick={() => setNew(true)}>
              {t('batchNew')}…
            </button>
          )}
        </div>
      </header>
      <output class="batch-said">{said}</output>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {isForm && (
        <NewBatch
          codes={codes}
          collections={collections}
          doors={doors}
          onStarted={(batchId) => {
            setSaid(t('batchStarted'));
            setOpenId(batchId);
            setNew(false);
          }}
          onClose={batches.length > 0 ? () => setNew(false) : null}
        />
      )}
      {batches.length === 0 ? (
        <p class="batch-none">{t('batchNone')}</p>
      ) : (
        <section aria-label={t('batchLists')}>
          <p class="soft batch-polite">{t('batchPolite')}</p>
          <ul class="batch-list">
            {batches.map((batch) => (
              <BatchCard
                key={batch.id}
                batch={batch}
                doors={doors}
                isOpen={openId === batch.id || (openId === null && batch === batches[0])}
                onOpen={(isOpen) => setOpenId(isOpen ? batch.id : '')}
                told={told}
              />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
