/** Whichever question is open. */
import { useWords } from '@/components/words';
import type { CodebookCode } from '@/utils/db/codebook';
import { MergeDialog, MoveDialog, RemoveDialog, SplitDialog } from './dialogs';
import type { CodebookDoors } from './doors';
import { HelpDialog } from './HelpDialog';
import { ImportCodebook } from './ImportCodebook';
import type { Acts } from './use-acts';
import type { Asking, Surgery } from './use-surgery';
import type { Tree } from './use-tree';

export function CodebookDialogs(props: {
  asking: Asking | null;
  codes: readonly CodebookCode[];
  code: CodebookCode | null;
  tree: Tree;
  doors: CodebookDoors;
  acts: Acts;
  surgery: Surgery;
  onClose: () => void;
}) {
  const { asking, codes, code, tree, doors, acts, surgery, onClose } = props;
  const { t, number } = useWords();
  if (!asking) return null;
  const shared = { codes, chosen: tree.chosen(), reason: acts.reason, onClose };
  if (asking === 'help') return <HelpDialog onClose={onClose} />;
  if (asking === 'import')
    return (
      <ImportCodebook
        readFile={doors.readFile}
        importEntries={(entries, take) =>
          acts.act('journalCodebookImported', doors.importEntries(entries, take))
        }
        onDone={(made, changed) => {
          onClose();
          acts.tellUndoable(t('codebookImported', number(made), number(changed)));
        }}
        onClose={onClose}
      />
    );
  if (asking === 'merge')
    return (
      <MergeDialog
        {...shared}
        onMerge={async (codeIds, intoId) => {
          const answer = await acts.act('journalCodesMerged', doors.merge(codeIds, intoId));
          if (answer.ok) tree.go(intoId);
          return answer;
        }}
      />
    );
  if (asking === 'move')
    return <MoveDialog {...shared} onMove={(codeIds, parentId) => surgery.move(codeIds, parentId, null)} />;
  if (asking === 'remove')
    return (
      <RemoveDialog
        {...shared}
        onRemove={(codeIds, children) => acts.act('journalCodeRemoved', doors.remove(codeIds, children))}
      />
    );
  if (!code) return null;
  return (
    <SplitDialog
      code={code}
      count={asking.split.length}
      reason={acts.reason}
      onSplit={async (name) => {
        const answer = await acts.act('journalCodeSplit', doors.split(code.id, asking.split, name));
        if (answer.ok) tree.go(answer.value.codeId);
        return answer;
      }}
      onClose={onClose}
    />
  );
}
