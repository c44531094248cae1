/**
 * The one protocol between contexts: noun, slash, verb. Commands go to the background, which is the single writer.
 * Every answer is a `Result`; failures carry a code that has a sentence in `_locales` (`error_<code>`).
 */
import type { Part } from '@/utils/annotation/types';
import type { SectionLink } from '@/utils/article/section-links';
import type { Capture, Detection } from '@/utils/article/types';
import type { Derivation } from '@/utils/archive/derive-version';
import type {
  CodePatch,
  EnteredArticle,
  ErrorCode,
  KnownArticle,
  NewAnnotation,
  NewCode,
  SaveWishes,
  SavedArticle,
  UndoState,
} from '@/utils/archive/types';
import type { CodebookTake } from '@/utils/archive/plan-codebook';
import type { PageChange } from '@/utils/archive/page-change';
import type { PageReading } from '@/utils/archive/page-reading';
import type { NewBatch } from '@/utils/archive/batches';
import type { NewSample } from '@/utils/archive/samples';
import type { NewSearch, SearchPatch } from '@/utils/archive/searches';
import type { ReleaseWish } from '@/utils/archive/plan-release';
import type { Released } from '@/utils/archive/release-blobs';
import type { ArticleState, ByHand, MemoSubject } from '@/utils/db/records';
import type { CodeEntry } from '@/utils/exchange/codebook-entry';
import type { Locale } from '@/utils/locale/translate';

export type {
  CodePatch,
  EnteredArticle,
  ErrorCode,
  KnownArticle,
  NewAnnotation,
  NewCode,
  SavedArticle,
  SaveOutcome,
  SaveWishes,
  UndoState,
} from '@/utils/archive/types';

export type Result<T> = { ok: true; value: T } | { ok: false; error: { code: ErrorCode; detail?: string } };

/** What a page says of its own address; the background takes what is of the page's site only. */
export interface PageAddress {
  url: string;
  canonicalUrl: string | null;
}

/** With what the settings say of pages. */
export type PageAnswer = PageReading & { locale: Locale; selectionBar: boolean };

/** request → value of the answer */
export interface Protocol {
  /** From the detector in a page: cheap detection done; answer: is it saved? Sets the badge of the sender's tab. */
  'page/seen': {
    request: { url: string; canonicalUrl: string | null; detection: Detection };
    value: { saved: boolean };
  };
  /** From the detector, once a saved page has come to rest: compare it with its copy. The badge tells what came of it. */
  'page/revisited': { request: PageAddress; value: null };
  /** From the annotator in a page: the saved article of the page's own address, null when there is none. */
  'page/reading': {
    request: PageAddress & { knownVersionId: string | null };
    value: PageAnswer | null;
  };
  /** From the annotator: keep the page it runs in (a highlight on a page not saved yet, or changed since). */
  'page/save': { request: PageAddress; value: PageAnswer | null };
  /** From the annotator: put the bar and the cards into its tab, which a page that is only looked at never loads. */
  'page/controls': { request: null; value: { locale: Locale } };
  /** From the annotator: the same as `annotation/…` and `coding/…`, for articles of the page's own site only. */
  'page/highlight': {
    request: Omit<NewAnnotation, 'origin'>;
    value: { annotationId: string; codeIds: string[] };
  };
  'page/comment': { request: { annotationId: string; comment: string }; value: null };
  'page/removeHighlight': { request: { annotationId: string }; value: null };
  'page/code': {
    request: { annotationId: string; codeId?: string; newTag?: string };
    value: { codeId: string };
  };
  'page/uncode': { request: { annotationId: string; codeId: string }; value: null };
  /** Show the highlights of the tab's article on its page (popup, side panel). Needs activeTab or a host permission. */
  'page/show': { request: { tabId: number }; value: null };
  /** Capture the tab without saving (the popup's preview). Needs activeTab or a host permission. */
  'page/capture': {
    request: { tabId: number };
    value: { capture: Capture; known: KnownArticle | null; change: PageChange | null };
  };
  'article/save': { request: { tabId: number; capture: Capture; wishes: SaveWishes }; value: SavedArticle };
  /** Capture and save with no questions (shortcut, context menu, toolbar tests). */
  'article/saveTab': { request: { tabId: number }; value: SavedArticle };
  'article/enter': { request: EnteredArticle; value: SavedArticle };
  'article/find': { request: { addresses: string[] }; value: KnownArticle | null };
  'article/edit': {
    /** `reset` names fields that go back to what was captured. */
    request: { articleId: string; byHand: ByHand; reset?: (keyof ByHand)[] };
    value: null;
  };
  /** A further version made from a kept one: read again from its raw page, or corrected by hand. */
  'article/derive': {
    request: { fromVersionId: string; capture: Capture; how: Derivation };
    value: { articleId: string; versionId: string };
  };
  /** A person's word on whether two articles tell one story. */
  'story/judge': { request: { articleId: string; otherId: string; isSame: boolean }; value: null };
  /** `group`: one act on thousands of articles, sent in parts; one undo takes all of it back. */
  'article/setState': {
    request: { articleIds: string[]; state: ArticleState; group?: string };
    value: null;
  };
  'article/tag': {
    request: { articleIds: string[]; tag: string; group?: string };
    value: { codeId: string };
  };
  'article/untag': { request: { articleIds: string[]; codeId: string; group?: string }; value: null };
  'article/collect': {
    request: { articleIds: string[]; collectionId: string; isIn: boolean; group?: string };
    value: null;
  };
  /** Removes for good everything in the bin. Cannot be undone; asks first in the view. */
  'bin/empty': { request: { articleIds: string[] }; value: { removed: number } };
  /** Lets bytes go for good, one step of a plan. Cannot be undone; asks first in the view. */
  'storage/release': { request: { wish: ReleaseWish; hashes: string[] }; value: Released };
  'collection/create': {
    request: { name: string; parentId: string | null };
    value: { collectionId: string };
  };
  'collection/rename': { request: { collectionId: string; name: string }; value: null };
  /** Under another one, or to the top. */
  'collection/move': { request: { collectionId: string; parentId: string | null }; value: null };
  'collection/remove': { request: { collectionId: string }; value: null };
  'search/create': { request: NewSearch; value: { searchId: string } };
  'search/edit': { request: { searchId: string } & SearchPatch; value: null };
  'search/move': { request: { searchId: string; beforeId: string | null }; value: null };
  'search/remove': { request: { searchId: string }; value: null };
  'annotation/create': { request: NewAnnotation; value: { annotationId: string; codeIds: string[] } };
  'annotation/comment': { request: { annotationId: string; comment: string }; value: null };
  /** Where it stands in a version it was not made on; `parts` null = nowhere, it stays as an orphan. */
  'annotation/place': {
    request: { annotationId: string; versionId: string; parts: Part[] | null };
    value: null;
  };
  /** Its borders moved by hand in this version, also in the one it was made on; `parts` null = back to the first place. */
  'annotation/move': {
    request: { annotationId: string; versionId: string; parts: Part[] | null };
    value: null;
  };
  'annotation/remove': { request: { annotationId: string }; value: null };
  'coding/add': {
    request: { annotationId: string; codeId?: string; newTag?: string };
    value: { codeId: string };
  };
  'coding/remove': { request: { annotationId: string; codeId: string }; value: null };
  'code/create': { request: NewCode; value: { codeId: string } };
  'code/edit': { request: { codeId: string } & CodePatch; value: null };
  'code/recolour': { request: { codeId: string; colour: string; isBranch: boolean }; value: null };
  /** Codes with all below them, before a sibling or at the end. */
  'code/move': {
    request: { codeIds: string[]; parentId: string | null; beforeId: string | null };
    value: null;
  };
  'code/merge': { request: { codeIds: string[]; intoId: string }; value: null };
  'code/split': { request: { codeId: string; codingIds: string[]; name: string }; value: { codeId: string } };
  'code/remove': { request: { codeIds: string[]; children: 'lift' | 'remove' }; value: null };
  /** Codes of a file, merged into the codebook. */
  'codebook/import': {
    request: { entries: CodeEntry[]; take: CodebookTake };
    value: { made: number; changed: number };
  };
  /** The coder's value of a variable on an article. */
  'article/code': { request: { articleId: string; codeId: string; value: string | null }; value: null };
  'article/uncode': { request: { articleId: string; codeId: string }; value: null };
  /** The coder's memo on a subject; empty takes it away. */
  'memo/write': { request: { subjectType: MemoSubject; subjectId: string; body: string }; value: null };
  'coder/create': { request: { name: string; initials: string }; value: { coderId: string } };
  'coder/edit': {
    request: { coderId: string; name?: string; initials?: string; colour?: string };
    value: null;
  };
  'coder/remove': { request: { coderId: string }; value: null };
  /** Who codes at this device from now on. */
  'coder/switch': { request: { coderId: string }; value: null };
  /** Makes a project and goes over to it. */
  'project/create': { request: { name: string }; value: { projectId: string } };
  'project/rename': { request: { projectId: string; name: string }; value: null };
  'project/remove': { request: { projectId: string }; value: null };
  /** Which project is at work at this device from now on. */
  'project/switch': { request: { projectId: string }; value: null };
  'sample/draw': { request: NewSample; value: { sampleId: string } };
  'sample/edit': {
    request: { sampleId: string; name?: string; coderIds?: string[]; isBlind?: boolean };
    value: null;
  };
  'sample/remove': { request: { sampleId: string }; value: null };
  /** The coder at work is done with an article of a sample, or is not after all. */
  'sample/finish': { request: { sampleId: string; articleId: string; isDone: boolean }; value: null };
  /** Bring up what is derived from articles: a page saw that some are behind (after an import, or the background was killed). */
  'archive/catchUp': { request: null; value: null };
  'journal/state': { request: null; value: UndoState };
  'journal/undo': { request: null; value: UndoState & { did: string | null } };
  'journal/redo': { request: null; value: UndoState & { did: string | null } };
  /** Go on fetching pictures (after a host was allowed, or "try again"). */
  'pictures/fetch': {
    request: { articleId: string | null; retryRefused: boolean };
    value: { pending: number };
  };
  /** An archive file was written or taken in by a page; `subject` is the file's SHA-256. */
  'ledger/note': {
    request: { event: 'exported' | 'imported'; subject: string; records: number };
    value: null;
  };
  /** Open an article in the reader, asked from a page script (a page cannot open our pages itself). */
  'review/open': { request: null; value: null };
  'reader/open': { request: { articleId: string; annotationId?: string }; value: null };
  /** Addresses to be saved one after the other; their hosts were asked for by the page. */
  'batch/create': { request: NewBatch; value: { batchId: string } };
  'batch/setState': { request: { batchId: string; state: 'running' | 'paused' | 'cancelled' }; value: null };
  /** Failed and cancelled addresses once more: these, or all of the batch. */
  'batch/retry': { request: { batchId: string; ids: string[] | null }; value: { again: number } };
  /** Off the list with its outcomes; the articles stay. */
  'batch/remove': { request: { batchId: string }; value: null };
  /** The links of the page in the tab, judged. Needs activeTab or a host permission. */
  'page/links': { request: { tabId: number }; value: { title: string; links: SectionLink[] } };
  /** Throws the word index away; it is made anew by itself. */
  'index/forget': { request: null; value: null };
  /** The user allowed or withdrew hosts: register the detector anew. */
  'sites/changed': { request: null; value: null };
}

export type MessageName = keyof Protocol;
export type Request<K extends MessageName> = Protocol[K]['request'];
export type Value<K extends MessageName> = Protocol[K]['value'];

/** Call a command. Implemented by `utils/messaging/client.ts`; components get functions of this shape as props. */
export type Call = <K extends MessageName>(name: K, request: Request<K>) => Promise<Result<Value<K>>>;
