/** From words selected in the page to a highlight in the archive; the page is saved first when it is not. */
import type { LiveNotice, LiveActs } from '@/components/live/types';
import { quoteOf } from '@/utils/annotation/describe';
import { partsOfRange, type Ends } from '@/utils/annotation/page-range';
import { readSelection, type SelectionRefusal } from '@/utils/annotation/page-selection';
import { rootsIn } from '@/utils/annotation/page-text';
import { savedPartsOf } from '@/utils/annotation/saved-parts';
import type { Part } from '@/utils/annotation/types';
import { rangesOfEnds } from './box-of';
import type { LiveCourse } from './live-page';
import type { PageView } from './read-page';

const REFUSALS = {
  nothing: 'liveNothingSelected',
  editable: 'liveInField',
  frame: 'liveInFrame',
} as const satisfies Record<SelectionRefusal, LiveNotice['says']>;

type OpenCard = (id: string, among: readonly string[], focus: 'tag' | 'comment' | null) => void;

/** The selection that could not be highlighted, kept for "save again and highlight". */
let kept: Ends | null = null;

/**
 * @param byKeyboard the notice takes the focus, so that a digit puts a code on at once
 * @param isSavedAgain the page was changed since it was saved: keep it as a new version first
 */
export async function makeHighlight(
  course: LiveCourse,
  openCard: OpenCard,
  what: Parameters<LiveActs['make']>[0],
  byKeyboard: boolean,
  isSavedAgain = false,
): Promise<void> {
  const say = (says: LiveNotice['says'], more: Partial<LiveNotice> = {}) =>
    course.put({
      kind: 'notice',
      notice: {
        says,
        values: [],
        isBad: true,
        acts: [],
        annotationId: null,
        takesFocus: byKeyboard,
        ...more,
      },
    });

  const roots = course.view()?.page.roots ?? rootsIn(course.document, course.shadowRootOf);
  const selection = readSelection(course.document, roots);
  const shown = course.shown();
  const given = isSavedAgain ? kept : shown.kind === 'bar' ? shown.ends : null;
  const ends = given ?? ('refused' in selection ? null : selection.ends);
  if (!ends) return say('refused' in selection ? REFUSALS[selection.refused] : REFUSALS.nothing);
  const live = rangesOfEnds(ends)[0] ?? ends;

  // The address may have been saved in another tab meanwhile; a page that was only looked at knows nothing yet.
  if (!course.reading() && !isSavedAgain) {
    const known = await course.call('page/reading', { ...course.address(), knownVersionId: null });
    if (known.ok) course.take(known.value);
  }
  const isNew = !course.reading();
  if (isNew || isSavedAgain) {
    const saved = await course.call('page/save', course.address());
    if (!saved.ok) return say(`error_${saved.error.code}`);
    course.take(saved.value);
  }
  const view = await course.lookAgain();
  const reading = course.reading();
  if (!view || !reading) return say('error_unexpected');

  const selected = partsOfRange(view.page, live);
  if (selected.length === 0) return say(REFUSALS.nothing);
  const { parts, missing } = savedPartsOf(view.alignment, selected);
  if (!parts || missing.length > 0) {
    kept = live;
    return say(parts ? 'livePartlyOutside' : 'liveOutside', {
      acts: isSavedAgain || isNew ? [] : ['saveAgain'],
    });
  }

  const isTag = typeof what === 'object';
  const made = await course.call('page/highlight', {
    articleId: reading.articleId,
    versionId: reading.versionId,
    parts,
    quote: quoteOf(reading.text, parts),
    comment: '',
    codeIds: isTag && what.id ? [what.id] : [],
    newTags: isTag && !what.id ? [what.name] : [],
  });
  if (!made.ok) return say(`error_${made.error.code}`);
  kept = null;
  if (!('refused' in selection)) selection.clear();
  const answer = await course.call('page/reading', {
    ...course.address(),
    knownVersionId: reading.versionId,
  });
  if (answer.ok) course.take(answer.value);
  await course.lookAgain();

  const { annotationId } = made.value;
  if (what === 'comment') return openCard(annotationId, [annotationId], 'comment');
  return say(
    isNew
      ? 'liveSavedAndHighlighted'
      : saysOther(view, selected, reading.text, parts)
        ? 'liveHighlightedOther'
        : 'liveHighlighted',
    {
      isBad: false,
      acts: ['undo', 'tag', 'comment', 'open'],
      annotationId,
    },
  );
}

/** Does the saved copy have other words there than the page shows now? */
function saysOther(
  view: PageView,
  selected: readonly Part[],
  saved: string,
  parts: readonly Part[],
): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/[\s\u200B\u00AD\u2060\uFEFF]+/g, '');
  const words = (text: string, of: readonly Part[]) =>
    of.map(({ start, end }) => plain(text.slice(start, end))).join('');
  return words(view.page.text, selected) !== words(saved, parts);
}
