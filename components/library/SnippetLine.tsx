/** The best passage of an article for what is searched for, hits marked. */
import { useWords } from '@/components/words';
import type { FoundPassage } from '@/utils/db/snippets';
import './snippet-line.css';

export function SnippetLine({ passage: { snippet, from, language } }: { passage: FoundPassage }) {
  const { t } = useWords();
  return (
    <span class="snippet" lang={language ?? undefined}>
      {from === 'note' && <span class="snippet-note">{t('searchInNote')}</span>}
      {snippet.isCutBefore && '… '}
      {snippet.pieces.map(({ text, isHit }, at) =>
        // A passage never changes in place: its pieces are told apart by where they stand.
        // oxlint-disable-next-line react/no-array-index-key
        isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
      {snippet.isCutAfter && ' …'}
    </span>
  );
}
