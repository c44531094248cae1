/** A live page with the highlights of its saved article: asks for them, keeps them painted, makes new ones. */
import { CONTROLS, type LiveActs, type LiveControls, type LiveView } from '@/components/live/types';
import { slotOf } from '@/utils/annotation/colours';
import { pageHighlightsAt } from '@/utils/annotation/page-hits';
import { createPagePainter } from '@/utils/annotation/page-paint';
import type { ShadowRootOf } from '@/utils/annotation/page-text';
import type { PageState } from '@/utils/annotation/page-state';
import type { Call, PageAddress, PageAnswer } from '@/utils/messaging/protocol';
import type { Locale } from '@/utils/locale/translate';
import { boxOfRanges, rangesOfEnds } from './box-of';
import { makeHighlight } from './make-highlight';
import { viewPage, type PageView } from './read-page';
import { watchPage, type PageWatch } from './watch-page';
import { watchPerson } from './watch-person';

export interface LivePageDoors {
  document: Document;
  call: Call;
  shadowRootOf: ShadowRootOf;
  address: () => PageAddress;
  /** Tells the side panel what stands where. */
  report: (state: PageState) => void;
}

export type LiveReading = PageAnswer & { text: string };

export interface LivePage {
  /** The archive or the address changed. */
  refresh: () => void;
  /** The page became another one: nothing of the old one stays. */
  leave: () => void;
  highlightSelection: () => void;
  /** Says how many highlights stand on the page. */
  show: () => void;
  goTo: (annotationId: string) => void;
  state: () => Promise<PageState>;
}

/** What the other modules of the annotator see of it. */
export interface LiveCourse extends LivePageDoors {
  reading: () => LiveReading | null;
  view: () => PageView | null;
  /** A view of the page as it is now. */
  lookAgain: () => Promise<PageView | null>;
  take: (reading: PageAnswer | null) => void;
  put: (view: LiveView) => Promise<void>;
  shown: () => LiveView;
}

export function createLivePage(doors: LivePageDoors): LivePage {
  const { document: doc, call, shadowRootOf, report } = doors;
  const painter = createPagePainter();
  let reading: LiveReading | null = null;
  let view: PageView | null = null;
  let shown: LiveView = { kind: 'nothing' };
  let wants = { asking: false, reading: false };
  let running: Promise<void> | null = null;
  let epoch = 0;
  let watch: PageWatch | null = null;
  let unlisten: (() => void) | null = null;
  let reported = '';
  let locale: Locale = 'en';

  /** One at a time; what is wanted meanwhile is done in another round. */
  function work(wanted: Partial<typeof wants>): Promise<void> {
    wants = { asking: wants.asking || !!wanted.asking, reading: wants.reading || !!wanted.reading };
    running ??= rounds().finally(() => {
      running = null;
    });
    return running;
  }

  async function rounds() {
    while (wants.asking || wants.reading) {
      const now = wants;
      wants = { asking: false, reading: false };
      if (now.asking) await ask();
      await lay(now.reading);
    }
  }

  async function ask() {
    const at = epoch;
    const answer = await call('page/reading', {
      ...doors.address(),
      knownVersionId: reading?.versionId ?? null,
    });
    if (at === epoch && answer.ok) take(answer.value);
  }

  function take(answer: PageAnswer | null) {
    const text = answer?.text ?? (answer?.versionId === reading?.versionId ? reading?.text : undefined);
    if (answer && text !== undefined) {
      if (answer.versionId !== reading?.versionId) view = null;
      reading = { ...answer, text };
    } else {
      reading = null;
      view = null;
    }
  }

  async function lay(isDirty: boolean) {
    const at = epoch;
    const of = reading;
    if (of) {
      watch ??= watchPage(doc, {
        change: () => void work({ reading: true }),
        keep: () => painter.keep(),
        shown: () => void work({ asking: true }),
      });
      unlisten ??= watchPerson(course, painter, acts);
      const made = await viewPage(doc, shadowRootOf, of, of.annotations, view, isDirty);
      if (at !== epoch || of !== reading) return;
      view = made;
      watch.reach(made.page.roots);
    }
    painter.paint(
      [...(view?.placed.values() ?? [])].map(({ annotation: { id, codes }, ranges, verdict }) => ({
        id,
        isUncertain: verdict === 'review',
        slots: codes.length > 0 ? [...new Set(codes.map(({ colour }) => slotOf(colour)))] : [slotOf(null)],
        ranges,
      })),
    );
    tell();
    renew();
  }

  function stateNow(): PageState {
    const placed = [...(view?.placed.values() ?? [])].toSorted(
      (a, b) => (a.parts[0]?.start ?? Infinity) - (b.parts[0]?.start ?? Infinity),
    );
    return {
      articleId: reading?.articleId ?? null,
      placed: placed.map(({ annotation, verdict, changedWords }) => ({
        id: annotation.id,
        verdict,
        changedWords: [...changedWords],
      })),
    };
  }

  function tell() {
    const state = stateNow();
    const text = JSON.stringify(state);
    if (text !== reported) report(state);
    reported = text;
  }

  /** The open card shows its highlight as it is now, or closes with it. */
  function renew() {
    if (shown.kind !== 'card') {
      const isOver = shown.kind === 'bar' && reading?.selectionBar === false;
      if (shown.kind !== 'nothing') void put(isOver ? { kind: 'nothing' } : shown);
      return;
    }
    const { card, boxOf } = shown;
    const placed = view?.placed.get(card.annotation.id);
    if (!placed) void put({ kind: 'nothing' });
    else {
      const { annotation, verdict, changedWords } = placed;
      void put({ kind: 'card', boxOf, focus: null, card: { ...card, annotation, verdict, changedWords } });
    }
  }

  async function put(wanted: LiveView) {
    if (wanted.kind === 'nothing' && shown.kind === 'nothing') return;
    shown = wanted;
    const focused = wanted.kind === 'card' ? view?.placed.get(wanted.card.annotation.id) : null;
    // Words in question keep their dashes: the line of the open card would cover them.
    painter.mark('focus', focused && focused.verdict !== 'review' ? focused.ranges : null);
    painter.mark('pending', wanted.kind === 'bar' ? rangesOfEnds(wanted.ends) : null);
    const world = globalThis as { [CONTROLS]?: LiveControls };
    if (!world[CONTROLS]) {
      if (wanted.kind === 'nothing') return;
      const answer = await call('page/controls', null);
      if (!answer.ok) return;
      locale = answer.value.locale;
    }
    // Something else may be wanted by now.
    world[CONTROLS]?.show(
      { view: shown, locale: reading?.locale ?? locale, codes: reading?.codes ?? [] },
      acts,
    );
  }

  const course: LiveCourse = {
    ...doors,
    reading: () => reading,
    view: () => view,
    lookAgain: async () => {
      await work({ reading: true });
      return view;
    },
    take,
    put,
    shown: () => shown,
  };

  function openCard(annotationId: string, among: readonly string[], focus: 'tag' | 'comment' | null) {
    const placed = view?.placed.get(annotationId);
    if (!placed) return;
    const { annotation, verdict, changedWords } = placed;
    void put({
      kind: 'card',
      boxOf: () => boxOfRanges(view?.placed.get(annotationId)?.ranges ?? []),
      focus,
      card: {
        annotation,
        verdict,
        changedWords,
        nth: Math.max(0, among.indexOf(annotationId)),
        of: Math.max(1, among.length),
      },
    });
  }

  const done = async (answer: Promise<{ ok: boolean; error?: { code: string } }>): Promise<boolean> => {
    const { ok, error } = await answer;
    if (!ok) say(`error_${error?.code ?? 'unexpected'}`);
    await work({ asking: true });
    return ok;
  };

  function say(says: string, values: (string | number)[] = [], isBad = true) {
    void put({
      kind: 'notice',
      // The controls fall back to a known sentence for a key that is none.
      notice: { says: says as never, values, isBad, acts: [], annotationId: null, takesFocus: false },
    });
  }

  /** The inbox knows only what was saved: a page changed since then is kept as a new version first. */
  async function review(annotationId: string | null) {
    if (annotationId && view?.placed.get(annotationId)?.annotation.verdict !== 'review') {
      const saved = await call('page/save', doors.address());
      if (!saved.ok) return say(`error_${saved.error.code}`);
      take(saved.value);
      await work({ reading: true });
    }
    void call('review/open', null);
    void put({ kind: 'nothing' });
  }

  const acts: LiveActs & { openCard: typeof openCard } = {
    openCard,
    make: (what, byKeyboard) => void makeHighlight(course, openCard, what, byKeyboard),
    code: (annotationId, { id, name }) =>
      done(call('page/code', id ? { annotationId, codeId: id } : { annotationId, newTag: name })),
    uncode: (annotationId, codeId) => done(call('page/uncode', { annotationId, codeId })),
    comment: (annotationId, comment) => done(call('page/comment', { annotationId, comment })),
    remove: (annotationId) =>
      void done(call('page/removeHighlight', { annotationId })).then((ok) => {
        if (ok)
          void put({
            kind: 'notice',
            notice: {
              says: 'liveRemoved',
              values: [],
              isBad: false,
              acts: ['undo'],
              annotationId: null,
              takesFocus: false,
            },
          });
      }),
    next: (annotationId) => {
      const box = view?.placed.get(annotationId)?.ranges[0]?.getClientRects()[0];
      if (!box || !view) return;
      const ids = pageHighlightsAt(view.hits, view.page, doc, box.left + 2, box.top + box.height / 2);
      const next = ids[(ids.indexOf(annotationId) + 1) % ids.length];
      if (next) openCard(next, ids, null);
    },
    notice: (act, annotationId) => {
      if (act === 'undo')
        void call('journal/undo', null).then(async (answer) => {
          await work({ asking: true });
          if (!answer.ok) say(`error_${answer.error.code}`);
          else if (answer.value.did) say('toastUndid', [answer.value.did], false);
          else say('toastNothingToUndo');
        });
      else if (act === 'review') void review(annotationId);
      else if (act === 'saveAgain') void makeHighlight(course, openCard, 'highlight', false, true);
      else if (act === 'open' && reading) {
        void call('reader/open', { articleId: reading.articleId, ...(annotationId && { annotationId }) });
        void put({ kind: 'nothing' });
      } else if (annotationId) openCard(annotationId, [annotationId], act === 'comment' ? 'comment' : 'tag');
    },
    close: () => void put({ kind: 'nothing' }),
  };

  return {
    refresh: () => void work({ asking: true, reading: true }),
    leave() {
      epoch += 1;
      reading = null;
      view = null;
      painter.clear();
      watch?.stop();
      watch = null;
      unlisten?.();
      unlisten = null;
      void put({ kind: 'nothing' });
      tell();
    },
    highlightSelection: () => acts.make('highlight', true),
    async show() {
      await work({ asking: true, reading: true });
      const all = [...(view?.placed.values() ?? [])];
      const there = all.filter(({ ranges, verdict }) => ranges.length > 0 && verdict !== 'review').length;
      await put({
        kind: 'notice',
        notice: {
          says: !reading
            ? 'liveNotSaved'
            : all.length === 0
              ? 'liveNoHighlights'
              : there === all.length
                ? 'liveAllShown'
                : there === 0
                  ? 'liveNoneShown'
                  : 'liveSomeShown',
          values: [there, all.length - there],
          isBad: all.length > there,
          acts: reading ? ['open'] : [],
          annotationId: null,
          takesFocus: false,
        },
      });
    },
    goTo(annotationId) {
      const range = view?.placed.get(annotationId)?.ranges[0];
      if (!range) return;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      painter.mark('focus', view?.placed.get(annotationId)?.ranges ?? null);
    },
    async state() {
      await running;
      return stateNow();
    },
  };
}
