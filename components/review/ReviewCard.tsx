/** One highlight to review: its words when it was made, what stands there now, what differs, and the three answers. */
import type { RefObject } from 'preact';
import { TagChips } from '@/components/ui/TagChips';
import { WordDifference } from '@/components/ui/WordDifference';
import { useWords } from '@/components/words';
import { shownKey, type Keymap } from '@/utils/annotation/keymap';
import type { Excerpt, ReviewItem } from '@/utils/db/review';

export interface ReviewCardProps {
  item: ReviewItem;
  card: RefObject<HTMLElement | null>;
  label: string;
  onAccept: () => void;
  onAttach: () => void;
  onOrphan: () => void;
  onOpen: () => void;
  keymap: Keymap;
}

export function ReviewCard({ item, card, label, keymap, ...on }: ReviewCardProps) {
  const { t, moment } = useWords();
  const { title, outlet, verdict, saved, now, codes, comment, changedWords } = item;
  const lang = item.language ?? undefined;
  return (
    <section
      ref={card}
      class="review-card"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- takes the focus when it comes up, so that it is read
      tabIndex={-1}
    >
      <header>
        <h2 lang={lang}>
          <button type="button" class="review-title" title={t('reviewOpen')} onClick={on.onOpen}>
            {title}
          </button>
        </h2>
        <p>
          {outlet && <span>{outlet} · </span>}
          {t('reviewWhen', moment(item.madeAt), moment(item.capturedAt))}
        </p>
        <p class={`review-verdict ${verdict}`}>{t(`verdict_${verdict}`)}</p>
      </header>
      <div class="review-about">
        <TagChips codes={codes} />
        {comment && <p class="review-comment">{comment}</p>}
      </div>
      <div class="review-sides">
        <Side title={t('reviewSaved')} excerpt={saved} lang={lang} kind="saved" />
        {now ? (
          <Side title={t('reviewNow')} excerpt={now} lang={lang} kind="now" />
        ) : (
          <section class="review-side none">
            <h3>{t('reviewNow')}</h3>
            <p>{t('reviewNothingNow')}</p>
          </section>
        )}
      </div>
      {now && now.words !== saved.words && (
        <section class="review-difference">
          <h3>{t('reviewDifference')}</h3>
          <WordDifference from={saved.words} to={now.words} lang={lang} />
          {changedWords.length > 0 && (
            <p class="review-changed">{t('readerChangedWords', changedWords.join(', '))}</p>
          )}
        </section>
      )}
      <div class="review-acts">
        <button type="button" class="button primary" disabled={!now} onClick={on.onAccept}>
          {t('reviewAccept')} <kbd aria-hidden="true">{shownKey(keymap.accept[0] ?? '')}</kbd>
        </button>
        <button type="button" class={`button ${now ? '' : 'primary'}`} onClick={on.onAttach}>
          {t('reviewAttach')} <kbd aria-hidden="true">{shownKey(keymap.attach[0] ?? '')}</kbd>
        </button>
        <button type="button" class="button" onClick={on.onOrphan}>
          {t('reviewOrphan')} <kbd aria-hidden="true">{shownKey(keymap.keepOrphan[0] ?? '')}</kbd>
        </button>
      </div>
    </section>
  );
}

function Side(props: { title: string; excerpt: Excerpt; lang: string | undefined; kind: 'saved' | 'now' }) {
  const { before, words, after } = props.excerpt;
  return (
    <section class={`review-side ${props.kind}`}>
      <h3>{props.title}</h3>
      <p lang={props.lang}>
        {before && `…${before}`}
        <mark>{words}</mark>
        {after && `${after}…`}
      </p>
    </section>
  );
}
