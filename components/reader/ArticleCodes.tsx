/** The variables of the article (codes with values) as a form: one value each for the coder at work, saved when chosen. */
import { useId } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { ArticleVariable } from '@/utils/db/codebook';
import type { ReaderDoors } from './doors';
import './article-codes.css';

/** Few short values stand side by side; more are a list to open. */
const MOST_RADIOS = 5;
const MOST_LETTERS = 44;

export interface ArticleCodesProps {
  variables: readonly ArticleVariable[];
  setVariable: ReaderDoors['setVariable'];
  told: (answer: Promise<{ ok: boolean }>) => void;
}

export function ArticleCodes({ variables, setVariable, told }: ArticleCodesProps) {
  const { t, number } = useWords();
  if (variables.length === 0) return null;
  const done = variables.filter(({ own }) => own !== null).length;
  return (
    <details class="article-codes" open>
      <summary>
        {t('readerVariables')}{' '}
        <span class="reader-count">{t('readerVariablesDone', number(done), number(variables.length))}</span>
      </summary>
      {variables.map((variable) => (
        <Variable
          key={variable.codeId}
          variable={variable}
          onValue={(value) => told(setVariable(variable.codeId, value))}
        />
      ))}
    </details>
  );
}

function Variable({
  variable,
  onValue,
}: {
  variable: ArticleVariable;
  onValue: (value: string | null) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const { name, colour, definition, values, own, others } = variable;
  // A value that has left the code's list is still what was said.
  const offered = own === null || values.includes(own) ? values : [...values, own];
  const isShort = offered.length <= MOST_RADIOS && offered.join('').length <= MOST_LETTERS;
  const hint = definition ? `${id}-hint` : undefined;
  return (
    <div class="article-code" style={`--tag-colour:${colour}`}>
      {isShort ? (
        <fieldset aria-describedby={hint}>
          <legend>{name}</legend>
          <div class="article-values">
            {offered.map((value) => (
              <label key={value}>
                <input type="radio" name={id} checked={own === value} onChange={() => onValue(value)} />
                <span>{value}</span>
              </label>
            ))}
            {own !== null && (
              <button
                type="button"
                class="button quiet"
                aria-label={t('readerVariableClear', name)}
                title={t('readerVariableClear', name)}
                onClick={() => onValue(null)}
              >
                <span aria-hidden="true">×</span>
              </button>
            )}
          </div>
        </fieldset>
      ) : (
        <div class="field">
          <label for={id}>{name}</label>
          <select
            id={id}
            class="input"
            aria-describedby={hint}
            value={own ?? ''}
            onChange={(event) => onValue(event.currentTarget.value || null)}
          >
            <option value="">{t('readerVariableNone')}</option>
            {offered.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        </div>
      )}
      {definition && (
        <p class="article-hint" id={hint} title={definition}>
          {definition}
        </p>
      )}
      {others.length > 0 && (
        <p class="article-hint">
          {others.map(({ coder, value }) => t('readerVariableOther', coder, value)).join(' · ')}
        </p>
      )}
    </div>
  );
}
