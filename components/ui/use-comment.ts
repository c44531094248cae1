/** A comment being written: what another window writes meanwhile is shown, unless the person here has begun to type. */
import { useRef, useState } from 'preact/hooks';

export interface CommentDraft {
  text: string;
  write: (text: string) => void;
  /** Saves what was typed, if anything was. */
  keep: () => void;
}

export function useComment(stored: string, save: (comment: string) => void): CommentDraft {
  const [typed, setTyped] = useState<string | null>(null);
  // Closing keeps, and the blur that closing brings keeps again: only once is written.
  const isOpen = useRef(false);
  return {
    text: typed ?? stored,
    write: (text) => {
      isOpen.current = true;
      setTyped(text);
    },
    keep: () => {
      if (!isOpen.current) return;
      isOpen.current = false;
      if (typed !== null && typed.trim() !== stored) save(typed.trim());
      setTyped(null);
    },
  };
}
