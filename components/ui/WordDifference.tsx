/** Two passages in one: words that went struck out, words that came underlined. */
import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/words';
import { compareWords } from '@/utils/annotation/compare-words';
import './difference.css';

export function WordDifference({ from, to, lang }: { from: string; to: string; lang: string | undefined }) {
  const { t } = useWords();
  const changes = useMemo(() => compareWords(from, to), [from, to]);
  return (
    <p class="word-difference" lang={lang}>
      {changes.map(({ is, text }, n) =>
        is === 'same' ? (
          text
        ) : is === 'removed' ? (
          <del key={n}>
            <span class="visually-hidden">{t('differenceGone')} </span>
            {text}
          </del>
        ) : (
          <ins key={n}>
            <span class="visually-hidden">{t('differenceCame')} </span>
            {text}
          </ins>
        ),
      )}
    </p>
  );
}
