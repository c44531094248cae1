/** The card of one highlight on a page: its codes, its comment, what became of its words, and the ways on. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { TagInput, type KnownTag } from '@/components/ui/TagInput';
import { useComment } from '@/components/ui/use-comment';
import { useWords } from '@/components/words';
import type { Verdict } from '@/utils/annotation/types';
import type { MessageKey } from '@/utils/locale/translate';
import { Floating } from './Floating';
import type { LiveActs, LiveView } from './types';

const SAYS: Partial<Record<Verdict, MessageKey>> = {
  changed: 'liveVerdict_changed',
  moved: 'liveVerdict_moved',
  partial: 'liveVerdict_partial',
  review: 'liveVerdict_reviewPage',
};

export interface LiveCardViewProps {
  view: Extract<LiveView, { kind: 'card' }>;
  codes: readonly KnownTag[];
  acts: LiveActs;
}

export function LiveCardView({ view, codes, acts }: LiveCardViewProps) {
  const { t } = useWords();
  const { annotation, verdict, changedWords, nth, of } = view.card;
  const { focus } = view;
  const { id } = annotation;
  const comment = useComment(annotation.comment, (written) => void acts.comment(id, written));
  const area = useRef<HTMLTextAreaElement>(null);
  const tags = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (focus === 'comment') area.current?.focus({ preventScroll: true });
    if (focus === 'tag') tags.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [focus]);

  const close = () => {
    comment.keep();
    acts.close();
  };
  /** Known to the inbox already, or only seen on this page. */
  const isInReview = annotation.verdict === 'review';
  const says = isInReview ? 'liveVerdict_review' : SAYS[verdict];

  return (
    <Floating boxOf={view.boxOf} as="dialog" label={t('liveCard')} class="card" onEscape={close}>
      <header>
        <q lang={annotation.language ?? undefined}>
          {annotation.exact.length > 120 ? `${annotation.exact.slice(0, 118)}…` : annotation.exact}
        </q>
        {of > 1 && (
          <button type="button" class="button quiet" aria-label={t('liveNext')} onClick={() => acts.next(id)}>
            {t('liveNth', nth + 1, of)} <span aria-hidden="true">›</span>
          </button>
        )}
        <button type="button" class="button quiet close" aria-label={t('readerClose')} onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {says && (
        <p class="verdict">
          {t(says)}
          {changedWords.length > 0 && ` ${t('liveChangedWords', changedWords.join(', '))}`}
        </p>
      )}
      {verdict === 'review' && (
        <button type="button" class="button decide" onClick={() => acts.notice('review', id)}>
          {t(isInReview ? 'liveAct_review' : 'liveAct_reviewPage')}
        </button>
      )}
      <div ref={tags}>
        <TagInput
          label={t('readerHighlightTags')}
          isLabelHidden
          placeholder={t('readerTagHint')}
          value={annotation.codes.map(({ id: codeId, name, colour }) => ({ id: codeId, name, colour }))}
          known={[...codes]}
          onAdd={(tag) => void acts.code(id, tag)}
          onRemove={(tag) => tag.id && void acts.uncode(id, tag.id)}
        />
      </div>
      <textarea
        ref={area}
        rows={3}
        aria-label={t('readerComment')}
        placeholder={t('readerComment')}
        value={comment.text}
        onInput={(event) => comment.write(event.currentTarget.value)}
        onBlur={comment.keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) close();
        }}
      />
      <footer>
        <button type="button" class="button quiet danger" onClick={() => acts.remove(id)}>
          {t('readerRemove')}
        </button>
        <button type="button" class="button quiet" onClick={() => acts.notice('open', id)}>
          {t('liveAct_open')}
        </button>
        <button type="button" class="button primary" onClick={close}>
          {t('readerCloseCard')}
        </button>
      </footer>
    </Floating>
  );
}
