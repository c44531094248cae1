/** How a sample is drawn: from what, how many, sorted by what, for whom. */
import { useId, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { NewSample } from '@/utils/archive/samples';
import type { CodersNow } from '@/utils/db/samples';

const STRATA = ['outlet', 'month', 'section'] as const;

export interface DrawDialogProps {
  now: CodersNow;
  collections: { id: string; name: string }[];
  /** What the library shows at the moment, when it is asked from there. */
  filtered?: { words: string; articleIds: string[] };
  /** A seed nobody has chosen. */
  seed: string;
  draw: (wish: NewSample) => Promise<Answer<{ sampleId: string }>>;
  onDrawn: (sampleId: string) => void;
  onClose: () => void;
}

export function DrawDialog(props: DrawDialogProps) {
  const { now, collections, filtered, draw, onDrawn, onClose } = props;
  const { t, number, failure } = useWords();
  const seedNote = useId();
  const [name, setName] = useState('');
  const [from, setFrom] = useState(filtered ? 'filter' : 'all');
  const [size, setSize] = useState('60');
  const [strataBy, setStrataBy] = useState<NewSample['strataBy']>([]);
  const [allocation, setAllocation] = useState<NewSample['allocation']>('proportional');
  const [seed, setSeed] = useState(props.seed);
  const [coderIds, setCoderIds] = useState([now.currentId]);
  const [isBlind, setBlind] = useState(true);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);

  const frame = (): NewSample['frame'] => {
    if (from === 'filter' && filtered) return { kind: 'filter', ...filtered };
    return from === 'all' ? { kind: 'all' } : { kind: 'collection', collectionId: from };
  };

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (coderIds.length === 0) return setProblem(t('sampleNoCoder'));
    setBusy(true);
    const answer = await draw({
      name,
      frame: frame(),
      size: Number(size),
      strataBy,
      allocation: strataBy.length === 0 ? 'proportional' : allocation,
      seed,
      coderIds,
      isBlind: isBlind && coderIds.length > 1,
    });
    setBusy(false);
    if (answer.ok) onDrawn(answer.value.sampleId);
    else setProblem(failure(answer.error.code));
  }

  const toggled = <T,>(list: readonly T[], value: T, isIn: boolean) =>
    isIn ? [...list, value] : list.filter((other) => other !== value);

  return (
    <Dialog title={t('sampleDraw')} onClose={onClose} isBusy={isBusy}>
      <form class="dialog-form draw" onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span class="label">{t('sampleName')}</span>
          <input
            class="input"
            required
            maxLength={200}
            autocomplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div class="draw-pair">
          <label class="field">
            <span class="label">{t('sampleFrom')}</span>
            <select class="input" value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
              {filtered && (
                <option value="filter">{t('sampleFromFilter', number(filtered.articleIds.length))}</option>
              )}
              <option value="all">{t('sampleFromAll')}</option>
              {collections.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span class="label">
              {t(allocation === 'perStratum' && strataBy.length > 0 ? 'sampleSizeEach' : 'sampleSize')}
            </span>
            <input
              class="input"
              type="number"
              required
              min={1}
              max={100000}
              value={size}
              onInput={(event) => setSize(event.currentTarget.value)}
            />
          </label>
        </div>
        <fieldset class="choices draw-row">
          <legend>{t('sampleStrata')}</legend>
          {STRATA.map((by) => (
            <label key={by}>
              <input
                type="checkbox"
                checked={strataBy.includes(by)}
                onChange={(event) => {
                  const isIn = event.currentTarget.checked;
                  setStrataBy((list) => STRATA.filter((one) => toggled(list, by, isIn).includes(one)));
                }}
              />
              {t(`sampleBy_${by}`)}
            </label>
          ))}
        </fieldset>
        {strataBy.length > 0 && (
          <fieldset class="choices">
            <legend>{t('sampleAllocation')}</legend>
            {(['proportional', 'perStratum'] as const).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="allocation"
                  checked={allocation === one}
                  onChange={() => setAllocation(one)}
                />
                {t(`sampleAllocation_${one}`)}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset class="choices draw-row">
          <legend>{t('sampleCoders')}</legend>
          {now.coders.map((coder) => (
            <label key={coder.id}>
              <input
                type="checkbox"
                checked={coderIds.includes(coder.id)}
                onChange={(event) => {
                  const isIn = event.currentTarget.checked;
                  setCoderIds((list) => toggled(list, coder.id, isIn));
                }}
              />
              {coder.name}
            </label>
          ))}
        </fieldset>
        <div class="choices">
          <label>
            <input
              type="checkbox"
              checked={isBlind && coderIds.length > 1}
              disabled={coderIds.length < 2}
              onChange={(event) => setBlind(event.currentTarget.checked)}
            />
            {t('sampleBlind')}
          </label>
          <p class="soft">{t(coderIds.length < 2 ? 'sampleBlindNeeds' : 'sampleBlindSays')}</p>
        </div>
        <div class="draw-seed">
          <label class="field">
            <span class="label">{t('sampleSeed')}</span>
            <input
              class="input"
              required
              maxLength={100}
              autocomplete="off"
              aria-describedby={seedNote}
              value={seed}
              onInput={(event) => setSeed(event.currentTarget.value)}
            />
          </label>
          <p class="soft" id={seedNote}>
            {t('sampleSeedSays')}
          </p>
        </div>
        {problem && (
          <p class="notice bad" role="alert">
            {problem}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t('libraryCancel')}
          </button>
          <button type="submit" class="button primary" disabled={isBusy}>
            {t('sampleDrawNow')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
