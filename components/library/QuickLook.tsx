/** The article under the cursor at a glance, beside the list: how it begins, who wrote it, what was done on it, a note. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { outletName } from '@/components/ui/outlet-name';
import { Memos } from '@/components/ui/Memos';
import { useWords } from '@/components/words';
import type { QuickLook as Look } from '@/utils/db/quick-look';
import type { LibraryDoors } from './doors';
import { Thumb } from './Thumb';
import './quick-look.css';

/** Longer than a step of the cursor when a key is held. */
const REST_MS = 60;

export function QuickLook({
  articleId,
  isNoteWanted,
  onNoteOpen,
  doors,
  onWrite,
  onClose,
}: {
  articleId: string | null;
  /** The note is to be written: its field is opened as soon as the article is there. */
  isNoteWanted: boolean;
  onNoteOpen: () => void;
  doors: LibraryDoors;
  onWrite: (articleId: string, body: string) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const look = useLook(articleId, doors.watchLook);
  const root = useRef<HTMLElement>(null);
  const isThere = look !== null && look.id === articleId;
  useEffect(() => {
    if (!isThere || !isNoteWanted) return;
    onNoteOpen();
    root.current?.querySelector<HTMLElement>('.memo-edit')?.click();
  }, [isThere, isNoteWanted, onNoteOpen]);
  return (
    <aside ref={root} class="quick-look" aria-label={t('libraryLook')}>
      <header class="quick-head">
        <h2>{t('libraryLook')}</h2>
        {look && (
          <a class="button" href={doors.readerHref(look.id)}>
            {t('libraryLookOpen')}
          </a>
        )}
        <button type="button" class="icon-button" aria-label={t('libraryClose')} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {look ? (
        <LookBody key={look.id} look={look} doors={doors} onWrite={(body) => onWrite(look.id, body)} />
      ) : (
        <p class="quick-none">{articleId === null ? t('libraryLookNone') : ''}</p>
      )}
    </aside>
  );
}

/** The look of the article, of the one before until it has come. */
function useLook(articleId: string | null, watchLook: LibraryDoors['watchLook']): Look | null {
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    if (articleId === null) {
      setLook(null);
      return undefined;
    }
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = watchLook(articleId, setLook);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [articleId, watchLook]);
  return look;
}

function LookBody({
  look,
  doors,
  onWrite,
}: {
  look: Look;
  doors: LibraryDoors;
  onWrite: (body: string) => void;
}) {
  const { t, number, printed, moment } = useWords();
  const { shown } = look;
  const lang = shown.language ?? undefined;
  const facts = [
    [t('libraryLookOutlet'), [shown.outlet, look.agency].filter(Boolean).join(' · ')],
    [t('libraryLookAuthors'), shown.authors.join(', ')],
    [t('libraryFacetPublished'), printed(shown.published)],
    [t('libraryLookSection'), shown.section.join(' › ')],
    [t('libraryFacetSaved'), moment(look.savedAt)],
    [t('libraryLookPage'), look.pageDiffersSince && t('libraryLookChanged', moment(look.pageDiffersSince))],
    [
      t('libraryLookElsewhere'),
      look.elsewhere.map(({ outlet, url }) => outletName(outlet, url, t('alsoInNameless'))).join(', '),
    ],
    [
      t('libraryLookLength'),
      [
        t('libraryLookSyllables', number(look.syllables)),
        look.versionCount > 1 && t('libraryVersions', number(look.versionCount)),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
  ].filter(([, value]) => value);
  return (
    <div class="quick-body">
      <h3 class="quick-title" lang={lang}>
        {shown.title || t('libraryNoTitle')}
      </h3>
      <dl class="quick-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {look.codes.length > 0 && (
        <p class="quick-codes">
          {look.codes.map((code) => (
            <span key={code.id} class="tag" style={`--tag-colour:${code.colour}`}>
              <span>{code.name}</span>
            </span>
          ))}
        </p>
      )}
      <Memos label={t('libraryNote')} memos={look.memos} onWrite={onWrite} />
      {look.annotations.length > 0 && (
        <section class="quick-quotes">
          <h4>{t('libraryHasAnnotations')}</h4>
          <ul>
            {look.annotations.map(({ id, quote, comment }) => (
              <li key={id}>
                <q lang={lang}>{quote.exact}</q>
                {comment && <p>{comment}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="quick-text" lang={lang}>
        <span class="quick-picture">
          <Thumb versionId={look.versionId} leadPicture={doors.leadPicture} />
        </span>
        {shown.lead && <p class="quick-lead">{shown.lead}</p>}
        {look.beginning.map((paragraph, place) => (
          <p key={place}>{paragraph}</p>
        ))}
        {look.goesOn && <p aria-hidden="true">…</p>}
      </div>
    </div>
  );
}
