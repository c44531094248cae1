/** What the archive's verbs need from this browser. */
import { ensureFirstUse, isBegun, readAtWork } from '@/utils/archive/first-use';
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

let device: Promise<string> | null = null;
let checked: Promise<void> | null = null;

/** The archive, opened and checked once per life of the background. */
export async function archive(): Promise<ArchiveContext> {
  device ??= deviceId();
  const [db, deviceAtWork] = await Promise.all([openDatabase(), device]);
  const context: ArchiveContext = {
    db,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    device: deviceAtWork,
    browser: browserName(navigator.userAgent),
    extension: extensionVersion(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    room: async () => {
      const { quota, usage } = await storageState();
      return quota === 0 ? Infinity : quota - usage;
    },
  };
  checked ??= check(context).catch((error: unknown) => {
    checked = null;
    throw error;
  });
  await checked;
  if (context.coder === undefined || context.project === undefined)
    Object.assign(context, await readAtWork(context));
  return context;
}

async function check(context: ArchiveContext): Promise<void> {
  const [before, now, isUsed] = await Promise.all([readWitness(), witnessOf(context), isBegun(context)]);
  if (before && isReplaced(before, now))
    await writeLostArchive({ articles: before.articles, noticedAt: context.now().toISOString() });
  if (before?.generation !== now.generation || before.articles !== now.articles) await writeWitness(now);
  if (!isUsed) await begin(context);
  // It waits while an import is running in a page; no command should wait with it.
  void rollbackUnfinishedImport(context.db);
}

async function begin(context: ArchiveContext): Promise<void> {
  const locale = await learnLanguage((await readSettings()).locale);
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
