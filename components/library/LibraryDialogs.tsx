/** Dialogs of the library, one at a time. */
import { useMemo } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { LibraryContents, LibraryDoors } from './doors';
import { DrawSample } from './DrawSample';
import { EmptyBinDialog } from './EmptyBinDialog';
import { ExportDialog } from './ExportDialog';
import { HelpDialog } from './HelpDialog';
import { ImportDialog } from './ImportDialog';
import type { Narrowing } from './narrowing';

export type Asking =
  | { name: 'export' | 'emptyBin'; ids: string[] }
  | { name: 'import' }
  | { name: 'help' }
  | { name: 'draw' };

export function LibraryDialogs(props: {
  asking: Asking | null;
  doors: LibraryDoors;
  contents: LibraryContents;
  narrowing: Narrowing;
  /** Ids of the articles that the list shows. */
  shownIds: () => string[];
  tell: (text: string) => void;
  onClose: () => void;
}) {
  const { asking, doors, contents, narrowing, shownIds, tell, onClose } = props;
  const { t, number } = useWords();
  // As the list was when the dialog was opened.
  // oxlint-disable-next-line react/exhaustive-deps
  const drawnFrom = useMemo(() => (asking?.name === 'draw' ? shownIds() : []), [asking]);
  switch (asking?.name) {
    case undefined:
      return null;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'export':
      return (
        <ExportDialog
          selection={asking.ids}
          exportArchive={doors.exportArchive}
          unfinishedBlindWork={doors.unfinishedBlindWork}
          onClose={onClose}
        />
      );
    case 'draw':
      return (
        <DrawSample
          articleIds={drawnFrom}
          narrowing={narrowing}
          contents={contents}
          doors={doors}
          onDrawn={() => {
            onClose();
            doors.open('samples');
          }}
          onClose={onClose}
        />
      );
    case 'import':
      return <ImportDialog planImport={doors.planImport} applyImport={doors.applyImport} onClose={onClose} />;
    case 'emptyBin':
      return (
        <EmptyBinDialog
          articleIds={asking.ids}
          binContents={doors.binContents}
          emptyBin={doors.emptyBin}
          onClose={onClose}
          onEmptied={(removed) => {
            onClose();
            tell(t('libraryBinEmptied', number(removed)));
          }}
        />
      );
  }
}
