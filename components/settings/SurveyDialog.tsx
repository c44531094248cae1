/** All kept pages read again: what would change, article by article, and the choice which changes to keep. */
import { useRef, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { ChangedCopy, Survey } from '@/utils/archive/survey-copies';

export interface SurveyDoors {
  survey: (onProgress: (looked: number, total: number) => void, signal: AbortSignal) => Promise<Survey>;
  /** Keeps what today's extractor makes of one article as a further version; false when it could not. */
  keep: (copy: ChangedCopy) => Promise<boolean>;
  openArticle: (articleId: string) => void;
}

type Step =
  | { is: 'ask' | 'failed' }
  | { is: 'busy'; done: number; total: number; what: 'reading' | 'keeping' }
  | { is: 'found'; survey: Survey }
  | { is: 'kept'; kept: number; failed: number };

export function SurveyDialog({ doors, onClose }: { doors: SurveyDoors; onClose: () => void }) {
  const { t, number } = useWords();
  const [step, setStep] = useState<Step>({ is: 'ask' });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const stop = useRef<AbortController | null>(null);

  async function survey() {
    const controller = new AbortController();
    stop.current = controller;
    setStep({ is: 'busy', done: 0, total: 0, what: 'reading' });
    try {
      const found = await doors.survey(
        (done, total) => setStep({ is: 'busy', done, total, what: 'reading' }),
        controller.signal,
      );
      setStep({ is: 'found', survey: found });
    } catch {
      setStep({ is: 'failed' });
    }
  }

  async function keep(wanted: ChangedCopy[]) {
    const controller = new AbortController();
    stop.current = controller;
    let kept = 0;
    let failed = 0;
    for (const copy of wanted) {
      if (controller.signal.aborted) break;
      setStep({ is: 'busy', done: kept + failed, total: wanted.length, what: 'keeping' });
      if (await doors.keep(copy)) kept += 1;
      else failed += 1;
    }
    setStep({ is: 'kept', kept, failed });
  }

  const changed = step.is === 'found' ? step.survey.changed : [];
  const wanted = changed.filter(({ articleId }) => !left.has(articleId));
  return (
    <Dialog title={t('surveyTitle')} onClose={onClose} isBusy={step.is === 'busy'}>
      {step.is === 'ask' && <p class="soft">{t('surveySays')}</p>}
      {step.is === 'failed' && <p class="notice bad">{t('againFailed')}</p>}
      {step.is === 'busy' && (
        <>
          <output>
            {t(
              step.what === 'reading' ? 'surveyReading' : 'surveyKeeping',
              number(step.done),
              number(step.total),
            )}
          </output>
          <progress
            aria-label={t('surveyTitle')}
            {...(step.total > 0 ? { value: step.done, max: step.total } : {})}
          />
        </>
      )}
      {step.is === 'found' && (
        <>
          <output>
            {t('surveyFound', number(step.survey.looked), number(step.survey.same), number(changed.length))}
          </output>
          {(step.survey.unreadable > 0 || step.survey.byHand > 0) && (
            <p class="soft">{t('surveyLeft', number(step.survey.unreadable), number(step.survey.byHand))}</p>
          )}
          {changed.length > 0 && (
            <ul class="survey">
              {changed.map((copy) => (
                <li key={copy.articleId}>
                  <label>
                    <input
                      type="checkbox"
                      checked={!left.has(copy.articleId)}
                      onChange={(event) => {
                        const next = new Set(left);
                        if (event.currentTarget.checked) next.delete(copy.articleId);
                        else next.add(copy.articleId);
                        setLeft(next);
                      }}
                    />{' '}
                    {copy.title || t('libraryNoTitle')}
                  </label>
                  <span class="soft">{t('surveyChange', number(copy.fields), number(copy.blocks))}</span>
                  <button
                    type="button"
                    class="button quiet"
                    onClick={() => doors.openArticle(copy.articleId)}
                  >
                    {t('surveyOpen')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {step.is === 'kept' && (
        <output class={`notice ${step.failed > 0 ? 'warn' : 'good'}`}>
          {t('surveyKept', number(step.kept), number(step.failed))}
        </output>
      )}
      <div class="dialog-buttons">
        {step.is === 'busy' ? (
          <button type="button" class="button" onClick={() => stop.current?.abort()}>
            {t('libraryCancel')}
          </button>
        ) : (
          <button type="button" class="button" onClick={onClose}>
            {t('libraryClose')}
          </button>
        )}
        {step.is === 'ask' && (
          <button type="button" class="button primary" onClick={() => void survey()}>
            {t('surveyStart')}
          </button>
        )}
        {step.is === 'found' && changed.length > 0 && (
          <button
            type="button"
            class="button primary"
            disabled={wanted.length === 0}
            onClick={() => void keep(wanted)}
          >
            {t('surveyKeep', number(wanted.length))}
          </button>
        )}
      </div>
    </Dialog>
  );
}
