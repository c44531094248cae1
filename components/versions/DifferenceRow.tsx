/** One paragraph in two versions: side by side or in one, with its grade. */
import { useMemo } from 'preact/hooks';
import { useFiguresLine } from '@/components/ui/change-sentence';
import { Marked, WordDifference } from '@/components/ui/WordDifference';
import { useWords } from '@/components/words';
import { compareWords, type WordChange } from '@/utils/annotation/compare-words';
import type { BlockSide, ComparedBlock } from '@/utils/article/versions/types';

export type Look = 'beside' | 'inline';

export interface DifferenceRowProps {
  block: ComparedBlock;
  look: Look;
  lang: string | undefined;
  /** Place among the changes; null for a block that is only shown around them. */
  change: number | null;
  isCurrent: boolean;
}

export function DifferenceRow({ block, look, lang, change, isCurrent }: DifferenceRowProps) {
  const { t } = useWords();
  const figures = useFiguresLine()(block);
  const { from, to, grade } = block;
  const isNamedByGrade = change !== null && (grade === 'headline' || grade === 'lead');
  return (
    <li
      class={`versions-row ${change === null ? 'around' : `grade-${grade}`}`}
      id={change === null ? undefined : `change-${change}`}
      tabIndex={change === null ? undefined : -1}
      aria-current={isCurrent || undefined}
    >
      <p class="versions-about">
        {change !== null && grade && <span class="versions-grade">{t(`grade_${grade}`)}</span>}
        {block.isMoved && grade !== 'moved' && <span class="versions-grade">{t('grade_moved')}</span>}
        {change !== null && block.is !== 'same' && block.is !== 'edited' && (
          <span class="versions-is">{t(`versionsIs_${block.is}`)}</span>
        )}
        {!isNamedByGrade && (
          <span class="versions-kind">
            {from && to && from.type !== to.type
              ? t('versionsKinds', t(`blockKind_${from.type}`), t(`blockKind_${to.type}`))
              : t(`blockKind_${(to ?? from)!.type}`)}
          </span>
        )}
        {figures && change !== null && grade !== 'typography' && (
          <span class="versions-figures">{figures}</span>
        )}
      </p>
      <Texts block={block} look={look} lang={lang} />
    </li>
  );
}

function Texts({ block, look, lang }: Pick<DifferenceRowProps, 'block' | 'look' | 'lang'>) {
  const { from, to, is } = block;
  if (is === 'same' && look === 'inline') return <Whole side={to} lang={lang} />;
  if (look === 'beside')
    return (
      <div class={`versions-beside${from?.text === to?.text ? ' alike' : ''}`}>
        {from && to && from.text !== to.text ? (
          <Halves from={from} to={to} lang={lang} />
        ) : (
          <>
            <Whole side={from} lang={lang} as={is === 'removed' ? 'del' : undefined} />
            <Whole side={to} lang={lang} as={is === 'added' ? 'ins' : undefined} />
          </>
        )}
      </div>
    );
  if (from && to) return <WordDifference from={from.text} to={to.text} lang={lang} />;
  return <Whole side={from ?? to} lang={lang} as={from ? 'del' : 'ins'} />;
}

function Whole({ side, lang, as }: { side: BlockSide | null; lang: string | undefined; as?: 'del' | 'ins' }) {
  const { t } = useWords();
  if (!side) return <p class="versions-none" aria-hidden="true" />;
  const Mark = as ?? 'span';
  return (
    <p class="versions-text word-difference" lang={lang}>
      <Mark>
        {as && <span class="visually-hidden">{t(as === 'del' ? 'differenceGone' : 'differenceCame')} </span>}
        {side.text}
      </Mark>
    </p>
  );
}

/** The words of either side, what the other lacks marked. */
function Halves({ from, to, lang }: { from: BlockSide; to: BlockSide; lang: string | undefined }) {
  const changes = useMemo(() => compareWords(from.text, to.text), [from.text, to.text]);
  return (
    <>
      <Half changes={changes} without="added" lang={lang} />
      <Half changes={changes} without="removed" lang={lang} />
    </>
  );
}

function Half(props: { changes: WordChange[]; without: 'added' | 'removed'; lang: string | undefined }) {
  const { changes, without, lang } = props;
  const isOld = without === 'added';
  return (
    <p class="versions-text word-difference" lang={lang}>
      {changes.map(({ is, text }, n) =>
        is === without ? null : is === 'same' ? (
          text
        ) : (
          <Marked key={n} as={isOld ? 'del' : 'ins'} text={text} />
        ),
      )}
    </p>
  );
}
