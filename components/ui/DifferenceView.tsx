/** What differs between two copies: fields with both values, then the text with what went and what came. */
import { useWords } from '@/components/words';
import type { BlockChange, Difference } from '@/utils/article/compare';
import { fieldText } from './field-text';
import './difference.css';

/** Unchanged blocks shown around a change. */
const AROUND = 1;

export function DifferenceView({ difference, lang }: { difference: Difference; lang: string | undefined }) {
  const { t, number } = useWords();
  const { fields, blocks } = difference;
  const hasText = blocks.some(({ is }) => is !== 'same');
  return (
    <div class="difference">
      {fields.length > 0 && (
        <dl class="difference-fields">
          {fields.map(({ key, from, to }) => (
            <div key={key}>
              <dt>{t(`readerField_${key}`)}</dt>
              <dd lang={lang}>
                <del>{fieldText(key, from) || t('readerNothing')}</del>{' '}
                <ins>{fieldText(key, to) || t('readerNothing')}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hasText && (
        <ol class="difference-text" lang={lang}>
          {grouped(blocks).map((entry, n) =>
            'skipped' in entry ? (
              <li key={n} class="difference-skipped">
                {t('differenceSame', number(entry.skipped))}
              </li>
            ) : (
              <li key={n} class={`difference-${entry.is}`}>
                <span class="difference-kind">{t(`blockKind_${entry.type}`)}</span>
                {entry.is === 'removed' ? (
                  <del>{entry.text}</del>
                ) : entry.is === 'added' ? (
                  <ins>{entry.text}</ins>
                ) : (
                  entry.text
                )}
              </li>
            ),
          )}
        </ol>
      )}
    </div>
  );
}

/** Runs of unchanged blocks shortened to their ends. */
function grouped(blocks: readonly BlockChange[]): (BlockChange | { skipped: number })[] {
  const near = blocks.map((_, n) =>
    blocks.slice(Math.max(0, n - AROUND), n + AROUND + 1).some(({ is }) => is !== 'same'),
  );
  const shown: (BlockChange | { skipped: number })[] = [];
  for (const [n, block] of blocks.entries()) {
    const last = shown.at(-1);
    if (near[n]) shown.push(block);
    else if (last && 'skipped' in last) last.skipped += 1;
    else shown.push({ skipped: 1 });
  }
  return shown;
}
