/** The places of what is searched, and the one the reader is at. */
import { useMemo, useState } from 'preact/hooks';
import type { Span } from '@/utils/text/sentences';
import { findFolded, searchable } from '@/utils/text/find-folded';

export interface Find {
  query: string;
  places: readonly Span[];
  /** The place one is at; null before the first step. */
  place: Span | null;
  /** From 1; 0 before the first step. */
  at: number;
  isOpen: boolean;
  /** Counts the requests to search. */
  turn: number;
  open: () => void;
  ask: (query: string) => void;
  step: (by: 1 | -1) => Span | null;
  close: () => void;
}

export function useFind(text: string): Find {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [turn, setTurn] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const ready = useMemo(() => (isOpen ? searchable(text) : null), [text, isOpen]);
  const places = useMemo(() => (ready ? findFolded(ready, query) : []), [ready, query]);
  return {
    query: isOpen ? query : '',
    places,
    place: places[at - 1] ?? null,
    at,
    isOpen,
    turn,
    open() {
      setOpen(true);
      setTurn((now) => now + 1);
    },
    ask(wanted) {
      setQuery(wanted);
      setAt(0);
    },
    step(by) {
      if (places.length === 0) return null;
      const next =
        at === 0 ? (by > 0 ? 1 : places.length) : ((at - 1 + by + places.length) % places.length) + 1;
      setAt(next);
      return places[next - 1]!;
    },
    close() {
      setOpen(false);
      setAt(0);
    },
  };
}
