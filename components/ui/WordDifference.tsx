/** Two passages in one: words that went struck out, words that came underlined. */
import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/words';
import { compareWords } from '@/utils/annotation/compare-words';
import './difference.css';

export function WordDifference({ from, to, lang }: { from: string; to: string; lang: string | undefined }) {
  const changes = useMemo(() => compareWords(from, to), [from, to]);
  return (
    <p class="word-difference" lang={lang}>
      {changes.map(({ is, text }, n) =>
        is === 'same' ? text : <Marked key={n} as={is === 'removed' ? 'del' : 'ins'} text={text} />,
      )}
    </p>
  );
}

/** Words that went or came; the blank before them is not marked, unless it is all there is. */
export function Marked({ as: Mark, text }: { as: 'del' | 'ins'; text: string }) {
  const { t } = useWords();
  const words = text.trimStart() || text;
  return (
    <>
      {text.slice(0, text.length - words.length)}
      <Mark>
        <span class="visually-hidden">{t(Mark === 'del' ? 'differenceGone' : 'differenceCame')} </span>
        {words}
      </Mark>
    </>
  );
}
