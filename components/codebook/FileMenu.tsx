/** Import and export of the codebook, behind one button. */
import { Menu } from '@/components/ui/Menu';
import { useWords } from '@/components/words';
import type { CodebookFormat } from '@/utils/exchange/codebook-entry';

export function FileMenu(props: {
  isEmpty: boolean;
  onExport: (format: CodebookFormat, withMark: boolean) => void;
  onImport: () => void;
}) {
  const { isEmpty, onExport, onImport } = props;
  const { t } = useWords();
  return (
    <Menu button="button" sign={t('codebookFile')}>
      {(choose) => (
        <>
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
        </>
      )}
    </Menu>
  );
}
