/** Settings: every choice applies at once; there is no Save. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { CodersPanel, type CoderDoors } from '@/components/coders/CodersPanel';
import { SitesChoice, type Paper, type SitesMode } from '@/components/ui/SitesChoice';
import { useWords } from '@/components/words';
import type { CodersNow } from '@/utils/db/samples';
import type { MessageKey } from '@/utils/locale/translate';
import { KeysPanel } from './KeysPanel';
import { SitesList } from './SitesList';
import { SurveyDialog, type SurveyDoors } from './SurveyDialog';
import { StoragePanel, type StorageDoors, type StorageNow } from './StoragePanel';
import './settings.css';

/** The settings this page shows; the same names as in the store of settings. */
export interface ShownSettings {
  locale: 'auto' | 'en' | 'vi';
  theme: 'auto' | 'light' | 'dark';
  readerSize: number;
  readerMeasure: number;
  readerFace: 'serif' | 'sans';
  pictureMegabytes: number;
  picturesPerArticle: number;
  selectionBar: boolean;
  saveVersions: boolean;
  singleKeys: boolean;
  keys: Record<string, string[]>;
}

export interface SettingsPageProps {
  settings: ShownSettings;
  coders: CodersNow;
  coderDoors: CoderDoors;
  onChange: (patch: Partial<ShownSettings>) => void;
  sites: { mode: SitesMode; allowed: string[] };
  papers: Paper[];
  onChooseSites: (mode: Exclude<SitesMode, 'custom'>) => Promise<boolean>;
  onRemoveSite: (origin: string) => void;
  storage: StorageNow | null;
  storageDoors: StorageDoors;
  survey: SurveyDoors;
  /** Command → keys; null until known. */
  shortcuts: Record<string, string>;
  onOpenShortcuts: () => void;
  version: string;
}

const COMMANDS: [string, MessageKey][] = [
  ['save-page', 'commandSavePage'],
  ['open-library', 'commandOpenLibrary'],
];

export function SettingsPage(props: SettingsPageProps) {
  const { settings, onChange, sites, papers, storage, shortcuts, version } = props;
  const { t, number, bytes } = useWords();
  const [isSurveying, setSurveying] = useState(false);
  return (
    <main class="settings">
      <h1>{t('popupSettings')}</h1>
      <Group title={t('settingsAppearance')}>
        <Choice
          label={t('settingsLanguage')}
          value={settings.locale}
          options={[
            ['auto', t('settingsAsBrowser')],
            ['vi', 'Tiếng Việt'],
            ['en', 'English'],
          ]}
          onChange={(locale) => onChange({ locale })}
        />
        <Choice
          label={t('settingsTheme')}
          value={settings.theme}
          options={[
            ['auto', t('settingsAsSystem')],
            ['light', t('settingsLight')],
            ['dark', t('settingsDark')],
          ]}
          onChange={(theme) => onChange({ theme })}
        />
      </Group>
      <Group title={t('settingsCoder')} says={t('settingsCoderSays')}>
        <CodersPanel now={props.coders} doors={props.coderDoors} />
      </Group>
      <Group title={t('settingsReader')}>
        <Choice
          label={t('settingsFace')}
          value={settings.readerFace}
          options={[
            ['serif', t('settingsSerif')],
            ['sans', t('settingsSans')],
          ]}
          onChange={(readerFace) => onChange({ readerFace })}
        />
        <Slider
          label={t('settingsSize')}
          min={16}
          max={26}
          value={settings.readerSize}
          shown={`${number(settings.readerSize)} px`}
          onChange={(readerSize) => onChange({ readerSize })}
        />
        <Slider
          label={t('settingsMeasure')}
          min={50}
          max={90}
          value={settings.readerMeasure}
          shown={t('settingsMeasureShown', number(settings.readerMeasure))}
          onChange={(readerMeasure) => onChange({ readerMeasure })}
        />
        <p
          class={`settings-sample ${settings.readerFace}`}
          lang="vi"
          style={`font-size:${settings.readerSize}px;max-width:${settings.readerMeasure}ch`}
        >
          {t('settingsSample')}
        </p>
      </Group>
      <Group title={t('settingsSites')} says={t('settingsSitesSays')}>
        <SitesChoice mode={sites.mode} papers={papers} onChoose={props.onChooseSites} />
        <SitesList allowed={sites.allowed} onRemove={props.onRemoveSite} />
      </Group>
      <Group title={t('settingsLive')} says={t('settingsLiveSays')}>
        <label class="settings-check">
          <input
            type="checkbox"
            checked={settings.selectionBar}
            onChange={(event) => onChange({ selectionBar: event.currentTarget.checked })}
          />
          <span>{t('settingsSelectionBar')}</span>
        </label>
      </Group>
      <Group title={t('settingsStorage')}>
        <StoragePanel storage={storage} doors={props.storageDoors} />
      </Group>
      <Group title={t('settingsVersions')} says={t('settingsVersionsSays')}>
        <label class="settings-check">
          <input
            type="checkbox"
            checked={settings.saveVersions}
            onChange={(event) => onChange({ saveVersions: event.currentTarget.checked })}
          />
          <span>{t('settingsSaveVersions')}</span>
        </label>
      </Group>
      <Group title={t('settingsCopies')}>
        <Slider
          label={t('settingsLargestPicture')}
          min={1}
          max={50}
          value={settings.pictureMegabytes}
          shown={bytes(settings.pictureMegabytes * 1_000_000)}
          onChange={(pictureMegabytes) => onChange({ pictureMegabytes })}
        />
        <Slider
          label={t('settingsMostPictures')}
          min={0}
          max={2000}
          step={50}
          value={settings.picturesPerArticle}
          shown={t('settingsNumberPictures', number(settings.picturesPerArticle))}
          onChange={(picturesPerArticle) => onChange({ picturesPerArticle })}
        />
        <button type="button" class="button" onClick={() => setSurveying(true)}>
          {t('surveyTitle')}…
        </button>
        {isSurveying && <SurveyDialog doors={props.survey} onClose={() => setSurveying(false)} />}
      </Group>
      <Group title={t('settingsShortcuts')} says={t('settingsShortcutsSays')}>
        <dl class="settings-keys">
          {COMMANDS.map(([command, label]) => (
            <div key={command}>
              <dt>{t(label)}</dt>
              <dd>{shortcuts[command] ? <kbd>{shortcuts[command]}</kbd> : t('settingsNoShortcut')}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="button" onClick={props.onOpenShortcuts}>
          {t('settingsChangeShortcuts')}
        </button>
      </Group>
      <Group title={t('settingsKeys')} says={t('settingsKeysSays')}>
        <KeysPanel
          areSingleOn={settings.singleKeys}
          changed={settings.keys}
          onSingle={(singleKeys) => onChange({ singleKeys })}
          onChange={(keys) => onChange({ keys })}
        />
      </Group>
      <Group title={t('settingsAbout')}>
        <p>{t('settingsVersion', version)}</p>
        <p class="soft">{t('settingsPrivacy')}</p>
      </Group>
    </main>
  );
}

function Group(props: { title: string; says?: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="settings-group" aria-labelledby={id}>
      <div class="settings-title">
        <h2 id={id}>{props.title}</h2>
        {props.says && <p>{props.says}</p>}
      </div>
      <div class="settings-body">{props.children}</div>
    </section>
  );
}

function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: [T, string][];
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      <div>
        {props.options.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Slider(props: {
  label: string;
  min: number;
  max: number;
  step?: number;
  value: number;
  shown: string;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="range"
        min={props.min}
        max={props.max}
        step={props.step ?? 1}
        value={props.value}
        aria-valuetext={props.shown}
        onInput={(event) => props.onChange(Number(event.currentTarget.value))}
      />
      <output for={id}>{props.shown}</output>
    </div>
  );
}
