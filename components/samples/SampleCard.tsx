/** One sample: how far each coder is, its articles, and how it was drawn, to be cited. */
import { useState } from 'preact/hooks';
import { CoderBadge } from '@/components/coders/CoderBadge';
import { useWords } from '@/components/words';
import type { Queue, SampleNow } from '@/utils/db/samples';
import type { SamplesDoors } from './doors';
import { nextOpen } from './queue-steps';

export interface SampleCardProps {
  sample: SampleNow;
  /** The queue of the coder at work; null when it is not theirs. */
  queue: Queue | null;
  collections: { id: string; name: string }[];
  doors: SamplesDoors;
  told: (
    answer: ReturnType<SamplesDoors['undo']> | ReturnType<SamplesDoors['removeSample']>,
  ) => Promise<boolean>;
}

export function SampleCard({ sample, queue, collections, doors, told }: SampleCardProps) {
  const { t, number, moment } = useWords();
  const { design } = sample;
  const total = sample.articleIds.length;
  const next = queue ? nextOpen(queue.items, null) : null;
  const by = design.strataBy.map((one) => t(`sampleBy_${one}`).toLocaleLowerCase()).join(', ');
  return (
    <li class="sample">
      <article aria-label={sample.name}>
        <header>
          <SampleName sample={sample} onRename={(name) => told(doors.editSample(sample.id, { name }))} />
          <p class="soft">
            {t('sampleSum', number(total), number(design.frameSize), moment(sample.createdAt, 'short'))}
            {by && ` · ${t('sampleSumStrata', by)}`}
            {sample.isBlind && ` · ${t('sampleIsBlind')}`}
          </p>
        </header>
        <ul class="sample-coders" aria-label={t('sampleCoders')}>
          {sample.coders.map((coder) => (
            <li key={coder.id}>
              <CoderBadge {...coder} />
              <span>{coder.name}</span>
              <progress aria-label={t('sampleProgressOf', coder.name)} value={coder.done} max={total} />
              <span class="sample-count">{t('sampleDoneOf', number(coder.done), number(total))}</span>
            </li>
          ))}
        </ul>
        <div class="sample-acts">
          {next ? (
            <a class="button primary" href={doors.readerHref(next, sample.id)}>
              {t(queue!.done > 0 ? 'sampleGoOn' : 'sampleStart')}
            </a>
          ) : (
            <p class="soft">{t(queue ? 'sampleYouAreDone' : 'sampleNotYours')}</p>
          )}
          {sample.isBlind && (
            <button
              type="button"
              class="button quiet"
              onClick={() => void told(doors.editSample(sample.id, { isBlind: false }))}
            >
              {t('sampleEndBlind')}
            </button>
          )}
          <button
            type="button"
            class="button quiet danger"
            onClick={() => void told(doors.removeSample(sample.id))}
          >
            {t('sampleRemove')}
          </button>
        </div>
        {queue && <QueueList sample={sample} queue={queue} doors={doors} told={told} />}
        <Citation sample={sample} collections={collections} />
      </article>
    </li>
  );
}

function SampleName({
  sample,
  onRename,
}: {
  sample: SampleNow;
  onRename: (name: string) => Promise<boolean>;
}) {
  const { t } = useWords();
  const [isEditing, setEditing] = useState(false);
  if (!isEditing)
    return (
      <h2>
        {sample.name}{' '}
        <button
          type="button"
          class="button quiet sample-rename"
          aria-label={t('sampleRenameName', sample.name)}
          onClick={() => setEditing(true)}
        >
          {t('sampleRename')}
        </button>
      </h2>
    );
  const keep = async (name: string) => {
    setEditing(false);
    if (name.trim() && name !== sample.name) await onRename(name);
  };
  return (
    <input
      class="input"
      aria-label={t('sampleName')}
      defaultValue={sample.name}
      maxLength={200}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was just asked for
      autoFocus
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') void keep(event.currentTarget.value);
        if (event.key === 'Escape') setEditing(false);
      }}
      onBlur={(event) => void keep(event.currentTarget.value)}
    />
  );
}

function QueueList({
  sample,
  queue,
  doors,
  told,
}: Pick<SampleCardProps, 'sample' | 'doors' | 'told'> & { queue: Queue }) {
  const { t, number, printed } = useWords();
  return (
    <details>
      <summary>{t('sampleArticles', number(queue.items.length))}</summary>
      <ol class="sample-queue">
        {queue.items.map((item) => (
          <li key={item.articleId}>
            {item.isGone ? (
              <span class="soft">{item.title || t('sampleGone')}</span>
            ) : (
              <>
                <label>
                  <input
                    type="checkbox"
                    checked={item.isDone}
                    aria-label={t('sampleMark', item.title)}
                    onChange={(event) =>
                      void told(doors.finish(sample.id, item.articleId, event.currentTarget.checked))
                    }
                  />
                </label>
                <a href={doors.readerHref(item.articleId, sample.id)} lang={item.language ?? undefined}>
                  {item.title}
                </a>
                <span class="soft">
                  {[item.outlet, item.published && printed(item.published, 'short')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** All that is needed to draw it again. */
function Citation({ sample, collections }: Pick<SampleCardProps, 'sample' | 'collections'>) {
  const { t, number } = useWords();
  const { design } = sample;
  const { frame } = design;
  const frameName =
    frame.kind === 'all'
      ? t('sampleFromAll')
      : frame.kind === 'filter'
        ? t('sampleFilterWords', frame.words)
        : (collections.find(({ id }) => id === frame.collectionId)?.name ?? t('sampleCollectionGone'));
  return (
    <details>
      <summary>{t('sampleHow')}</summary>
      <dl class="sample-design">
        <dt>{t('sampleFrom')}</dt>
        <dd>
          {frameName} ({number(design.frameSize)})
        </dd>
        <dt>{t('sampleSeed')}</dt>
        <dd>
          <code>{design.seed}</code>
        </dd>
        <dt>{t('sampleMethod')}</dt>
        <dd>
          <code>{design.method}</code>, {t(`sampleAllocation_${design.allocation}`)}
        </dd>
        <dt>{t('sampleFrameSha')}</dt>
        <dd>
          <code>{design.frameSha}</code>
        </dd>
      </dl>
      {design.strataBy.length > 0 && (
        <div class="table-scroll">
          <table class="sample-strata">
            <thead>
              <tr>
                {design.strataBy.map((by) => (
                  <th key={by} scope="col">
                    {t(`sampleBy_${by}`)}
                  </th>
                ))}
                <th scope="col">{t('sampleInFrame')}</th>
                <th scope="col">{t('sampleDrawn')}</th>
              </tr>
            </thead>
            <tbody>
              {design.strata.map((stratum) => (
                <tr key={stratum.values.join('\n')}>
                  {stratum.values.map((value, n) => (
                    <td key={design.strataBy[n]}>{value || t('sampleUnknown')}</td>
                  ))}
                  <td>{number(stratum.inFrame)}</td>
                  <td>{number(stratum.drawn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
