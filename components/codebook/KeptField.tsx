/** A text that is kept when it is left, if it was changed. Escape gives back what was there. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';

export interface KeptFieldProps {
  label: string;
  value: string;
  onKeep: (value: string) => void;
  isLong?: boolean;
  maxLength?: number;
  hint?: string;
  class?: string;
}

export function KeptField(props: KeptFieldProps) {
  const { label, value, onKeep, isLong, maxLength, hint } = props;
  const id = useId();
  const [typed, setTyped] = useState(value);
  const isGivenUp = useRef(false);
  useEffect(() => setTyped(value), [value]);
  const shared = {
    id,
    class: 'input',
    value: typed,
    maxLength,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => {
      if (isGivenUp.current) isGivenUp.current = false;
      else if (typed !== value) onKeep(typed);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      const field = event.currentTarget as HTMLElement;
      if (event.key === 'Escape' && typed !== value) {
        event.stopPropagation();
        isGivenUp.current = true;
        setTyped(value);
        field.blur();
        field.focus();
      } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        field.blur();
        field.focus();
      }
    },
  };
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} rows={Math.min(12, Math.max(2, typed.split('\n').length, typed.length / 60))} />
      ) : (
        <input {...shared} />
      )}
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
