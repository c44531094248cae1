/** The popup: one column, one state at a time, Save within reach of Enter. */
import { useEffect, useState } from 'preact/hooks';
import type { KnownTag } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import { isTold } from '@/utils/article/versions/types';
import type { MessageKey } from '@/utils/locale/translate';
import { Detected } from './Detected';
import type { Captured, PopupDoors } from './doors';
import { KnownHead } from './KnownHead';
import { PageActs } from './PageActs';
import { isCorrected } from './record-draft';
import { RecordForm } from './RecordForm';
import type { Refusal } from './refusal';
import { LiveTags, SavedPanel, useSavedNow } from './SavedPanel';
import { usePopup, type PopupCourse } from './use-popup';
import './popup.css';
import './detected.css';
import './record.css';
import './saved.css';

const REFUSALS: Record<Refusal, MessageKey> = {
  noPage: 'popupNoPage',
  browserPage: 'error_restrictedPage',
  store: 'popupStorePage',
  pdf: 'popupPdfPage',
  privateWindow: 'error_privateWindow',
};

export interface PopupProps {
  doors: PopupDoors;
  codes: KnownTag[];
  collections: KnownTag[];
}

/** @param props.study name of the project at work, null while there is only one: nobody has to be told */
export function Popup({ doors, codes, collections, study }: PopupProps & { study: string | null }) {
  const { t } = useWords();
  const course = usePopup(doors);
  const { state, problem } = course;
  const { failure } = useWords();
  return (
    <div class="popup">
      <header class="popup-head">
        <h1 class="popup-name">{t('extensionName')}</h1>
        <WatchSite doors={doors} url={course.tab?.incognito ? null : (course.tab?.url ?? null)} />
      </header>
      {study !== null && <p class="popup-study">{t('projectAtWork', study)}</p>}
      <main>
        {problem && (
          <p class="notice bad popup-problem" role="alert">
            {failure(problem)}
          </p>
        )}
        <Body {...{ doors, codes, collections, course }} />
      </main>
      <footer class="popup-foot">
        <button type="button" class="link" onClick={() => doors.open('library')}>
          {t('popupLibrary')}
        </button>
        <button type="button" class="link" onClick={() => doors.open('enter')}>
          {t('popupEnterByHand')}
        </button>
        <button type="button" class="link" onClick={() => void openLinks(doors)}>
          {t('popupMany')}
        </button>
        <button type="button" class="link" onClick={() => doors.open('settings')}>
          {t('popupSettings')}
        </button>
      </footer>
      <output class="visually-hidden">
        {state.name === 'looking' && state.isSlow ? t('popupLooking') : ''}
      </output>
    </div>
  );
}

function Body(props: PopupProps & { course: PopupCourse }) {
  const { t, failure } = useWords();
  const { doors, course, codes, collections } = props;
  const { state } = course;
  if (state.name === 'looking')
    return (
      <div class="popup-looking" aria-busy="true">
        {state.isSlow && (
          <>
            <span class="spinner" aria-hidden="true" />
            <p aria-hidden="true">{t('popupLooking')}</p>
          </>
        )}
      </div>
    );
  if (state.name === 'refused')
    return <Sentence text={t(REFUSALS[state.reason])} onEnter={() => doors.open('enter')} />;
  if (state.name === 'failed')
    return (
      <Sentence
        text={failure(state.code)}
        isBad
        onAgain={() => void course.look()}
        onEnter={() => doors.open('enter')}
      />
    );
  if (state.name === 'takenBack')
    return <Sentence text={t('popupTakenBack')} onAgain={() => void course.look()} />;
  if (state.name === 'saved') return <SavedPanel {...{ state, doors, course, codes, collections }} />;
  if (state.known)
    return <KnownRecord {...{ doors, course, codes, collections, record: state, known: state.known }} />;
  return (
    <RecordForm
      record={state}
      codes={codes}
      collections={collections}
      isBusy={course.isBusy}
      hasOwnTags={false}
      head={
        <>
          <Detected detection={state.capture.detection} syllables={state.capture.counts.syllables} />
          {!state.capture.detection.isArticle && (
            <div class="page-acts">
              <button type="button" class="button" onClick={() => void openLinks(doors)}>
                {t('popupCollectLinks')}
              </button>
            </div>
          )}
          {state.capture.incomplete?.map((why) => (
            <p key={why} class="notice warn">
              {t(`incomplete_${why}`)}
            </p>
          ))}
        </>
      }
      onSubmit={(wishes) => void course.save(state, wishes)}
      actions={() => (
        <button type="submit" class="button primary grow" aria-disabled={course.isBusy}>
          {t(
            course.isBusy
              ? 'popupSaving'
              : state.capture.detection.isArticle
                ? 'popupSave'
                : 'popupSaveAnyway',
          )}
          {!course.isBusy && <kbd aria-hidden="true">↵</kbd>}
        </button>
      )}
    />
  );
}

function KnownRecord(
  props: PopupProps & {
    course: PopupCourse;
    record: Captured;
    known: NonNullable<Captured['known']>;
  },
) {
  const { t } = useWords();
  const { doors, course, codes, collections, record, known } = props;
  const now = useSavedNow(doors, known.articleId);
  const open = () => doors.open('reader', { article: known.articleId });
  const { change } = record;
  const isOffered = change !== null && isEdition(change);
  return (
    <RecordForm
      record={record}
      codes={codes}
      collections={collections}
      isBusy={course.isBusy}
      hasOwnTags
      head={
        <>
          <KnownHead
            known={known}
            change={change}
            onCompare={() =>
              doors.open('versions', { article: known.articleId, tab: String(course.tab?.id ?? '') })
            }
          />
          <PageActs doors={doors} hasHighlights={known.annotations > 0} />
          <LiveTags {...{ articleId: known.articleId, now, codes, collections, course }} />
        </>
      }
      onSubmit={(wishes) => {
        if (isOffered) void course.save(record, wishes);
        else if (isCorrected(wishes, known.byHand)) void course.correct(known.articleId, wishes);
        else open();
      }}
      actions={(reading) => {
        const hasChanges = isCorrected(reading, known.byHand) || Object.keys(reading.problems).length > 0;
        const main: MessageKey = isOffered
          ? 'popupSaveNewVersion'
          : hasChanges
            ? 'popupSaveCorrections'
            : 'popupOpenReader';
        return (
          <>
            <button type="submit" class="button primary grow" aria-disabled={course.isBusy}>
              {t(course.isBusy ? 'popupSaving' : main)}
            </button>
            {change && !isOffered && (
              <button
                type="button"
                class="button"
                disabled={course.isBusy}
                onClick={() => void course.save(record, { ...reading, tags: [], collections: [] })}
              >
                {t(change.presence === 'article' ? 'popupSaveNewVersion' : 'popupSaveAnyway')}
              </button>
            )}
            {main !== 'popupOpenReader' && (
              <button type="button" class="button" onClick={open}>
                {t('popupOpen')}
              </button>
            )}
            {known.state === 'bin' && (
              <button type="button" class="button" onClick={() => void course.restore(known.articleId)}>
                {t('popupRestore')}
              </button>
            )}
          </>
        );
      }}
    />
  );
}

/** The page of batches; of a web page it can collect the links, as long as the button was pressed over it. */
async function openLinks(doors: PopupDoors): Promise<void> {
  const tab = await doors.tab();
  const isWeb = tab !== null && !tab.incognito && /^https?:/i.test(tab.url ?? '');
  doors.open('batch', isWeb ? { tab: String(tab.id) } : {});
}

/** A later text of the article, not only other type, nor what an article that is gone leaves behind. */
const isEdition = ({ presence, grade }: NonNullable<Captured['change']>) =>
  (presence === 'article' || presence === 'another') && isTold(grade);

function Sentence(props: { text: string; isBad?: boolean; onAgain?: () => void; onEnter?: () => void }) {
  const { t } = useWords();
  const { text, isBad, onAgain, onEnter } = props;
  return (
    <div class="popup-sentence">
      <p role={isBad ? 'alert' : undefined}>{text}</p>
      <div class="popup-sentence-actions">
        {onAgain && (
          <button type="button" class="button" onClick={onAgain}>
            {t('popupLookAgain')}
          </button>
        )}
        {onEnter && (
          <button type="button" class="button" onClick={onEnter}>
            {t('popupEnterByHand')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Watching a site = the browser's permission for it; the switch shows the permission, not a wish. */
function WatchSite({ doors, url }: { doors: PopupDoors; url: string | null }) {
  const { t } = useWords();
  const [isWatched, setWatched] = useState<boolean | null>(null);
  const canWatch = url !== null && /^https?:/i.test(url);
  useEffect(() => {
    if (!canWatch) return;
    doors.isWatched(url).then(setWatched, () => setWatched(null));
  }, [doors, url, canWatch]);
  if (!canWatch || isWatched === null) return null;
  return (
    <label class="watch">
      <input
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- the native state is the state
        role="switch"
        checked={isWatched}
        onClick={(event) => {
          const box = event.currentTarget;
          const wanted = box.checked;
          // A refusal leaves our state as it was, so nothing would be drawn anew: the box itself is set back.
          const settle = (now: boolean) => {
            box.checked = now;
            setWatched(now);
          };
          doors.setWatched(url, wanted).then(settle, () => settle(!wanted));
        }}
      />
      <span>{t('popupWatchSite', new URL(url).hostname.replace(/^www\./, ''))}</span>
    </label>
  );
}
