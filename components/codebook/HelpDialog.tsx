/** The keys of the codebook. */
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { MessageKey } from '@/utils/locale/translate';

const KEYS: [string[], MessageKey][] = [
  [['↑', '↓', '←', '→'], 'codebookKeyWalk'],
  [['n'], 'codebookKeyNew'],
  [['Shift+n'], 'codebookKeyBelow'],
  [['F2'], 'codebookKeyRename'],
  [['Enter'], 'codebookKeyOpen'],
  [['Delete'], 'codebookKeyRemove'],
  [['Space', 'Shift+↓', 'Ctrl+A'], 'codebookKeySelect'],
  [['m'], 'codebookKeyMerge'],
  [['Alt+↑', 'Alt+↓'], 'codebookKeyOrder'],
  [['Alt+→', 'Alt+←'], 'codebookKeyIndent'],
  [['Ctrl+X', 'Ctrl+V'], 'codebookKeyCut'],
  [['*', '-'], 'codebookKeyFold'],
  [['/'], 'codebookKeySearch'],
  [['Ctrl+Z', 'Ctrl+Y'], 'codebookKeyUndo'],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('codebookKeys')} onClose={onClose}>
      <dl class="key-list">
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
