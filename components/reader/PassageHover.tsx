/** What is said about the words under the pointer: every highlight there, with its codes and its comment. */
import { TagChips } from '@/components/ui/TagChips';
import { useWords } from '@/components/words';
import type { ReadAnnotation } from '@/utils/db/reading';

/** More are told by their codes alone. */
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
      {annotations.length > MOST_SHOWN ? (
        <>
          <span class="tag-chips">
            {countedCodes(annotations).map(({ code, count }) => (
              <span key={code.id} class="tag" style={`--tag-colour:${code.colour}`}>
                {code.name} {count > 1 && <small>×{number(count)}</small>}
              </span>
            ))}
          </span>
          <span class="reader-hover-more">{t('readerHere', number(annotations.length))}</span>
        </>
      ) : (
        annotations.map(({ id, codes, comment, verdict }) => (
          <div key={id} class="reader-hover-one">
            <TagChips codes={codes} />
            {verdict === 'review' && <em>{t('verdict_review')}</em>}
            {comment && <span class="reader-hover-comment">{comment}</span>}
          </div>
        ))
      )}
    </div>
  );
}

/** The codes of many highlights, the most frequent first. */
function countedCodes(annotations: readonly ReadAnnotation[]) {
  const counts = new Map<string, { code: ReadAnnotation['codes'][number]; count: number }>();
  for (const code of annotations.flatMap(({ codes }) => codes))
    counts.set(code.id, { code, count: (counts.get(code.id)?.count ?? 0) + 1 });
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
