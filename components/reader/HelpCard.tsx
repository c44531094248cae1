/** The keys of the reader as they are now. */
import { Dialog } from '@/components/ui/Dialog';
import { useKeySentence } from '@/components/ui/key-sentence';
import { KeyTable, type KeyGroup } from '@/components/ui/KeyTable';
import type { KeysInForce } from '@/components/ui/use-keymap';
import { useWords } from '@/components/words';
import { KEY_GROUPS } from '@/utils/annotation/keymap';

export function HelpCard(props: { keys: KeysInForce; onChange: () => void; onClose: () => void }) {
  const { keymap, areSingleOn } = props.keys;
  const { t } = useWords();
  const sentence = useKeySentence();
  const isRow = [1, 2, 3, 4, 5, 6, 7, 8, 9].every(
    (n) => keymap[`recent${n}` as 'recent1'].join() === String(n),
  );
  const groups = (['move', 'code', 'edit', 'page'] as const).map((group): KeyGroup => ({
    title: `keyGroup_${group}`,
    rows: KEY_GROUPS[group].flatMap((action) => {
      // Nine digits in a row are one line.
      if (isRow && action.startsWith('recent'))
        return action === 'recent1' ? [{ keys: ['1–9'], says: t('keyAction_recents') }] : [];
      return keymap[action].length > 0 ? [{ keys: keymap[action], says: sentence(action) }] : [];
    }),
  }));
  return (
    <Dialog title={t('keysHelp')} onClose={props.onClose}>
      {!areSingleOn && <p class="notice warn">{t('keysOff')}</p>}
      <KeyTable groups={groups} />
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={props.onChange}>
          {t('keysChange')}
        </button>
        <button type="button" class="button primary" onClick={props.onClose}>
          {t('libraryClose')}
        </button>
      </div>
    </Dialog>
  );
}
