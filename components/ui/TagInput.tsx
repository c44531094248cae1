/** Tags with suggestions: a combobox that ignores marks ("thuy loi" finds "Thủy lợi") and never disturbs an input method. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { PutBy } from '@/components/coders/PutBy';
import { useWords } from '@/components/words';
import { foldMarks } from '@/utils/text/fold';
import './tag-input.css';

export interface TagValue {
  /** The code's id; missing for a tag that is new. */
  id?: string;
  name: string;
  colour?: string;
  /** Coders who put it there. */
  putBy?: readonly string[];
}

export interface KnownTag {
  id: string;
  name: string;
  colour: string;
  /** `foldMarks(name)`, as kept on the code's row. */
  folded: string;
}

export interface TagInputProps {
  label: string;
  value: TagValue[];
  known: KnownTag[];
  /** A known code (with its id) or a new name. Never called for one already in `value`. */
  onAdd: (tag: TagValue) => void;
  onRemove: (tag: TagValue) => void;
  placeholder?: string;
  /** Show the label only to screen readers. */
  isLabelHidden?: boolean;
  autoFocus?: boolean;
}

const MOST_SUGGESTIONS = 8;

/** NFC, blanks collapsed: what a person sees as the name they typed. */
const cleanName = (typed: string) => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Known tags for what was typed: those that begin with it, then those with a word that does, then the rest. */
export function suggestTags(known: KnownTag[], taken: TagValue[], typed: string): KnownTag[] {
  const wanted = foldMarks(cleanName(typed));
  if (!wanted) return [];
  const takenNames = new Set(taken.map((tag) => foldMarks(tag.name)));
  const marked = cleanName(typed).toLocaleLowerCase('vi');
  const rank = (tag: KnownTag) => {
    if (tag.name.toLocaleLowerCase('vi') === marked) return 0;
    if (tag.folded.startsWith(wanted)) return 1;
    return tag.folded.includes(` ${wanted}`) ? 2 : 3;
  };
  return known
    .filter((tag) => tag.folded.includes(wanted) && !takenNames.has(foldMarks(tag.name)))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'))
    .slice(0, MOST_SUGGESTIONS);
}

export function TagInput(props: TagInputProps) {
  const { label, value, known, onAdd, onRemove, placeholder, isLabelHidden, autoFocus } = props;
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const suggestions = isOpen ? suggestTags(known, value, typed) : [];
  const isShown = suggestions.length > 0;

  useEffect(() => {
    // jsdom has no layout, hence the question mark.
    if (active >= 0) list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  function add(tag: TagValue) {
    setTyped('');
    setActive(-1);
    setOpen(false);
    if (value.some((other) => other.name.toLocaleLowerCase('vi') === tag.name.toLocaleLowerCase('vi')))
      return;
    setSaid(t('uiTagAdded', tag.name));
    onAdd(tag);
  }

  function addTyped() {
    const name = cleanName(typed);
    if (!name) return;
    const same = known.find(
      (tag) => tag.name.normalize('NFC').toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'),
    );
    add(same ? { id: same.id, name: same.name, colour: same.colour } : { name });
  }

  function remove(tag: TagValue) {
    setSaid(t('uiTagRemoved', tag.name));
    onRemove(tag);
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // An input method is still composing the syllable: every key belongs to it. 229 is Safari's way of saying so.
    if (event.isComposing || event.keyCode === 229) return;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && typed) {
      event.preventDefault();
      setOpen(true);
      const count = suggestTags(known, value, typed).length;
      if (count === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // -1 is the text itself, so that one can come back to it.
      setActive((now) => ((now + 1 + step + (count + 1)) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && cleanName(typed)) {
      event.preventDefault();
      event.stopPropagation();
      const chosen = suggestions[active];
      if (chosen) add({ id: chosen.id, name: chosen.name, colour: chosen.colour });
      else addTyped();
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Backspace' && typed === '' && !event.repeat) {
      const last = value.at(-1);
      if (last) remove(last);
    }
  }

  return (
    <div class="tag-input">
      <label class={isLabelHidden ? 'visually-hidden' : 'tag-input-label'} for={id}>
        {label}
      </label>
      <div class="tag-input-box">
        {value.length > 0 && (
          <ul class="tag-input-tags" aria-label={label}>
            {value.map((tag) => (
              <li key={tag.id ?? tag.name} class="tag" style={tag.colour ? `--tag-colour:${tag.colour}` : ''}>
                <span>{tag.name}</span>
                <PutBy ids={tag.putBy} />
                <button type="button" aria-label={t('uiTagRemove', tag.name)} onClick={() => remove(tag)}>
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={isShown ? `${id}-list` : undefined}
          aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
          placeholder={value.length === 0 ? placeholder : undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
      </div>
      {isShown && (
        <div
          ref={list}
          class="tag-input-list"
          id={`${id}-list`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> or <datalist> cannot be a combobox's list
          role="listbox"
          aria-label={t('uiTagSuggestions')}
        >
          {suggestions.map((tag, index) => (
            <div
              key={tag.id}
              id={`${id}-${index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <option> only lives in a <select>
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              style={`--tag-colour:${tag.colour}`}
              // Before the blur of the input, which would close the list under the pointer.
              onMouseDown={(event) => {
                event.preventDefault();
                add({ id: tag.id, name: tag.name, colour: tag.colour });
              }}
            >
              {tag.name}
            </div>
          ))}
        </div>
      )}
      <output class="visually-hidden">{said}</output>
    </div>
  );
}
