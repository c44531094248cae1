/** Export: choose what, watch it being written, let the browser save the file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { ExportProgress } from '@/utils/archive/export-archive';
import type { ExportedFile, LibraryDoors } from './doors';
import { download } from '@/components/ui/download';

/** How long the working copy outlives the dialog. */
const DISCARD_MS = 60_000;

type Step =
  | { name: 'ask'; problem: string | null }
  | { name: 'run'; progress: ExportProgress | null }
  | { name: 'done'; exported: ExportedFile };

export function ExportDialog({
  selection,
  exportArchive,
  unfinishedBlindWork,
  onClose,
}: {
  /** Ids of the selected articles; empty = only the whole archive can be exported. */
  selection: string[];
  exportArchive: LibraryDoors['exportArchive'];
  unfinishedBlindWork: LibraryDoors['unfinishedBlindWork'];
  onClose: () => void;
}) {
  const { t, failure, number, bytes } = useWords();
  const [isWhole, setWhole] = useState(selection.length === 0);
  const [step, setStep] = useState<Step>({ name: 'ask', problem: null });
  const [blind, setBlind] = useState<string[]>([]);
  const stopRef = useRef<AbortController | null>(null);
  const exported = step.name === 'done' ? step.exported : null;

  useEffect(() => () => stopRef.current?.abort(), []);
  useEffect(() => {
    unfinishedBlindWork().then(
      (samples) => setBlind(samples.map(({ name }) => name)),
      () => setBlind([]),
    );
  }, [unfinishedBlindWork]);
  useEffect(
    () => () => {
      // The browser may still be copying a large file when the dialog closes.
      if (exported) setTimeout(() => void exported.discard(), DISCARD_MS);
    },
    [exported],
  );

  async function start() {
    const controller = new AbortController();
    stopRef.current = controller;
    setStep({ name: 'run', progress: null });
    const answer = await exportArchive(
      isWhole ? null : selection,
      (progress) => setStep({ name: 'run', progress }),
      controller.signal,
    );
    if (!answer.ok) {
      const problem = controller.signal.aborted ? t('libraryExportStopped') : failure(answer.error.code);
      setStep({ name: 'ask', problem });
      return;
    }
    download(answer.value.file, answer.value.name);
    setStep({ name: 'done', exported: answer.value });
  }

  return (
    <Dialog title={t('libraryExportTitle')} onClose={onClose} isBusy={step.name === 'run'}>
      {step.name === 'ask' && (
        <>
          <fieldset class="choices">
            <legend>{t('libraryExportWhat')}</legend>
            <label>
              <input type="radio" name="what" checked={isWhole} onChange={() => setWhole(true)} />
              {t('libraryExportAll')}
            </label>
            {selection.length > 0 && (
              <label>
                <input type="radio" name="what" checked={!isWhole} onChange={() => setWhole(false)} />
                {t('libraryExportSome', number(selection.length))}
              </label>
            )}
          </fieldset>
          <p class="soft">{t('libraryExportNote')}</p>
          {blind.length > 0 && <p class="notice warn">{t('exportBlind', blind.join(', '))}</p>}
          {step.problem && (
            <p class="notice bad" role="alert">
              {step.problem}
            </p>
          )}
          <div class="dialog-buttons">
            <button type="button" class="button quiet" onClick={onClose}>
              {t('libraryCancel')}
            </button>
            <button type="button" class="button primary" onClick={() => void start()}>
              {t('libraryExportStart')}
            </button>
          </div>
        </>
      )}
      {step.name === 'run' && (
        <>
          <progress
            aria-label={t('libraryExportTitle')}
            {...(step.progress?.total ? { value: step.progress.done, max: step.progress.total } : {})}
          />
          <p class="soft">
            {step.progress?.total
              ? t(
                  'libraryExportProgressOf',
                  number(step.progress.done),
                  number(step.progress.total),
                  bytes(step.progress.bytes),
                )
              : t(
                  'libraryExportProgress',
                  number(step.progress?.done ?? 0),
                  bytes(step.progress?.bytes ?? 0),
                )}
          </p>
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={() => stopRef.current?.abort()}>
              {t('libraryCancel')}
            </button>
          </div>
        </>
      )}
      {step.name === 'done' && (
        <>
          <output class="notice good">
            {t('libraryExportDone', number(step.exported.records), bytes(step.exported.file.size))}
          </output>
          <dl class="sum">
            <dt>{t('libraryExportSum')}</dt>
            <dd>
              <code>{step.exported.sha256}</code>
            </dd>
          </dl>
          <div class="dialog-buttons">
            <button
              type="button"
              class="button quiet"
              onClick={() => download(step.exported.file, step.exported.name)}
            >
              {t('libraryExportAgain')}
            </button>
            <button type="button" class="button primary" onClick={onClose}>
              {t('libraryClose')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}
