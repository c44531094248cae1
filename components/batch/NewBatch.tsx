/** The form of a new list: where its addresses come from, what is put on all articles, and the one question of the browser. */
import { useMemo, useState } from 'preact/hooks';
import { TagInput, type KnownTag, type TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import { judgeAddresses, originsOf } from '@/utils/article/address-list';
import type { BatchSource } from '@/utils/db/records';
import type { MessageKey } from '@/utils/locale/translate';
import type { BatchDoors } from './doors';
import { NOTHING, type Given } from './given';
import { ListSource } from './ListSource';
import { SectionSource, TabsSource } from './ChoiceSources';

const SOURCES: { source: BatchSource; label: MessageKey }[] = [
  { source: 'list', label: 'batchSourceList' },
  { source: 'tabs', label: 'batchSourceTabs' },
  { source: 'section', label: 'batchSourceSection' },
];
const HOSTS_SHOWN = 4;

export function NewBatch(props: {
  codes: KnownTag[];
  collections: KnownTag[];
  doors: BatchDoors;
  onStarted: (batchId: string) => void;
  onClose: (() => void) | null;
}) {
  const { codes, collections, doors, onStarted, onClose } = props;
  const { t, number, failure } = useWords();
  const [source, setSource] = useState<BatchSource>(doors.links ? 'section' : 'list');
  const [given, setGiven] = useState<Given>(NOTHING);
  const [name, setName] = useState('');
  const [tags, setTags] = useState<TagValue[]>([]);
  const [chosen, setChosen] = useState<TagValue[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const judged = useMemo(() => judgeAddresses(given.addresses), [given]);
  const hosts = useMemo(() => [...new Set(judged.fit.map(({ host }) => host))], [judged]);
  const count = judged.fit.length;

  async function start(allowing: Promise<boolean>): Promise<void> {
    if (!(await allowing)) return setProblem(t('batchRefused'));
    const ids: string[] = [];
    for (const collection of chosen) {
      const made = collection.id
        ? { ok: true as const, value: { collectionId: collection.id } }
        : await doors.createCollection(collection.name);
      if (!made.ok) return setProblem(failure(made.error.code));
      ids.push(made.value.collectionId);
    }
    const answer = await doors.create({
      source,
      name: name.trim() || given.name,
      addresses: given.addresses,
      tags: tags.map((tag) => tag.name),
      collections: ids,
    });
    if (answer.ok) onStarted(answer.value.batchId);
    else setProblem(failure(answer.error.code));
  }

  function submit(event: Event) {
    event.preventDefault();
    if (isBusy || count === 0) return;
    setProblem('');
    setBusy(true);
    // The browser's question comes straight from the click: Firefox refuses it after any wait.
    start(doors.allowOrigins(originsOf(hosts)))
      .catch(() => setProblem(failure('unexpected')))
      .finally(() => setBusy(false));
  }

  return (
    <form class="batch-form" aria-label={t('batchNew')} onSubmit={submit}>
      <fieldset class="batch-sources">
        <legend class="visually-hidden">{t('batchSource')}</legend>
        {SOURCES.map((one) => (
          <label key={one.source}>
            <input
              type="radio"
              name="source"
              checked={source === one.source}
              onChange={() => {
                setSource(one.source);
                setGiven(NOTHING);
                setProblem('');
              }}
            />
            <span>{t(one.label)}</span>
          </label>
        ))}
        {onClose && (
          <button type="button" class="icon-button" aria-label={t('libraryClose')} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        )}
      </fieldset>
      {source === 'list' && <ListSource judged={judged} onGiven={setGiven} />}
      {source === 'tabs' && <TabsSource doors={doors} onGiven={setGiven} />}
      {source === 'section' && <SectionSource links={doors.links} onGiven={setGiven} />}
      <fieldset class="batch-wishes">
        <legend>{t('batchForAll')}</legend>
        <TagInput
          label={t('popupTags')}
          value={tags}
          known={codes}
          placeholder={t('popupTagsPlaceholder')}
          onAdd={(tag) => setTags([...tags, tag])}
          onRemove={(gone) => setTags(tags.filter((tag) => tag.name !== gone.name))}
        />
        <TagInput
          label={t('popupCollections')}
          value={chosen}
          known={collections}
          placeholder={t('popupCollectionsPlaceholder')}
          onAdd={(collection) => setChosen([...chosen, collection])}
          onRemove={(gone) => setChosen(chosen.filter((one) => one.name !== gone.name))}
        />
        <div class="field">
          <label for="batch-name">{t('batchName')}</label>
          <input
            id="batch-name"
            class="input"
            type="text"
            value={name}
            maxLength={200}
            placeholder={given.name}
            aria-describedby="batch-name-hint"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p id="batch-name-hint" class="soft">
            {t('batchNameHint')}
          </p>
        </div>
      </fieldset>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <div class="batch-start">
        <button type="submit" class="button primary" aria-disabled={isBusy || count === 0}>
          {isBusy ? t('batchStarting') : startText()}
        </button>
        {count > 0 && <p class="soft">{t('batchAsks', hostsText(hosts))}</p>}
      </div>
    </form>
  );

  function startText(): string {
    if (count === 0) return t('batchStartNone');
    return count === 1 ? t('batchStartOne') : t('batchStart', number(count));
  }

  function hostsText(all: string[]): string {
    const shown = all.slice(0, HOSTS_SHOWN).join(', ');
    return all.length > HOSTS_SHOWN ? t('batchAsksMore', shown, number(all.length - HOSTS_SHOWN)) : shown;
  }
}
