/** How the text looks: size, length of line, typeface. */
import { useWords } from '@/components/words';
import type { Look } from './doors';

export function LookMenu({ look, onChange }: { look: Look; onChange: (look: Look) => void }) {
  const { t } = useWords();
  return (
    <details
      class="reader-look"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary class="button quiet">{t('readerLook')}</summary>
      <div class="reader-look-box">
        <label class="field">
          <span class="label">{t('readerSize')}</span>
          <input
            type="range"
            min={16}
            max={26}
            value={look.size}
            onInput={(event) => onChange({ ...look, size: event.currentTarget.valueAsNumber })}
          />
        </label>
        <label class="field">
          <span class="label">{t('readerMeasure')}</span>
          <input
            type="range"
            min={50}
            max={90}
            step={2}
            value={look.measure}
            onInput={(event) => onChange({ ...look, measure: event.currentTarget.valueAsNumber })}
          />
        </label>
        <label class="field">
          <span class="label">{t('readerFace')}</span>
          <select
            class="input"
            value={look.face}
            onChange={(event) =>
              onChange({ ...look, face: event.currentTarget.value === 'sans' ? 'sans' : 'serif' })
            }
          >
            <option value="serif">{t('readerSerif')}</option>
            <option value="sans">{t('readerSans')}</option>
          </select>
        </label>
      </div>
    </details>
  );
}
