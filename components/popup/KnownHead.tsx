/** The page is in the archive already: since when, how many versions and passages, and whether its text still agrees. */
import { useWords } from '@/components/words';
import type { KnownArticle } from '@/utils/archive/types';

export function KnownHead({ known, sameText }: { known: KnownArticle; sameText: boolean }) {
  const { t, moment, number } = useWords();
  return (
    <div class={`known ${sameText ? 'same' : 'differs'}`}>
      <p class="known-since">
        <span class="known-sign" aria-hidden="true">
          {sameText ? '✓' : 'Δ'}
        </span>
        {t('popupKnownSince', moment(known.savedAt))}
      </p>
      <p class="known-counts">
        {known.versionCount === 1 ? t('popupOneVersion') : t('popupVersions', number(known.versionCount))}
        {' · '}
        {known.annotations === 1 ? t('popupOneAnnotation') : t('popupAnnotations', number(known.annotations))}
        {' · '}
        {t(sameText ? 'popupSameText' : 'popupTextDiffers')}
      </p>
      {known.state === 'bin' && <p class="notice warn">{t('popupInBin')}</p>}
    </div>
  );
}
