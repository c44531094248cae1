/** The colour of a code: ten that paint well, or any other; for the code or for all below it too. */
import { useId, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { CODE_COLOURS } from '@/utils/annotation/colours';
import type { MessageKey } from '@/utils/locale/translate';

/** Names for ears; in the order of CODE_COLOURS. */
const NAMES: MessageKey[] = [
  'colourYellow',
  'colourBlue',
  'colourGreen',
  'colourOrange',
  'colourViolet',
  'colourPink',
  'colourTeal',
  'colourLime',
  'colourBrown',
  'colourGrey',
];

export interface ColourFieldProps {
  colour: string;
  hasBelow: boolean;
  onColour: (colour: string, isBranch: boolean) => void;
}

export function ColourField({ colour, hasBelow, onColour }: ColourFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [isBranch, setBranch] = useState(false);
  const isOwn = !(CODE_COLOURS as readonly string[]).includes(colour);
  return (
    <fieldset class="colour-field">
      <legend>{t('codebookColour')}</legend>
      <div class="colour-swatches">
        {CODE_COLOURS.map((one, index) => (
          <label key={one} class="swatch" style={`--tag-colour:${one}`} title={t(NAMES[index]!)}>
            <input
              type="radio"
              name={id}
              class="visually-hidden"
              aria-label={t(NAMES[index]!)}
              checked={colour === one}
              onChange={() => onColour(one, isBranch && hasBelow)}
            />
          </label>
        ))}
        <label class={`swatch own${isOwn ? ' is-on' : ''}`} style={`--tag-colour:${colour}`}>
          <input
            type="color"
            aria-label={t('codebookOwnColour')}
            value={colour}
            onChange={(event) => onColour(event.currentTarget.value, isBranch && hasBelow)}
          />
        </label>
      </div>
      {hasBelow && (
        <label class="check">
          <input
            type="checkbox"
            checked={isBranch}
            onChange={(event) => {
              setBranch(event.currentTarget.checked);
              if (event.currentTarget.checked) onColour(colour, true);
            }}
          />
          {t('codebookColourBranch')}
        </label>
      )}
    </fieldset>
  );
}
