/** Searches kept under a name: pick, keep what is searched for now, rename, change, put in another order, remove. */
import { useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { SavedSearch } from '@/utils/db/records';
import { Section } from './SidebarSection';
import './saved-searches.css';

/** What a person sees of one. */
export type KeptSearch = Pick<SavedSearch, 'id' | 'name' | 'query' | 'sort'>;

export interface SavedSearchesProps {
  searches: readonly KeptSearch[];
  /** Articles that answer each; one that is not there is still being counted. */
  counts: ReadonlyMap<string, number>;
  /** What is searched for now; '' = nothing. */
  query: string;
  onPick: (search: KeptSearch) => void;
  onKeep: (name: string) => Promise<Answer<unknown>>;
  onEdit: (searchId: string, patch: { name?: string; query?: string }) => Promise<Answer<unknown>>;
  /** Before another one; null = to the end. */
  onMove: (searchId: string, beforeId: string | null) => void;
  onRemove: (searchId: string) => void;
}

export function SavedSearches(props: SavedSearchesProps) {
  const { searches, counts, query, onPick, onKeep, onEdit, onMove, onRemove } = props;
  const { t, number } = useWords();
  const [asking, setAsking] = useState<'new' | KeptSearch | null>(null);
  const now = query.trim();

  function move(at: number, by: -1 | 1) {
    const before = by < 0 ? searches[at - 1] : (searches[at + 2] ?? null);
    if (before === undefined || (by > 0 && at === searches.length - 1)) return;
    onMove(searches[at]!.id, before?.id ?? null);
  }

  return (
    <Section
      title={t('savedSearches')}
      action={
        <button
          type="button"
          class="icon-button"
          aria-label={t('savedSearchKeep')}
          title={t(now ? 'savedSearchKeep' : 'savedSearchNothing')}
          disabled={!now}
          onClick={() => setAsking('new')}
        >
          <span aria-hidden="true">+</span>
        </button>
      }
    >
      {searches.length === 0 ? (
        <p class="sidebar-none">{t(now ? 'savedSearchesNoneYet' : 'savedSearchesNone')}</p>
      ) : (
        <ul>
          {searches.map((search, at) => (
            <li key={search.id} class="collection">
              <button
                type="button"
                class="entry"
                aria-pressed={search.query === now}
                title={search.query}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onClick={() => onPick(search)}
                onKeyDown={(event) => {
                  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                  event.preventDefault();
                  event.stopPropagation();
                  move(at, event.key === 'ArrowUp' ? -1 : 1);
                }}
              >
                <span class="entry-name">{search.name}</span>
                <span class="entry-count">
                  {counts.has(search.id) ? number(counts.get(search.id)!) : '…'}
                </span>
              </button>
              <span class="collection-acts">
                {at > 0 && (
                  <Act sign="↑" name={t('savedSearchUp', search.name)} onClick={() => move(at, -1)} />
                )}
                <Act sign="✎" name={t('savedSearchEdit', search.name)} onClick={() => setAsking(search)} />
                <Act
                  sign="×"
                  name={t('savedSearchRemove', search.name)}
                  onClick={() => onRemove(search.id)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {asking && (
        <SearchDialog
          search={asking === 'new' ? null : asking}
          now={now}
          onClose={() => setAsking(null)}
          onDone={(name, asked) =>
            asking === 'new'
              ? onKeep(name)
              : onEdit(asking.id, {
                  ...(name.trim() !== asking.name && { name }),
                  ...(asked.trim() !== asking.query && { query: asked }),
                })
          }
        />
      )}
    </Section>
  );
}

function Act({ sign, name, onClick }: { sign: string; name: string; onClick: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

function SearchDialog(props: {
  /** null: a new one. */
  search: KeptSearch | null;
  now: string;
  onClose: () => void;
  onDone: (name: string, query: string) => Promise<Answer<unknown>>;
}) {
  const { search, now, onClose, onDone } = props;
  const { t, failure } = useWords();
  const [name, setName] = useState(search?.name ?? '');
  const [query, setQuery] = useState(search?.query ?? now);
  const [problem, setProblem] = useState<string | null>(null);
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const answer = await onDone(name, query);
    if (answer.ok) onClose();
    else setProblem(failure(answer.error.code));
  }
  return (
    <Dialog title={t(search ? 'savedSearchChange' : 'savedSearchKeep')} onClose={onClose}>
      <form class="dialog-form" onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span class="label">{t('savedSearchName')}</span>
          <input
            class="input"
            value={name}
            required
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog just asked for
            autofocus
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {search ? (
          <>
            <label class="field">
              <span class="label">{t('savedSearchQuery')}</span>
              <input
                class="input"
                value={query}
                required
                maxLength={10_000}
                spellcheck={false}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            </label>
            {now && now !== query.trim() && (
              <button type="button" class="button saved-search-now" onClick={() => setQuery(now)}>
                <span>{t('savedSearchUseNow')}</span> <code>{now}</code>
              </button>
            )}
          </>
        ) : (
          <p class="saved-search-asked">
            <code>{now}</code>
          </p>
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
          <button type="submit" class="button primary" disabled={!name.trim() || !query.trim()}>
            {t('savedSearchSave')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
