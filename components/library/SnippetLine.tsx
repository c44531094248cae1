/** The best passage of an article for what is searched for, hits marked. */
import type { Snippet } from '@/utils/search/snippet';
import './snippet-line.css';

export function SnippetLine({ snippet, lang }: { snippet: Snippet; lang: string | undefined }) {
  return (
    <p class="snippet" lang={lang}>
      {snippet.isCutBefore && '… '}
      {snippet.pieces.map(({ text, isHit }, at) =>
        // A passage never changes in place: its pieces are told apart by where they stand.
        // oxlint-disable-next-line react/no-array-index-key
        isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
      {snippet.isCutAfter && ' …'}
    </p>
  );
}
