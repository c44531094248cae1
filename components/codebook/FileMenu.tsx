/** Import and export of the codebook, behind one button. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { CodebookFormat } from '@/utils/exchange/codebook-entry';

export function FileMenu(props: {
  isEmpty: boolean;
  onExport: (format: CodebookFormat, withMark: boolean) => void;
  onImport: () => void;
}) {
  const { isEmpty, onExport, onImport } = props;
  const { t } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);
  const choose = (act: () => void) => () => {
    setOpen(false);
    menu.current?.querySelector('summary')?.focus();
    act();
  };
  return (
    <details
      ref={menu}
      class="menu"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        choose(() => undefined)();
      }}
    >
      <summary class="button">{t('codebookFile')}</summary>
      <div class="menu-sheet">
        <button type="button" class="menu-item" onClick={choose(onImport)}>
          {t('codebookImport')}
        </button>
        <hr />
        <button
          type="button"
          class="menu-item"
          disabled={isEmpty}
          onClick={choose(() => onExport('qdc', false))}
        >
          {t('codebookExportQdc')}
          <small>NVivo, ATLAS.ti, MAXQDA, QualCoder, Taguette</small>
        </button>
        <button
          type="button"
          class="menu-item"
          disabled={isEmpty}
          onClick={choose(() => onExport('csv', true))}
        >
          {t('codebookExportExcel')}
        </button>
        <button
          type="button"
          class="menu-item"
          disabled={isEmpty}
          onClick={choose(() => onExport('csv', false))}
        >
          {t('codebookExportCsv')}
        </button>
        <button
          type="button"
          class="menu-item"
          disabled={isEmpty}
          onClick={choose(() => onExport('json', false))}
        >
          {t('codebookExportJson')}
        </button>
      </div>
    </details>
  );
}
