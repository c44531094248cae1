/** What was coded with a code: quote, article, date; open it in the reader, or split chosen ones off to a code of their own. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useVirtual } from '@/components/ui/use-virtual';
import { useWords } from '@/components/words';
import type { CodedPassage } from '@/utils/db/codebook';
import type { CodebookDoors } from './doors';

const PASSAGE_HEIGHT = 104;

export interface PassagesProps {
  codeName: string;
  /** null: not read yet */
  passages: readonly CodedPassage[] | null;
  readerHref: CodebookDoors['readerHref'];
  onSplit: (codingIds: string[]) => void;
}

export function Passages({ codeName, passages, readerHref, onSplit }: PassagesProps) {
  const { t, number, printed } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const all = passages ?? [];
  useEffect(() => {
    const ids = new Set(passages?.map(({ codingId }) => codingId));
    setChosen((now) => new Set([...now].filter((id) => ids.has(id))));
  }, [passages]);
  const virtual = useVirtual({
    count: all.length,
    size: PASSAGE_HEIGHT,
    scroller: list,
    initialOffset: 0,
    keyOf: (index) => all[index]?.codingId ?? String(index),
    keep: null,
  });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <section class="passages" aria-label={t('codebookPassagesOf', codeName)}>
      <header class="passages-head">
        <h2>{t('codebookPassagesTitle', number(all.length))}</h2>
        {all.length > 0 && (
          <>
            <label class="check">
              <input
                type="checkbox"
                checked={chosen.size === all.length}
                onChange={(event) =>
                  setChosen(new Set(event.currentTarget.checked ? all.map(({ codingId }) => codingId) : []))
                }
              />
              {t('codebookAll')}
            </label>
            <button
              type="button"
              class="button"
              disabled={chosen.size === 0}
              onClick={() => onSplit([...chosen])}
            >
              {chosen.size > 0 ? t('codebookSplitSome', number(chosen.size)) : t('codebookSplit')}
            </button>
          </>
        )}
      </header>
      {passages !== null && all.length === 0 && <p class="passages-none">{t('codebookNoPassages')}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div class="passages-list" ref={list} tabIndex={all.length > 0 ? 0 : undefined}>
        <ul style={`height:${virtual.getTotalSize()}px`}>
          {virtual.getVirtualItems().map((item) => {
            const passage = all[item.index];
            if (!passage) return null;
            const { codingId, annotationId, quote, title, outlet, published, coder, value, comment } =
              passage;
            const about = [outlet, published ? printed(published, 'short') : null, coder].filter(Boolean);
            return (
              <li key={item.key} class="passage" style={`transform:translateY(${item.start}px)`}>
                <input
                  type="checkbox"
                  aria-label={t('codebookChoose', quote ? brief(quote) : title)}
                  checked={chosen.has(codingId)}
                  onChange={() => toggle(codingId)}
                />
                <div class="passage-words">
                  {annotationId ? (
                    <q lang={passage.language ?? undefined}>{quote}</q>
                  ) : (
                    <span class="passage-whole">
                      {value ? t('codebookWholeValue', value) : t('codebookWhole')}
                    </span>
                  )}
                  <a
                    href={readerHref(passage)}
                    target="_blank"
                    rel="noopener"
                    lang={passage.language ?? undefined}
                  >
                    {title}
                  </a>
                  <span class="passage-about">
                    {about.join(' · ')}
                    {comment && <span title={comment}> · {t('codebookCommented')}</span>}
                  </span>
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

const brief = (words: string) => (words.length > 60 ? `${words.slice(0, 58).trimEnd()}…` : words);
