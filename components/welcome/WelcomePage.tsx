/** The first page: pin the button, choose the sites, know where everything is kept. */
import type { ComponentChildren } from 'preact';
import { SitesChoice, type Paper, type SitesMode } from '@/components/ui/SitesChoice';
import { useWords } from '@/components/words';
import { Toolbar } from './Toolbar';
import './welcome.css';

export interface WelcomePageProps {
  mode: SitesMode;
  papers: Paper[];
  onChooseSites: (mode: Exclude<SitesMode, 'custom'>) => Promise<boolean>;
  /** null until the browser has answered. */
  isPersisted: boolean | null;
  onPersist: () => void;
  /** Shortcut as the browser has it, empty when none is set. */
  shortcut: string;
  onOpenLibrary: () => void;
}

export function WelcomePage(props: WelcomePageProps) {
  const { mode, papers, onChooseSites, isPersisted, onPersist, shortcut, onOpenLibrary } = props;
  const { t } = useWords();
  return (
    <main class="welcome">
      <header>
        <p class="welcome-name">{t('extensionName')}</p>
        <h1>{t('welcomeHeading')}</h1>
        <p class="welcome-intro">{t('welcomeIntro')}</p>
      </header>
      <Step number={1} title={t('welcomePin')}>
        <div class="welcome-pin">
          <p>{t('welcomePinSays')}</p>
          <Toolbar />
        </div>
      </Step>
      <Step number={2} title={t('welcomeSites')}>
        <p>{t('welcomeSitesSays')}</p>
        <SitesChoice mode={mode} papers={papers} onChoose={onChooseSites} />
      </Step>
      <Step number={3} title={t('welcomeKept')}>
        <p>{t('welcomeKeptSays')}</p>
        <p>{t('welcomeExport')}</p>
        {isPersisted !== null && (
          <div class={`notice ${isPersisted ? 'good' : 'warn'}`}>
            <p>{t(isPersisted ? 'storagePersisted' : 'storageNotPersisted')}</p>
            {!isPersisted && (
              <button type="button" class="button" onClick={onPersist}>
                {t('storagePersist')}
              </button>
            )}
          </div>
        )}
      </Step>
      <Step number={4} title={t('welcomeSave')}>
        <p>{shortcut ? t('welcomeSaveSays', shortcut) : t('welcomeSaveNoShortcut')}</p>
        <p>
          <button type="button" class="button primary" onClick={onOpenLibrary}>
            {t('commandOpenLibrary')}
          </button>
        </p>
      </Step>
    </main>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ComponentChildren }) {
  return (
    <section class="welcome-step" aria-labelledby={`step-${number}`}>
      <span class="welcome-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <h2 id={`step-${number}`}>{title}</h2>
        {children}
      </div>
    </section>
  );
}
