/** The ways from the list to the other rooms of a study: its codebook, its samples, what waits for a decision. */
import { useWords } from '@/components/words';
import type { LibraryDoors } from './doors';
import { Section } from './SidebarSection';

export function StudyLinks({ toReview, open }: { toReview: number; open: LibraryDoors['open'] }) {
  const { t, number } = useWords();
  return (
    <Section title={t('libraryStudy')}>
      <ul>
        <li>
          <button type="button" class="entry" onClick={() => open('batch')}>
            <span class="entry-name">{t('libraryMany')}</span>
          </button>
        </li>
        <li>
          <button type="button" class="entry" onClick={() => open('codebook')}>
            <span class="entry-name">{t('libraryCodebook')}</span>
          </button>
        </li>
        <li>
          <button type="button" class="entry" onClick={() => open('samples')}>
            <span class="entry-name">{t('librarySamples')}</span>
          </button>
        </li>
        <li>
          <button
            type="button"
            class={`entry ${toReview > 0 ? 'sidebar-review' : ''}`}
            aria-label={toReview > 0 ? t('reviewCount', number(toReview)) : t('reviewShort')}
            onClick={() => open('review')}
          >
            <span class="entry-name">{t('reviewShort')}</span>
            {toReview > 0 && <span class="entry-count">{number(toReview)}</span>}
          </button>
        </li>
      </ul>
    </Section>
  );
}
