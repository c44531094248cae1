/** What can be done with the selected articles. It stands in the place of the list's head, so that nothing moves. */
import { useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { TagInput } from '@/components/ui/TagInput';
import { knownNames } from '@/components/ui/known-names';
import { useWords } from '@/components/words';
import type { LibraryRow } from '@/utils/db/articles';
import type { ArticleState } from '@/utils/db/records';
import type { LibraryContents } from './doors';

export interface SelectionBarProps {
  chosen: LibraryRow[];
  contents: LibraryContents;
  onState: (state: ArticleState) => void;
  onTag: (name: string) => void;
  onUntag: (codeId: string) => void;
  onCollect: (collectionId: string | null, name: string, isIn: boolean) => void;
  onExport: () => void;
  onSelectAll: () => void;
  onClear: () => void;
}

export function SelectionBar(props: SelectionBarProps) {
  const { chosen, contents, onState, onTag, onUntag, onCollect, onExport, onSelectAll, onClear } = props;
  const { t, number } = useWords();
  const [asking, setAsking] = useState<'tags' | 'collections' | null>(null);
  const areBinned = chosen.every((row) => row.state === 'bin');
  const areKept = chosen.every((row) => row.state === 'kept');
  return (
    <div class="selection" role="toolbar" aria-label={t('librarySelected', number(chosen.length))}>
      <strong aria-live="polite">{t('librarySelected', number(chosen.length))}</strong>
      {areBinned ? (
        <button type="button" class="button" onClick={() => onState('inbox')}>
          {t('libraryRestore')}
        </button>
      ) : (
        <>
          <button type="button" class="button" onClick={() => onState(areKept ? 'inbox' : 'kept')}>
            {t(areKept ? 'libraryToInbox' : 'libraryKeep')}
          </button>
          <button type="button" class="button" onClick={() => setAsking('tags')}>
            {t('libraryTagThem')}
          </button>
          <button type="button" class="button" onClick={() => setAsking('collections')}>
            {t('libraryCollect')}
          </button>
          <button type="button" class="button" onClick={onExport}>
            {t('libraryExportSelection')}
          </button>
          <button type="button" class="button danger" onClick={() => onState('bin')}>
            {t('libraryBin')}
          </button>
        </>
      )}
      <span class="selection-rest">
        <button type="button" class="button quiet" onClick={onSelectAll}>
          {t('librarySelectAll')}
        </button>
        <button type="button" class="button quiet" onClick={onClear}>
          {t('librarySelectNone')}
        </button>
      </span>
      {asking === 'tags' && (
        <Dialog title={t('libraryTagOn')} onClose={() => setAsking(null)}>
          <TagInput
            label={t('libraryTagThem')}
            value={sharedTags(chosen, contents)}
            known={contents.tags.tags}
            onAdd={(tag) => onTag(tag.name)}
            onRemove={(tag) => tag.id && onUntag(tag.id)}
            placeholder={t('libraryTagPlaceholder')}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog just asked for
            autoFocus
          />
          <CloseButton onClose={() => setAsking(null)} />
        </Dialog>
      )}
      {asking === 'collections' && (
        <Dialog title={t('libraryCollect')} onClose={() => setAsking(null)}>
          <TagInput
            label={t('libraryCollectionName')}
            value={contents.collections.filter((one) =>
              chosen.every((row) => row.collections.includes(one.id)),
            )}
            known={knownNames(contents.collections)}
            onAdd={(one) => onCollect(one.id ?? null, one.name, true)}
            onRemove={(one) => one.id && onCollect(one.id, one.name, false)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog just asked for
            autoFocus
          />
          <CloseButton onClose={() => setAsking(null)} />
        </Dialog>
      )}
    </div>
  );
}

function CloseButton({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <div class="dialog-buttons">
      <button type="button" class="button primary" onClick={onClose}>
        {t('libraryClose')}
      </button>
    </div>
  );
}

/** Tags that every chosen article has itself (not only on a passage). */
function sharedTags(chosen: LibraryRow[], contents: LibraryContents) {
  return contents.tags.tags.filter((tag) =>
    chosen.every((row) => contents.tags.ownOfArticle.get(row.id)?.includes(tag.id)),
  );
}
