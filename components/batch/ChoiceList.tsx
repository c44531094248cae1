/** A check list of pages; those that are hardly articles stand below the others. */
import { useMemo, useRef } from 'preact/hooks';
import { useVirtual } from '@/components/ui/use-virtual';
import { useWords } from '@/components/words';
import type { Choice } from './doors';
import { likely } from './given';

const ROW = 46;
const MOST_ROWS_SEEN = 9;

export function ChoiceList(props: {
  choices: Choice[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { choices, chosen, onChoose } = props;
  const { t, number } = useWords();
  const scrollerRef = useRef<HTMLUListElement>(null);
  const rows = useMemo(
    () => choices.toSorted((a, b) => Number(b.isArticle) - Number(a.isArticle)),
    [choices],
  );
  const virtual = useVirtual({
    count: rows.length,
    size: ROW,
    scroller: scrollerRef,
    initialOffset: 0,
    keyOf: (index) => rows[index]?.url ?? String(index),
    keep: null,
  });
  const toggle = (url: string) => {
    const next = new Set(chosen);
    if (!next.delete(url)) next.add(url);
    onChoose(next);
  };
  return (
    <fieldset class="batch-choice">
      <legend>{t('batchChoice')}</legend>
      <div class="batch-choice-acts">
        <output>{t('batchChosen', number(chosen.size), number(choices.length))}</output>
        <button type="button" class="button quiet" onClick={() => onChoose(likely(choices))}>
          {t('batchChooseArticles')}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => onChoose(new Set(choices.map(({ url }) => url)))}
        >
          {t('batchChooseAll')}
        </button>
        <button type="button" class="button quiet" onClick={() => onChoose(new Set())}>
          {t('batchChooseNone')}
        </button>
      </div>
      <ul
        ref={scrollerRef}
        class="batch-scroller"
        style={`height:${Math.min(rows.length, MOST_ROWS_SEEN) * ROW}px`}
      >
        <li class="batch-sizer" aria-hidden="true" style={`height:${virtual.getTotalSize()}px`} />
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <li
                key={row.url}
                class="batch-choice-row"
                style={`top:${item.start}px;height:${ROW}px`}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
              >
                <label>
                  <input type="checkbox" checked={chosen.has(row.url)} onChange={() => toggle(row.url)} />
                  <span class="batch-choice-words">
                    <span class="batch-choice-title">{row.title || row.url}</span>
                    <span class="batch-choice-url">{row.url}</span>
                  </span>
                  {row.isSaved ? (
                    <span class="batch-mark good">✓ {t('batchIsSaved')}</span>
                  ) : (
                    !row.isArticle && <span class="batch-mark">{t('batchIsOther')}</span>
                  )}
                </label>
              </li>
            )
          );
        })}
      </ul>
    </fieldset>
  );
}
