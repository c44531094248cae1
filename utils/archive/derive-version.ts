/**
 * A further version of an article made from one that is already kept: read again from its raw page by a newer extractor,
 * or corrected by hand. The version it comes from stays; undo withdraws the new one.
 */
import { sha256Hex } from '@/utils/text/digest';
import type { Capture } from '@/utils/article/types';
import type { Article, Picture, Version } from '@/utils/db/records';
import { DERIVING_TABLES, deriveArticles } from './derive';
import { exclusively } from './exclusive';
import { placementsIn } from './follow-version';
import { openJournal } from './journal';
import { nextLedgerEntry } from './ledger';
import { makeVersion, pendingPictures } from './make-version';
import { assertRoom } from './save-article';
import { shownOf } from './shown';
import { ArchiveError, type ArchiveContext } from './types';

export type Derivation = 'extractedAgain' | 'corrected';

const LABELS = { extractedAgain: 'journalExtractedAgain', corrected: 'journalCorrected' } as const;

/** Pictures that the source version had are not fetched again. */
function picturesOf(copy: Capture, version: Version, had: Picture[]): Picture[] {
  const kept = new Map(had.map((picture) => [picture.url, picture]));
  return pendingPictures(copy, version).map((picture) => {
    const before = kept.get(picture.url);
    if (!before) return picture;
    const { outcome, refusal, status, attempts, blobSha } = before;
    return { ...picture, outcome, refusal, status, attempts, blobSha };
  });
}

/**
 * Keeps `copy` as the newest version of the article that `fromVersionId` belongs to. When and where the page was met
 * stays what it was; `derivedFrom` names the source. Highlights go along.
 * @throws ArchiveError notFound, badRequest (nothing differs), emptyArticle, storageFull
 */
export async function deriveVersion(
  context: ArchiveContext,
  fromVersionId: string,
  copy: Capture,
  how: Derivation,
): Promise<{ articleId: string; versionId: string }> {
  if (!copy.text.trim()) throw new ArchiveError('emptyArticle');
  const textSha = await sha256Hex(copy.text);
  await assertRoom(context, 4 * copy.html.length);
  return exclusively(async () => {
    const { db } = context;
    const source = await db.versions.get(fromVersionId);
    const article = source && (await db.articles.get(source.articleId));
    if (!source || !article || article.deletedAt) throw new ArchiveError('notFound', fromVersionId);
    const made = await makeVersion(context, copy, article.id, source.rawSha, textSha);
    if (source.textSha === textSha && source.html === made.html && sameMetadata(source, made))
      throw new ArchiveError('badRequest', 'nothing differs');
    const version: Version = {
      ...made,
      circumstances: { ...source.circumstances, extractor: copy.extractor },
      webArchive: source.webArchive,
      pageWasChanging: source.pageWasChanging,
      derivedFrom: source.id,
    };
    const ledgerEntry = await nextLedgerEntry(context, 'corrected', version.id, {
      article: article.id,
      from: source.id,
      how,
      text: textSha,
    });
    const placements = await placementsIn(context, version);
    const had = await db.pictures.where('versionId').equals(source.id).toArray();
    const next: Article = {
      ...article,
      latestVersionId: version.id,
      versionCount: article.versionCount + 1,
      shown: shownOf(version, article.byHand),
    };
    const undone: Article = { ...article, withdrawn: [...(article.withdrawn ?? []), version.id] };
    const pictures = picturesOf(copy, version, had);
    await db.transaction('rw', [...DERIVING_TABLES, 'journal', 'ledger'], async () => {
      const { journal, close } = openJournal(context, LABELS[how]);
      await journal.putUndoneTo('articles', next, undone);
      for (const placement of placements) await journal.put('placements', placement);
      await db.versions.put(version);
      await db.pictures.bulkPut(pictures);
      await db.ledger.add(ledgerEntry);
      await close();
      await deriveArticles(
        db,
        [next],
        () => version,
        () => ({ pictures }),
      );
    });
    return { articleId: article.id, versionId: version.id };
  });
}

function sameMetadata(one: Version, other: Version): boolean {
  return JSON.stringify(one.metadata) === JSON.stringify(other.metadata);
}
