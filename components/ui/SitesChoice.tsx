/** Which sites are watched: three choices, each one click and the browser's own prompt. */
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { MessageKey } from '@/utils/locale/translate';
import './sites-choice.css';

export type SitesMode = 'click' | 'press' | 'all' | 'custom';

export interface Paper {
  name: string;
  /** Where it is read. */
  host: string;
}

export interface SitesChoiceProps {
  /** What the permissions say now. */
  mode: SitesMode;
  papers: Paper[];
  /** Straight from the click; resolves to false when the user refused in the browser's prompt. */
  onChoose: (mode: Exclude<SitesMode, 'custom'>) => Promise<boolean>;
  headingLevel?: 2 | 3;
}

const CHOICES: { mode: Exclude<SitesMode, 'custom'>; title: MessageKey; says: MessageKey }[] = [
  { mode: 'press', title: 'sitesPress', says: 'sitesPressSays' },
  { mode: 'all', title: 'sitesAll', says: 'sitesAllSays' },
  { mode: 'click', title: 'sitesClick', says: 'sitesClickSays' },
];

export function SitesChoice({ mode, papers, onChoose }: SitesChoiceProps) {
  const { t, number } = useWords();
  const [refused, setRefused] = useState(false);

  function choose(wanted: Exclude<SitesMode, 'custom'>) {
    setRefused(false);
    onChoose(wanted).then(
      (isGranted) => setRefused(!isGranted),
      () => setRefused(true),
    );
  }

  return (
    <div class="sites-choice">
      <ul class="sites-cards">
        {CHOICES.map((choice) => (
          <li key={choice.mode}>
            <button
              type="button"
              class="sites-card"
              aria-pressed={mode === choice.mode}
              onClick={() => choose(choice.mode)}
            >
              <span class="sites-title">
                <span class="sites-dot" aria-hidden="true" />
                {t(choice.title)}
              </span>
              <span class="sites-says">{t(choice.says, number(papers.length))}</span>
            </button>
          </li>
        ))}
      </ul>
      {refused && (
        <p class="notice warn" role="alert">
          {t('sitesRefused')}
        </p>
      )}
      <details class="sites-papers">
        <summary>{t('sitesPapers', number(papers.length))}</summary>
        <ul>
          {papers.map((paper) => (
            <li key={paper.host}>
              <span>{paper.name}</span> <span class="sites-host">{paper.host}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
