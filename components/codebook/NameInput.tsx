/** A name written in its row: Enter keeps, Escape leaves it; a refusal is said below and the words stay. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';

export interface NameInputProps {
  label: string;
  name: string;
  /** What to say when the archive refuses. */
  reason: (error: { code: string; detail?: string }) => string;
  onName: (name: string) => Promise<Answer<unknown>>;
  onLeave: () => void;
}

export function NameInput({ label, name, reason, onName, onLeave }: NameInputProps) {
  const id = useId();
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isSent = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function keep() {
    if (isSent.current) return;
    if (!typed.trim() || typed === name) {
      onLeave();
      return;
    }
    isSent.current = true;
    const answer = await onName(typed);
    isSent.current = false;
    if (answer.ok) return;
    setProblem(reason(answer.error));
    field.current?.focus();
  }

  return (
    <span class="code-naming">
      <input
        ref={field}
        class="input code-name-input"
        aria-label={label}
        aria-invalid={problem !== ''}
        aria-describedby={problem ? id : undefined}
        value={typed}
        maxLength={200}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setProblem('');
        }}
        // A refused name is still being written: leaving the field leaves it.
        onBlur={() => (problem ? onLeave() : void keep())}
        onKeyDown={(event) => {
          // While an input method composes, every key is its own.
          if (event.isComposing || event.keyCode === 229) return;
          event.stopPropagation();
          if (event.key === 'Enter') {
            event.preventDefault();
            void keep();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {problem && (
        <span class="code-problem" role="alert" id={id}>
          {problem}
        </span>
      )}
    </span>
  );
}
