/** One highlight beside the text: its words, state, tags and comment; opened, they can be changed. */
import { PutBy } from '@/components/coders/PutBy';
import { memo } from '@/components/ui/memo';
import { useEffect, useRef } from 'preact/hooks';
import { TagInput, type KnownTag, type TagValue } from '@/components/ui/TagInput';
import { WordDifference } from '@/components/ui/WordDifference';
import { MemoText } from '@/components/ui/MemoText';
import { useWords } from '@/components/words';
import type { ReadAnnotation } from '@/utils/db/reading';
import { CommentField } from './CommentField';

export interface CardCallbacks {
  onShow: (id: string) => void;
  onOpen: (id: string | null) => void;
  onTag: (id: string, tag: TagValue) => void;
  onUntag: (id: string, code: { id: string; name: string }) => void;
  onComment: (id: string, comment: string) => void;
  onRemove: (annotation: ReadAnnotation) => void;
  /** Its borders back to where it was made. */
  onMoveBack: (annotation: ReadAnnotation) => void;
  /** Choose its words in this version. */
  onAttach: (annotation: ReadAnnotation) => void;
  /** It has no place in this version, and a person says so. */
  onOrphan: (id: string) => void;
  /** The comment is written: back to the passage. */
  onDone: (annotation: ReadAnnotation) => void;
}

export interface AnnotationCardProps {
  annotation: ReadAnnotation;
  codes: readonly KnownTag[];
  /** Chosen in the text. */
  isCurrent: boolean;
  isOpen: boolean;
  /** Take the focus: the card itself, or its comment. */
  focus: 'card' | 'comment' | null;
  isIncomplete: boolean;
  /** Who made it, where several coders work. */
  coder: { initials: string; name: string } | null;
  lang: string | undefined;
  on: CardCallbacks;
}

/** The first words of a quote, for a label. */
export const briefly = (quote: string) => (quote.length > 80 ? `${quote.slice(0, 78).trimEnd()}…` : quote);

export const AnnotationCard = memo(function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, codes, isCurrent, isOpen, focus, isIncomplete, coder, lang, on } = props;
  const { t } = useWords();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus !== 'card') return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [focus]);
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent]);

  const { id, words, quote, verdict } = annotation;
  const tags = annotation.codes.map(({ name }) => name).join(', ');
  const state =
    verdict && verdict !== 'same'
      ? t(`verdict_${verdict}`)
      : annotation.isPlacedByHand
        ? t('readerMovedByHand')
        : '';
  const label = t(
    'readerCard',
    briefly(verdict === 'review' ? quote.exact : words),
    tags || t('readerNoTags'),
    annotation.comment || t('readerNoComment'),
  );
  return (
    <div
      ref={card}
      class={`reader-card ${isOpen ? 'open' : ''} ${isCurrent ? 'current' : ''}`}
      style={`--stripe:${stripes(annotation.codes.map(({ colour }) => colour))}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would be read as a form
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Delete works on the card as a whole
      tabIndex={0}
      data-annotation={id}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={state ? `${label} ${t('readerCardState', state)}` : label}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Delete') on.onRemove(annotation);
        else if (event.key === 'Enter') on.onOpen(id);
        else return;
        event.preventDefault();
      }}
    >
      <button type="button" class="reader-quote" title={t('readerGoTo')} onClick={() => on.onShow(id)}>
        <q lang={lang}>{verdict === 'review' ? quote.exact : words}</q>
      </button>
      {coder && (
        <span class="reader-coder" title={coder.name}>
          {coder.initials}
        </span>
      )}
      <Standing annotation={annotation} isOpen={isOpen} lang={lang} on={on} />
      {isIncomplete && verdict !== 'review' && <p class="notice warn">{t('readerNotShown')}</p>}
      {isOpen ? (
        <>
          <TagInput
            label={t('readerHighlightTags')}
            value={annotation.codes}
            known={[...codes]}
            onAdd={(tag) => on.onTag(id, tag)}
            onRemove={(tag) => tag.id && on.onUntag(id, { id: tag.id, name: tag.name })}
          />
          <CommentField
            comment={annotation.comment}
            hasFocus={focus === 'comment'}
            onKeep={(comment) => on.onComment(id, comment)}
            onDone={() => on.onDone(annotation)}
          />
        </>
      ) : (
        <>
          {annotation.codes.length > 0 && (
            <ul class="reader-chips">
              {annotation.codes.map(({ id: codeId, name, colour, putBy }) => (
                <li key={codeId} class="tag" style={`--tag-colour:${colour}`}>
                  {name}
                  <PutBy ids={putBy} />
                </li>
              ))}
            </ul>
          )}
          {annotation.comment && (
            <div class="reader-comment">
              <MemoText text={annotation.comment} />
            </div>
          )}
        </>
      )}
      <div class="reader-card-actions">
        <button
          type="button"
          class="button quiet"
          aria-expanded={isOpen}
          onClick={() => on.onOpen(isOpen ? null : id)}
        >
          {isOpen ? t('readerCloseCard') : t('readerEditCard')}
        </button>
        <button type="button" class="button quiet danger" onClick={() => on.onRemove(annotation)}>
          {t('readerRemove')}
        </button>
      </div>
    </div>
  );
});

/** How it stands in this version: its verdict, what changed, whether a person placed it, and what can be done. */
function Standing({
  annotation,
  isOpen,
  lang,
  on,
}: Pick<AnnotationCardProps, 'annotation' | 'isOpen' | 'lang' | 'on'>) {
  const { t } = useWords();
  const { verdict, isPlacedByHand, words, quote, parts, changedWords } = annotation;
  const isMoved = verdict === null && isPlacedByHand;
  const isShown = isMoved || (verdict !== null && verdict !== 'same') || isPlacedByHand;
  if (!isShown) return null;
  return (
    <div class={`reader-standing ${verdict ?? 'moved'}`}>
      <p>
        {verdict && verdict !== 'same' && <span>{t(`verdict_${verdict}`)}</span>}
        {isPlacedByHand && (
          <span class="reader-by-hand">{t(isMoved ? 'readerMovedByHand' : 'readerPlacedByHand')}</span>
        )}
        {changedWords.length > 0 && <span>{t('readerChangedWords', changedWords.join(', '))}</span>}
      </p>
      {verdict === 'review' && parts.length > 0 && (
        <p>
          {t('readerGuess')} <q lang={lang}>{briefly(words)}</q>
        </p>
      )}
      {isOpen && parts.length > 0 && words !== quote.exact && (
        <div>
          <span class="reader-label">{t('readerWhenMade')}</span>
          <WordDifference from={quote.exact} to={words} lang={lang} />
        </div>
      )}
      {(isMoved || verdict === 'review' || verdict === 'orphan') && (
        <p class="reader-standing-acts">
          {isMoved && (
            <button type="button" class="button" onClick={() => on.onMoveBack(annotation)}>
              {t('readerMoveBack')}
            </button>
          )}
          {(verdict === 'review' || verdict === 'orphan') && (
            <button type="button" class="button" onClick={() => on.onAttach(annotation)}>
              {t('readerAttach')}
            </button>
          )}
          {verdict === 'review' && (
            <button type="button" class="button quiet" onClick={() => on.onOrphan(annotation.id)}>
              {t('readerKeepOrphan')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** The card's edge in the colours of its codes. */
function stripes(colours: string[]): string {
  if (colours.length === 0) return 'var(--line-strong)';
  const step = 100 / colours.length;
  return `linear-gradient(${colours.map((colour, n) => `${colour} ${n * step}% ${(n + 1) * step}%`).join(',')})`;
}
