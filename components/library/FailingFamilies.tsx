/** The rules for a publishing system no longer fit: said once per opening, with the pages, until it is put away. */
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { FailingFamily } from '@/utils/archive/failing-families';
import { isMessageKey } from '@/utils/locale/translate';

export function FailingFamilies({
  failing,
  href,
}: {
  failing: readonly FailingFamily[];
  href: (articleId: string) => string;
}) {
  const { t, number } = useWords();
  const [isAway, setAway] = useState(false);
  if (isAway) return null;
  const partName = (part: string) => {
    const key = `familyPart_${part}`;
    return isMessageKey(key) ? t(key) : part;
  };
  return (
    <div class="notice warn failing" aria-live="polite">
      {failing.map(({ family, parts, looked, articles }) => (
        <details key={family}>
          <summary>
            {t(
              'libraryFailing',
              number(articles.length),
              number(looked),
              family,
              parts.map(partName).join(', '),
            )}
          </summary>
          <ul>
            {articles.map(({ id, title, outlet }) => (
              <li key={id}>
                <a href={href(id)}>{title || t('libraryNoTitle')}</a> <span class="soft">{outlet}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <button type="button" class="button" onClick={() => setAway(true)}>
        {t('libraryClose')}
      </button>
    </div>
  );
}
