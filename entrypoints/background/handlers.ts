/** Each message and the verb that answers it. */
import * as v from 'valibot';
import { forgetIndex } from '@/utils/archive/check-index';
import { normaliseAddress } from '@/utils/article/address';
import {
  addCoding,
  commentAnnotation,
  createAnnotation,
  placeAnnotation,
  removeAnnotation,
  removeCoding,
} from '@/utils/archive/annotate';
import { codeArticle, uncodeArticle } from '@/utils/archive/code-article';
import { createCode, editCode, recolourCode } from '@/utils/archive/edit-codes';
import { deriveVersion } from '@/utils/archive/derive-version';
import {
  createCollection,
  moveCollection,
  removeCollection,
  renameCollection,
} from '@/utils/archive/collections';
import {
  collectArticles,
  editArticle,
  setArticleState,
  tagArticles,
  untagArticles,
} from '@/utils/archive/edit-articles';
import { emptyBin } from '@/utils/archive/empty-bin';
import { enterArticle } from '@/utils/archive/enter-article';
import { importCodebook } from '@/utils/archive/exchange-codebook';
import { findArticle } from '@/utils/archive/find-article';
import { redo, undo, undoState } from '@/utils/archive/journal';
import { moveAnnotation } from '@/utils/archive/move-annotation';
import { judgeStory } from '@/utils/archive/judge-story';
import { noteInLedger } from '@/utils/archive/ledger';
import { detectionSchema, parseCapture } from '@/utils/archive/parse-capture';
import { writeMemo } from '@/utils/archive/memos';
import { mergeCodes, splitCode } from '@/utils/archive/merge-codes';
import { moveCodes } from '@/utils/archive/move-codes';
import { releaseBlobs } from '@/utils/archive/release-blobs';
import { removeCodes } from '@/utils/archive/remove-codes';
import { createSearch, editSearch, moveSearch, removeSearch } from '@/utils/archive/searches';
import { ArchiveError } from '@/utils/archive/types';
import type { Handlers } from '@/utils/messaging/server';
import { detectInOpenTabs, registerDetector } from '@/utils/platform/detector';
import { openPage } from '@/utils/platform/page';
import type { Sender } from '@/utils/platform/runtime';
import { runScript } from '@/utils/platform/tabs';
import { batchHandlers } from './batch-handlers';
import { coderHandlers } from './coder-handlers';
import { archive, bearWitness } from './context';
import { captureTab, goOnWithPictures, saveCapture } from './capture-tab';
import { pageHandlers } from './page-handlers';
import { projectHandlers } from './project-handlers';
import { saveTab } from './save-tab';
import { showBadge } from './show-badge';

function normalised(urls: (string | null)[]): string[] {
  return urls.map((url) => (url ? normaliseAddress(url) : null)).filter((url) => url !== null);
}

/** A page may speak of itself only: the address it states must be of the tab's own origin. */
function assertOwnOrigin(url: string, sender: Sender): void {
  if (!sender.url || new URL(url).origin !== new URL(sender.url).origin)
    throw new ArchiveError('badRequest', 'origin');
}

export const handlers: Handlers = {
  ...coderHandlers,
  ...batchHandlers,
  ...projectHandlers,
  'page/seen': async ({ url, canonicalUrl, detection }, sender) => {
    assertOwnOrigin(url, sender);
    const { isArticle } = v.parse(detectionSchema, detection);
    if (sender.incognito || sender.tabId === null) return { saved: false };
    const known = await findArticle(await archive(), normalised([canonicalUrl, url]));
    const isSaved = known !== null && known.state !== 'bin';
    await showBadge(sender.tabId, isSaved, isArticle);
    // Only a page with something to paint carries the annotator.
    if (isSaved && known.annotations > 0) void runScript(sender.tabId, '/annotator.js').catch(() => null);
    return { saved: isSaved };
  },
  ...pageHandlers,
  'page/capture': ({ tabId }) => captureTab(tabId),
  'article/save': ({ tabId, capture, wishes }) => saveCapture(tabId, parseCapture(capture), wishes),
  'article/saveTab': ({ tabId }) => saveTab(tabId),
  'article/enter': async (entered) => {
    const context = await archive();
    const saved = await enterArticle(context, entered, normalised([entered.url]));
    await bearWitness(context);
    return saved;
  },
  'article/find': async ({ addresses }) => findArticle(await archive(), normalised(addresses)),
  'article/edit': async ({ articleId, byHand, reset }) => {
    await editArticle(await archive(), articleId, byHand, reset);
    return null;
  },
  'article/derive': async ({ fromVersionId, capture, how }) => {
    const context = await archive();
    const made = await deriveVersion(context, fromVersionId, parseCapture(capture), how);
    await bearWitness(context);
    void goOnWithPictures(made.articleId, false);
    return made;
  },
  'article/setState': async ({ articleIds, state, group }) => {
    await setArticleState(await archive(), articleIds, state, group);
    return null;
  },
  'article/tag': async ({ articleIds, tag, group }) => ({
    codeId: await tagArticles(await archive(), articleIds, tag, group),
  }),
  'article/untag': async ({ articleIds, codeId, group }) => {
    await untagArticles(await archive(), articleIds, codeId, group);
    return null;
  },
  'article/collect': async ({ articleIds, collectionId, isIn, group }) => {
    await collectArticles(await archive(), articleIds, collectionId, isIn, group);
    return null;
  },
  'story/judge': async ({ articleId, otherId, isSame }) => {
    await judgeStory(await archive(), articleId, otherId, isSame);
    return null;
  },
  'bin/empty': async ({ articleIds }) => {
    const context = await archive();
    const removed = await emptyBin(context, articleIds);
    await bearWitness(context);
    return { removed };
  },
  'storage/release': async ({ wish, hashes }) => {
    const context = await archive();
    const released = await releaseBlobs(context, wish, hashes);
    await bearWitness(context);
    return released;
  },
  'collection/create': async ({ name, parentId }) => ({
    collectionId: await createCollection(await archive(), name, parentId),
  }),
  'collection/rename': async ({ collectionId, name }) => {
    await renameCollection(await archive(), collectionId, name);
    return null;
  },
  'collection/move': async ({ collectionId, parentId }) => {
    await moveCollection(await archive(), collectionId, parentId);
    return null;
  },
  'collection/remove': async ({ collectionId }) => {
    await removeCollection(await archive(), collectionId);
    return null;
  },
  'search/create': async (made) => ({ searchId: await createSearch(await archive(), made) }),
  'search/edit': async ({ searchId, ...patch }) => {
    await editSearch(await archive(), searchId, patch);
    return null;
  },
  'search/move': async ({ searchId, beforeId }) => {
    await moveSearch(await archive(), searchId, beforeId);
    return null;
  },
  'search/remove': async ({ searchId }) => {
    await removeSearch(await archive(), searchId);
    return null;
  },
  'annotation/create': async (made) => createAnnotation(await archive(), made),
  'annotation/comment': async ({ annotationId, comment }) => {
    await commentAnnotation(await archive(), annotationId, comment);
    return null;
  },
  'annotation/place': async ({ annotationId, versionId, parts }) => {
    await placeAnnotation(await archive(), annotationId, versionId, parts);
    return null;
  },
  'annotation/move': async ({ annotationId, versionId, parts }) => {
    await moveAnnotation(await archive(), annotationId, versionId, parts);
    return null;
  },
  'annotation/remove': async ({ annotationId }) => {
    await removeAnnotation(await archive(), annotationId);
    return null;
  },
  'coding/add': async ({ annotationId, codeId, newTag }) => ({
    codeId: await addCoding(await archive(), annotationId, { codeId, newTag }),
  }),
  'coding/remove': async ({ annotationId, codeId }) => {
    await removeCoding(await archive(), annotationId, codeId);
    return null;
  },
  'code/create': async (made) => ({ codeId: await createCode(await archive(), made) }),
  'code/edit': async ({ codeId, ...patch }) => {
    await editCode(await archive(), codeId, patch);
    return null;
  },
  'code/recolour': async ({ codeId, colour, isBranch }) => {
    await recolourCode(await archive(), codeId, colour, isBranch);
    return null;
  },
  'code/move': async ({ codeIds, parentId, beforeId }) => {
    await moveCodes(await archive(), codeIds, parentId, beforeId);
    return null;
  },
  'code/merge': async ({ codeIds, intoId }) => {
    await mergeCodes(await archive(), codeIds, intoId);
    return null;
  },
  'code/split': async ({ codeId, codingIds, name }) => ({
    codeId: await splitCode(await archive(), codeId, codingIds, name),
  }),
  'code/remove': async ({ codeIds, children }) => {
    await removeCodes(await archive(), codeIds, children);
    return null;
  },
  'codebook/import': async ({ entries, take }) => importCodebook(await archive(), entries, take),
  'article/code': async ({ articleId, codeId, value }) => {
    await codeArticle(await archive(), articleId, codeId, value);
    return null;
  },
  'article/uncode': async ({ articleId, codeId }) => {
    await uncodeArticle(await archive(), articleId, codeId);
    return null;
  },
  'memo/write': async ({ subjectType, subjectId, body }) => {
    await writeMemo(await archive(), subjectType, subjectId, body);
    return null;
  },
  // Every answer is followed by a catching up; this one is asked for nothing else.
  'archive/catchUp': () => Promise.resolve(null),
  'journal/state': async () => undoState(await archive()),
  'journal/undo': async (_, sender) => {
    const done = await undo(await archive());
    if (sender.tabId !== null && !sender.isOwnPage && done.did === 'journalSaved')
      await showBadge(sender.tabId, false, true);
    return done;
  },
  'journal/redo': async () => redo(await archive()),
  'pictures/fetch': ({ articleId, retryRefused }) => goOnWithPictures(articleId, retryRefused),
  'ledger/note': async ({ event, subject, records }) => {
    const context = await archive();
    await noteInLedger(context, event, subject, { records });
    await bearWitness(context);
    return null;
  },
  'reader/open': async ({ articleId, annotationId }) => {
    await openPage('reader', { article: articleId, ...(annotationId && { annotation: annotationId }) });
    return null;
  },
  'review/open': async () => {
    await openPage('review');
    return null;
  },
  'index/forget': async () => {
    await forgetIndex(await archive());
    return null;
  },
  'sites/changed': async () => {
    await registerDetector();
    await detectInOpenTabs();
    return null;
  },
};
