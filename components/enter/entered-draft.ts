/** The form of an article entered by hand, and what it says once it is read. */
import { parseDateText } from '@/components/ui/date-text';
import type { TagValue } from '@/components/ui/TagInput';
import { splitNames, splitSections } from '@/components/popup/record-draft';
import type { EnteredArticle } from '@/utils/archive/types';
import type { MessageKey } from '@/utils/locale/translate';

export const EMPTY_DRAFT = {
  title: '',
  outlet: '',
  authors: '',
  published: '',
  section: '',
  url: '',
  language: 'vi',
  lead: '',
  text: '',
};
export type EnteredDraft = typeof EMPTY_DRAFT;
export type EnteredKey = keyof EnteredDraft;
export type EnteredProblems = Partial<Record<EnteredKey, MessageKey>>;

const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Problems by field, in the order of the form; empty when it can be saved. */
export function problemsOf(draft: EnteredDraft): EnteredProblems {
  const problems: EnteredProblems = {};
  if (!oneLine(draft.title)) problems.title = 'popupTitleNeeded';
  if (draft.published.trim() && !parseDateText(draft.published))
    problems.published = 'popupDateNotUnderstood';
  if (draft.url.trim() && !isWebAddress(draft.url.trim())) problems.url = 'enterAddressBad';
  if (!oneLine(draft.text)) problems.text = 'enterTextNeeded';
  return problems;
}

/** Lines that hold words: each becomes a paragraph. */
export const paragraphsOf = (text: string) =>
  text.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => line.trim());

/** The request that saves the draft. Call it only when `problemsOf` found nothing. */
export function enteredOf(draft: EnteredDraft, tags: TagValue[], collections: string[]): EnteredArticle {
  const authors = splitNames(draft.authors);
  const section = splitSections(draft.section);
  return {
    title: oneLine(draft.title),
    lead: oneLine(draft.lead),
    text: draft.text,
    url: draft.url.trim(),
    byHand: {
      ...(authors.length > 0 && { authors }),
      ...(section.length > 0 && { section }),
      ...(draft.published.trim() && { published: parseDateText(draft.published) }),
      ...(oneLine(draft.outlet) && { outlet: oneLine(draft.outlet) }),
      ...(draft.language && { language: draft.language }),
    },
    tags: tags.map((tag) => tag.name),
    collections,
  };
}
