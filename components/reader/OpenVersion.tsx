/** One version: its clean copy (read or being corrected), its sources, and the highlights beside it. */
import { codersSeen, SeveralCoders } from '@/components/coders/PutBy';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useKeymap, type KeysInForce } from '@/components/ui/use-keymap';
import { useWords } from '@/components/words';
import { inTextOrder } from '@/utils/annotation/order';
import type { Part } from '@/utils/annotation/types';
import type { Derivation } from '@/utils/archive/derive-version';
import { piecesMissingIn, type Correction } from '@/utils/article/correct';
import { correctedCapture } from '@/utils/article/corrected-capture';
import type { Capture } from '@/utils/article/types';
import type { Version } from '@/utils/db/records';
import type { ReadAnnotation, Reading } from '@/utils/db/reading';
import type { SetCurrent } from './acts';
import { AnnotationCard, briefly, type CardCallbacks } from './AnnotationCard';
import { ArticleCodes } from './ArticleCodes';
import { CopyView } from './CopyView';
import { CorrectCopy } from './CorrectCopy';
import type { ReaderDoors } from './doors';
import { ExtractAgain } from './ExtractAgain';
import { filterAnnotations, NO_FILTER } from './filter-annotations';
import { FindBar } from './FindBar';
import { foundAs } from './found-as';
import { keepInView } from './keep-in-view';
import { Head } from './Head';
import { Shelf } from './Shelf';
import { SideList } from './SideList';
import { Sources } from './Sources';
import { useActs, type Told } from './use-acts';
import { useFind } from './use-find';
import type { Passages } from './use-passages';
import { useStable } from './use-stable';

export interface OpenVersionProps {
  reading: Reading;
  /** Hash of a kept picture → blob: address. */
  sources: ReadonlyMap<string, string>;
  doors: ReaderDoors;
  version: Version;
  keys: KeysInForce;
  /** A highlight whose words are to be chosen, asked for from the review; told when that is over. */
  attach: string | null;
  /** A highlight to begin at. */
  first?: string | null;
  onAttached: () => void;
  /** Counts the requests to search from the strip above. */
  findTurn: number;
  told: Told;
  onSaid: (said: string) => void;
}

type Focus = { id: string; on: 'card' | 'comment' } | null;

export function OpenVersion(props: OpenVersionProps) {
  const { reading, sources, doors, version, keys, told, onSaid, onAttached } = props;
  const { t, number, moment } = useWords();
  const { article, codes, pictures, pageReleasedAt } = reading;
  const [current, putCurrent] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [focus, setFocus] = useState<Focus>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const passages = useRef<Passages | null>(null);
  const first = useRef(props.first ?? null);
  const [incomplete, setIncomplete] = useState<ReadonlySet<string>>(new Set());
  const stable = useStable(reading.annotations);
  const annotations = useMemo(() => inTextOrder(stable), [stable]);
  const lang = article.shown.language ?? undefined;
  const list = useRef<HTMLElement>(null);
  const find = useFind(version.text);
  useKeymap(keys, { search: find.open });
  useEffect(() => {
    if (props.findTurn > 0) find.open();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a new request opens it
  }, [props.findTurn]);

  const setCurrent: SetCurrent = (id, on) => {
    putCurrent(id);
    if (on) setOpen(id);
    else if (open && open !== id) setOpen(null);
    setFocus(id && on ? { id, on } : null);
  };
  const acts = useActs({ doors, version, told, onSaid, onRemoved: afterRemoval });

  function afterRemoval(annotation: ReadAnnotation) {
    if (current === annotation.id) putCurrent(null);
    if (open === annotation.id) setOpen(null);
    // By key from the text, the text keeps the focus; only a card that is gone hands it on.
    if (!list.current?.contains(document.activeElement)) return;
    const at = annotations.findIndex(({ id }) => id === annotation.id);
    const next = annotations[at + 1] ?? annotations[at - 1];
    if (next) setFocus({ id: next.id, on: 'card' });
    else list.current?.focus();
  }

  function show(id: string, isFirst = false) {
    setCurrent(id);
    const first = passages.current?.rangesOf(id)[0];
    const element = first?.startContainer.parentElement;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (isFirst && element) keepInView(element);
    else element?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    element?.closest('[data-block]')?.animate?.([{ background: 'var(--accent-wash)' }, {}], still ? 1 : 900);
  }

  const [attaching, setAttaching] = useState<string | null>(props.attach);
  const attached = annotations.find(({ id }) => id === attaching) ?? null;
  const [task, setTask] = useState<'correct' | 'again' | null>(null);
  /** Keeps a copy derived from the shown version and shows it. */
  async function keep(capture: Capture, how: Derivation) {
    const made = await told(doors.derive(version.id, capture, how));
    if (!made) return;
    onSaid(t(how === 'corrected' ? 'correctSaved' : 'againKept'));
    doors.openVersion(made.versionId);
  }
  async function saveCorrections(corrections: Correction[]) {
    await keep(correctedCapture(version, pictures.map(foundAs), corrections), 'corrected');
  }

  async function attach(annotationId: string, parts: Part[]) {
    setAttaching(null);
    const result = await doors.place(annotationId, version.id, parts);
    await told(Promise.resolve(result));
    if (result.ok) onAttached();
  }

  const latest = useRef({ show, acts, annotations });
  latest.current = { show, acts, annotations };
  // The same functions for every drawing: a thousand cards are not drawn again because one was opened.
  const callbacks = useMemo(
    (): CardCallbacks => ({
      onShow: (id) => latest.current.show(id),
      onOpen: (id) => {
        setOpen(id);
        if (id) putCurrent(id);
        setFocus(null);
      },
      onTag: (id, tag) => void latest.current.acts.tag(id, tag),
      onUntag: (id, code) => void latest.current.acts.untag(id, code),
      onComment: (id, comment) => void latest.current.acts.comment(id, comment),
      onAttach: ({ id }) => setAttaching(id),
      onMoveBack: (annotation) => void latest.current.acts.move(annotation, null),
      onOrphan: (id) => void told(doors.place(id, version.id, null)),
      onRemove: (annotation) => void latest.current.acts.remove(annotation),
      onDone: ({ parts }) => {
        setOpen(null);
        setFocus(null);
        const block = document.querySelector<HTMLElement>(
          `[data-block="${CSS.escape(parts[0]?.blockId ?? '')}"]`,
        );
        block?.focus({ preventScroll: true });
        block?.scrollIntoView?.({ block: 'nearest' });
      },
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- doors and `told` are new on each drawing and do the same
    [version.id],
  );
  const coders = useMemo(() => codersSeen(reading.coders, annotations), [reading.coders, annotations]);
  const waiting = pictures.filter(({ outcome }) => outcome === 'pending').length;

  return (
    <SeveralCoders.Provider value={coders}>
      <div class="reader-body">
        <main class="reader-main">
          {version.id !== article.latestVersionId && (
            <p class="notice warn reader-problem">
              {t('readerOlder')}{' '}
              <button type="button" class="button" onClick={() => doors.openVersion(article.latestVersionId)}>
                {t('readerLatest')}
              </button>
            </p>
          )}
          {version.incomplete?.map((why) => (
            <p key={why} class="notice warn reader-problem">
              {t(`incomplete_${why}`)}
            </p>
          ))}
          {waiting > 0 && (
            <p class="reader-progress">
              <progress
                max={pictures.length}
                value={pictures.length - waiting}
                aria-label={t('readerPicturesProgress', pictures.length - waiting, pictures.length)}
              />{' '}
              {t('readerPicturesProgress', number(pictures.length - waiting), number(pictures.length))}
            </p>
          )}
          {attached && (
            <p class="notice reader-problem reader-attaching" aria-live="polite">
              {t('readerAttachSays', briefly(attached.quote.exact))}{' '}
              <button
                type="button"
                class="button"
                onClick={() => {
                  setAttaching(null);
                  onAttached();
                }}
              >
                {t('libraryCancel')}
              </button>
            </p>
          )}
          {task === 'correct' ? (
            <CorrectCopy
              version={version}
              pictures={pictures}
              sources={sources}
              lang={lang}
              pieces={async (copy) => {
                const page = await doors.rawPage(version);
                return page && piecesMissingIn(copy, page);
              }}
              onSave={saveCorrections}
              onClose={() => setTask(null)}
            />
          ) : (
            <CopyView
              version={version}
              annotations={annotations}
              codes={codes}
              pictures={pictures}
              sources={sources}
              lang={lang}
              keys={keys}
              find={find}
              current={current}
              setCurrent={setCurrent}
              acts={acts}
              byline={<Head {...{ article, version, told }} doors={doors.elsewhere} />}
              onAttach={attached && (({ parts }) => void attach(attached.id, parts))}
              onPassages={(now) => {
                passages.current = now;
                if (first.current && now.rangesOf(first.current).length > 0) {
                  show(first.current, true);
                  first.current = null;
                }
                setIncomplete(now.incomplete);
              }}
              onChangeKeys={doors.openSettings}
              onSay={onSaid}
              onAllow={(host) =>
                void doors.allowHost(host).then((allowed) => allowed && told(doors.fetchPictures(false)))
              }
              onRetry={() => void told(doors.fetchPictures(true))}
            />
          )}
          <footer class="reader-colophon">
            <p>{t('readerColophon', article.shown.outlet ?? article.shown.title)}</p>
            <p>{version.circumstances.pageUrl}</p>
            <p>
              {t('readerCapturedAt')}: {moment(version.capturedAt, 'long')} (
              {version.circumstances.capturedAt})
            </p>
            <p>
              {t('readerTextHash')}: {version.textSha}
            </p>
          </footer>
          <p class="reader-copy-tools">
            <button
              type="button"
              class="button"
              disabled={task === 'correct'}
              onClick={() => {
                setTask('correct');
                scrollTo({ top: 0 });
              }}
            >
              {t('correctTitle')}
            </button>
            <button type="button" class="button" onClick={() => setTask('again')}>
              {t('againTitle')}
            </button>
          </p>
          {task === 'again' && (
            <ExtractAgain
              version={version}
              lang={lang}
              doors={doors}
              onKeep={(capture) => keep(capture, 'extractedAgain')}
              onClose={() => setTask(null)}
            />
          )}
          <Shelf reading={reading} doors={doors} told={(answer) => void told(answer as never)} />
          <Sources
            article={article}
            {...{ version, pageReleasedAt }}
            onEdit={(byHand, reset) => void told(doors.edit(byHand, reset))}
          />
        </main>
        <SideList
          annotations={annotations}
          coders={reading.coders}
          filter={filter}
          onFilter={setFilter}
          query={find.query}
          listRef={list}
          above={
            <ArticleCodes
              variables={reading.variables}
              setVariable={doors.setVariable}
              told={(answer) => void told(answer as never)}
            />
          }
          below={<p class="reader-keys">{t('readerKeysHint')}</p>}
        >
          {(annotation) => (
            <AnnotationCard
              annotation={annotation}
              codes={codes}
              lang={lang}
              isCurrent={current === annotation.id}
              isOpen={open === annotation.id}
              focus={focus?.id === annotation.id ? focus.on : null}
              isIncomplete={incomplete.has(annotation.id)}
              coder={coders.get(annotation.coderId) ?? null}
              on={callbacks}
            />
          )}
        </SideList>
        {find.isOpen && (
          <FindBar
            query={find.query}
            found={{
              at: find.at,
              of: find.places.length,
              highlights: filterAnnotations(annotations, { ...NO_FILTER, words: find.query }).length,
            }}
            turn={find.turn}
            onQuery={find.ask}
            onStep={(by) => void find.step(by)}
            onClose={() => {
              find.close();
              const block =
                find.place &&
                version.blocks.find(
                  ({ start, end }) => start <= find.place!.start && find.place!.start <= end,
                );
              const element = document.querySelector<HTMLElement>(
                block ? `[data-block="${CSS.escape(block.id)}"]` : '.reader-copy',
              );
              element?.focus({ preventScroll: true });
            }}
          />
        )}
      </div>
    </SeveralCoders.Provider>
  );
}
