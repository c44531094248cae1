/** Finding a code by typing, and putting it on: a combobox in a dialog, silent while an input method composes. */
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import { fittingCodes, sameNamed, typedName } from '@/utils/annotation/palette';
import type { ReadCode } from '@/utils/db/reading';
import { briefly } from './AnnotationCard';
import './palette.css';

/** More are found by typing on. */
const MOST_SHOWN = 60;

export interface CodePaletteProps {
  codes: readonly ReadCode[];
  /** Those that the passage has. */
  has: ReadonlySet<string>;
  words: string;
  lang: string | undefined;
  typed: string;
  /** The digit of a code that has one. */
  digitOf: (codeId: string) => number | null;
  onApply: (tag: TagValue) => void;
  onClose: () => void;
}

type Choice = { is: 'code'; code: ReadCode } | { is: 'new'; name: string };

export function CodePalette(props: CodePaletteProps) {
  const { codes, has, words, lang, onApply, onClose } = props;
  const { t, number } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(props.typed);
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState('');

  // Before the next key: what is typed at once belongs to the field.
  useLayoutEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    // jsdom knows the element but not its modal state.
    if (typeof element.showModal === 'function') element.showModal();
    else element.setAttribute('open', '');
    const input = element.querySelector('input');
    input?.focus();
    input?.select();
    return () => {
      element.close?.();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  const paths = useMemo(() => pathsOf(codes), [codes]);
  const fitting = useMemo(() => fittingCodes(codes, typed), [codes, typed]);
  const choices = useMemo((): Choice[] => {
    const name = typedName(typed);
    const known = fitting.slice(0, MOST_SHOWN).map((code): Choice => ({ is: 'code', code }));
    return name && !sameNamed(codes, name) ? [...known, { is: 'new', name }] : known;
  }, [codes, fitting, typed]);
  const at = Math.min(active, choices.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);

  function apply(choice: Choice | undefined, stays: boolean) {
    if (!choice) return;
    onApply(choice.is === 'code' ? choice.code : { name: choice.name });
    if (!stays) return onClose();
    setSaid(t('readerTagOn', choice.is === 'code' ? choice.code.name : choice.name));
    setTyped('');
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent) {
    // An input method is still composing the syllable: every key belongs to it. 229 is Safari's way of saying so.
    if (event.isComposing || event.keyCode === 229) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      const last = choices.length - 1;
      if (Math.abs(by) === 1) setActive((at + by + choices.length) % Math.max(1, choices.length));
      else setActive(Math.max(0, Math.min(last, at + by)));
    } else if (event.key === 'Enter') apply(choices[at], event.shiftKey);
    else return;
    event.preventDefault();
  }

  return (
    // The click on its backdrop; Escape does the same by key.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      class="palette"
      aria-label={t('readerPalette')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="palette-sheet">
        <p class="palette-words" lang={lang}>
          {briefly(words)}
        </p>
        <input
          class="input palette-input"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-label={t('readerPaletteFind')}
          aria-autocomplete="list"
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-describedby={`${id}-hint`}
          aria-activedescendant={choices.length > 0 ? `${id}-${at}` : undefined}
          placeholder={t('readerPaletteFind')}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          ref={list}
          class="palette-list"
          id={`${id}-list`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> or <datalist> cannot be a combobox's list
          role="listbox"
          tabIndex={-1}
          aria-label={t('readerPaletteList')}
        >
          {choices.map((choice, n) => (
            <div
              key={choice.is === 'code' ? choice.code.id : 'new'}
              id={`${id}-${n}`}
              class="palette-choice"
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <option> only lives in a <select>
              role="option"
              tabIndex={-1}
              aria-selected={n === at}
              style={choice.is === 'code' ? `--tag-colour:${choice.code.colour}` : ''}
              // Before the field loses the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                apply(choice, event.shiftKey);
              }}
            >
              {choice.is === 'new' ? (
                <span class="palette-new">{t('readerPaletteMake', choice.name)}</span>
              ) : (
                <>
                  <span class="palette-name">
                    {paths.get(choice.code.id) && <small>{paths.get(choice.code.id)} › </small>}
                    {choice.code.name}
                  </span>
                  {has.has(choice.code.id) && <span class="palette-has">✓ {t('readerPaletteHas')}</span>}
                  {props.digitOf(choice.code.id) && (
                    <kbd aria-hidden="true">{props.digitOf(choice.code.id)}</kbd>
                  )}
                </>
              )}
            </div>
          ))}
        </div>
        {fitting.length > MOST_SHOWN && (
          <p class="palette-more">{t('readerPaletteMore', number(fitting.length - MOST_SHOWN))}</p>
        )}
        <p class="palette-hint" id={`${id}-hint`}>
          {t('readerPaletteHint')}
        </p>
        <output class="visually-hidden">{said}</output>
      </div>
    </dialog>
  );
}

/** Names of the codes above each code. */
function pathsOf(codes: readonly ReadCode[]): ReadonlyMap<string, string> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return new Map(
    codes.map(({ id, parentId }) => {
      const names: string[] = [];
      // A ring of parents, from a broken import, ends here too.
      for (
        let up = parentId && byId.get(parentId);
        up && names.length < 8;
        up = up.parentId && byId.get(up.parentId)
      )
        names.unshift(up.name);
      return [id, names.join(' › ')];
    }),
  );
}
