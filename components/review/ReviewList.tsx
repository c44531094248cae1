import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { ReviewItem } from '@/utils/db/review';

/** What waits, under the titles of its articles. */
export function ReviewList(props: {
  items: readonly ReviewItem[];
  current: string;
  onPick: (id: string) => void;
}) {
  const { items, current, onPick } = props;
  const { t, number } = useWords();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);
  return (
    <nav ref={list} class="review-list" aria-label={t('reviewList')}>
      <h2>
        {t('reviewList')} <span class="reader-count">{number(items.length)}</span>
      </h2>
      {grouped(items).map(([articleId, group]) => (
        <section key={articleId}>
          <h3 lang={group[0]!.language ?? undefined}>{group[0]!.title}</h3>
          <ol>
            {group.map(({ id, verdict, saved, language }) => (
              <li key={id}>
                <button
                  type="button"
                  class={`review-one ${verdict}`}
                  aria-current={id === current ? 'true' : undefined}
                  onClick={() => onPick(id)}
                >
                  <q lang={language ?? undefined}>{saved.words}</q>
                  <small>{t(`readerFilter_${verdict}`)}</small>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}

function grouped(items: readonly ReviewItem[]): [string, ReviewItem[]][] {
  const groups = new Map<string, ReviewItem[]>();
  for (const item of items) groups.set(item.articleId, [...(groups.get(item.articleId) ?? []), item]);
  return [...groups];
}
