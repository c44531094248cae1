/** A codebook file taken in: chosen, read, shown what it would do, merged. Nothing is written before "Merge". */
import { useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { CodebookTake, PlannedCode } from '@/utils/archive/plan-codebook';
import { isMessageKey } from '@/utils/locale/translate';
import type { CodebookDoors, ReadCodebookFile } from './doors';

type Step = { name: 'ask'; problem: string } | { name: 'plan'; file: ReadCodebookFile };

const KINDS: PlannedCode['kind'][] = ['new', 'renamed', 'filled', 'differs', 'same'];

export function ImportCodebook(props: {
  readFile: CodebookDoors['readFile'];
  importEntries: CodebookDoors['importEntries'];
  onDone: (made: number, changed: number) => void;
  onClose: () => void;
}) {
  const { t, number, failure } = useWords();
  const [step, setStep] = useState<Step>({ name: 'ask', problem: '' });
  const [take, setTake] = useState<CodebookTake>('mine');
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);

  async function read(file: File | undefined) {
    if (!file) return;
    const answer = await props.readFile(file);
    if (answer.ok) {
      setStep({ name: 'plan', file: answer.value });
      return;
    }
    const key = `codebookFile_${answer.error.code}`;
    const sentence = isMessageKey(key) ? t(key) : failure(answer.error.code);
    const { detail } = answer.error;
    setStep({ name: 'ask', problem: detail ? t('libraryImportLine', detail, sentence) : sentence });
  }

  async function merge(file: ReadCodebookFile) {
    setBusy(true);
    const answer = await props.importEntries(file.entries, take);
    setBusy(false);
    if (answer.ok) props.onDone(answer.value.made, answer.value.changed);
    else setStep({ name: 'ask', problem: failure(answer.error.code) });
  }

  return (
    <Dialog title={t('codebookImportTitle')} onClose={props.onClose} isBusy={isBusy}>
      {step.name === 'ask' ? (
        <>
          <p class="soft">{t('codebookImportNote')}</p>
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
              void read(event.dataTransfer?.files[0]);
            }}
          >
            <span class="drop-name">{t('codebookImportFile')}</span>
            <input
              type="file"
              accept=".json,.csv,.tsv,.txt,.qdc,.xml"
              onChange={(event) => void read(event.currentTarget.files?.[0])}
            />
          </label>
          {step.problem && (
            <p class="notice bad" role="alert">
              {step.problem}
            </p>
          )}
          <div class="dialog-buttons">
            <button type="button" class="button quiet" onClick={props.onClose}>
              {t('libraryCancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p>{t('codebookImportFound', step.file.name, number(step.file.entries.length))}</p>
          <dl class="import-counts">
            {KINDS.map((kind) => {
              const count = step.file.plan.filter((one) => one.kind === kind).length;
              return count === 0 ? null : (
                <div key={kind} class={kind}>
                  <dt>{t(`codebookPlan_${kind}`)}</dt>
                  <dd>{number(count)}</dd>
                </div>
              );
            })}
          </dl>
          <PlanList plan={step.file.plan} />
          {step.file.plan.some(({ kind }) => kind === 'differs') && (
            <fieldset class="choices">
              <legend>{t('codebookTake')}</legend>
              <label>
                <input type="radio" name="take" checked={take === 'mine'} onChange={() => setTake('mine')} />
                {t('codebookTakeMine')}
              </label>
              <label>
                <input type="radio" name="take" checked={take === 'file'} onChange={() => setTake('file')} />
                {t('codebookTakeFile')}
              </label>
            </fieldset>
          )}
          <p class="soft">{t('codebookImportSafe')}</p>
          <div class="dialog-buttons">
            <button type="button" class="button quiet" onClick={props.onClose}>
              {t('libraryCancel')}
            </button>
            <button
              type="button"
              class="button primary"
              disabled={isBusy || step.file.plan.every(({ kind }) => kind === 'same')}
              onClick={() => void merge(step.file)}
            >
              {t('codebookImportDo')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** What would change, code by code; what stays is only counted. */
function PlanList({ plan }: { plan: readonly PlannedCode[] }) {
  const { t } = useWords();
  const told = plan.filter(({ kind }) => kind !== 'same');
  if (told.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <ul class="import-plan" tabIndex={0} aria-label={t('codebookImportTitle')}>
      {told.map(({ entry, kind, name, fills, fields }, index) => (
        <li key={index} class={kind}>
          <span class="import-kind">{t(`codebookPlan_${kind}`)}</span>
          <span>
            {kind === 'renamed' ? t('codebookPlanRenamed', entry.name, name) : name}
            {[...fills, ...fields].length > 0 && (
              <span class="soft">
                {' '}
                {[...fills, ...fields].map((field) => t(`codebookField_${field}`)).join(', ')}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
