/** The codebook of a project: the tree of codes, what is written on one, what was coded with it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Told } from '@/components/ui/Told';
import { useWords } from '@/components/words';
import { pathOf } from '@/utils/annotation/code-tree';
import type { Codebook as Book, CodebookCode, ReadMemo } from '@/utils/db/codebook';
import { CodePanel } from './CodePanel';
import { CodeTree } from './CodeTree';
import { CodebookDialogs } from './CodebookDialogs';
import type { CodebookDoors, CodeDetail } from './doors';
import { Header } from './Header';
import { Passages } from './Passages';
import { ProjectPanel } from './ProjectPanel';
import { useActs } from './use-acts';
import { useSurgery, type Asking } from './use-surgery';
import { useTree } from './use-tree';
import { download } from '@/components/ui/download';
import './codebook.css';
import './tree.css';
import './side.css';
import './passages.css';
import './dialogs.css';
import './widths.css';

export interface CodebookProps {
  /** null: not read yet */
  book: Book | null;
  detail: CodeDetail;
  projectMemos: readonly ReadMemo[];
  problem: string | null;
  doors: CodebookDoors;
  /** The code to begin at. */
  firstCode?: string | null;
}

const NO_CODES: CodebookCode[] = [];

export function Codebook({ book, detail, projectMemos, problem, doors, firstCode = null }: CodebookProps) {
  const { t, failure, number } = useWords();
  const codes = book?.codes ?? NO_CODES;
  const [query, setQuery] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [view, setView] = useState<'code' | 'passages'>('code');
  /** Narrow pages show the tree or the code, not both. */
  const [isShowing, setShowing] = useState(false);
  const treeElement = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const side = useRef<HTMLElement>(null);
  const tree = useTree(codes, query);
  const { acts, told, hush } = useActs(doors);
  const code = codes.find(({ id }) => id === tree.cursor) ?? null;
  const codeId = code?.id ?? null;

  useEffect(() => doors.show(codeId), [doors, codeId]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current || codes.length === 0) return;
    isFirst.current = false;
    if (firstCode && codes.some(({ id }) => id === firstCode)) tree.go(firstCode);
    treeElement.current?.focus({ preventScroll: true });
  }, [codes, firstCode, tree]);

  const surgery = useSurgery({
    tree,
    codes,
    doors,
    acts,
    ask: setAsking,
    openPanel: () => {
      setShowing(true);
      setView('code');
      setTimeout(() => side.current?.querySelector<HTMLElement>('input,textarea,button')?.focus(), 0);
    },
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || asking) return;
      if ((event.target as Element | null)?.closest?.('input,textarea,select')) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
        event.preventDefault();
        void acts.travel(key === 'y' || event.shiftKey ? 'redo' : 'undo');
      } else if (event.key === '/') {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      } else if (event.key === '?') {
        event.preventDefault();
        setAsking('help');
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [acts, asking]);

  const path = useMemo(
    () => (codeId ? pathOf(new Map(codes.map((one) => [one.id, one])), codeId).slice(0, -1) : []),
    [codes, codeId],
  );

  return (
    <div class={`codebook${isShowing && code ? ' showing' : ''} view-${view}`}>
      <Header
        project={book?.project.name ?? ''}
        query={query}
        search={search}
        undo={book?.undo ?? null}
        redo={book?.redo ?? null}
        isEmpty={codes.length === 0}
        onQuery={setQuery}
        onLeaveSearch={() => {
          const first = tree.rows.find((row) => row.kind === 'code' && row.isFound);
          if (query && first) tree.go(first.id);
          treeElement.current?.focus({ preventScroll: true });
        }}
        onNew={() => surgery.startNew(false)}
        onTravel={(way) => void acts.travel(way)}
        onExport={(format, withMark) =>
          void doors.exportCodebook(format, withMark).then((answer) => {
            if (!answer.ok) acts.tell(acts.reason(answer.error), true);
            else {
              download(answer.value.file, answer.value.name);
              acts.tell(t('codebookExported', number(answer.value.codes), answer.value.name));
            }
          })
        }
        onImport={() => setAsking('import')}
        onHelp={() => setAsking('help')}
        openLibrary={doors.openLibrary}
        openSettings={doors.openSettings}
      />
      <main class="code-list" aria-label={t('codebookTree')}>
        {problem && (
          <p class="notice bad" role="alert">
            {failure(problem)}
          </p>
        )}
        {book && codes.length === 0 && !tree.naming ? (
          <div class="codebook-empty">
            <h2>{t('codebookEmpty')}</h2>
            <p>{t('codebookEmptyHow')}</p>
            <div class="codebook-empty-acts">
              <button type="button" class="button primary" onClick={() => surgery.startNew(false)}>
                {t('codebookNewFirst')}
              </button>
              <button type="button" class="button" onClick={() => setAsking('import')}>
                {t('codebookImport')}
              </button>
            </div>
          </div>
        ) : (
          <>
            <div class="code-list-head">
              <span>
                {tree.selected.size > 1
                  ? t('codebookSelected', number(tree.selected.size))
                  : t('codebookCount', number(codes.length))}
              </span>
              {tree.selected.size > 1 ? (
                <span class="code-list-acts">
                  <button type="button" class="button" onClick={() => setAsking('merge')}>
                    {t('codebookMerge')}
                  </button>
                  <button type="button" class="button" onClick={() => setAsking('move')}>
                    {t('codebookMove')}
                  </button>
                  <button type="button" class="button quiet danger" onClick={surgery.remove}>
                    {t('codebookRemove')}
                  </button>
                </span>
              ) : (
                <span class="code-heads" aria-hidden="true">
                  <span>{t('codebookHeadPassages')}</span>
                  <span>{t('codebookHeadArticles')}</span>
                </span>
              )}
            </div>
            {query.trim() && tree.rows.length === 0 && (
              <p class="codebook-none">{t('codebookNoMatch', query.trim())}</p>
            )}
            <CodeTree
              tree={tree}
              codes={codes}
              element={treeElement}
              reason={acts.reason}
              onKey={surgery.onKey}
              onName={surgery.onName}
              onDrop={surgery.onDrop}
              onPick={() => setShowing(true)}
            />
          </>
        )}
      </main>
      <aside class="code-side" ref={side} aria-label={code?.name ?? t('codebookProject')}>
        {code ? (
          <>
            <div class="code-switch" role="toolbar" aria-label={code.name}>
              <button type="button" class="button quiet back" onClick={() => setShowing(false)}>
                <span aria-hidden="true">←</span> {t('codebookTree')}
              </button>
              <button
                type="button"
                class="button quiet"
                aria-pressed={view === 'code'}
                onClick={() => setView('code')}
              >
                {t('codebookCode')}
              </button>
              <button
                type="button"
                class="button quiet"
                aria-pressed={view === 'passages'}
                onClick={() => setView('passages')}
              >
                {t('codebookPassagesTab', number(code.passages))}
              </button>
            </div>
            <CodePanel
              key={code.id}
              code={code}
              path={path}
              hasBelow={codes.some(({ parentId }) => parentId === code.id)}
              memos={detail.codeId === code.id ? detail.memos : []}
              onEdit={(patch) => acts.act('journalCodeEdited', doors.edit(code.id, patch), true)}
              onColour={(colour, isBranch) =>
                void acts.act('journalCodeRecoloured', doors.recolour(code.id, colour, isBranch), true)
              }
              onMemo={(body) =>
                void acts.act('journalMemoWritten', doors.writeMemo('code', code.id, body), true)
              }
              onNewBelow={() => {
                setShowing(false);
                surgery.startNew(true);
              }}
              onMove={() => setAsking('move')}
              onMerge={() => setAsking('merge')}
              onRemove={surgery.remove}
            />
            <Passages
              codeName={code.name}
              passages={detail.codeId === code.id ? detail.passages : null}
              readerHref={doors.readerHref}
              onSplit={(codingIds) => setAsking({ split: codingIds })}
            />
          </>
        ) : (
          book && (
            <ProjectPanel
              name={book.project.name}
              codes={codes}
              memos={projectMemos}
              onMemo={(body) =>
                void acts.act('journalMemoWritten', doors.writeMemo('project', book.project.id, body), true)
              }
            />
          )
        )}
      </aside>
      <CodebookDialogs
        asking={asking}
        codes={codes}
        code={code}
        tree={tree}
        doors={doors}
        acts={acts}
        surgery={surgery}
        onClose={() => setAsking(null)}
      />
      <Told
        told={told}
        onUndo={() => {
          hush();
          void acts.travel('undo');
        }}
        onClose={hush}
      />
    </div>
  );
}
