/** Keys and what they do, in groups. */
import { useWords } from '@/components/words';
import { shownKey } from '@/utils/annotation/keymap';
import type { MessageKey } from '@/utils/locale/translate';
import './key-table.css';

export interface KeyGroup {
  title: MessageKey;
  rows: { keys: readonly string[]; says: string }[];
}

export function KeyTable({ groups }: { groups: readonly KeyGroup[] }) {
  const { t } = useWords();
  return (
    <div class="key-table">
      {groups.map(({ title, rows }) => (
        <section key={title}>
          <h3>{t(title)}</h3>
          <dl>
            {rows.map(({ keys, says }) => (
              <div key={says}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{shownKey(key)}</kbd>
                  ))}
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
