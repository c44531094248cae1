/** One version: its clean copy (read or being corrected), its sources, and the highlights beside it. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { TagValue } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { Described } from '@/utils/annotation/describe';
import { inTextOrder } from '@/utils/annotation/order';
import type { Derivation } from '@/utils/archive/derive-version';
import { piecesMissingIn, type Correction } from '@/utils/article/correct';
import { correctedCapture } from '@/utils/article/corrected-capture';
import type { Capture, PictureFound } from '@/utils/article/types';
import type { Picture, Version } from '@/utils/db/records';
import type { ReadAnnotation, Reading } from '@/utils/db/reading';
import { AnnotationCard, briefly, type CardCallbacks } from './AnnotationCard';
import { Byline } from './Byline';
import { CopyView } from './CopyView';
import { CorrectCopy } from './CorrectCopy';
import type { ReaderDoors } from './doors';
import { ExtractAgain } from './ExtractAgain';
import { Shelf } from './Shelf';
import { Sources } from './Sources';
import type { Passages } from './use-passages';

type Focus = { id: string; on: 'card' | 'comment' } | null;

type Told = <T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>,
) => Promise<T | null>;

export interface OpenVersionProps {
  reading: Reading;
  /** Hash of a kept picture → blob: address. */
  sources: ReadonlyMap<string, string>;
  doors: ReaderDoors;
  version: Version;
  told: Told;
  onSaid: (said: string) => void;
}

export function OpenVersion({ reading, sources, doors, version, told, onSaid }: OpenVersionProps) {
  const { t, number, moment } = useWords();
  const { article, codes, pictures } = reading;
  const [open, setOpen] = useState<string | null>(null);
  const [focus, setFocus] = useState<Focus>(null);
  const passages = useRef<Passages | null>(null);
  const [incomplete, setIncomplete] = useState<ReadonlySet<string>>(new Set());
  const annotations = useMemo(() => inTextOrder(reading.annotations), [reading.annotations]);
  const lang = article.shown.language ?? undefined;
  const list = useRef<HTMLElement>(null);

  async function make({ parts, quote }: Described, what: TagValue | 'highlight' | 'comment') {
    const tag = typeof what === 'string' ? null : what;
    const made = await told(
      doors.annotate({
        articleId: article.id,
        versionId: version.id,
        parts,
        quote,
        comment: '',
        codeIds: tag?.id ? [tag.id] : [],
        newTags: tag && !tag.id ? [tag.name] : [],
        origin: 'saved',
      }),
    );
    if (!made) return;
    onSaid(
      tag ? t('readerMadeTagged', briefly(quote.exact), tag.name) : t('readerMade', briefly(quote.exact)),
    );
    if (what === 'comment') {
      setOpen(made.annotationId);
      setFocus({ id: made.annotationId, on: 'comment' });
    }
  }

  async function remove(annotation: ReadAnnotation) {
    const at = annotations.indexOf(annotation);
    const next = annotations[at + 1] ?? annotations[at - 1];
    const result = await doors.removeAnnotation(annotation.id);
    await told(Promise.resolve(result));
    if (!result.ok) return;
    onSaid(t('readerGone', briefly(annotation.quote.exact)));
    if (open === annotation.id) setOpen(null);
    if (next) setFocus({ id: next.id, on: 'card' });
    else list.current?.focus();
  }

  function show(id: string) {
    setOpen(id);
    const first = passages.current?.rangesOf(id)[0];
    const element = first?.startContainer.parentElement;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    element?.closest('[data-block]')?.animate?.([{ background: 'var(--accent-wash)' }, {}], still ? 1 : 900);
  }

  const [attaching, setAttaching] = useState<ReadAnnotation | null>(null);
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

  const callbacks: CardCallbacks = {
    onShow: show,
    onOpen: setOpen,
    onTag: (id, tag) => void told(doors.code(id, tag.id ? { codeId: tag.id } : { newTag: tag.name })),
    onUntag: (id, codeId) => void told(doors.uncode(id, codeId)),
    onComment: (id, comment) => void told(doors.comment(id, comment)),
    onAttach: setAttaching,
    onOrphan: (id) => void told(doors.place(id, version.id, null)),
    onRemove: (annotation) => void remove(annotation),
  };
  const waiting = pictures.filter(({ outcome }) => outcome === 'pending').length;

  return (
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
        {attaching && (
          <p class="notice reader-problem">
            {t('readerAttachSays', briefly(attaching.quote.exact))}{' '}
            <button type="button" class="button" onClick={() => setAttaching(null)}>
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
            open={open}
            byline={<Byline article={article} version={version} />}
            onMake={(described, what) => void make(described, what)}
            onAttach={
              attaching &&
              (({ parts }) => {
                setAttaching(null);
                void told(doors.place(attaching.id, version.id, parts));
              })
            }
            onPick={(id) => {
              setOpen(id);
              setFocus({ id, on: 'card' });
            }}
            onPassages={(now) => {
              passages.current = now;
              setIncomplete(now.incomplete);
            }}
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
            {t('readerCapturedAt')}: {moment(version.capturedAt, 'long')} ({version.circumstances.capturedAt})
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
          version={version}
          onEdit={(byHand, reset) => void told(doors.edit(byHand, reset))}
        />
      </main>
      <aside
        ref={list}
        class="reader-side"
        aria-label={t('readerHighlights')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- takes the focus when the last card went; scrolls
        tabIndex={0}
      >
        <h2>
          {t('readerHighlights')} <span class="reader-count">{number(annotations.length)}</span>
        </h2>
        {annotations.length === 0 && <p class="reader-hint">{t('readerNoHighlights')}</p>}
        <ol class="reader-cards">
          {annotations.map((annotation) => (
            <li key={annotation.id}>
              <AnnotationCard
                annotation={annotation}
                codes={codes}
                lang={lang}
                isOpen={open === annotation.id}
                focus={focus?.id === annotation.id ? focus.on : null}
                isIncomplete={incomplete.has(annotation.id)}
                {...callbacks}
              />
            </li>
          ))}
        </ol>
        <details class="reader-keys">
          <summary>{t('readerKeys')}</summary>
          <p>{t('readerKeysText')}</p>
        </details>
      </aside>
    </div>
  );
}

/** The picture as the page gave it, without what became of it. */
function foundAs(picture: Picture): PictureFound {
  const { pictureId, url, alternatives, caption, credit, alt, width, height, role } = picture;
  return { id: pictureId, url, alternatives, caption, credit, alt, width, height, role };
}
