/** What changed between two versions, in one sentence. */
import { useWords } from '@/components/words';
import { isTold, type ChangeSummary } from '@/utils/article/versions/types';
import type { MessageKey } from '@/utils/locale/translate';

/** `Headline and 2 paragraphs changed, 1 paragraph added`; what the page became instead, where it is no edition. */
export function useChangeSentence(): (summary: ChangeSummary) => string {
  const { t, number, list } = useWords();
  const many = (count: number, one: MessageKey, several: MessageKey) =>
    count === 0 ? [] : [count === 1 ? t(one) : t(several, number(count))];
  return ({ presence, grade, counts }) => {
    if (presence !== 'article') return t(`change_${presence}`);
    if (grade === null) return t('changeNone');
    if (!isTold(grade)) return t('changeTypography');
    const edited = [
      ...(counts.headline ? [t('changeHeadline')] : []),
      ...(counts.lead ? [t('changeLead')] : []),
      ...(counts.byline ? [t('changeByline')] : []),
      ...(counts.date ? [t('changeDate')] : []),
      ...many(counts.edited, 'changeParagraph', 'changeParagraphs'),
    ];
    const clauses = [
      ...(edited.length > 0 ? [t('changeEdited', list(edited))] : []),
      ...many(counts.added, 'changeAddedOne', 'changeAdded'),
      ...many(counts.removed, 'changeRemovedOne', 'changeRemoved'),
      ...many(counts.moved, 'changeMovedOne', 'changeMoved'),
    ];
    const sentence = list(clauses, 'clauses');
    return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}`;
  };
}

/** Numbers and names that went and came, in one line; null when there are none. */
export function useFiguresLine(): (summary: Pick<ChangeSummary, 'gone' | 'came'>) => string | null {
  const { t } = useWords();
  return ({ gone, came }) => {
    if (gone.length > 0 && came.length > 0) return t('changeFigures', gone.join(', '), came.join(', '));
    if (gone.length > 0) return t('changeFiguresGone', gone.join(', '));
    return came.length > 0 ? t('changeFiguresCame', came.join(', ')) : null;
  };
}
