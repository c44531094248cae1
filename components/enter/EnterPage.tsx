/** An article typed or pasted by hand: on paper only, or behind a wall. The form is laid out like the page it becomes. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { parseDateText } from '@/components/ui/date-text';
import { TagInput, type KnownTag, type TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { EnteredArticle, SavedArticle } from '@/utils/archive/types';
import type { MessageKey } from '@/utils/locale/translate';
import { EMPTY_DRAFT, enteredOf, paragraphsOf, problemsOf, type EnteredKey } from './entered-draft';
import './enter.css';

export interface EnterPageProps {
  codes: KnownTag[];
  collections: KnownTag[];
  onEnter: (entered: EnteredArticle) => Promise<Answer<SavedArticle>>;
  onCreateCollection: (name: string) => Promise<Answer<{ collectionId: string }>>;
  onSaved: (saved: SavedArticle) => void;
}

const LANGUAGES = ['vi', 'en', 'fr', 'zh', 'ja', 'ko', 'ru', 'km', 'lo', 'th'];

export function EnterPage(props: EnterPageProps) {
  const { codes, collections, onEnter, onCreateCollection, onSaved } = props;
  const { t, locale, failure, number, printed } = useWords();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [tags, setTags] = useState<TagValue[]>([]);
  const [chosen, setChosen] = useState<TagValue[]>([]);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const formRef = useRef<HTMLFormElement>(null);
  const problems = problemsOf(draft);
  const set = (key: EnteredKey, value: string) => setDraft((now) => ({ ...now, [key]: value }));

  async function save(): Promise<void> {
    const ids: string[] = [];
    for (const collection of chosen) {
      const made = collection.id
        ? { ok: true as const, value: { collectionId: collection.id } }
        : await onCreateCollection(collection.name);
      if (!made.ok) return setFailed(made.error.code);
      ids.push(made.value.collectionId);
    }
    const answer = await onEnter(enteredOf(draft, tags, ids));
    if (answer.ok) onSaved(answer.value);
    else setFailed(answer.error.code);
  }

  function submit(event: Event) {
    event.preventDefault();
    setTried(true);
    setFailed(null);
    const [first] = Object.keys(problems);
    if (first) {
      formRef.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
      return;
    }
    if (isBusy) return;
    setBusy(true);
    save()
      .catch(() => setFailed('unexpected'))
      .finally(() => setBusy(false));
  }

  const field = (key: EnteredKey, label: MessageKey, more: Partial<LineProps> = {}) => (
    <Line
      name={key}
      label={t(label)}
      value={draft[key]}
      problem={isTried && problems[key] ? t(problems[key]) : undefined}
      onChange={(value) => set(key, value)}
      {...more}
    />
  );
  const understood = parseDateText(draft.published);
  const paragraphs = paragraphsOf(draft.text).length;

  return (
    <main class="enter">
      <header>
        <h1>{t('enterHeading')}</h1>
        <p>{t('enterIntro')}</p>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter from any field */}
      <form
        ref={formRef}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) submit(event);
        }}
      >
        <div class="enter-sheet">
          {field('title', 'popupTitle', { isRequired: true, rows: 1, className: 'title' })}
          <div class="enter-grid">
            {field('outlet', 'popupOutlet')}
            {field('published', 'popupPublished', {
              placeholder: '24/11/2021 06:55',
              hint: understood ? printed(understood) : undefined,
            })}
            {field('authors', 'popupAuthors', { hint: t('enterAuthorsHint') })}
            {field('section', 'popupSection', { hint: t('enterSectionHint') })}
            {field('url', 'enterAddress', { placeholder: 'https://', hint: t('enterAddressHint') })}
            <div class="field">
              <label for="enter-language">{t('popupLanguage')}</label>
              <select
                id="enter-language"
                name="language"
                class="input"
                value={draft.language}
                onChange={(event) => set('language', event.currentTarget.value)}
              >
                {LANGUAGES.map((code) => (
                  <option key={code} value={code}>
                    {new Intl.DisplayNames([locale], { type: 'language' }).of(code)}
                  </option>
                ))}
                <option value="">{t('enterLanguageOther')}</option>
              </select>
            </div>
          </div>
          {field('lead', 'popupLead', { rows: 2, className: 'prose' })}
          {field('text', 'enterText', {
            isRequired: true,
            rows: 12,
            className: 'prose body',
            lang: draft.language || undefined,
            hint:
              paragraphs === 0
                ? t('enterTextHint')
                : paragraphs === 1
                  ? t('enterOneParagraph')
                  : t('enterParagraphs', number(paragraphs)),
          })}
          <div class="enter-grid">
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
              value={chosen}
              known={collections}
              placeholder={t('popupCollectionsPlaceholder')}
              onAdd={(collection) => setChosen([...chosen, collection])}
              onRemove={(gone) => setChosen(chosen.filter((one) => one.name !== gone.name))}
            />
          </div>
        </div>
        {failed && (
          <p class="notice bad" role="alert">
            {failure(failed)}
          </p>
        )}
        <div class="enter-actions">
          <button type="submit" class="button primary" aria-disabled={isBusy}>
            {t(isBusy ? 'popupSaving' : 'enterSave')}
          </button>
          <span>{t('enterMarked')}</span>
        </div>
      </form>
    </main>
  );
}

interface LineProps {
  name: EnteredKey;
  label: string;
  value: string;
  problem?: string;
  hint?: string;
  placeholder?: string;
  rows?: number;
  className?: string;
  lang?: string;
  isRequired?: boolean;
  onChange: (value: string) => void;
}

function Line(props: LineProps) {
  const { name, label, value, problem, hint, placeholder, rows, className, lang, isRequired, onChange } =
    props;
  const id = useId();
  const common = {
    id,
    name,
    value,
    lang,
    placeholder,
    class: 'input',
    'aria-required': isRequired ? true : undefined,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem || hint ? `${id}-note` : undefined,
  };
  return (
    <div class={`field ${className ?? ''}`}>
      <label for={id}>{label}</label>
      {rows ? (
        <textarea rows={rows} {...common} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input type="text" {...common} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {(problem ?? hint) && (
        <p id={`${id}-note`} class={problem ? 'enter-problem' : 'enter-hint'}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}
