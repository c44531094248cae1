/** What the detector thought of the page, in one line; its reasons on demand. */
import { useWords } from '@/components/words';
import type { Detection, DetectionReason } from '@/utils/article/types';
import type { MessageKey } from '@/utils/locale/translate';

const REASONS: Record<DetectionReason, MessageKey> = {
  addressLooksLikeArticle: 'popupReasonAddressLooksLikeArticle',
  addressIsHome: 'popupReasonAddressIsHome',
  addressIsListing: 'popupReasonAddressIsListing',
  jsonLdArticle: 'popupReasonJsonLdArticle',
  familyMarks: 'popupReasonFamilyMarks',
  headlineAndDate: 'popupReasonHeadlineAndDate',
  ogArticle: 'popupReasonOgArticle',
  longText: 'popupReasonLongText',
  manyTeasers: 'popupReasonManyTeasers',
  littleText: 'popupReasonLittleText',
  noHeadline: 'popupReasonNoHeadline',
  productOrForum: 'popupReasonProductOrForum',
  videoOnly: 'popupReasonVideoOnly',
};

export function Detected({ detection, syllables }: { detection: Detection; syllables: number }) {
  const { t, number } = useWords();
  const percent = Math.round(100 * (detection.isArticle ? detection.confidence : 1 - detection.confidence));
  const reasons = detection.reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <details class={`detected ${detection.isArticle ? '' : 'doubtful'}`}>
      <summary>
        <span class="detected-what">
          {t(detection.isArticle ? 'popupIsArticle' : 'popupIsNoArticle', percent)}
        </span>
        <span class="detected-length">{t('popupLength', number(syllables))}</span>
      </summary>
      <ul>
        {reasons.map(({ reason, weight }) => (
          <li key={reason} class={weight < 0 ? 'against' : 'for'}>
            <span aria-hidden="true">{weight < 0 ? '−' : '+'}</span>
            <span class="visually-hidden">{t(weight < 0 ? 'popupAgainst' : 'popupFor')}</span>
            {t(REASONS[reason])}
          </li>
        ))}
      </ul>
    </details>
  );
}
