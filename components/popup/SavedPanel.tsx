/** After the commit: what happened, tags still editable, the pictures' permissions, and where to go from here. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { outletName } from '@/components/ui/outlet-name';
import { TagInput, type KnownTag } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { SaveOutcome } from '@/utils/archive/types';
import { isMessageKey, type MessageKey } from '@/utils/locale/translate';
import type { PopupDoors, SavedNow } from './doors';
import type { PopupCourse } from './use-popup';

const OUTCOMES: Record<SaveOutcome, MessageKey> = {
  saved: 'popupSavedNow',
  newVersion: 'popupSavedNewVersion',
  unchanged: 'popupSavedUnchanged',
};

export function useSavedNow(doors: PopupDoors, articleId: string): SavedNow | null {
  const [now, setNow] = useState<SavedNow | null>(null);
  useEffect(() => doors.watchSaved(articleId, setNow), [doors, articleId]);
  return now;
}

export interface LiveTagsProps {
  articleId: string;
  now: SavedNow | null;
  codes: KnownTag[];
  collections: KnownTag[];
  course: PopupCourse;
}

/** Tags and collections of a saved article: each change is written at once and can be undone. */
export function LiveTags({ articleId, now, codes, collections, course }: LiveTagsProps) {
  const { t } = useWords();
  return (
    <div class="record-tags">
      <TagInput
        label={t('popupTags')}
        value={now?.tags ?? []}
        known={codes}
        placeholder={t('popupTagsPlaceholder')}
        onAdd={(tag) => void course.tagActs.add(articleId, tag)}
        onRemove={(tag) => void course.tagActs.remove(articleId, tag)}
      />
      <TagInput
        label={t('popupCollections')}
        value={now?.collections ?? []}
        known={collections}
        placeholder={t('popupCollectionsPlaceholder')}
        onAdd={(collection) => void course.collectionActs.add(articleId, collection)}
        onRemove={(collection) => void course.collectionActs.remove(articleId, collection)}
      />
    </div>
  );
}

export interface SavedPanelProps {
  state: Extract<PopupCourse['state'], { name: 'saved' }>;
  doors: PopupDoors;
  course: PopupCourse;
  codes: KnownTag[];
  collections: KnownTag[];
}

export function SavedPanel({ state, doors, course, codes, collections }: SavedPanelProps) {
  const { t } = useWords();
  const { saved, title } = state;
  const now = useSavedNow(doors, saved.articleId);
  const open = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => open.current?.focus(), []);
  const hosts = now ? now.pictures.hosts : saved.hostsNeeded;

  return (
    <section class="saved" aria-labelledby="saved-title">
      <div class="popup-scroll">
        <div class="saved-head">
          <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
            <circle cx="12" cy="12" r="11" fill="currentColor" />
            <path
              d="M7 12.5l3.4 3.4L17 9"
              fill="none"
              stroke="var(--paper)"
              stroke-width="2"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </svg>
          <div>
            <output class="saved-what">{t(OUTCOMES[saved.outcome])}</output>
            <h2 class="saved-title" id="saved-title">
              {title}
            </h2>
          </div>
        </div>
        {course.undone && isMessageKey(course.undone) && (
          <output class="notice">{t('popupUndone', t(course.undone))}</output>
        )}
        <AlsoSaved now={now} doors={doors} />
        <Pictures now={now} hosts={hosts} articleId={saved.articleId} doors={doors} />
        <LiveTags
          articleId={saved.articleId}
          now={now}
          codes={codes}
          collections={collections}
          course={course}
        />
      </div>
      <div class="popup-actions">
        <button
          ref={open}
          type="button"
          class="button primary grow"
          onClick={() => doors.open('reader', { article: saved.articleId })}
        >
          {t('popupOpenReader')}
        </button>
        <button type="button" class="button" disabled={course.isBusy} onClick={() => void course.undo()}>
          {t('popupUndo')}
        </button>
      </div>
    </section>
  );
}

/** Found a moment after the save: the same story as other outlets print it. */
function AlsoSaved({ now, doors }: { now: SavedNow | null; doors: Pick<PopupDoors, 'open'> }) {
  const { t, printed } = useWords();
  if (!now || now.elsewhere.length === 0) return null;
  return (
    <div class="notice also-saved">
      <p>{t('popupAlsoIn')}</p>
      <ul>
        {now.elsewhere.map(({ articleId, outlet, url, published }) => (
          <li key={articleId}>
            <button type="button" class="link" onClick={() => doors.open('reader', { article: articleId })}>
              {outletName(outlet, url, t('alsoInNameless'))}
            </button>{' '}
            {published && <time dateTime={published}>{printed(published, 'short')}</time>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Pictures come after the text; hosts the browser guards are named, one button each and one for all. */
export function Pictures(props: {
  now: SavedNow | null;
  hosts: string[];
  articleId: string;
  doors: Pick<PopupDoors, 'allowHosts' | 'fetchPictures'>;
}) {
  const { now, hosts, articleId, doors } = props;
  const { t, number, failure } = useWords();
  const [denied, setDenied] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  function allow(wanted: string[]) {
    setDenied(false);
    setProblem(null);
    // No await before this: Firefox would forget that there was a click.
    doors
      .allowHosts(wanted)
      .then(async (isAllowed) => {
        setDenied(!isAllowed);
        if (!isAllowed) return;
        const answer = await doors.fetchPictures(articleId);
        if (!answer.ok) setProblem(answer.error.code);
      })
      .catch(() => setProblem('unexpected'));
  }

  const total = now?.pictures.total ?? 0;
  const kept = now?.pictures.kept ?? 0;
  const pending = now?.pictures.pending ?? 0;
  const refused = now?.pictures.refused ?? 0;
  return (
    <>
      {total > 0 && (
        <div class="saved-pictures">
          <p>
            {kept === total
              ? t('popupPicturesAllKept', number(total))
              : t('popupPicturesKept', number(kept), number(total))}
            {refused > 0 && ` ${t('popupPicturesRefused', number(refused))}`}
          </p>
          {pending > 0 && (
            <progress max={total} value={total - pending} aria-label={t('popupPicturesProgress')} />
          )}
        </div>
      )}
      {hosts.length > 0 && (
        <div class="notice hosts">
          <p>{t('popupHostsNeeded')}</p>
          <div class="hosts-buttons">
            {hosts.map((host) => (
              <button key={host} type="button" class="button" onClick={() => allow([host])}>
                {t('popupAllowHost', host)}
              </button>
            ))}
            {hosts.length > 1 && (
              <button type="button" class="button" onClick={() => allow(hosts)}>
                {t('popupAllowAllHosts', hosts.length)}
              </button>
            )}
          </div>
          {denied && <p role="alert">{t('popupHostsDenied')}</p>}
        </div>
      )}
      {problem && (
        <p class="notice bad" role="alert">
          {failure(problem)}
        </p>
      )}
    </>
  );
}
