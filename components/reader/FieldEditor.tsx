/** Setting one metadata field by hand, and giving back what was captured. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { dateText, parseDateText } from '@/components/ui/date-text';
import { useWords } from '@/components/words';
import type { MetadataKey } from '@/utils/article/types';
import type { ByHand } from '@/utils/db/records';

const LISTS = ['authors', 'section', 'keywords'];
const DATES = ['published', 'modified'];
const EDITABLE = ['title', 'lead', 'outlet', 'language', 'genre', ...LISTS, ...DATES];

export function isEditable(key: MetadataKey): key is MetadataKey & keyof ByHand {
  return EDITABLE.includes(key);
}

export interface FieldEditorProps {
  name: keyof ByHand;
  label: string;
  value: string | string[] | null;
  isByHand: boolean;
  onEdit: (byHand: ByHand, reset?: (keyof ByHand)[]) => void;
}

export function FieldEditor({ name, label, value, isByHand, onEdit }: FieldEditorProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [isBad, setBad] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isEditing = draft !== null;
  const wasEditing = useRef(false);
  useEffect(() => {
    if (isEditing) field.current?.focus();
    else if (wasEditing.current) opener.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  if (draft === null)
    return (
      <span class="reader-edit">
        <button
          ref={opener}
          type="button"
          class="button quiet"
          aria-label={t('readerEdit', label)}
          onClick={() => {
            setBad(false);
            setDraft(
              Array.isArray(value)
                ? value.join('\n')
                : DATES.includes(name)
                  ? dateText(value)
                  : (value ?? ''),
            );
          }}
        >
          {t('readerEditShort')}
        </button>
        {isByHand && (
          <button
            type="button"
            class="button quiet"
            aria-label={t('readerRevert', label)}
            onClick={() => onEdit({}, [name])}
          >
            {t('readerRevertShort')}
          </button>
        )}
      </span>
    );

  function save() {
    const read = readDraft(name, draft ?? '');
    if (!read) {
      setBad(true);
      return;
    }
    onEdit(read);
    setDraft(null);
  }

  return (
    <form
      class="reader-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') setDraft(null);
        else if (event.key === 'Enter' && (!LISTS.includes(name) || event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      <textarea
        ref={field}
        class="input"
        aria-label={label}
        aria-invalid={isBad}
        placeholder={LISTS.includes(name) ? t('readerOnePerLine') : undefined}
        rows={name === 'lead' ? 4 : LISTS.includes(name) ? 3 : 1}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      {isBad && (
        <p class="notice bad" role="alert">
          {t(name === 'title' ? 'popupTitleNeeded' : 'readerBadDate')}
        </p>
      )}
      <button type="submit" class="button primary">
        {t('readerSave')}
      </button>
      <button type="button" class="button" onClick={() => setDraft(null)}>
        {t('readerCancel')}
      </button>
    </form>
  );
}

/** The typed text as a field set by hand; null when it is no date, or a title of nothing. */
export function readDraft(name: keyof ByHand, typed: string): ByHand | null {
  const lines = typed
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
  if (LISTS.includes(name)) return { [name]: lines };
  const line = lines.join(' ');
  if (name === 'title') return line ? { title: line } : null;
  if (!line) return { [name]: null };
  if (!DATES.includes(name)) return { [name]: line };
  const date = parseDateText(line);
  return date ? { [name]: date } : null;
}
