/**
 * The peer: how Hypothesis finds a quote in a page's text (client 9d28950, `match-quote.ts`), written again on plain text with
 * the library that it uses. Exact places first, else Myers' search; the best by quote, context and position wins.
 */
import search from 'approx-string-match';

export interface PeerQuote {
  exact: string;
  prefix: string;
  suffix: string;
  hint: number;
}

export const PEER_CONTEXT = 32;

export function peerQuote(text: string, start: number, end: number): PeerQuote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - PEER_CONTEXT), start),
    suffix: text.slice(end, end + PEER_CONTEXT),
    hint: start,
  };
}

function matches(text: string, words: string, most: number) {
  const found = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length, errors: 0 });
  return found.length > 0 ? found : search(text, words, most);
}

const likeness = (text: string, words: string): number => {
  if (words === '' || text === '') return 0;
  const best = matches(text, words, words.length)[0];
  return best ? 1 - best.errors / words.length : 0;
};

export function peerPlace(text: string, quote: PeerQuote): { start: number; end: number } | null {
  const { exact, prefix, suffix, hint } = quote;
  const found = matches(text, exact, Math.min(256, exact.length / 2));
  let best: { start: number; end: number } | null = null;
  let most = -1;
  for (const { start, end, errors } of found) {
    const score =
      50 * (1 - errors / exact.length) +
      20 * (prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1) +
      20 * (suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1) +
      2 * (1 - Math.abs(start - hint) / text.length);
    if (score > most) {
      most = score;
      best = { start, end };
    }
  }
  return best;
}
