/** What can be done with the selected articles. It stands in the place of the list's head, so that nothing moves. */
import { useMemo, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { TagInput } from '@/components/ui/TagInput';
import { knownNames } from '@/components/ui/known-names';
import { useWords } from '@/components/words';
import type { ArticleState } from '@/utils/db/records';
import type { Catalogue } from '@/utils/search/catalogue';
import { countNames } from '@/utils/search/count-docs';
import type { DocSet } from '@/utils/search/doc-set';
import type { LibraryContents } from './doors';
import { PART } from './use-acts';

const NONE: ReadonlySet<string> = new Set();

export interface SelectionBarProps {
  chosen: DocSet;
  catalogue: Catalogue;
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
  const { chosen, catalogue, contents, onState, onTag, onUntag, onCollect, onExport, onSelectAll, onClear } =
    props;
  const { t, number } = useWords();
  const [asking, setAsking] = useState<'tags' | 'collections' | null>(null);
  const count = chosen.count;
  /** An act on thousands tells how far it is, and can be stopped, beside the list: nothing may stand before that. */
  const closeIfLong = () => {
    if (count > PART) setAsking(null);
  };
  const areBinned = chosen.without(catalogue.inState('bin')).isEmpty;
  const areKept = chosen.without(catalogue.inState('kept')).isEmpty;
  /** Of names, those that every chosen article has. */
  const shared = (kind: 'tag' | 'collection') =>
    new Set(
      countNames(catalogue, kind, chosen)
        .filter((one) => one.count === count)
        .map(({ name }) => name),
    );
  const [sharedTags, sharedCollections] = useMemo(
    () => [asking === 'tags' ? shared('tag') : NONE, asking === 'collections' ? shared('collection') : NONE],
    // The catalogue changes in place: its revision says when.
    // oxlint-disable-next-line react/exhaustive-deps
    [asking, chosen, catalogue, contents.revision],
  );
  return (
    <div class="selection" role="toolbar" aria-label={t('librarySelected', number(count))}>
      <strong aria-live="polite">{t('librarySelected', number(count))}</strong>
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
            value={contents.tags.filter(({ id }) => sharedTags.has(id))}
            known={contents.tags}
            onAdd={(tag) => {
              onTag(tag.name);
              closeIfLong();
            }}
            onRemove={(tag) => {
              if (tag.id) onUntag(tag.id);
              closeIfLong();
            }}
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
            value={contents.collections.filter(({ id }) => sharedCollections.has(id))}
            known={knownNames(contents.collections)}
            onAdd={(one) => {
              onCollect(one.id ?? null, one.name, true);
              closeIfLong();
            }}
            onRemove={(one) => {
              if (one.id) onCollect(one.id, one.name, false);
              closeIfLong();
            }}
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
