/** The page is in the archive already: since when, how many versions and passages, and what it says differently now. */
import { useChangeSentence, useFiguresLine } from '@/components/ui/change-sentence';
import { useWords } from '@/components/words';
import type { PageChange } from '@/utils/archive/page-change';
import type { KnownArticle } from '@/utils/archive/types';

export interface KnownHeadProps {
  known: KnownArticle;
  change: PageChange | null;
  onCompare: () => void;
}

export function KnownHead({ known, change, onCompare }: KnownHeadProps) {
  const { t, moment, number } = useWords();
  const isTold = change?.isTold ?? false;
  return (
    <div class={`known ${isTold ? 'differs' : 'same'}`}>
      <p class="known-since">
        <span class="known-sign" aria-hidden="true">
          {isTold ? 'Δ' : '✓'}
        </span>
        {t('popupKnownSince', moment(known.savedAt))}
      </p>
      <p class="known-counts">
        {known.versionCount === 1 ? t('popupOneVersion') : t('popupVersions', number(known.versionCount))}
        {' · '}
        {known.annotations === 1 ? t('popupOneAnnotation') : t('popupAnnotations', number(known.annotations))}
        {!change && ` · ${t('popupSameText')}`}
      </p>
      {change && <Change change={change} onCompare={onCompare} />}
      {known.state === 'bin' && <p class="notice warn">{t('popupInBin')}</p>}
    </div>
  );
}

function Change({ change, onCompare }: { change: PageChange; onCompare: () => void }) {
  const { t } = useWords();
  const sentence = useChangeSentence();
  const figures = useFiguresLine()(change);
  return (
    <div class="known-change">
      <p class="known-change-says">{sentence(change)}</p>
      {figures && change.presence === 'article' && <p class="known-change-figures">{figures}</p>}
      {change.hasOtherRules && <p class="known-change-rules">{t('changeOtherRules')}</p>}
      <button type="button" class="link" onClick={onCompare}>
        {t('popupSeeChanges')}
      </button>
    </div>
  );
}
