import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '@/components/theme.css';
import { Codebook } from '@/components/codebook/Codebook';
import type { CodebookDoors } from '@/components/codebook/doors';
import { Words } from '@/components/words';
import { translate, type Locale } from '@/utils/locale/translate';
import { call } from '@/utils/messaging/client';
import { localeOf, openPage, pageUrl, preparePage } from '@/utils/platform/page';
import { watchSettings } from '@/utils/platform/settings';
import { exportWith, readWith } from './files';
import { useCodebook } from './use-codebook';

const firstCode = new URLSearchParams(location.search).get('code');

function doorsOf(projectId: string, show: CodebookDoors['show']): CodebookDoors {
  return {
    create: (wanted) => call('code/create', wanted),
    edit: (codeId, patch) => call('code/edit', { codeId, ...patch }),
    recolour: (codeId, colour, isBranch) => call('code/recolour', { codeId, colour, isBranch }),
    move: (codeIds, parentId, beforeId) => call('code/move', { codeIds, parentId, beforeId }),
    merge: (codeIds, intoId) => call('code/merge', { codeIds, intoId }),
    split: (codeId, codingIds, name) => call('code/split', { codeId, codingIds, name }),
    remove: (codeIds, children) => call('code/remove', { codeIds, children }),
    writeMemo: (subjectType, subjectId, body) => call('memo/write', { subjectType, subjectId, body }),
    undo: () => call('journal/undo', null),
    redo: () => call('journal/redo', null),
    show,
    readerHref: ({ articleId, annotationId, versionId }) =>
      pageUrl('reader', {
        article: articleId,
        version: versionId,
        ...(annotationId ? { annotation: annotationId } : {}),
      }),
    exportCodebook: exportWith(projectId),
    readFile: readWith(projectId),
    importEntries: (entries, take) => call('codebook/import', { entries, take }),
    openLibrary: () => void openPage('library'),
    openSettings: () => void openPage('settings'),
  };
}

function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first);
  const { book, detail, projectMemos, problem, show } = useCodebook();
  const projectId = book?.project.id ?? '';
  const doors = useMemo(() => doorsOf(projectId, show), [projectId, show]);
  useEffect(() => watchSettings((settings) => setLocale(localeOf(settings))), []);
  useEffect(() => {
    document.title = `${translate(locale, 'codebookTitle')} · Pressmark`;
  }, [locale]);
  return (
    <Words locale={locale}>
      <Codebook
        book={book}
        detail={detail}
        projectMemos={projectMemos}
        problem={problem}
        doors={doors}
        firstCode={firstCode}
      />
    </Words>
  );
}

// In a fresh profile nothing has asked the background yet, and the project is made by its first command.
void call('journal/state', null);
void preparePage().then(({ locale }) => render(<App first={locale} />, document.getElementById('root')!));
