/** Two versions of an article beside each other: what changed, how much it weighs, and from one change to the next. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useKeymap, type KeysInForce } from '@/components/ui/use-keymap';
import { useWords } from '@/components/words';
import { compareVersions } from '@/utils/article/versions/compare-versions';
import { isTold, type VersionSide } from '@/utils/article/versions/types';
import type { ReadVersion } from '@/utils/db/reading';
import { ChooseVersions } from './ChooseVersions';
import { DifferenceRow, type Look } from './DifferenceRow';
import { LIVE, type VersionsDoors } from './doors';
import { rowsOf, type ShownRow } from './rows';
import { Summary } from './Summary';
import type { VerdictCounts } from './verdict-counts';
import './versions.css';

export interface VersionsPageProps {
  title: string;
  lang: string | undefined;
  /** Newest first. */
  versions: ReadVersion[];
  fromId: string;
  toId: string;
  from: VersionSide;
  to: VersionSide;
  hasLive: boolean;
  /** Sentences to be known before: the device's clock went back, a person corrected one of the two. */
  notices: string[];
  verdicts: VerdictCounts;
  keys: KeysInForce;
  doors: VersionsDoors;
}

/** Rows drawn at first, and at each wish for more. */
const AT_ONCE = 200;

export function VersionsPage(props: VersionsPageProps) {
  const { title, lang, from, to, toId, doors, keys } = props;
  const { t } = useWords();
  // Versions never change: rows read anew are the same two texts.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const difference = useMemo(() => compareVersions(from, to), [props.fromId, toId]);
  const isLive = toId === LIVE;
  const [look, setLook] = useState<Look>(() =>
    globalThis.matchMedia?.('(max-width: 720px)').matches ? 'inline' : 'beside',
  );
  const [isBrief, setBrief] = useState(isTold(difference.grade));
  const rows = useMemo(() => rowsOf(difference.blocks, isBrief), [difference, isBrief]);
  const count = rows.reduce((sum, row) => sum + (row.is === 'block' && row.change !== null ? 1 : 0), 0);
  const [drawn, setDrawn] = useState(AT_ONCE);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    setAt(null);
    setDrawn(AT_ONCE);
  }, [rows]);
  const list = useRef<HTMLOListElement>(null);

  function go(by: 1 | -1): boolean {
    const next = at === null ? (by > 0 ? 0 : -1) : at + by;
    if (next < 0 || next >= count) return false;
    const place = rows.findIndex((row) => row.is === 'block' && row.change === next);
    if (place >= drawn) setDrawn(place + AT_ONCE);
    setAt(next);
    return true;
  }
  useEffect(() => {
    const row = at === null ? null : list.current?.querySelector<HTMLElement>(`#change-${at}`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView?.({ block: 'center' });
  }, [at]);
  useKeymap(keys, {
    nextParagraph: () => go(1),
    previousParagraph: () => go(-1),
    leave: () => doors.openReader(isLive ? null : toId),
  });

  return (
    <div class="versions">
      <header class="versions-top">
        <button type="button" class="button quiet" onClick={() => doors.openReader(isLive ? null : toId)}>
          <span aria-hidden="true">←</span> {t('versionsReader')}
        </button>
        <h1 lang={lang}>{title}</h1>
        {isLive && <SaveLive presence={difference.presence} grade={difference.grade} doors={doors} />}
      </header>
      <main class="versions-main">
        <ChooseVersions
          versions={props.versions}
          fromId={props.fromId}
          toId={toId}
          hasLive={props.hasLive}
          onChoose={doors.choose}
        />
        {props.notices.map((notice) => (
          <p key={notice} class="notice warn">
            {notice}
          </p>
        ))}
        <Summary
          difference={difference}
          verdicts={props.verdicts}
          isLive={isLive}
          lang={lang}
          onReview={doors.openReview}
        />
        <div class="versions-tools" role="toolbar" aria-label={t('versionsTools')}>
          <Looks look={look} onChange={setLook} />
          <label class="versions-brief">
            <input
              type="checkbox"
              checked={isBrief}
              onChange={(event) => setBrief(event.currentTarget.checked)}
            />
            <span>{t('versionsBrief')}</span>
          </label>
          <Steps at={at} count={count} onGo={go} />
        </div>
        {count === 0 ? (
          <p class="versions-empty">
            {t(difference.counts.typography === 0 ? 'changeNone' : 'versionsOnlyTypography')}
          </p>
        ) : (
          <ol class="versions-list" ref={list}>
            {rows.slice(0, drawn).map((row, n) => (
              <Row key={n} row={row} look={look} lang={lang} at={at} />
            ))}
          </ol>
        )}
        {drawn < rows.length && (
          <button type="button" class="button" onClick={() => setDrawn(drawn + AT_ONCE)}>
            {t('versionsMore')}
          </button>
        )}
      </main>
    </div>
  );
}

function Row(props: { row: ShownRow; look: Look; lang: string | undefined; at: number | null }) {
  const { t, number } = useWords();
  const { row, look, lang, at } = props;
  if (row.is === 'block')
    return (
      <DifferenceRow
        block={row.block}
        look={look}
        lang={lang}
        change={row.change}
        isCurrent={at !== null && row.change === at}
      />
    );
  return (
    <li class="versions-folded">
      <details>
        <summary>{t('differenceSame', number(row.blocks.length))}</summary>
        {row.blocks.map(({ to, from }, n) => (
          <p key={n} class="versions-text" lang={lang}>
            {(to ?? from)!.text}
          </p>
        ))}
      </details>
    </li>
  );
}

function Looks({ look, onChange }: { look: Look; onChange: (look: Look) => void }) {
  const { t } = useWords();
  return (
    <fieldset class="versions-looks">
      <legend class="visually-hidden">{t('versionsLook')}</legend>
      {(['beside', 'inline'] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="button"
          aria-pressed={look === one}
          onClick={() => onChange(one)}
        >
          {t(`versionsLook_${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Steps({ at, count, onGo }: { at: number | null; count: number; onGo: (by: 1 | -1) => boolean }) {
  const { t, number } = useWords();
  return (
    <div class="versions-steps">
      <output>
        {at === null ? t('versionsCount', number(count)) : t('versionsNth', number(at + 1), number(count))}
      </output>
      <button
        type="button"
        class="button"
        disabled={at === null || at === 0}
        title={t('versionsPrevious')}
        onClick={() => onGo(-1)}
      >
        <span aria-hidden="true">↑</span>
        <span class="visually-hidden">{t('versionsPrevious')}</span> <kbd aria-hidden="true">k</kbd>
      </button>
      <button
        type="button"
        class="button"
        disabled={count === 0 || at === count - 1}
        title={t('versionsNext')}
        onClick={() => onGo(1)}
      >
        <span aria-hidden="true">↓</span>
        <span class="visually-hidden">{t('versionsNext')}</span> <kbd aria-hidden="true">j</kbd>
      </button>
    </div>
  );
}

/** A notice that the article is gone is no version of it, but it may be wanted as evidence. */
function SaveLive(props: {
  presence: ReturnType<typeof compareVersions>['presence'];
  grade: ReturnType<typeof compareVersions>['grade'];
  doors: VersionsDoors;
}) {
  const { t, failure } = useWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isEdition = (props.presence === 'article' || props.presence === 'another') && isTold(props.grade);
  if (props.grade === null && props.presence === 'article') return null;
  return (
    <>
      <button
        type="button"
        class={`button ${isEdition ? 'primary' : ''}`}
        disabled={isBusy}
        onClick={() => {
          setBusy(true);
          void props.doors.saveLive().then((answer) => {
            setBusy(false);
            setProblem(answer.ok ? null : answer.error.code);
          });
        }}
      >
        {t(isBusy ? 'popupSaving' : isEdition ? 'popupSaveNewVersion' : 'popupSaveAnyway')}
      </button>
      {problem && (
        <p class="notice bad" role="alert">
          {failure(problem)}
        </p>
      )}
    </>
  );
}
