/** Below the text while one works by keys: what is chosen, which codes stand here, which digit puts which code. */
import { TagChips } from '@/components/ui/TagChips';
import type { TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import { shownKey, type Keymap } from '@/utils/annotation/keymap';
import type { ReadAnnotation, ReadCode } from '@/utils/db/reading';

const MOST_HERE = 3;

export interface KeyStripProps {
  keymap: Keymap;
  unit: 'paragraph' | 'sentence' | 'word' | null;
  current: ReadAnnotation | null;
  here: readonly ReadAnnotation[];
  recent: readonly (ReadCode | null)[];
  onTag: (tag: TagValue) => void;
  onPalette: () => void;
  onPick: (id: string) => void;
  onHelp: () => void;
}

export function KeyStrip(props: KeyStripProps) {
  const { keymap, unit, current, here, recent } = props;
  const { t, number } = useWords();
  const chosen = current ? t('readerCurrent') : unit && t(`readerCursor_${unit}`);
  return (
    // Its buttons take the focus; pressing beside them changes nothing.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      class="reader-strip"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- there is no element for a toolbar
      role="toolbar"
      aria-label={t('readerStrip')}
      // The place in the text keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div class="reader-strip-here">
        <strong>{chosen}</strong>
        {here.length === 0 ? (
          <span class="tag-chips-none">{t('readerNothingHere')}</span>
        ) : (
          <ul aria-label={t('readerHere', number(here.length))}>
            {here.slice(0, MOST_HERE).map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  class="reader-strip-one"
                  aria-pressed={one.id === current?.id}
                  onClick={() => props.onPick(one.id)}
                >
                  <TagChips codes={one.codes} />
                </button>
              </li>
            ))}
            {here.length > MOST_HERE && (
              <li class="tag-chips-none">{t('readerHoverMore', number(here.length - MOST_HERE))}</li>
            )}
          </ul>
        )}
      </div>
      <div class="reader-strip-acts">
        <button type="button" onClick={props.onPalette}>
          <kbd aria-hidden="true">{shownKey(keymap.palette[0] ?? '')}</kbd>
          <span>{t('readerTagField')}</span>
        </button>
        <button type="button" onClick={props.onHelp}>
          <kbd aria-hidden="true">{shownKey(keymap.help[0] ?? '')}</kbd>
          <span>{t('readerMoreKeys')}</span>
        </button>
      </div>
      {recent.length > 0 && (
        <ul class="reader-strip-recent" aria-label={t('readerRecent')}>
          {recent.map(
            (code, n) =>
              code && (
                <li key={code.id} style={`--tag-colour:${code.colour}`}>
                  <button type="button" title={code.name} onClick={() => props.onTag(code)}>
                    <kbd aria-hidden="true">{shownKey(keymap[`recent${n + 1}` as 'recent1'][0] ?? '')}</kbd>
                    <span>{code.name}</span>
                  </button>
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  );
}
