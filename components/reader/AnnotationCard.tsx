/** One highlight beside the text: its words, tags and comment; opened, they can be changed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { TagInput, type KnownTag, type TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { ReadAnnotation } from '@/utils/db/reading';

export interface CardCallbacks {
  onShow: (id: string) => void;
  onOpen: (id: string | null) => void;
  onTag: (id: string, tag: TagValue) => void;
  onUntag: (id: string, codeId: string) => void;
  onComment: (id: string, comment: string) => void;
  onRemove: (annotation: ReadAnnotation) => void;
  /** Choose its words in this version. */
  onAttach: (annotation: ReadAnnotation) => void;
  /** It has no place in this version, and a person says so. */
  onOrphan: (id: string) => void;
}

export interface AnnotationCardProps extends CardCallbacks {
  annotation: ReadAnnotation;
  codes: readonly KnownTag[];
  isOpen: boolean;
  /** Take the focus: the card itself, or its comment. */
  focus: 'card' | 'comment' | null;
  isIncomplete: boolean;
  lang: string | undefined;
}

/** The first words of a quote, for a label. */
export const briefly = (quote: string) => (quote.length > 80 ? `${quote.slice(0, 78).trimEnd()}…` : quote);

export function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, codes, isOpen, focus, isIncomplete, lang } = props;
  const { t } = useWords();
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [comment, setComment] = useState(annotation.comment);
  useEffect(() => setComment(annotation.comment), [annotation.comment]);
  useEffect(() => {
    if (!focus) return;
    const element = focus === 'comment' ? field.current : card.current;
    element?.focus({ preventScroll: true });
    element?.scrollIntoView?.({ block: 'nearest' });
  }, [focus]);

  const { id, quote } = annotation;
  const keep = () => {
    if (comment !== annotation.comment) props.onComment(id, comment);
  };
  const tags = annotation.codes.map(({ name }) => name).join(', ');
  return (
    <div
      ref={card}
      class={`reader-card ${isOpen ? 'open' : ''}`}
      style={`--stripe:${stripes(annotation.codes.map(({ colour }) => colour))}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would be read as a form
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Delete works on the card as a whole
      tabIndex={0}
      data-annotation={id}
      aria-label={t(
        'readerCard',
        briefly(quote.exact),
        tags || t('readerNoTags'),
        annotation.comment || t('readerNoComment'),
      )}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Delete') props.onRemove(annotation);
        else if (event.key === 'Enter') props.onOpen(id);
        else return;
        event.preventDefault();
      }}
    >
      <button type="button" class="reader-quote" title={t('readerGoTo')} onClick={() => props.onShow(id)}>
        <q lang={lang}>{quote.exact}</q>
      </button>
      {annotation.verdict && annotation.verdict !== 'same' && (
        <p class={`reader-verdict ${annotation.verdict}`}>
          <span>{t(`verdict_${annotation.verdict}`)}</span>
          {(annotation.verdict === 'review' || annotation.verdict === 'orphan') && (
            <button type="button" class="button" onClick={() => props.onAttach(annotation)}>
              {t('readerAttach')}
            </button>
          )}
          {annotation.verdict === 'review' && (
            <button type="button" class="button quiet" onClick={() => props.onOrphan(id)}>
              {t('readerKeepOrphan')}
            </button>
          )}
        </p>
      )}
      {isIncomplete && <p class="notice warn">{t('readerNotShown')}</p>}
      {isOpen ? (
        <>
          <TagInput
            label={t('readerHighlightTags')}
            value={annotation.codes}
            known={[...codes]}
            onAdd={(tag) => props.onTag(id, tag)}
            onRemove={(tag) => tag.id && props.onUntag(id, tag.id)}
          />
          <label class="field">
            <span class="label">{t('readerComment')}</span>
            <textarea
              ref={field}
              class="input"
              rows={3}
              value={comment}
              onInput={(event) => setComment(event.currentTarget.value)}
              onBlur={keep}
              onKeyDown={(event) => {
                if (event.isComposing) return;
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                  keep();
                  props.onOpen(null);
                  card.current?.focus();
                }
              }}
            />
          </label>
        </>
      ) : (
        <>
          {annotation.codes.length > 0 && (
            <ul class="reader-chips">
              {annotation.codes.map(({ id: codeId, name, colour }) => (
                <li key={codeId} class="tag" style={`--tag-colour:${colour}`}>
                  {name}
                </li>
              ))}
            </ul>
          )}
          {annotation.comment && <p class="reader-comment">{annotation.comment}</p>}
        </>
      )}
      <div class="reader-card-actions">
        <button
          type="button"
          class="button quiet"
          aria-expanded={isOpen}
          onClick={() => props.onOpen(isOpen ? null : id)}
        >
          {isOpen ? t('readerCloseCard') : t('readerEditCard')}
        </button>
        <button type="button" class="button quiet danger" onClick={() => props.onRemove(annotation)}>
          {t('readerRemove')}
        </button>
      </div>
    </div>
  );
}

/** The card's edge in the colours of its codes. */
function stripes(colours: string[]): string {
  if (colours.length === 0) return 'var(--line-strong)';
  const step = 100 / colours.length;
  return `linear-gradient(${colours.map((colour, n) => `${colour} ${n * step}% ${(n + 1) * step}%`).join(',')})`;
}
