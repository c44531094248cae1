/** The detected record, every field editable, with tags and collections; Save has the focus and Enter saves. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parseDateText } from '@/components/ui/date-text';
import { TagInput, type KnownTag, type TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { Metadata, PictureFound } from '@/utils/article/types';
import type { ByHand } from '@/utils/db/records';
import type { MessageKey } from '@/utils/locale/translate';
import { draftOf, readDraft, type DraftKey, type DraftReading } from './record-draft';
import { RecordField } from './RecordField';
import type { Captured } from './doors';
import type { Wishes } from './use-popup';

const LABELS: Record<DraftKey, MessageKey> = {
  title: 'popupTitle',
  authors: 'popupAuthors',
  published: 'popupPublished',
  outlet: 'popupOutlet',
  section: 'popupSection',
  lead: 'popupLead',
  language: 'popupLanguage',
};

export interface RecordFormProps {
  record: Captured;
  codes: KnownTag[];
  collections: KnownTag[];
  isBusy: boolean;
  /** Above the fields: what is known of the page. */
  head: ComponentChildren;
  /** The line with Save; gets what the form would save. */
  actions: (reading: DraftReading) => ComponentChildren;
  /** Tags and collections of an article saved already change at once; those of a new one wait for Save. */
  hasOwnTags: boolean;
  onSubmit: (wishes: Wishes) => void;
}

export function RecordForm(props: RecordFormProps) {
  const { record, codes, collections, isBusy, head, actions, hasOwnTags, onSubmit } = props;
  const { t, locale, printed } = useWords();
  const { metadata, pictures } = record.capture;
  const before: ByHand = record.known?.byHand ?? {};
  const found = draftOf(metadata, {});
  const [draft, setDraft] = useState(() => draftOf(metadata, before));
  const [tags, setTags] = useState<TagValue[]>([]);
  const [inCollections, setInCollections] = useState<TagValue[]>([]);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  // Enter saves at once: the focus waits on the button that does it.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[type=submit]')?.focus(), []);

  const reading = readDraft(draft, metadata, before);
  const lang = metadata.language.value ?? undefined;

  function hintOf(key: DraftKey): string | undefined {
    if (key === 'language' && draft.language) return languageName(locale, draft.language);
    if (key !== 'published' || !draft.published) return undefined;
    const asPrinted = metadata.published.printed;
    return asPrinted && draft.published === found.published
      ? t('popupDatePrinted', asPrinted)
      : printed(parseDateText(draft.published));
  }

  function submit(event: Event) {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(reading.problems);
    if (first) {
      form.current?.querySelector<HTMLElement>(`.record-field.${first} :is(input, textarea)`)?.focus();
      return;
    }
    if (!isBusy) onSubmit({ byHand: reading.byHand, reset: reading.reset, tags, collections: inCollections });
  }

  const field = (key: DraftKey, rows?: number) => (
    <RecordField
      key={key}
      name={key}
      label={t(LABELS[key])}
      field={metadata[key] as Metadata['title']}
      value={draft[key]}
      isEdited={key in reading.byHand || (key === 'published' && reading.problems.published !== undefined)}
      problem={isTried || key === 'published' ? reading.problems[key] : undefined}
      hint={hintOf(key)}
      lang={key === 'published' || key === 'language' ? undefined : lang}
      rows={rows}
      onChange={(value) => setDraft({ ...draft, [key]: value })}
      onRevert={() => setDraft({ ...draft, [key]: found[key] })}
    />
  );

  return (
    <form ref={form} class="record" onSubmit={submit} aria-busy={isBusy}>
      <div class="popup-scroll">
        {head}
        {field('title', 1)}
        {field('authors')}
        {field('published')}
        {field('outlet')}
        {field('section')}
        {field('lead', 1)}
        {field('language')}
        <Pictures pictures={pictures} lang={lang} />
      </div>
      {!hasOwnTags && (
        <div class="record-tags at-hand">
          <TagInput
            label={t('popupTags')}
            value={tags}
            known={codes}
            placeholder={t('popupTagsPlaceholder')}
            onAdd={(tag) => setTags([...tags, tag])}
            onRemove={(gone) => setTags(tags.filter((tag) => tag.name !== gone.name))}
          />
          <TagInput
            label={t('popupCollections')}
            value={inCollections}
            known={collections}
            placeholder={t('popupCollectionsPlaceholder')}
            onAdd={(collection) => setInCollections([...inCollections, collection])}
            onRemove={(gone) => setInCollections(inCollections.filter((one) => one.name !== gone.name))}
          />
        </div>
      )}
      <div class="popup-actions">{actions(reading)}</div>
    </form>
  );
}

function languageName(locale: string, code: string): string | undefined {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code.trim());
    return name === code.trim() ? undefined : name;
  } catch {
    return undefined;
  }
}

/** Named, never loaded: our pages make no request to the paper. */
function Pictures({ pictures, lang }: { pictures: PictureFound[]; lang?: string }) {
  const { t, number } = useWords();
  const lead = pictures.find((picture) => picture.role === 'lead') ?? pictures[0];
  if (!lead) return <p class="record-picture none">{t('popupNoPicture')}</p>;
  const size = lead.width && lead.height ? `${lead.width} × ${lead.height}` : null;
  return (
    <div class="record-picture">
      <svg viewBox="0 0 56 40" width="56" height="40" aria-hidden="true">
        <rect x="0.5" y="0.5" width="55" height="39" rx="4" fill="none" stroke="currentColor" />
        <circle cx="17" cy="13" r="4" fill="none" stroke="currentColor" />
        <path d="M6 33l13-12 8 7 9-11 14 16" fill="none" stroke="currentColor" stroke-linejoin="round" />
      </svg>
      <div>
        <p>
          {pictures.length === 1 ? t('popupOnePicture') : t('popupPictures', number(pictures.length))}
          {size && <span class="faint"> · {size}</span>}
        </p>
        {lead.caption && (
          <p class="caption" lang={lang}>
            {lead.caption}
          </p>
        )}
      </div>
    </div>
  );
}
