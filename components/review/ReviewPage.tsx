/** Highlights that wait for a decision: the list at the side, one at a time in the middle, three answers by key. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { KeyTable } from '@/components/ui/KeyTable';
import { useKeymap, type KeysInForce } from '@/components/ui/use-keymap';
import { useWords } from '@/components/words';
import type { ReviewItem } from '@/utils/db/review';
import { isMessageKey } from '@/utils/locale/translate';
import type { ReviewDoors } from './doors';
import { ReviewCard } from './ReviewCard';
import { ReviewList } from './ReviewList';
import './review.css';

export interface ReviewPageProps {
  /** null: not read yet. */
  items: ReviewItem[] | null;
  hasFailed: boolean;
  keys: KeysInForce;
  doors: ReviewDoors;
}

export function ReviewPage({ items, hasFailed, keys, doors }: ReviewPageProps) {
  const { t, number, failure } = useWords();
  const [at, setAt] = useState<string | null>(null);
  const [decided, setDecided] = useState(0);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [isHelping, setHelping] = useState(false);
  const card = useRef<HTMLElement>(null);
  const place = useRef(0);
  const list = items ?? [];
  const found = list.findIndex(({ id }) => id === at);
  // A decided one leaves the list: the next takes its place.
  const index = found >= 0 ? found : Math.min(place.current, list.length - 1);
  const item = list[index] ?? null;
  useEffect(() => {
    place.current = Math.max(0, index);
  }, [index]);
  const shown = item?.id;
  useEffect(() => {
    if (shown) card.current?.focus({ preventScroll: true });
  }, [shown]);

  function go(by: 1 | -1) {
    const next = list[index + by];
    if (next) setAt(next.id);
  }

  async function decide(answer: ReturnType<ReviewDoors['accept']>, sentence: string) {
    const result = await answer;
    setProblem(result.ok ? '' : failure(result.error.code));
    if (!result.ok) return;
    setAt(null);
    setDecided((count) => count + 1);
    setSaid(sentence);
  }

  const accept = () => {
    if (!item) return;
    if (item.now) void decide(doors.accept(item), t('reviewAccepted'));
    else setSaid(t('reviewNothingToAccept'));
  };
  const orphan = () => item && void decide(doors.orphan(item), t('reviewKept'));
  const attach = () => item && doors.attach(item);

  async function travel(way: 'undo' | 'redo') {
    const result = await doors[way]();
    setProblem(result.ok ? '' : failure(result.error.code));
    if (!result.ok) return;
    const { did } = result.value;
    const what = did && isMessageKey(did) ? t(did) : did;
    if (did === 'journalPlaced') setDecided((count) => Math.max(0, count + (way === 'undo' ? -1 : 1)));
    if (way === 'undo') setSaid(what ? t('readerUndid', what) : t('readerNothingToUndo'));
    else setSaid(what ? t('readerRedid', what) : t('readerNothingToRedo'));
  }

  useKeymap(
    keys,
    {
      nextParagraph: () => go(1),
      previousParagraph: () => go(-1),
      accept,
      attach: () => void attach(),
      keepOrphan: () => void orphan(),
      undo: () => void travel('undo'),
      redo: () => void travel('redo'),
      help: () => setHelping(true),
    },
    (stroke) => {
      const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[stroke];
      if (by) go(by);
      return by !== undefined;
    },
  );

  return (
    <div class="review-page">
      <header class="review-top">
        <button type="button" class="button quiet" onClick={doors.openLibrary}>
          <span aria-hidden="true">←</span> {t('readerLibrary')}
        </button>
        <h1>{t('reviewTitle')}</h1>
        {item && (
          <p class="review-progress">
            <progress
              max={decided + list.length}
              value={decided}
              aria-label={t('reviewDone', number(decided))}
            />
            <span>{t('reviewProgress', number(decided + index + 1), number(decided + list.length))}</span>
          </p>
        )}
        <span class="review-gap" />
        <button type="button" class="button quiet" onClick={() => void travel('undo')}>
          {t('readerUndo')}
        </button>
        <button type="button" class="button quiet" onClick={() => void travel('redo')}>
          {t('readerRedo')}
        </button>
        <button type="button" class="button quiet" onClick={() => setHelping(true)}>
          {t('readerMoreKeys')}
        </button>
      </header>
      <output class="review-said">{said}</output>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {hasFailed && (
        <p class="notice bad" role="alert">
          {t('readerFailed')}
        </p>
      )}
      {items === null && !hasFailed && <p class="review-empty">{t('reviewLoading')}</p>}
      {items !== null && !item && (
        <main class="review-empty">
          <span class="review-sign" aria-hidden="true">
            ✓
          </span>
          <h2>{t(decided > 0 ? 'reviewAllDone' : 'reviewEmpty')}</h2>
          <p>{t('reviewEmptySays')}</p>
          <button type="button" class="button primary" onClick={doors.openLibrary}>
            {t('readerLibrary')}
          </button>
        </main>
      )}
      {item && (
        <div class="review-body">
          <ReviewList items={list} current={item.id} onPick={setAt} />
          <main>
            <ReviewCard
              key={item.id}
              item={item}
              card={card}
              label={t('reviewItem', number(index + 1), number(list.length), item.saved.words, item.title)}
              onAccept={accept}
              onAttach={attach}
              onOrphan={() => void orphan()}
              onOpen={() => doors.open(item)}
              keymap={keys.keymap}
            />
            <p class="review-says">{t('reviewSays')}</p>
          </main>
        </div>
      )}
      {isHelping && (
        <Dialog title={t('reviewTitle')} onClose={() => setHelping(false)}>
          {!keys.areSingleOn && <p class="notice warn">{t('keysOff')}</p>}
          <KeyTable
            groups={[
              {
                title: 'keyGroup_review' as const,
                rows: (['accept', 'attach', 'keepOrphan', 'undo', 'redo'] as const).map((action) => ({
                  keys: keys.keymap[action],
                  says: t(`keyAction_${action}`),
                })),
              },
            ]}
          />
        </Dialog>
      )}
    </div>
  );
}
