/**
 * The line of the query language: what is wrong is underlined at its place and said below, what can be put in is offered, and
 * a card tells the language. Silent while an input method composes.
 */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { complete, type CompletionOption, type KnownValues } from '@/utils/search/complete';
import { parseQuery } from '@/utils/search/parse-query';
import type { QueryComplaint } from '@/utils/search/query';
import { complaintSentence } from './complaint-sentence';
import { CompletionList } from './CompletionList';
import { SearchHelp } from './SearchHelp';
import { useLine } from './use-line';
import './search-field.css';

export interface SearchFieldProps {
  query: string;
  onQuery: (query: string) => void;
  /** Values of fields as they stand in the archive, the most frequent first. */
  known: KnownValues['fields'];
  /** Enter, Escape in an empty line, arrow down: on to the results. */
  onLeave: () => void;
  /** The input, so that a key of the page can focus it. */
  field: { current: HTMLInputElement | null };
}

/** Someone who is still typing knows that the quote is open. */
const PATIENCE_MS = 900;

export function SearchField({ query, onQuery, known, onLeave, field }: SearchFieldProps) {
  const words = useWords();
  const { t, locale } = words;
  const id = useId();
  const line = useLine(field, query, onQuery);
  const [isFocused, setFocused] = useState(false);
  const [isOpen, setOpen] = useState<'no' | 'typed' | 'asked'>('no');
  const [active, setActive] = useState(-1);
  const [isHelpOpen, setHelpOpen] = useState(false);

  const completion = useMemo(
    () =>
      isOpen === 'no' || line.isComposing
        ? null
        : complete(
            line.text,
            line.caret,
            { fields: known, locale, today: new Date().toISOString().slice(0, 10) },
            isOpen === 'asked',
          ),
    [isOpen, line.isComposing, line.text, line.caret, known, locale],
  );
  const options = completion?.options ?? [];
  const complaints = useComplaints(line.text, isFocused, line.isComposing);
  const isPanelShown = isFocused && (options.length > 0 || complaints.length > 0);

  function choose(option: CompletionOption) {
    if (!completion) return;
    line.replace(completion.span, option.text);
    setActive(-1);
    // A field just put in asks for its value at once.
    setOpen(option.is === 'field' ? 'typed' : 'no');
  }

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes every key is its own. 229 is Safari's way of saying so.
    if (event.isComposing || event.keyCode === 229) return;
    const chosen = options[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length > 0) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // -1 is the text itself, so that one can come back to it.
        setActive(((active + 1 + step + (options.length + 1)) % (options.length + 1)) - 1);
      } else if (event.altKey) setOpen('asked');
      else if (event.key === 'ArrowDown') onLeave();
    } else if (event.key === ' ' && event.ctrlKey) setOpen('asked');
    else if (event.key === 'Enter') {
      if (chosen) choose(chosen);
      else {
        setOpen('no');
        onLeave();
      }
    } else if (event.key === 'Escape') {
      if (options.length > 0) {
        setOpen('no');
        setActive(-1);
      } else if (line.text) clear();
      else onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function clear() {
    line.replace({ start: 0, end: line.text.length }, '');
    setOpen('no');
  }

  return (
    <search class="search-field">
      <div class="search-box">
        <Underlines text={line.text} complaints={complaints} field={field} />
        <input
          ref={field}
          class="search-input"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          value={line.text}
          aria-label={t('searchLabel')}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={options[active] ? `${id}-list-${active}` : undefined}
          aria-invalid={complaints.length > 0}
          aria-describedby={isPanelShown && complaints.length > 0 ? `${id}-told` : undefined}
          placeholder={t('searchHint')}
          title="/"
          onInput={(event) => {
            line.onInput(event);
            setOpen('typed');
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onKeyUp={line.look}
          onClick={line.look}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            setOpen('no');
            setActive(-1);
          }}
        />
        {line.text && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('searchClear')}
            title={t('searchClear')}
            onClick={clear}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
        <button
          type="button"
          class="icon-button search-help-button"
          aria-label={t('searchHelp')}
          title={t('searchHelp')}
          onClick={() => setHelpOpen(true)}
        >
          <span aria-hidden="true">?</span>
        </button>
      </div>
      {isPanelShown && (
        <div class="search-panel">
          {options.length > 0 && (
            <CompletionList id={`${id}-list`} options={options} active={active} onChoose={choose} />
          )}
          <ul class="search-told" id={`${id}-told`}>
            {complaints.map((complaint) => (
              <li key={`${complaint.problem}/${complaint.at.start}`}>
                {complaintSentence(complaint, words)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <output class="visually-hidden">
        {complaints.map((complaint) => complaintSentence(complaint, words)).join(' ')}
      </output>
      {isHelpOpen && (
        <SearchHelp
          onClose={() => setHelpOpen(false)}
          onTry={(example) => {
            setHelpOpen(false);
            line.replace({ start: 0, end: line.text.length }, example);
          }}
        />
      )}
    </search>
  );
}

/** More would be noise: who mends the first sees the next. */
const MOST_TOLD = 3;

/** What is wrong, told when typing pauses; at once when it is over. */
function useComplaints(text: string, isFocused: boolean, isComposing: boolean): QueryComplaint[] {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (isComposing) return undefined;
    const timer = setTimeout(() => setSettled(text), isFocused ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [text, isFocused, isComposing]);
  return useMemo(
    // What was wrong with another text is not told of this one.
    () => (settled === text ? eachOnce(parseQuery(text).complaints).slice(0, MOST_TOLD) : []),
    [text, settled],
  );
}

/** A thousand brackets that are not closed are one thing to say, at the first of them. */
function eachOnce(complaints: readonly QueryComplaint[]): QueryComplaint[] {
  const first = new Map<string, QueryComplaint>();
  for (const complaint of complaints) {
    const key = `${complaint.problem}/${complaint.about}`;
    if (!first.has(key)) first.set(key, complaint);
  }
  return [...first.values()];
}

/** The line once more behind the input, with nothing to be seen of it but the underlines. */
function Underlines({
  text,
  complaints,
  field,
}: {
  text: string;
  complaints: readonly QueryComplaint[];
  field: { current: HTMLInputElement | null };
}) {
  const mirror = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = field.current;
    if (!input || complaints.length === 0) return undefined;
    const follow = () => {
      if (mirror.current) mirror.current.scrollLeft = input.scrollLeft;
    };
    follow();
    input.addEventListener('scroll', follow);
    return () => input.removeEventListener('scroll', follow);
  }, [field, complaints, text]);
  if (complaints.length === 0) return null;
  const parts: preact.JSX.Element[] = [];
  let from = 0;
  for (const { at } of complaints) {
    if (at.start < from) continue;
    parts.push(
      <span key={from}>{text.slice(from, at.start)}</span>,
      <span key={`${at.start}!`} class="underlined">
        {text.slice(at.start, at.end)}
      </span>,
    );
    from = at.end;
  }
  return (
    <div class="search-mirror" ref={mirror} aria-hidden="true">
      {parts}
      <span>{text.slice(from)}</span>
    </div>
  );
}
