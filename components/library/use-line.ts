/**
 * The line that is typed. Promise: it is never lost. What comes from outside takes its place only when it is not an echo of
 * what was typed before, the caret stays where it is, and what is put in can be taken back with the browser's own undo.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { QuerySpan } from '@/utils/search/query';

export interface Line {
  text: string;
  caret: number;
  isComposing: boolean;
  onInput: (event: InputEvent) => void;
  /** The caret may have moved. */
  look: () => void;
  replace: (span: QuerySpan, text: string) => void;
}

export function useLine(
  field: { current: HTMLInputElement | null },
  query: string,
  onQuery: (query: string) => void,
): Line {
  const [text, setText] = useState(query);
  const [caret, setCaret] = useState(0);
  const [isComposing, setComposing] = useState(false);
  /** Told outwards and not yet seen to come back; the last is what stands here. */
  const echoes = useRef([query]);

  useLayoutEffect(() => {
    const at = echoes.current.indexOf(query);
    if (at >= 0) echoes.current.splice(0, at);
    else {
      echoes.current = [query];
      setText(query);
    }
  }, [query]);

  function tell(next: string) {
    if (echoes.current.at(-1) === next) return;
    echoes.current.push(next);
    onQuery(next);
  }

  function read(isInMiddle: boolean) {
    const { value, selectionStart } = field.current!;
    setText(value);
    setCaret(selectionStart ?? value.length);
    // A syllable that an input method is still putting together is no query yet.
    if (!isInMiddle) tell(value);
  }

  // Elements have no `oncompositionstart`, so Preact would listen for an event that is spelled with capitals.
  const composed = useRef(() => {});
  useLayoutEffect(() => {
    composed.current = () => {
      setComposing(false);
      read(false);
    };
  });
  useLayoutEffect(() => {
    const input = field.current!;
    const begin = () => setComposing(true);
    const end = () => composed.current();
    input.addEventListener('compositionstart', begin);
    input.addEventListener('compositionend', end);
    return () => {
      input.removeEventListener('compositionstart', begin);
      input.removeEventListener('compositionend', end);
    };
  }, [field]);

  return {
    text,
    caret,
    isComposing,
    onInput: (event) => read(event.isComposing || isComposing),
    look: () => setCaret(field.current?.selectionStart ?? 0),
    replace(span, put) {
      const input = field.current!;
      input.focus();
      input.setSelectionRange(span.start, span.end);
      // Old, but the only way whose result the browser's undo knows.
      const isDone = document.execCommand?.(put ? 'insertText' : 'delete', false, put) ?? false;
      if (!isDone || input.value === text) input.setRangeText(put, span.start, span.end, 'end');
      read(false);
    },
  };
}
