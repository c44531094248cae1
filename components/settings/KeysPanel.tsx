/** Which keys do what in the reader and the review: given by pressing them, refused when taken, reset one by one or all. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useKeySentence } from '@/components/ui/key-sentence';
import { useWords } from '@/components/words';
import {
  bindKey,
  DEFAULT_KEYMAP,
  KEY_GROUPS,
  mergeKeymap,
  resetKey,
  shownKey,
  strokeOf,
  type Bound,
  type KeyAction,
  type KeyGroupName,
} from '@/utils/annotation/keymap';

export interface KeysPanelProps {
  areSingleOn: boolean;
  changed: Readonly<Record<string, readonly string[]>>;
  onSingle: (areOn: boolean) => void;
  onChange: (changed: Record<string, string[]>) => void;
}

export function KeysPanel({ areSingleOn, changed, onSingle, onChange }: KeysPanelProps) {
  const { t } = useWords();
  const sentence = useKeySentence();
  const [waiting, setWaiting] = useState<KeyAction | null>(null);
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null);
  const keymap = mergeKeymap(changed);

  const namesOf = (keys: readonly string[]) =>
    keys.map((key) => shownKey(key)).join(', ') || t('settingsKeyNone');

  function take(bound: Bound, action: KeyAction, stroke: string) {
    setWaiting(null);
    if (!bound.ok) {
      setSaid({ text: t('settingsKeyTaken', shownKey(stroke), sentence(bound.taken)), isBad: true });
      return;
    }
    onChange(bound.changed);
    setSaid({ text: t('settingsKeySet', shownKey(stroke), sentence(action)), isBad: false });
  }

  return (
    <div class="settings-keymap">
      <label class="settings-check">
        <input
          type="checkbox"
          checked={areSingleOn}
          onChange={(event) => onSingle(event.currentTarget.checked)}
        />
        <span>{t('settingsSingleKeys')}</span>
      </label>
      <output class={`settings-key-said ${said?.isBad ? 'bad' : ''}`}>{said?.text}</output>
      {(Object.keys(KEY_GROUPS) as KeyGroupName[]).map((group) => (
        <details key={group} class="settings-key-group" open={group === 'code'}>
          <summary>{t(`keyGroup_${group}`)}</summary>
          <ul>
            {KEY_GROUPS[group].map((action) => {
              const isFirst = keymap[action].join(' ') === DEFAULT_KEYMAP[action].join(' ');
              return (
                <li key={action}>
                  <span class="settings-key-says">{sentence(action)}</span>
                  {waiting === action ? (
                    <KeyCatcher
                      onStroke={(stroke) => take(bindKey(changed, action, stroke), action, stroke)}
                      onLeave={() => setWaiting(null)}
                    />
                  ) : (
                    <button
                      type="button"
                      class="settings-key"
                      onClick={() => {
                        setSaid(null);
                        setWaiting(action);
                      }}
                    >
                      <span class="visually-hidden">
                        {t('settingsKeyChange', sentence(action), namesOf(keymap[action]))}
                      </span>
                      <span aria-hidden="true">
                        {keymap[action].length === 0
                          ? t('settingsKeyNone')
                          : keymap[action].map((key) => (
                              <kbd key={key} class="key">
                                {shownKey(key)}
                              </kbd>
                            ))}
                      </span>
                    </button>
                  )}
                  {!isFirst && (
                    <button
                      type="button"
                      class="button quiet"
                      aria-label={t('settingsKeyResetOf', sentence(action))}
                      onClick={() => take(resetKey(changed, action), action, DEFAULT_KEYMAP[action][0] ?? '')}
                    >
                      {t('settingsKeyReset')}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      ))}
      {Object.keys(changed).length > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => {
            setSaid(null);
            onChange({});
          }}
        >
          {t('settingsKeysResetAll')}
        </button>
      )}
    </div>
  );
}

/** Takes the next key; Tab and a click elsewhere leave everything as it is. */
function KeyCatcher({ onStroke, onLeave }: { onStroke: (stroke: string) => void; onLeave: () => void }) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  // Before the next key can come.
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <button
      ref={button}
      type="button"
      class="settings-key waiting"
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Tab') return;
        const stroke = strokeOf(event);
        if (!stroke) return;
        event.preventDefault();
        event.stopPropagation();
        onStroke(stroke);
      }}
    >
      {t('settingsKeyPress')}
    </button>
  );
}
