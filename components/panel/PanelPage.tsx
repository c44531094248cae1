/** The highlights of the page in the tab beside, in the order of its text, with what became of each. */
import { useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { useWords } from '@/components/words';
import type { Verdict } from '@/utils/annotation/types';
import { inTextOrder } from '@/utils/annotation/order';
import type { ReadAnnotation, Reading } from '@/utils/db/reading';
import type { PageState } from '@/utils/annotation/page-state';
import { PanelItem } from './PanelItem';
import './panel.css';

export interface PanelPlace {
  tabId: number | null;
  articleId: string | null;
  /** null: no annotator runs in the tab. */
  state: PageState | null;
}

export interface PanelDoors {
  goTo: (annotationId: string) => void;
  show: () => Promise<Answer<null>>;
  comment: (annotationId: string, comment: string) => Promise<Answer<null>>;
  remove: (annotationId: string) => Promise<Answer<null>>;
  code: (
    annotationId: string,
    tag: { codeId?: string; newTag?: string },
  ) => Promise<Answer<{ codeId: string }>>;
  uncode: (annotationId: string, codeId: string) => Promise<Answer<null>>;
  undo: () => Promise<Answer<{ did: string | null }>>;
  openReader: (articleId: string) => void;
  openLibrary: () => void;
}

export interface PanelPageProps {
  place: PanelPlace;
  reading: Reading | null;
  doors: PanelDoors;
}

interface Row {
  annotation: ReadAnnotation;
  verdict: Verdict | null;
  changedWords: readonly string[];
}

/** In the page's order where it is known, else in that of the saved text. */
function rowsOf(reading: Reading, state: PageState | null): Row[] {
  const there = new Map(state?.placed.map((one, n) => [one.id, { ...one, n }]));
  const rows = inTextOrder(reading.annotations).map((annotation) => ({
    annotation,
    verdict: there.get(annotation.id)?.verdict ?? null,
    changedWords: there.get(annotation.id)?.changedWords ?? [],
  }));
  const nth = ({ annotation }: Row) => there.get(annotation.id)?.n ?? Infinity;
  return state ? rows.toSorted((a, b) => nth(a) - nth(b) || 0) : rows;
}

const isAway = ({ verdict }: Row) => verdict === 'orphan' || verdict === 'review';

export function PanelPage({ place, reading, doors }: PanelPageProps) {
  const { t, number, failure } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const tell = (answer: Promise<Answer<unknown>>) =>
    void answer.then((done) => setProblem(done.ok ? null : done.error.code));

  if (!place.articleId || !reading)
    return (
      <main class="panel panel-empty">
        <h1>{t('panelTitle')}</h1>
        <p>{t('panelNothing')}</p>
        {place.tabId !== null && !place.articleId && (
          <button type="button" class="button" onClick={() => tell(doors.show())}>
            {t('panelLook')}
          </button>
        )}
        {problem && (
          <p class="notice bad" role="alert">
            {failure(problem)}
          </p>
        )}
        <button type="button" class="button quiet" onClick={doors.openLibrary}>
          {t('readerLibrary')}
        </button>
      </main>
    );

  const rows = rowsOf(reading, place.state);
  const groups = [
    { name: null, rows: rows.filter((row) => !isAway(row)) },
    { name: t('panelAway'), rows: rows.filter(isAway) },
  ];
  return (
    <main class="panel">
      <header class="panel-head">
        <h1 lang={reading.article.shown.language ?? undefined}>{reading.article.shown.title}</h1>
        <p>
          {t('panelCount', number(rows.length))}
          {place.state ? '' : ` · ${t('panelNotShown')}`}
        </p>
        <div class="panel-acts">
          {!place.state && (
            <button type="button" class="button primary" onClick={() => tell(doors.show())}>
              {t('panelShow')}
            </button>
          )}
          <button type="button" class="button" onClick={() => doors.openReader(reading.article.id)}>
            {t('popupOpenReader')}
          </button>
          <button
            type="button"
            class="button quiet"
            disabled={!reading.undo}
            onClick={() => tell(doors.undo())}
          >
            {t('readerUndo')}
          </button>
        </div>
        {problem && (
          <p class="notice bad" role="alert">
            {failure(problem)}
          </p>
        )}
      </header>
      {rows.length === 0 && <p class="panel-none">{t('liveNoHighlights')}</p>}
      {groups.map(
        ({ name, rows: own }) =>
          own.length > 0 && (
            <section key={name ?? ''} aria-label={name ?? t('panelTitle')}>
              {name && <h2>{name}</h2>}
              <ol class="panel-list">
                {own.map(({ annotation, verdict, changedWords }) => (
                  <PanelItem
                    key={annotation.id}
                    annotation={annotation}
                    verdict={verdict}
                    changedWords={changedWords}
                    lang={reading.article.shown.language ?? undefined}
                    codes={reading.codes}
                    isOpen={open === annotation.id}
                    onPick={() => {
                      setOpen(open === annotation.id ? null : annotation.id);
                      doors.goTo(annotation.id);
                    }}
                    onCode={(tag) =>
                      tell(doors.code(annotation.id, tag.id ? { codeId: tag.id } : { newTag: tag.name }))
                    }
                    onUncode={(codeId) => tell(doors.uncode(annotation.id, codeId))}
                    onComment={(comment) => tell(doors.comment(annotation.id, comment))}
                    onRemove={() => tell(doors.remove(annotation.id))}
                  />
                ))}
              </ol>
            </section>
          ),
      )}
    </main>
  );
}
