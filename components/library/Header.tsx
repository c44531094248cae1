import { useWords } from '@/components/words';
import type { LibraryDoors } from './doors';
import { SearchField, type SearchFieldProps } from './SearchField';

/** Name, filter field, and what one does with a whole archive. */
export function Header(props: {
  line: string;
  known: SearchFieldProps['known'];
  search: { current: HTMLInputElement | null };
  isMenuOpen: boolean;
  onMenu: () => void;
  onLine: (line: string) => void;
  onLeave: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onExport: () => void;
  onImport: () => void;
  onHelp: () => void;
  open: LibraryDoors['open'];
}) {
  const { t } = useWords();
  const { line, known, search, isMenuOpen, onMenu, onLine, onLeave, open } = props;
  return (
    <header class="top">
      <button
        type="button"
        class="icon-button menu-button"
        aria-expanded={isMenuOpen}
        aria-label={t('libraryMenu')}
        onClick={onMenu}
      >
        <span aria-hidden="true">☰</span>
      </button>
      <h1>{t('libraryTitle')}</h1>
      <SearchField query={line} known={known} field={search} onQuery={onLine} onLeave={onLeave} />
      <div class="top-acts">
        <button type="button" class="button primary" onClick={() => open('enter')}>
          {t('libraryEnter')}
        </button>
        <button type="button" class="button" onClick={props.onExport}>
          {t('libraryExport')}
        </button>
        <button type="button" class="button" onClick={props.onImport}>
          {t('libraryImport')}
        </button>
        <span class="top-icons">
          <IconButton sign="↶" name={t('libraryUndo')} onClick={props.onUndo} />
          <IconButton sign="↷" name={t('libraryRedo')} onClick={props.onRedo} />
          <IconButton sign="?" name={t('libraryHelp')} onClick={props.onHelp} />
          <IconButton sign="⚙" name={t('librarySettings')} onClick={() => open('settings')} />
        </span>
      </div>
    </header>
  );
}

function IconButton({ sign, name, onClick }: { sign: string; name: string; onClick: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
