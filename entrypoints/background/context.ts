/** What the archive's verbs need from this browser. */
import { ensureFirstUse, readCoder, readProject } from '@/utils/archive/first-use';
import { isReplaced, witnessOf } from '@/utils/archive/generation';
import { rollbackUnfinishedImport } from '@/utils/archive/import-archive';
import type { ArchiveContext } from '@/utils/archive/types';
import { openDatabase } from '@/utils/db/open';
import { translate } from '@/utils/locale/translate';
import { browserName, extensionVersion } from '@/utils/platform/runtime';
import { readSettings } from '@/utils/platform/settings';
import { storageState } from '@/utils/platform/storage-state';
import { deviceId, readWitness, writeLostArchive, writeWitness } from '@/utils/platform/witness';
import { learnLanguage } from '@/utils/platform/words';

let device: string | null = null;
let isChecked = false;

/** The archive, opened and checked once per life of the background. */
export async function archive(): Promise<ArchiveContext> {
  device ??= await deviceId();
  const context: ArchiveContext = {
    db: await openDatabase(),
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    device,
    browser: browserName(navigator.userAgent),
    extension: extensionVersion(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    room: async () => {
      const { quota, usage } = await storageState();
      return quota === 0 ? Infinity : quota - usage;
    },
  };
  if (!isChecked) {
    await check(context);
    // It waits while an import is running in a page; no command should wait with it.
    void rollbackUnfinishedImport(context.db);
    isChecked = true;
  }
  context.coder ??= await readCoder(context);
  context.project ??= await readProject(context);
  return context;
}

async function check(context: ArchiveContext): Promise<void> {
  const [before, now, settings] = await Promise.all([readWitness(), witnessOf(context), readSettings()]);
  if (before && isReplaced(before, now))
    await writeLostArchive({ articles: before.articles, noticedAt: context.now().toISOString() });
  await writeWitness(now);
  const locale = await learnLanguage(settings.locale);
  await ensureFirstUse(context, {
    project: translate(locale, 'firstProject'),
    coder: translate(locale, 'firstCoder'),
    initials: translate(locale, 'firstCoderInitials'),
  });
}

/** After a commit: writes the count down outside the database. */
export async function bearWitness(context: ArchiveContext): Promise<void> {
  await writeWitness(await witnessOf(context));
}
