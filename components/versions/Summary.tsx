/** What changed in one look: a sentence, figures, fields, and what became of the highlights. */
import { useChangeSentence, useFiguresLine } from '@/components/ui/change-sentence';
import { fieldText } from '@/components/ui/field-text';
import { useWords } from '@/components/words';
import type { FieldChange } from '@/utils/article/compare';
import type { VersionDifference } from '@/utils/article/versions/types';
import type { VerdictCounts } from './verdict-counts';

/** They stand in the text itself and are compared there, or say nothing to a reader. */
const IN_TEXT = new Set(['title', 'lead', 'dateline', 'canonicalUrl', 'leadPicture', 'language', 'roles']);

export interface SummaryProps {
  difference: VersionDifference;
  verdicts: VerdictCounts;
  /** The second side is the page, not a saved version. */
  isLive: boolean;
  lang: string | undefined;
  onReview: () => void;
}

export function Summary({ difference, verdicts, isLive, lang, onReview }: SummaryProps) {
  const sentence = useChangeSentence();
  const figures = useFiguresLine()(difference);
  const { presence } = difference;
  const fields = difference.fields.filter(({ key }) => !IN_TEXT.has(key));
  return (
    <section class="versions-summary" aria-labelledby="versions-says">
      <p id="versions-says" class={`versions-says ${presence === 'article' ? '' : 'warn'}`}>
        {sentence(difference)}
      </p>
      {figures && presence === 'article' && <p class="versions-figures">{figures}</p>}
      <Highlights verdicts={verdicts} isLive={isLive} onReview={onReview} />
      {fields.length > 0 && (
        <Fields fields={fields} lang={lang} isOpen={difference.counts.byline || difference.counts.date} />
      )}
    </section>
  );
}

function Highlights({ verdicts, isLive, onReview }: Pick<SummaryProps, 'verdicts' | 'isLive' | 'onReview'>) {
  const { t, number, list } = useWords();
  const { stay, moved, changed, review } = verdicts;
  if (stay + moved + changed + review === 0) return null;
  const clauses = [
    ...(stay > 0 ? [t('versionsStay', number(stay))] : []),
    ...(moved > 0 ? [t('versionsMoved', number(moved))] : []),
    ...(changed > 0 ? [t('versionsChanged', number(changed))] : []),
    ...(review > 0 ? [t('versionsReview', number(review))] : []),
  ];
  return (
    <p class="versions-highlights">
      {t(isLive ? 'versionsHighlightsLive' : 'versionsHighlights', list(clauses, 'clauses'))}
      {review > 0 && !isLive && (
        <>
          {' '}
          <button type="button" class="link" onClick={onReview}>
            {t('versionsOpenReview')}
          </button>
        </>
      )}
    </p>
  );
}

function Fields(props: { fields: FieldChange[]; lang: string | undefined; isOpen: boolean }) {
  const { fields, lang, isOpen } = props;
  const { t } = useWords();
  return (
    <details class="versions-fields difference" open={isOpen}>
      <summary>{t('versionsFields')}</summary>
      <dl class="difference-fields">
        {fields.map(({ key, from, to }) => (
          <div key={key}>
            <dt>{t(`readerField_${key}`)}</dt>
            <dd lang={lang}>
              <del>{fieldText(key, from) || t('readerNothing')}</del>{' '}
              <ins>{fieldText(key, to) || t('readerNothing')}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
