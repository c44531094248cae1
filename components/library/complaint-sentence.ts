import type { useWords } from '@/components/words';
import type { QueryComplaint } from '@/utils/search/query';
import { HAS_VALUES, nameOfHas, nameOfState, STATE_VALUES } from '@/utils/search/query-fields';

/** What is wrong with a part of the query, in words. */
export function complaintSentence(
  { problem, about }: QueryComplaint,
  { t, locale, number }: Pick<ReturnType<typeof useWords>, 't' | 'locale' | 'number'>,
): string {
  if (problem === 'badHas')
    return t('searchProblem_badHas', about, HAS_VALUES.map((value) => nameOfHas(value, locale)).join(', '));
  if (problem === 'badState')
    return t(
      'searchProblem_badState',
      about,
      STATE_VALUES.map((value) => nameOfState(value, locale)).join(', '),
    );
  const isNumber = problem === 'tooLong' || problem === 'tooManyWords' || problem === 'nearFar';
  return t(`searchProblem_${problem}`, isNumber ? number(Number(about)) : about);
}
