/** Import: choose a file, have it checked, see what would change, merge. Nothing is written before "Merge". */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { ImportFailure, ImportPlan, ImportProgress, ImportResult } from '@/utils/archive/import-archive';
import { isMessageKey } from '@/utils/locale/translate';
import type { LibraryDoors } from './doors';
import { ImportTable } from './ImportTable';

type Step =
  | { name: 'ask'; problem: string | null }
  | { name: 'check' | 'write'; file: File; progress: ImportProgress | null }
  | { name: 'plan'; file: File; plan: ImportPlan }
  | { name: 'done'; result: ImportResult };

export function ImportDialog({
  planImport,
  applyImport,
  onClose,
}: Pick<LibraryDoors, 'planImport' | 'applyImport'> & { onClose: () => void }) {
  const { t, number } = useWords();
  const [step, setStep] = useState<Step>({ name: 'ask', problem: null });
  const [isOver, setOver] = useState(false);
  const stopRef = useRef<AbortController | null>(null);
  useEffect(() => () => stopRef.current?.abort(), []);

  function sentence(error: ImportFailure): string {
    const key = `import_${error.code}`;
    const text = t(isMessageKey(key) ? key : 'error_unexpected');
    return error.line === undefined ? text : t('libraryImportLine', number(error.line), text);
  }

  async function check(file: File | undefined) {
    if (!file) return;
    stopRef.current = new AbortController();
    setStep({ name: 'check', file, progress: null });
    const answer = await planImport(
      file,
      (progress) => setStep({ name: 'check', file, progress }),
      stopRef.current.signal,
    );
    setStep(
      answer.ok
        ? { name: 'plan', file, plan: answer.plan }
        : { name: 'ask', problem: sentence(answer.error) },
    );
  }

  async function merge(file: File, plan: ImportPlan) {
    stopRef.current = new AbortController();
    setStep({ name: 'write', file, progress: null });
    const answer = await applyImport(
      file,
      plan,
      (progress) => setStep({ name: 'write', file, progress }),
      stopRef.current.signal,
    );
    setStep(
      answer.ok ? { name: 'done', result: answer.result } : { name: 'ask', problem: sentence(answer.error) },
    );
  }

  const isBusy = step.name === 'check' || step.name === 'write';
  return (
    <Dialog title={t('libraryImportTitle')} onClose={onClose} isBusy={isBusy}>
      {step.name === 'ask' && (
        <>
          <p class="soft">{t('libraryImportNote')}</p>
          {/* Dropping is a second way; the file field inside is the first. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <label
            class={`drop${isOver ? ' over' : ''}`}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(false);
              void check(event.dataTransfer?.files[0]);
            }}
          >
            <span class="drop-name">{t('libraryImportChoose')}</span>
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => void check(event.currentTarget.files?.[0])}
            />
            <span class="soft">{t('libraryImportDrop')}</span>
          </label>
          {step.problem && (
            <p class="notice bad" role="alert">
              {step.problem}
            </p>
          )}
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={onClose}>
              {t('libraryCancel')}
            </button>
          </div>
        </>
      )}
      {(step.name === 'check' || step.name === 'write') && (
        <>
          <output>
            {t(step.name === 'check' ? 'libraryImportChecking' : 'libraryImportWriting', step.file.name)}
          </output>
          <progress
            aria-label={t('libraryImportTitle')}
            {...(step.progress?.total ? { value: step.progress.done, max: step.progress.total } : {})}
          />
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={() => stopRef.current?.abort()}>
              {t('libraryCancel')}
            </button>
          </div>
        </>
      )}
      {step.name === 'plan' && (
        <ImportTable
          fileName={step.file.name}
          plan={step.plan}
          onMerge={() => void merge(step.file, step.plan)}
          onOther={() => setStep({ name: 'ask', problem: null })}
        />
      )}
      {step.name === 'done' && (
        <>
          <output class="notice good">
            {t('libraryImportDone', number(sum(step.result, 'new')), number(sum(step.result, 'newerInFile')))}
          </output>
          <div class="dialog-buttons">
            <button type="button" class="button primary" onClick={onClose}>
              {t('libraryClose')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function sum(result: ImportResult, kind: 'new' | 'newerInFile'): number {
  return Object.values(result.tables).reduce((total, counts) => total + counts[kind], 0);
}
