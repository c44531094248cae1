/** Collections, one inside another: pick, make, rename, remove. */
import { useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { LibraryCollection } from '@/utils/db/articles';
import { branchOf } from '@/utils/search/filter-docs';
import { Entry, Section } from './SidebarSection';

export interface CollectionTreeProps {
  collections: LibraryCollection[];
  counts: Map<string, number>;
  isOn: (collectionId: string) => boolean;
  onPick: (collectionId: string) => void;
  onCreate: (name: string, parentId: string | null) => Promise<Answer<unknown>>;
  onRename: (collectionId: string, name: string) => Promise<Answer<unknown>>;
  /** Under another one (never one below it), or to the top. */
  onMove: (collectionId: string, parentId: string | null) => Promise<Answer<unknown>>;
  onRemove: (collectionId: string) => void;
}

/** Depth first, children under their parent. One whose parent is gone stands at the top. */
export function inTreeOrder(
  collections: LibraryCollection[],
): { collection: LibraryCollection; depth: number }[] {
  const ids = new Set(collections.map(({ id }) => id));
  const ordered: { collection: LibraryCollection; depth: number }[] = [];
  const placed = new Set<string>();
  const visit = (parentId: string | null, depth: number) => {
    for (const collection of collections) {
      const parent = collection.parentId && ids.has(collection.parentId) ? collection.parentId : null;
      if (parent !== parentId || placed.has(collection.id)) continue;
      placed.add(collection.id);
      ordered.push({ collection, depth });
      visit(collection.id, depth + 1);
    }
  };
  visit(null, 0);
  // Two machines may have made a circle: nothing is hidden because of it.
  for (const collection of collections)
    if (!placed.has(collection.id)) ordered.push({ collection, depth: 0 });
  return ordered;
}

const YES: Answer<null> = { ok: true, value: null };
/** Where a collection is dropped to stand under none. */
const TOP = '';

/** Dragging a collection onto another one puts it there; not onto itself or one below it. */
function useDragging(
  collections: LibraryCollection[],
  onDrop: (collectionId: string, parentId: string | null) => void,
) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const takes = (target: string) =>
    dragged !== null && (target === TOP || !branchOf(collections, dragged).includes(target));
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    isOn: dragged !== null,
    over,
    handlersOf: (id: string) => ({
      draggable: id !== TOP,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer?.setData('text/plain', id);
        setDragged(id);
      },
      onDragOver: (event: DragEvent) => {
        if (!takes(id)) return;
        event.preventDefault();
        setOver(id);
      },
      onDragLeave: () => setOver((now) => (now === id ? null : now)),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged !== null && takes(id)) onDrop(dragged, id === TOP ? null : id);
        end();
      },
      onDragEnd: end,
    }),
  };
}

export function CollectionTree(props: CollectionTreeProps) {
  const { collections, counts, isOn, onPick, onCreate, onRename, onMove, onRemove } = props;
  const { t } = useWords();
  const [asking, setAsking] = useState<'new' | LibraryCollection | null>(null);
  const tree = inTreeOrder(collections);
  const drag = useDragging(collections, (id, parentId) => void onMove(id, parentId));
  return (
    <Section
      title={t('libraryCollections')}
      action={
        <button
          type="button"
          class="icon-button"
          aria-label={t('libraryCollectionNew')}
          title={t('libraryCollectionNew')}
          onClick={() => setAsking('new')}
        >
          <span aria-hidden="true">+</span>
        </button>
      }
    >
      {tree.length === 0 ? (
        <p class="sidebar-none">{t('libraryNoCollections')}</p>
      ) : (
        <ul>
          {tree.map(({ collection, depth }) => (
            <li
              key={collection.id}
              class={`collection${drag.over === collection.id ? ' drop' : ''}`}
              {...drag.handlersOf(collection.id)}
            >
              <Entry
                name={collection.name}
                count={counts.get(collection.id) ?? 0}
                isOn={isOn(collection.id)}
                depth={depth}
                onClick={() => onPick(collection.id)}
              />
              <span class="collection-acts">
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t('libraryCollectionRename', collection.name)}
                  title={t('libraryCollectionRename', collection.name)}
                  onClick={() => setAsking(collection)}
                >
                  <span aria-hidden="true">✎</span>
                </button>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t('libraryCollectionRemove', collection.name)}
                  title={t('libraryCollectionRemove', collection.name)}
                  onClick={() => onRemove(collection.id)}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {drag.isOn && (
        <p class={`collection-top${drag.over === TOP ? ' drop' : ''}`} {...drag.handlersOf(TOP)}>
          {t('libraryCollectionToTop')}
        </p>
      )}
      {asking && (
        <NameDialog
          collection={asking === 'new' ? null : asking}
          tree={tree}
          current={collections.find(({ id }) => isOn(id))?.id ?? null}
          onClose={() => setAsking(null)}
          onName={async (name, parentId) => {
            if (asking === 'new') return onCreate(name, parentId);
            const renamed = name === asking.name ? YES : await onRename(asking.id, name);
            return renamed.ok && parentId !== asking.parentId ? onMove(asking.id, parentId) : renamed;
          }}
        />
      )}
    </Section>
  );
}

function NameDialog(props: {
  collection: LibraryCollection | null;
  tree: { collection: LibraryCollection; depth: number }[];
  current: string | null;
  onClose: () => void;
  onName: (name: string, parentId: string | null) => Promise<Answer<unknown>>;
}) {
  const { collection, tree, onClose, onName } = props;
  const { t, failure } = useWords();
  const [name, setName] = useState(collection?.name ?? '');
  const [parentId, setParentId] = useState((collection ? collection.parentId : props.current) ?? '');
  const own = collection
    ? branchOf(
        tree.map((one) => one.collection),
        collection.id,
      )
    : [];
  const parents = tree.filter((one) => !own.includes(one.collection.id));
  const [problem, setProblem] = useState<string | null>(null);
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const answer = await onName(name, parentId || null);
    if (answer.ok) onClose();
    else setProblem(failure(answer.error.code));
  }
  return (
    <Dialog
      title={collection ? t('libraryCollectionRename', collection.name) : t('libraryCollectionNew')}
      onClose={onClose}
    >
      <form class="dialog-form" onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span class="label">{t('libraryCollectionName')}</span>
          <input
            class="input"
            value={name}
            required
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog just asked for
            autofocus
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {parents.length > 0 && (
          <label class="field">
            <span class="label">{t('libraryCollectionInside')}</span>
            <select
              class="input"
              value={parentId}
              onChange={(event) => setParentId(event.currentTarget.value)}
            >
              <option value="">{t('libraryCollectionTop')}</option>
              {parents.map((one) => (
                <option key={one.collection.id} value={one.collection.id}>
                  {'\u2003'.repeat(one.depth) + one.collection.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {problem && (
          <p class="notice bad" role="alert">
            {problem}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t('libraryCancel')}
          </button>
          <button type="submit" class="button primary" disabled={!name.trim()}>
            {t(collection ? 'libraryCollectionSaveName' : 'libraryCollectionCreate')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
