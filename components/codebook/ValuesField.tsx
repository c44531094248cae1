/** Values of a variable: add, reword (what was coded follows), reorder, take off. */
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { CodePatch } from '@/utils/archive/types';
import { KeptField } from './KeptField';

export interface ValuesFieldProps {
  values: readonly string[];
  onValues: (patch: Pick<CodePatch, 'values' | 'renamedValues'>) => void;
}

export function ValuesField({ values, onValues }: ValuesFieldProps) {
  const { t, number } = useWords();
  const [typed, setTyped] = useState('');
  const add = () => {
    if (!typed.trim()) return;
    onValues({ values: [...values, typed] });
    setTyped('');
  };
  const swap = (index: number) => {
    const next = [...values];
    [next[index - 1], next[index]] = [next[index]!, next[index - 1]!];
    onValues({ values: next });
  };
  return (
    <fieldset class="values-field">
      <legend>{t('codebookValues')}</legend>
      <p class="field-hint">{t('codebookValuesHint')}</p>
      {values.length > 0 && (
        <ol>
          {values.map((value, index) => (
            <li key={value}>
              <KeptField
                label={t('codebookValue', number(index + 1))}
                class="label-hidden"
                value={value}
                maxLength={200}
                onKeep={(to) =>
                  onValues(
                    to.trim()
                      ? {
                          values: values.map((one) => (one === value ? to : one)),
                          renamedValues: [{ from: value, to }],
                        }
                      : { values: values.filter((one) => one !== value) },
                  )
                }
              />
              <button
                type="button"
                class="icon-button"
                disabled={index === 0}
                aria-label={t('codebookValueUp', value)}
                onClick={() => swap(index)}
              >
                <span aria-hidden="true">↑</span>
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label={t('codebookValueRemove', value)}
                onClick={() => onValues({ values: values.filter((one) => one !== value) })}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <form
        class="values-add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          class="input"
          aria-label={t('codebookValueNew')}
          placeholder={t('codebookValueNew')}
          value={typed}
          maxLength={200}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!typed.trim()}>
          {t('codebookValueAdd')}
        </button>
      </form>
    </fieldset>
  );
}
