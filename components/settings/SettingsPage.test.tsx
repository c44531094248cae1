// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StorageDoors } from './StoragePanel';
import type { SurveyDoors } from './SurveyDialog';
import { SettingsPage, type SettingsPageProps } from './SettingsPage';
import type { CoderDoors } from '@/components/coders/CodersPanel';
import { siteName } from './SitesList';

afterEach(cleanup);

function show(more: Partial<SettingsPageProps> = {}) {
  const props = {
    settings: {
      locale: 'auto' as const,
      theme: 'auto' as const,
      readerSize: 19,
      readerMeasure: 66,
      readerFace: 'serif' as const,
      pictureMegabytes: 20,
      picturesPerArticle: 500,
      selectionBar: true,
      saveVersions: false,
      singleKeys: true,
      keys: {},
    },
    coders: { coders: [], currentId: '' },
    coderDoors: {
      createCoder: vi.fn<CoderDoors['createCoder']>(),
      editCoder: vi.fn<CoderDoors['editCoder']>(),
      removeCoder: vi.fn<CoderDoors['removeCoder']>(),
      switchCoder: vi.fn<CoderDoors['switchCoder']>(),
    },
    onChange: vi.fn<SettingsPageProps['onChange']>(),
    sites: {
      mode: 'custom' as const,
      allowed: ['*://*.baobinhthuan.com.vn/*', '*://bbt.1cdn.vn/*'],
    },
    papers: [{ name: 'Báo Bình Thuận', host: 'baobinhthuan.com.vn' }],
    onChooseSites: vi.fn<SettingsPageProps['onChooseSites']>(() => Promise.resolve(false)),
    onRemoveSite: vi.fn<SettingsPageProps['onRemoveSite']>(),
    storage: { usage: 1_200_000, quota: 9_000_000_000, persisted: false },
    storageDoors: {
      weigh: vi.fn<StorageDoors['weigh']>(),
      plan: vi.fn<StorageDoors['plan']>(),
      release: vi.fn<StorageDoors['release']>(),
      persist: vi.fn<StorageDoors['persist']>(),
      checkIndex: vi.fn<StorageDoors['checkIndex']>(),
      rebuildIndex: vi.fn<StorageDoors['rebuildIndex']>(),
      now: () => new Date(),
    },
    survey: {
      survey: vi.fn<SurveyDoors['survey']>(() => Promise.resolve(SURVEY)),
      keep: vi.fn<SurveyDoors['keep']>(() => Promise.resolve(true)),
      openArticle: vi.fn<SurveyDoors['openArticle']>(),
    },
    shortcuts: { 'save-page': 'Alt+Shift+S' },
    onOpenShortcuts: vi.fn<SettingsPageProps['onOpenShortcuts']>(),
    version: '0.1.0',
  };
  render(<SettingsPage {...props} {...more} />);
  return props;
}

const copyOf = (n: number) => ({
  articleId: `a${n}`,
  versionId: `v${n}`,
  title: `Bài ${n}`,
  fields: n,
  blocks: 2 * n,
});
const SURVEY = { looked: 9, same: 5, changed: [copyOf(1), copyOf(2)], unreadable: 1, byHand: 1 };

describe('SettingsPage', () => {
  it('applies language, colours and reading at once', () => {
    const { onChange } = show();
    fireEvent.click(screen.getByRole('radio', { name: 'Tiếng Việt' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    fireEvent.input(screen.getByRole('slider', { name: 'Size' }), { target: { value: '22' } });
    expect(onChange.mock.calls.map(([patch]) => patch)).toEqual([
      { locale: 'vi' },
      { theme: 'dark' },
      { readerSize: 22 },
    ]);
  });

  it('switches the bar on newspaper pages off', () => {
    const { onChange } = show();
    fireEvent.click(screen.getByRole('checkbox', { name: /selected/ }));
    expect(onChange).toHaveBeenCalledWith({ selectionBar: false });
  });

  it('lists what the browser allows and gives one site back', () => {
    const { onRemoveSite } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Remove bbt.1cdn.vn' }));
    expect(onRemoveSite).toHaveBeenCalledWith('*://bbt.1cdn.vn/*');
    expect(siteName('https://*.a.vn/*')).toBe('a.vn');
  });

  it('says when the browser refused the permission', async () => {
    const { onChooseSites } = show();
    fireEvent.click(screen.getByRole('button', { name: /Vietnamese press/ }));
    expect(onChooseSites).toHaveBeenCalledWith('press');
    expect((await screen.findByRole('alert')).textContent).toMatch(/nothing has changed/);
  });

  it('shows storage, persistence and shortcuts as they are', () => {
    const { storageDoors: doors, onOpenShortcuts } = show();
    expect(screen.getByText('1.2 MB used; the browser gives up to 9 GB.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ask it to keep the archive' }));
    expect(doors.persist).toHaveBeenCalled();
    expect(screen.getByText('Alt+Shift+S')).toBeTruthy();
    expect(screen.getByText('none')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Change shortcuts' }));
    expect(onOpenShortcuts).toHaveBeenCalled();
  });

  it('reads all kept pages again and keeps only the chosen copies', async () => {
    const { survey } = show();
    fireEvent.click(screen.getByRole('button', { name: /Read all kept pages again/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Read them' }));
    await screen.findByText('Articles read: 9. The same: 5. Would change: 2.');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bài 1' }));
    fireEvent.click(screen.getByRole('button', { name: 'Keep as new versions (1)' }));
    await screen.findByText(/Kept as new versions: 1/);
    expect(survey.keep.mock.calls).toEqual([[copyOf(2)]]);
  });
});
