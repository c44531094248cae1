/** Watches what the codebook shows: the codes, what hangs on the one that is looked at, the project's memos. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CodeDetail } from '@/components/codebook/doors';
import { codebookOf, passagesOf, readMemos, type Codebook, type ReadMemo } from '@/utils/db/codebook';
import { ArchiveUnusable } from '@/utils/db/open';
import { watchArchive } from '@/utils/db/watch';

const NOTHING: CodeDetail = { codeId: null, passages: null, memos: [] };

export function useCodebook() {
  const [book, setBook] = useState<Codebook | null>(null);
  const [detail, setDetail] = useState(NOTHING);
  const [projectMemos, setProjectMemos] = useState<ReadMemo[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const fail = useCallback(
    (error: unknown) => setProblem(error instanceof ArchiveUnusable ? error.code : 'storageBroken'),
    [],
  );

  useEffect(
    () =>
      watchArchive(
        codebookOf,
        (value) => {
          setBook(value);
          setProblem(null);
        },
        fail,
      ),
    [fail],
  );

  useEffect(() => {
    if (shown === null) {
      setDetail(NOTHING);
      return undefined;
    }
    return watchArchive(
      async (db) => {
        const [passages, memos] = await Promise.all([passagesOf(db, shown), readMemos(db, 'code', shown)]);
        return { codeId: shown, passages, memos };
      },
      setDetail,
      fail,
    );
  }, [shown, fail]);

  const projectId = book?.project.id;
  useEffect(() => {
    if (!projectId) return undefined;
    return watchArchive((db) => readMemos(db, 'project', projectId), setProjectMemos, fail);
  }, [projectId, fail]);

  return { book, detail, projectMemos, problem, show: setShown };
}
