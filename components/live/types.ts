/** What the annotator in a page shows and lets a person do. The annotator itself is small; the controls come when needed. */
import type { PageAnnotation } from '@/utils/archive/page-reading';
import type { Ends } from '@/utils/annotation/page-range';
import type { Verdict } from '@/utils/annotation/types';
import type { KnownTag, TagValue } from '@/components/ui/TagInput';
import type { Locale, MessageKey } from '@/utils/locale/translate';

/** Boxes move when the page scrolls, so they are asked for; null when there is nothing to stand beside. */
export type BoxOf = () => { left: number; top: number; bottom: number } | null;

export interface LiveCard {
  annotation: PageAnnotation;
  verdict: Verdict;
  changedWords: readonly string[];
  /** Its place among the highlights under the same point, and their number. */
  nth: number;
  of: number;
}

export type NoticeAct = 'undo' | 'tag' | 'comment' | 'open' | 'saveAgain' | 'review';

export interface LiveNotice {
  says: MessageKey;
  /** Numbers, words, or keys of messages. */
  values: (string | number)[];
  isBad: boolean;
  acts: readonly NoticeAct[];
  annotationId: string | null;
  /** Came from the keyboard: the keys 1–9, T, M and Escape work in it at once. */
  takesFocus: boolean;
}

export type LiveView =
  | { kind: 'nothing' }
  | { kind: 'bar'; boxOf: BoxOf; ends: Ends }
  | { kind: 'card'; boxOf: BoxOf; card: LiveCard; focus: 'tag' | 'comment' | null }
  | { kind: 'notice'; notice: LiveNotice };

export interface LiveActs {
  /** Makes a highlight of what is selected. */
  make: (what: TagValue | 'highlight' | 'comment', byKeyboard: boolean) => void;
  code: (annotationId: string, tag: TagValue) => Promise<boolean>;
  uncode: (annotationId: string, codeId: string) => Promise<boolean>;
  comment: (annotationId: string, comment: string) => Promise<boolean>;
  remove: (annotationId: string) => void;
  next: (annotationId: string) => void;
  notice: (act: NoticeAct, annotationId: string | null) => void;
  close: () => void;
}

export interface LiveState {
  view: LiveView;
  locale: Locale;
  codes: readonly KnownTag[];
}

/** Where the controls script leaves itself for the annotator to find: both live in the same world of a page. */
export const CONTROLS = Symbol.for('pressmark.controls');

/** What the controls script puts into the page's world for the annotator to find. */
export interface LiveControls {
  show: (state: LiveState, acts: LiveActs) => void;
}
