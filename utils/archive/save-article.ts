/**
 * Saving an article. Promise: the answer comes after the commit; article, version, raw page, pending pictures, tags,
 * journal and ledger are one transaction; a failure leaves the archive as it was. Saving is safe to repeat: the same
 * text gives `unchanged`.
 */
import { sha256Hex } from '@/utils/text/digest';
import { isHeadChanged } from '@/utils/article/versions/head-changes';
import type { Capture } from '@/utils/article/types';
import type { Article, ArticleOrigin, StoredBlob, Version } from '@/utils/db/records';
import { settleAddress } from './batches';
import { capturedVersion } from './captured-version';
import { utcIso } from './clock';
import { tagArticle } from './codes';
import { gzip } from './compress';
import { DERIVING_TABLES, deriveArticles } from './derive';
import { exclusively } from './exclusive';
import { articleAt } from './find-article';
import { placementsIn } from './follow-version';
import { packArticle } from './index-articles';
import { isKept } from './keep-blob';
import { openJournal } from './journal';
import { lastOfLedger, nextLedgerEntry } from './ledger';
import { makeVersion, pendingPictures } from './make-version';
import { AHEAD_TABLES, readAhead } from './read-ahead';
import { mergeByHand, shownOf } from './shown';
import {
  ArchiveError,
  type ArchiveContext,
  type SavedArticle,
  type SaveOutcome,
  type SaveWishes,
} from './types';

/** Below this much room a save is refused: on a full disk a browser may drop the whole database. */
const LEAST_ROOM = 64_000_000;

/** @throws ArchiveError storageFull when the disk may not take `bytes` more. */
export async function assertRoom(context: ArchiveContext, bytes: number): Promise<void> {
  assertFits(await context.room(), bytes);
}

function assertFits(room: number, bytes: number): void {
  if (room < Math.max(LEAST_ROOM, 5 * bytes)) throw new ArchiveError('storageFull');
}

async function rawBlob(raw: string | null): Promise<StoredBlob | null> {
  if (raw === null) return null;
  const bytes = new TextEncoder().encode(raw);
  return {
    sha256: await sha256Hex(bytes),
    type: 'text/html;charset=utf-8',
    compression: 'gzip',
    bytes: await gzip(bytes),
    size: bytes.length,
  };
}

/**
 * What undo leaves of a save. Nothing that was called saved is ever just gone: a first save goes to the bin, a further
 * version is withdrawn from the list of versions, and its row stays.
 */
function takenBack(existing: Article | null, article: Article, isSame: boolean, at: string): Article {
  if (!existing) return { ...article, state: 'bin', binnedAt: at };
  if (isSame) return existing;
  return { ...existing, withdrawn: [...(existing.withdrawn ?? []), article.latestVersionId] };
}

/** The same text of an article in the bin is saved again: it comes out of there. */
function outcomeOf(existing: Article | null, isSame: boolean): SaveOutcome {
  if (isSame) return existing?.state === 'bin' ? 'saved' : 'unchanged';
  return existing ? 'newVersion' : 'saved';
}

/** Another byline or date of print than the page had when it was last captured makes a version, though the text is the same. */
async function hasOtherHead(
  { db, now }: ArchiveContext,
  article: Article,
  latest: Version,
  capture: Capture,
): Promise<boolean> {
  const version = await capturedVersion(db, article, latest);
  if (!version || version.circumstances.extractor !== capture.extractor) return false;
  return isHeadChanged(version, { ...capture, capturedAt: now().toISOString() });
}

/** A headline alone is no article; a picture or a lead makes it one. */
function isEmpty({ blocks, text, pictures }: Capture): boolean {
  if (pictures.length > 0) return false;
  return !blocks.some(({ type, start, end }) => type !== 'title' && text.slice(start, end).trim() !== '');
}

/** What a save must know before it begins, in one way to the database and back. */
function readBefore(context: ArchiveContext, addresses: string[], freshId: string, blob: StoredBlob | null) {
  const { db } = context;
  return db.transaction('r', ['articles', 'ledger', 'blobs', ...AHEAD_TABLES], async () => {
    const [existing, namesake, last, kept, ahead] = await Promise.all([
      articleAt(context, addresses),
      db.articles.get(freshId),
      lastOfLedger(context),
      blob ? db.blobs.get(blob.sha256) : undefined,
      readAhead(db, freshId),
    ]);
    // Of one that was deleted for good a row is left.
    return { existing, last, blob: kept, ahead: existing || namesake ? null : ahead };
  });
}

/** The version as it is if the article is new, and its words: made while the database is asked whether it is. */
async function packFresh(
  context: ArchiveContext,
  capture: Capture,
  freshId: string,
  rawSha: string | null,
  textSha: string,
  wishes: SaveWishes,
): Promise<{ version: Version; packed: Uint8Array }> {
  const version = await makeVersion(context, capture, freshId, rawSha, textSha);
  const byHand = mergeByHand({}, wishes.byHand);
  return { version, packed: packArticle({ byHand, shown: shownOf(version, byHand) }, version) };
}

/**
 * Keeps a capture.
 * @param capture what the page became, already parsed (`parseCapture`)
 * @param raw the serialised page, null when it could not be had
 * @param addresses normalised addresses of the page, the canonical one first
 * @returns what happened; `unchanged` when the newest version has the same text, byline and date (wishes are applied all the same)
 * @param queuedId the address of a batch that asked for it: its outcome is of the same transaction, so that a background
 *   killed right after it finds it done and not "unchanged"
 * @throws ArchiveError emptyArticle, storageFull; anything else is a failed transaction, with nothing changed
 */
export async function saveArticle(
  context: ArchiveContext,
  capture: Capture,
  raw: string | null,
  addresses: string[],
  wishes: SaveWishes,
  origin: ArticleOrigin = capture.webArchive ? 'webArchive' : 'page',
  queuedId: string | null = null,
): Promise<SavedArticle> {
  if (isEmpty(capture)) throw new ArchiveError('emptyArticle');
  const [blob, textSha, freshId, room] = await Promise.all([
    rawBlob(raw),
    sha256Hex(capture.text),
    sha256Hex(addresses[0] ?? context.uuid()),
    context.room(),
  ]);
  assertFits(room, (blob?.bytes.length ?? 0) + 4 * capture.html.length);

  return exclusively(async () => {
    const { db } = context;
    const [before, fresh] = await Promise.all([
      readBefore(context, addresses, freshId, blob),
      packFresh(context, capture, freshId, blob?.sha256 ?? null, textSha, wishes),
    ]);
    const { existing } = before;
    const latest = existing ? await db.versions.get(existing.latestVersionId) : undefined;
    const isSame =
      existing !== null &&
      latest?.textSha === textSha &&
      !(await hasOtherHead(context, existing, latest, capture));
    const articleId = existing?.id ?? freshId;
    const version = isSame
      ? latest
      : articleId === freshId
        ? fresh.version
        : await makeVersion(context, capture, articleId, fresh.version.rawSha, textSha);
    const ledgerEntry = isSame
      ? null
      : await nextLedgerEntry(
          context,
          origin === 'hand' ? 'entered' : 'captured',
          version.id,
          { article: articleId, address: capture.pageUrl, text: textSha, raw: version.rawSha },
          before.last,
        );

    const placements = isSame || !existing ? [] : await placementsIn(context, version);
    const pictures = isSame
      ? await db.pictures.where('versionId').equals(version.id).toArray()
      : pendingPictures(capture, version);
    const at = utcIso(context.now());
    const outcome = outcomeOf(existing, isSame);
    const byHand = mergeByHand(existing?.byHand ?? {}, wishes.byHand);
    const article: Article = {
      ...(existing ?? { id: articleId, origin, savedAt: at, addresses: [], collections: [], touched: {} }),
      addresses: [...new Set([...(existing?.addresses ?? []), ...addresses])],
      url: existing?.url ?? (capture.webArchive?.originalUrl || capture.pageUrl || null),
      state: existing && existing.state !== 'bin' ? existing.state : 'inbox',
      binnedAt: undefined,
      latestVersionId: version.id,
      versionCount: (existing?.versionCount ?? 0) + (isSame ? 0 : 1),
      byHand,
      shown: shownOf(version, byHand),
      collections: [...new Set([...(existing?.collections ?? []), ...wishes.collections])],
    } as Article;

    const tables = [...DERIVING_TABLES, 'blobs', 'codes', 'journal', 'ledger'];
    if (queuedId !== null) tables.push('queue', 'batches');
    await db.transaction('rw', tables, async () => {
      const label = isSame ? 'journalResaved' : wishes.isUnasked ? 'journalSavedItself' : 'journalSaved';
      db.willDerive([articleId]);
      const { journal, close } = openJournal(context, label);
      const undone = takenBack(existing, article, isSame, at);
      const ahead =
        before.ahead && wishes.tags.length === 0 ? { ...before.ahead, packed: fresh.packed } : null;
      // All at once: each wait in turn is a way to the database and back.
      const write = async () => {
        await Promise.all([
          ahead
            ? journal.addUndoneTo('articles', article, undone)
            : journal.putUndoneTo('articles', article, undone),
          ...(isSame
            ? []
            : [
                journal.putAll('placements', placements),
                db.versions.put(version),
                db.pictures.bulkPut(pictures),
                blob && !isKept(before.blob) && db.blobs.put(blob),
              ]),
          ledgerEntry && db.ledger.add(ledgerEntry),
        ]);
        await tagArticle(context, journal, articleId, wishes.tags, wishes.projectId);
        if (queuedId !== null) {
          const end = { state: outcome, articleId, title: article.shown.title };
          // Given up meanwhile: what is told as not saved must not be in the archive.
          if (!(await settleAddress(context, queuedId, end))) throw new ArchiveError('pageGone');
        }
      };
      const derive = () =>
        deriveArticles(
          db,
          [article],
          () => (isSame ? undefined : version),
          () => ({
            ...(isSame ? {} : { pictures }),
            ...(existing ? {} : { annotations: [], placements: [], memos: [], revisit: null }),
            ...(ahead ? { codings: [] } : {}),
          }),
          ahead,
        );
      const writing = write();
      if (!ahead) await writing;
      await Promise.all([writing, derive(), close()]);
    });

    return {
      articleId,
      versionId: version.id,
      outcome,
      hostsNeeded: [...new Set(pictures.filter((p) => p.outcome === 'permissionNeeded').map((p) => p.host))],
      picturesPending: pictures.filter((p) => p.outcome === 'pending').length,
    };
  });
}
