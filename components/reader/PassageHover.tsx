/** What is said about the words under the pointer: every highlight there, with its codes and its comment. */
import { TagChips } from '@/components/ui/TagChips';
import { useWords } from '@/components/words';
import type { ReadAnnotation } from '@/utils/db/reading';

const MOST_SHOWN = 6;

export interface PassageHoverProps {
  /** The innermost first. */
  annotations: readonly ReadAnnotation[];
  at: { x: number; y: number };
}

export function PassageHover({ annotations, at }: PassageHoverProps) {
  const { t, number } = useWords();
  const isLow = at.y > window.innerHeight * 0.66;
  const left = Math.max(8, Math.min(at.x - 20, window.innerWidth - 328));
  const place = isLow ? `bottom:${window.innerHeight - at.y + 22}px` : `top:${at.y + 24}px`;
  return (
    // For the pointer only: keys get the same from the strip below the text, screen readers from the list.
    <div class="reader-hover" aria-hidden="true" style={`left:${left}px;${place}`}>
      {annotations.slice(0, MOST_SHOWN).map(({ id, codes, comment, verdict }) => (
        <div key={id} class="reader-hover-one">
          <TagChips codes={codes} />
          {verdict === 'review' && <em>{t('verdict_review')}</em>}
          {comment && <span class="reader-hover-comment">{comment}</span>}
        </div>
      ))}
      {annotations.length > MOST_SHOWN && (
        <span class="reader-hover-more">{t('readerHoverMore', number(annotations.length - MOST_SHOWN))}</span>
      )}
    </div>
  );
}
