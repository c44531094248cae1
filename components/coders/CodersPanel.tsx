/** The coders of the study, in the settings: who is at work, names, initials, colours; more can be added. */
import { useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { useWords } from '@/components/words';
import type { CodersNow } from '@/utils/db/samples';
import { CoderBadge } from './CoderBadge';
import './coders.css';

export interface CoderDoors {
  createCoder: (name: string, initials: string) => Promise<Answer<{ coderId: string }>>;
  editCoder: (
    coderId: string,
    patch: { name?: string; initials?: string; colour?: string },
  ) => Promise<Answer<null>>;
  removeCoder: (coderId: string) => Promise<Answer<null>>;
  switchCoder: (coderId: string) => Promise<Answer<null>>;
}

type Coder = CodersNow['coders'][number];

export function CodersPanel({ now, doors }: { now: CodersNow; doors: CoderDoors }) {
  const { t, failure } = useWords();
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [name, setName] = useState('');

  async function told(answer: Promise<Answer<unknown>>, saying = ''): Promise<boolean> {
    const result = await answer;
    setProblem(result.ok ? '' : failure(result.error.code));
    setSaid(result.ok ? saying : '');
    return result.ok;
  }

  const add = async (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return;
    if (await told(doors.createCoder(name, ''), t('coderAdded', name.trim()))) setName('');
  };

  return (
    <div class="coders">
      <ul aria-label={t('settingsCoder')}>
        {now.coders.map((coder) => (
          <Row
            key={coder.id}
            coder={coder}
            isCurrent={coder.id === now.currentId}
            onEdit={(patch) => told(doors.editCoder(coder.id, patch))}
            onSwitch={() => void told(doors.switchCoder(coder.id), t('coderSwitched', coder.name))}
            onRemove={() => void told(doors.removeCoder(coder.id), t('coderRemoved', coder.name))}
          />
        ))}
      </ul>
      <form class="coders-add" onSubmit={(event) => void add(event)}>
        <label class="field">
          <span class="label">{t('coderNew')}</span>
          <input
            class="input"
            type="text"
            autocomplete="off"
            maxLength={200}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {t('coderAdd')}
        </button>
      </form>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <output class="soft">{said}</output>
    </div>
  );
}

function Row(props: {
  coder: Coder;
  isCurrent: boolean;
  onEdit: (patch: { name?: string; initials?: string; colour?: string }) => Promise<boolean>;
  onSwitch: () => void;
  onRemove: () => void;
}) {
  const { coder, isCurrent, onEdit, onSwitch, onRemove } = props;
  const { t } = useWords();
  // On leaving the field, not on each key: an input method must not meet its own text coming back.
  const keep = (field: 'name' | 'initials') => async (event: { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const typed = input.value.normalize('NFC').trim();
    if (typed === coder[field]) return;
    if (!typed || !(await onEdit({ [field]: typed }))) input.value = coder[field];
  };
  return (
    <li class={isCurrent ? 'current' : ''}>
      <CoderBadge {...coder} />
      <input
        key={`n${coder.name}`}
        class="input"
        aria-label={t('coderNameOf', coder.name)}
        defaultValue={coder.name}
        onChange={(event) => void keep('name')(event)}
      />
      <input
        key={`i${coder.initials}`}
        class="input initials"
        aria-label={t('coderInitialsOf', coder.name)}
        defaultValue={coder.initials}
        onChange={(event) => void keep('initials')(event)}
      />
      <input
        type="color"
        aria-label={t('coderColourOf', coder.name)}
        value={coder.colour}
        onChange={(event) => void onEdit({ colour: event.currentTarget.value })}
      />
      {isCurrent ? (
        <strong class="coders-now">{t('coderIsAtWork')}</strong>
      ) : (
        <span class="coders-acts">
          <button type="button" class="button" aria-label={t('coderSwitchTo', coder.name)} onClick={onSwitch}>
            {t('coderSwitch')}
          </button>
          <button
            type="button"
            class="button quiet danger"
            aria-label={t('coderRemoveName', coder.name)}
            onClick={onRemove}
          >
            {t('coderRemove')}
          </button>
        </span>
      )}
    </li>
  );
}
