/** Who is at work at this device: a small list to choose from. */
import { useWords } from '@/components/words';
import type { CodersNow } from '@/utils/db/samples';
import { CoderBadge } from './CoderBadge';
import './coders.css';

export function CoderSwitch({ now, onSwitch }: { now: CodersNow; onSwitch: (coderId: string) => void }) {
  const { t } = useWords();
  const current = now.coders.find(({ id }) => id === now.currentId);
  if (!current) return null;
  return (
    <label class="coder-switch">
      <CoderBadge {...current} />
      <select
        class="input"
        aria-label={t('coderAtWork')}
        value={now.currentId}
        onChange={(event) => onSwitch(event.currentTarget.value)}
      >
        {now.coders.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
