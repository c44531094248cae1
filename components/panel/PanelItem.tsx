/** One highlight in the panel; the one that was picked can be tagged and commented on. */
import { TagInput, type KnownTag, type TagValue } from '@/components/ui/TagInput';
import { useComment } from '@/components/ui/use-comment';
import { useWords } from '@/components/words';
import type { Verdict } from '@/utils/annotation/types';
import type { ReadAnnotation } from '@/utils/db/reading';

export interface PanelItemProps {
  annotation: ReadAnnotation;
  /** How it stands on the page beside; null where that is not known. */
  verdict: Verdict | null;
  changedWords: readonly string[];
  lang: string | undefined;
  codes: KnownTag[];
  isOpen: boolean;
  onPick: () => void;
  onCode: (tag: TagValue) => void;
  onUncode: (codeId: string) => void;
  onComment: (comment: string) => void;
  onRemove: () => void;
}

export function PanelItem(props: PanelItemProps) {
  const { annotation, verdict, changedWords, lang, codes, isOpen } = props;
  const { t } = useWords();
  const comment = useComment(annotation.comment, props.onComment);
  const news = verdict === 'same' || verdict === 'exact' ? null : verdict;
  return (
    <li
      class={`panel-item ${isOpen ? 'open' : ''}`}
      style={`--tag-colour:${annotation.codes[0]?.colour ?? '#b8b09c'}`}
    >
      <button type="button" class="panel-quote" aria-expanded={isOpen} lang={lang} onClick={props.onPick}>
        {annotation.quote.exact}
      </button>
      {news && (
        <p class="panel-verdict">
          {t(`panelVerdict_${news}`)}
          {changedWords.length > 0 && ` ${t('liveChangedWords', changedWords.join(', '))}`}
        </p>
      )}
      {!isOpen && annotation.codes.length > 0 && (
        <ul class="panel-codes" aria-label={t('readerHighlightTags')}>
          {annotation.codes.map(({ id, name, colour }) => (
            <li key={id} class="tag" style={`--tag-colour:${colour}`}>
              {name}
            </li>
          ))}
        </ul>
      )}
      {!isOpen && annotation.comment && <p class="panel-comment">{annotation.comment}</p>}
      {isOpen && (
        <div class="panel-edit">
          <TagInput
            label={t('readerHighlightTags')}
            isLabelHidden
            placeholder={t('readerTagHint')}
            value={annotation.codes.map(({ id, name, colour }) => ({ id, name, colour }))}
            known={codes}
            onAdd={props.onCode}
            onRemove={(tag) => tag.id && props.onUncode(tag.id)}
          />
          <textarea
            rows={3}
            aria-label={t('readerComment')}
            placeholder={t('readerComment')}
            value={comment.text}
            onInput={(event) => comment.write(event.currentTarget.value)}
            onBlur={comment.keep}
          />
          <button type="button" class="button quiet danger" onClick={props.onRemove}>
            {t('readerRemove')}
          </button>
        </div>
      )}
    </li>
  );
}
