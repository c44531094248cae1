/** One field of the record: its text, whether a person set it, and on demand where the page had it. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { Candidate, Field } from '@/utils/article/types';
import type { MessageKey } from '@/utils/locale/translate';
import { fieldText, type DraftKey } from './record-draft';

export interface RecordFieldProps {
  name: DraftKey;
  label: string;
  field: Field<string | string[]>;
  value: string;
  isEdited: boolean;
  problem?: MessageKey;
  /** A line under the field: what a typed date was understood as. */
  hint?: string;
  /** Language of the text, for screen readers and the spelling checker. */
  lang?: string;
  rows?: number;
  onChange: (value: string) => void;
  onRevert: () => void;
}

/** A text area as high as its text; the title and the lead are read whole. */
function useGrowingHeight(value: string) {
  const areaRef = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!areaRef.current) return;
    areaRef.current.style.height = 'auto';
    areaRef.current.style.height = `${areaRef.current.scrollHeight + 2}px`;
  }, [value]);
  return areaRef;
}

export function RecordField(props: RecordFieldProps) {
  const { name, label, field, value, isEdited, problem, hint, lang, rows, onChange, onRevert } = props;
  const { t } = useWords();
  const id = useId();
  const areaRef = useGrowingHeight(value);
  const [isOpen, setOpen] = useState(false);
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const common = {
    id,
    lang,
    value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': described || undefined,
    placeholder: field.state === 'absent' ? t('popupStatedAbsent') : t('popupNotFound'),
  };

  return (
    <div class={`record-field ${name} ${isEdited ? 'edited' : ''}`}>
      <label for={id}>{label}</label>
      <div class="record-value">
        {rows ? (
          <textarea
            ref={areaRef}
            rows={1}
            {...common}
            onInput={(event) => onChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              // A title is one line: Enter saves there as in every field. Elsewhere Ctrl+Enter does.
              const isSave = event.key === 'Enter' && (name === 'title' || event.ctrlKey || event.metaKey);
              if (!isSave || event.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        ) : (
          <input type="text" {...common} onInput={(event) => onChange(event.currentTarget.value)} />
        )}
        {problem && (
          <p class="record-problem" id={`${id}-problem`}>
            {t(problem)}
          </p>
        )}
        {hint && !problem && (
          <p class="record-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {isEdited && (
          <p class="record-hint by-hand">
            <span>{t('popupByHand')}</span>
            <button type="button" class="link" onClick={onRevert} aria-label={t('popupRevertField', label)}>
              {t('popupRevert')}
            </button>
          </p>
        )}
        {isOpen && <Sources id={`${id}-sources`} name={name} field={field} onUse={onChange} />}
      </div>
      <button
        type="button"
        class="record-sources-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-sources` : undefined}
        aria-label={t('popupWhereFound', label)}
        title={t('popupWhereFound', label)}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.2" />
          <circle cx="8" cy="5" r="0.9" fill="currentColor" />
          <path d="M8 7.4v4" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
        </svg>
      </button>
    </div>
  );
}

function Sources(props: {
  id: string;
  name: DraftKey;
  field: Field<string | string[]>;
  onUse: (value: string) => void;
}) {
  const { id, name, field, onUse } = props;
  const { t } = useWords();
  const winner: Candidate<string | string[]>[] =
    field.value === null || field.source === null
      ? []
      : [{ value: field.value, source: field.source, printed: field.printed }];
  const all = [...winner, ...(field.candidates ?? [])];
  return (
    <div class="record-sources" id={id}>
      {all.length === 0 && <p>{t(field.state === 'absent' ? 'popupSourceAbsent' : 'popupSourceNone')}</p>}
      {all.length > 0 && (
        <ul>
          {all.map((candidate, index) => (
            <li key={`${candidate.source}${index}`}>
              <code>{candidate.source}</code>
              <span class="record-candidate">{candidate.printed ?? fieldText(name, candidate.value)}</span>
              {index >= winner.length && (
                <button
                  type="button"
                  class="link"
                  onClick={() => onUse(fieldText(name, candidate.value))}
                  aria-label={t('popupUseCandidate', fieldText(name, candidate.value))}
                >
                  {t('popupUse')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {field.offsetAssumed && <p>{t('popupZoneAssumed')}</p>}
    </div>
  );
}
