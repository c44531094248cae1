import { useWords } from '@/components/words';
import type { KeyAction } from '@/utils/annotation/keymap';

/** The sentence for an action; the nine recent codes share one. */
export function useKeySentence(): (action: KeyAction) => string {
  const { t, number } = useWords();
  return (action) => {
    const digit = /^recent(\d)$/.exec(action)?.[1];
    return digit
      ? t('keyAction_recent', number(Number(digit)))
      : t(`keyAction_${action as Exclude<KeyAction, `recent${string}`>}`);
  };
}
