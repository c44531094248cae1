/** The small bar beside words selected in a page: recent tags, a tag field, just highlight, comment. */
import { TagInput, type KnownTag } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import { Floating } from './Floating';
import type { BoxOf, LiveActs } from './types';

const MOST_RECENT = 5;

export interface LiveBarProps {
  boxOf: BoxOf;
  codes: readonly KnownTag[];
  acts: Pick<LiveActs, 'make' | 'close'>;
}

export function LiveBar({ boxOf, codes, acts }: LiveBarProps) {
  const { t } = useWords();
  const recent = codes.slice(0, MOST_RECENT);
  return (
    <Floating
      boxOf={boxOf}
      as="toolbar"
      label={t('liveBar')}
      class="bar"
      keepsSelection
      onEscape={acts.close}
      onKey={({ key, ctrlKey, metaKey, altKey }) => {
        const code = recent[Number(key) - 1];
        if (code && !ctrlKey && !metaKey && !altKey) acts.make(code, true);
      }}
    >
      <div class="bar-row">
        <button type="button" class="button primary" onClick={() => acts.make('highlight', false)}>
          {t('readerJustHighlight')}
        </button>
        <TagInput
          label={t('readerTagField')}
          isLabelHidden
          placeholder={t('readerTagHint')}
          value={[]}
          known={[...codes]}
          onAdd={(tag) => acts.make(tag, true)}
          onRemove={() => undefined}
        />
        <button type="button" class="button" onClick={() => acts.make('comment', false)}>
          {t('readerAddComment')}
        </button>
        <button type="button" class="button quiet" aria-label={t('readerClose')} onClick={acts.close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {recent.length > 0 && (
        <ul class="recent" aria-label={t('readerRecent')}>
          {recent.map((code, n) => (
            <li key={code.id}>
              <button
                type="button"
                class="tag"
                style={`--tag-colour:${code.colour}`}
                onClick={() => acts.make(code, false)}
              >
                <span>{code.name}</span>
                <kbd aria-hidden="true">{n + 1}</kbd>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Floating>
  );
}
