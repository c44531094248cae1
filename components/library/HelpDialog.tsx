import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { MessageKey } from '@/utils/locale/translate';

const KEYS: [string[], MessageKey][] = [
  [['j', 'k', '↓', '↑'], 'libraryKeyMove'],
  [['Enter'], 'libraryKeyOpen'],
  [['Space'], 'libraryKeyGlance'],
  [['n'], 'libraryKeyNote'],
  [['x'], 'libraryKeySelect'],
  [['Ctrl+A'], 'libraryKeyAll'],
  [['#', 'Delete'], 'libraryKeyBin'],
  [['u', 'Ctrl+Z'], 'libraryKeyUndo'],
  [['Shift+Ctrl+Z'], 'libraryKeyRedo'],
  [['/'], 'libraryKeyFilter'],
  [['e'], 'libraryKeyExport'],
  [['Esc'], 'libraryKeyEscape'],
  [['?'], 'libraryKeyHelp'],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('libraryHelp')} onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-buttons">
        <button type="button" class="button primary" onClick={onClose}>
          {t('libraryClose')}
        </button>
      </div>
    </Dialog>
  );
}
