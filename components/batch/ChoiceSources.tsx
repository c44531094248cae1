/** Lists that are chosen from: the open tabs, and the links of a section page. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { ChoiceList } from './ChoiceList';
import type { BatchDoors, Choice } from './doors';
import { likely, NOTHING, type Given } from './given';

interface Choosing {
  choices: Choice[];
  name: string;
}

/** The choices, and of them the chosen ones; the form hears of every change. */
function useChoosing(onGiven: (given: Given) => void) {
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (next: ReadonlySet<string>, of: Choosing) => {
    setChosen(next);
    const addresses = of.choices
      .filter(({ url }) => next.has(url))
      .map(({ url, title }) => ({ text: url, title, line: 0 }));
    onGiven({ addresses, name: of.name });
  };
  return {
    choosing,
    chosen,
    choose: (next: ReadonlySet<string>) => choosing && choose(next, choosing),
    begin: (next: Choosing | null) => {
      setChoosing(next);
      if (next) choose(likely(next.choices), next);
      else onGiven(NOTHING);
    },
  };
}

interface SourceProps {
  onGiven: (given: Given) => void;
}

export function TabsSource({ doors, onGiven }: SourceProps & { doors: BatchDoors }) {
  const { t } = useWords();
  const { choosing, chosen, choose, begin } = useChoosing(onGiven);
  const [isRefused, setRefused] = useState(false);

  async function look(allowing: Promise<boolean>): Promise<void> {
    const isAllowed = await allowing;
    setRefused(!isAllowed);
    if (isAllowed) begin({ choices: await doors.openTabs(), name: t('batchSourceTabs') });
  }

  return (
    <div class="batch-source">
      {!choosing && <p class="soft">{t('batchTabsSays')}</p>}
      <button
        type="button"
        class="button batch-look"
        onClick={() => void look(doors.allowTabs()).catch(() => setRefused(true))}
      >
        {t('batchTabsAsk')}
      </button>
      {isRefused && (
        <p class="notice warn" role="alert">
          {t('batchTabsRefused')}
        </p>
      )}
      {choosing && choosing.choices.length === 0 && <p class="soft">{t('batchTabsNone')}</p>}
      {choosing && choosing.choices.length > 0 && (
        <ChoiceList choices={choosing.choices} chosen={chosen} onChoose={choose} />
      )}
    </div>
  );
}

export function SectionSource({ links, onGiven }: SourceProps & { links: BatchDoors['links'] }) {
  const { t, failure } = useWords();
  const { choosing, chosen, choose, begin } = useChoosing(onGiven);
  const [problem, setProblem] = useState('');

  const read = useCallback(async () => {
    if (!links) return;
    const answer = await links();
    setProblem(answer.ok ? '' : answer.error.code);
    begin(answer.ok ? { choices: answer.value.links, name: answer.value.title } : null);
    // `begin` is another one at each drawing and does the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [links]);
  useEffect(() => void read(), [read]);

  if (!links) return <p class="soft batch-source">{t('batchSectionSays')}</p>;
  return (
    <div class="batch-source">
      {problem && (
        <p class="notice bad" role="alert">
          {failure(problem)}
        </p>
      )}
      {problem && (
        <button type="button" class="button batch-look" onClick={() => void read()}>
          {t('batchSectionAgain')}
        </button>
      )}
      {choosing && choosing.choices.length === 0 && <p class="soft">{t('batchSectionNone')}</p>}
      {choosing && choosing.choices.length > 0 && (
        <>
          <h2 class="batch-page-title">{choosing.name}</h2>
          <ChoiceList choices={choosing.choices} chosen={chosen} onChoose={choose} />
        </>
      )}
    </div>
  );
}
