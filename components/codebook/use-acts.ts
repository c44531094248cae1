/** Acts on the codebook: each is one call, told in one line with Undo beside it; a refusal is told with its reason. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import type { ToldLine } from '@/components/ui/Told';
import { useWords } from '@/components/words';
import { isMessageKey, type MessageKey } from '@/utils/locale/translate';
import type { CodebookDoors } from './doors';

const TOLD_MS = 10_000;

/** Refusals that name the code they are about. */
const WITH_NAME: Record<string, MessageKey> = {
  nameTaken: 'codebookNameTaken',
  shortcutTaken: 'codebookShortcutTaken',
  codeUnderItself: 'codebookUnderItself',
};

export interface Acts {
  /** The sentence of a failure. */
  reason: (error: { code: string; detail?: string }) => string;
  /** Waits for the answer and tells it; `quiet` tells failures only. */
  act: <T>(key: MessageKey, doing: Promise<Answer<T>>, quiet?: boolean) => Promise<Answer<T>>;
  travel: (way: 'undo' | 'redo') => Promise<void>;
  tell: (text: string, isBad?: boolean) => void;
  tellUndoable: (text: string) => void;
}

export function useActs(doors: Pick<CodebookDoors, 'undo' | 'redo'>): {
  acts: Acts;
  told: ToldLine | null;
  hush: () => void;
} {
  const { t, failure } = useWords();
  const [told, setTold] = useState<ToldLine | null>(null);
  useEffect(() => {
    if (!told || told.isBad) return undefined;
    const timer = setTimeout(() => setTold(null), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);

  const acts = useMemo((): Acts => {
    const reason: Acts['reason'] = ({ code, detail }) => {
      const key = WITH_NAME[code];
      return key && detail ? t(key, detail) : failure(code);
    };
    const label = (key: string | null) => (key && isMessageKey(key) ? t(key) : '');
    return {
      reason,
      async act(key, doing, quiet = false) {
        const answer = await doing;
        if (!answer.ok) setTold({ text: reason(answer.error), canUndo: false, isBad: true });
        else setTold(quiet ? null : { text: t(key), canUndo: true });
        return answer;
      },
      async travel(way) {
        const answer = await doors[way]();
        const isUndo = way === 'undo';
        if (!answer.ok) setTold({ text: reason(answer.error), canUndo: false, isBad: true });
        else if (!answer.value.did)
          setTold({ text: t(isUndo ? 'libraryNothingToUndo' : 'libraryNothingToRedo'), canUndo: false });
        else
          setTold({
            text: t(isUndo ? 'libraryUndone' : 'libraryRedone', label(answer.value.did)),
            canUndo: !isUndo,
          });
      },
      tell: (text, isBad = false) => setTold({ text, canUndo: false, isBad }),
      tellUndoable: (text) => setTold({ text, canUndo: true }),
    };
  }, [doors, t, failure]);
  return { acts, told, hush: () => setTold(null) };
}
