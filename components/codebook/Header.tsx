/** Where one came from, the search, and what one does with a whole codebook. */
import { useWords } from '@/components/words';
import type { CodebookFormat } from '@/utils/exchange/codebook-entry';
import { isMessageKey } from '@/utils/locale/translate';
import { FileMenu } from './FileMenu';

export interface HeaderProps {
  project: string;
  query: string;
  search: { current: HTMLInputElement | null };
  /** Message keys of the acts that undo and redo are about. */
  undo: string | null;
  redo: string | null;
  isEmpty: boolean;
  onQuery: (query: string) => void;
  onLeaveSearch: () => void;
  onNew: () => void;
  onTravel: (way: 'undo' | 'redo') => void;
  onExport: (format: CodebookFormat, withMark: boolean) => void;
  onImport: () => void;
  onHelp: () => void;
  openLibrary: () => void;
  openSettings: () => void;
}

export function Header(props: HeaderProps) {
  const { project, query, search, undo, redo, onQuery, onTravel } = props;
  const { t } = useWords();
  const what = (key: string | null) => (key && isMessageKey(key) ? t(key) : '');
  return (
    <header class="codebook-top">
      <button type="button" class="button quiet" onClick={props.openLibrary}>
        <span aria-hidden="true">←</span> {t('readerLibrary')}
      </button>
      <h1>
        {t('codebookTitle')}
        <span class="soft">{project}</span>
      </h1>
      <search class="codebook-search">
        <input
          ref={search}
          class="input"
          type="search"
          value={query}
          aria-label={t('codebookSearch')}
          placeholder={t('codebookSearch')}
          title="/"
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing || event.keyCode === 229) return;
            if (event.key === 'Escape' && query) {
              event.preventDefault();
              onQuery('');
            } else if (['Escape', 'Enter', 'ArrowDown'].includes(event.key)) {
              event.preventDefault();
              props.onLeaveSearch();
            }
          }}
        />
      </search>
      <div class="codebook-acts">
        <button type="button" class="button primary" onClick={props.onNew}>
          {t('codebookNew')}
        </button>
        <FileMenu isEmpty={props.isEmpty} onExport={props.onExport} onImport={props.onImport} />
        <span class="codebook-icons">
          <Icon
            sign="↶"
            name={undo ? t('codebookUndo', what(undo)) : t('libraryUndo')}
            isOff={!undo}
            onClick={() => onTravel('undo')}
          />
          <Icon
            sign="↷"
            name={redo ? t('codebookRedo', what(redo)) : t('libraryRedo')}
            isOff={!redo}
            onClick={() => onTravel('redo')}
          />
          <Icon sign="?" name={t('codebookKeys')} onClick={props.onHelp} />
          <Icon sign="⚙" name={t('librarySettings')} onClick={props.openSettings} />
        </span>
      </div>
    </header>
  );
}

function Icon(props: { sign: string; name: string; isOff?: boolean; onClick: () => void }) {
  const { sign, name, isOff = false, onClick } = props;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      disabled={isOff}
      onClick={onClick}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
