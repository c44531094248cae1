/** Which highlights the list beside the text shows. */
import type { ReadAnnotation } from '@/utils/db/reading';
import { foldMarks } from '@/utils/text/fold';

export type VerdictFilter = 'sure' | 'changed' | 'review' | 'orphan' | 'moved';

export interface AnnotationFilter {
  /** Id of a code; `none`: without one; empty: all. */
  code: string;
  coder: string;
  verdict: VerdictFilter | '';
  words: string;
}

export const NO_FILTER: AnnotationFilter = { code: '', coder: '', verdict: '', words: '' };

export const VERDICT_FILTERS: readonly VerdictFilter[] = ['sure', 'changed', 'review', 'orphan', 'moved'];

export function stateOf({ verdict, isPlacedByHand }: ReadAnnotation): VerdictFilter {
  if (verdict === 'review' || verdict === 'orphan') return verdict;
  if (isPlacedByHand) return 'moved';
  return verdict === 'changed' || verdict === 'partial' ? 'changed' : 'sure';
}

/** In the order given. Words are looked for in quote, comment and codes, whatever their marks. */
export function filterAnnotations(
  annotations: readonly ReadAnnotation[],
  { code, coder, verdict, words }: AnnotationFilter,
): ReadAnnotation[] {
  const wanted = foldMarks(words.trim());
  return annotations.filter(
    (one) =>
      (!code || (code === 'none' ? one.codes.length === 0 : one.codes.some(({ id }) => id === code))) &&
      (!coder || one.coderId === coder) &&
      (!verdict || stateOf(one) === verdict) &&
      (!wanted ||
        foldMarks([one.words, one.comment, ...one.codes.map(({ name }) => name)].join('\n')).includes(
          wanted,
        )),
  );
}
