/** Every metadata field with its state, source, printed form and losers, to be set by hand or given back; and how the copy was made. */
import { fieldText } from '@/components/ui/field-text';
import { useWords } from '@/components/words';
import type { Field, MetadataKey } from '@/utils/article/types';
import type { Article, ByHand, Version } from '@/utils/db/records';
import { FieldEditor, isEditable } from './FieldEditor';
import { whyRejected, whyRemoved } from './reasons';

const KEYS: MetadataKey[] = [
  'title',
  'lead',
  'dateline',
  'authors',
  'roles',
  'agency',
  'published',
  'modified',
  'section',
  'keywords',
  'outlet',
  'language',
  'genre',
  'leadPicture',
  'canonicalUrl',
];

export interface SourcesProps {
  article: Article;
  version: Version;
  /** The page it was made from was let go. */
  pageReleasedAt: string | null;
  onEdit: (byHand: ByHand, reset?: (keyof ByHand)[]) => void;
}

export function Sources({ article, version, pageReleasedAt, onEdit }: SourcesProps) {
  const { t, number, moment } = useWords();
  const { circumstances, webArchive } = version;
  return (
    <details class="reader-sources">
      <summary>{t('readerSources')}</summary>
      <section>
        <h2>{t('readerFields')}</h2>
        <dl>
          {KEYS.map((key) => (
            <FieldRow key={key} name={key} article={article} version={version} onEdit={onEdit} />
          ))}
        </dl>
      </section>
      <section>
        <h2>{t('readerEvidence')}</h2>
        <dl class="reader-facts">
          <dt>{t('readerCapturedAt')}</dt>
          <dd>
            <time dateTime={version.capturedAt}>{moment(version.capturedAt, 'long')}</time>{' '}
            <code>{circumstances.capturedAt}</code> {circumstances.timeZone}
          </dd>
          <dt>{t('readerPageAddress')}</dt>
          <dd>{circumstances.pageUrl || t('readerNothing')}</dd>
          <dt>{t('readerBrowser')}</dt>
          <dd>{circumstances.browser}</dd>
          <dt>{t('readerMadeBy')}</dt>
          <dd>
            {circumstances.extension} · {circumstances.extractor}
          </dd>
          <dt>{t('readerFamily')}</dt>
          <dd>{version.family ?? t('readerGeneric')}</dd>
          <dt>{t('readerLength')}</dt>
          <dd>
            {t(
              'readerLengthOf',
              number(version.counts.syllables),
              number(version.counts.characters),
              number(version.counts.pictures),
            )}
          </dd>
          <dt>{t('readerTextHash')}</dt>
          <dd>
            <code>{version.textSha}</code>
          </dd>
          <dt>{t('readerRawHash')}</dt>
          <dd>
            {version.rawSha ? <code>{version.rawSha}</code> : t('readerNoRaw')}
            {pageReleasedAt && (
              <p class="notice warn">{t('readerPageReleased', moment(pageReleasedAt, 'long'))}</p>
            )}
          </dd>
          <dt>{t('readerVersionName')}</dt>
          <dd>
            <code>{version.id}</code>
          </dd>
          {version.derivedFrom && (
            <>
              <dt>{t('readerDerivedFrom')}</dt>
              <dd>
                <code>{version.derivedFrom}</code>
              </dd>
            </>
          )}
          {webArchive && (
            <>
              <dt>{t('readerArchive')}</dt>
              <dd>
                {webArchive.archivedAt
                  ? t('readerArchivedWhen', webArchive.service, moment(webArchive.archivedAt))
                  : webArchive.service}{' '}
                <span class="reader-address">{webArchive.archiveUrl}</span>
              </dd>
            </>
          )}
        </dl>
        {version.pageWasChanging && <p class="notice warn">{t('readerWasChanging')}</p>}
        {version.removed.length > 0 && (
          <details>
            <summary>
              {t('readerRemoved')} ({number(version.removed.length)})
            </summary>
            <ul class="reader-removed">
              {version.removed.map(({ reason, text }, n) => (
                <li key={n}>
                  <span class="reader-why">{whyRemoved(t, reason)}</span>{' '}
                  <span lang={article.shown.language ?? undefined}>{text}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
    </details>
  );
}

interface FieldRowProps extends Omit<SourcesProps, 'pageReleasedAt'> {
  name: MetadataKey;
}

function FieldRow({ name, article, version, onEdit }: FieldRowProps) {
  const { t } = useWords();
  const field: Field<unknown> = version.metadata[name];
  const set = isEditable(name) ? article.byHand[name] : undefined;
  const isByHand = set !== undefined;
  const value = fieldText(name, isByHand ? set : field.value);
  const captured = fieldText(name, field.value);
  const lang = article.shown.language ?? undefined;
  return (
    <div class="reader-field">
      <dt>{t(`readerField_${name}`)}</dt>
      <dd>
        <span lang={lang}>{value || t('readerNothing')}</span>{' '}
        <span class={`reader-state ${isByHand ? 'byHand' : field.state}`}>
          {t(`readerState_${isByHand ? 'byHand' : field.state}`)}
        </span>
        {isByHand && <p>{t('readerCaptured', captured || t('readerNothing'))}</p>}
        {field.source && <p class="reader-where">{t('readerWhere', field.source)}</p>}
        {field.printed && <p class="reader-where">{t('readerPrintedAs', field.printed)}</p>}
        {field.offsetAssumed && <p class="reader-where">{t('readerAssumed')}</p>}
        {field.candidates && field.candidates.length > 0 && (
          <details>
            <summary>
              {t('readerAlso')} ({field.candidates.length})
            </summary>
            <ul>
              {field.candidates.map((candidate, n) => (
                <li key={n}>
                  {t('readerCandidate', fieldText(name, candidate.value), candidate.source)}
                  {candidate.rejected && <span class="reader-why">{whyRejected(t, candidate.rejected)}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
        {isEditable(name) && (
          <FieldEditor
            name={name}
            label={t(`readerField_${name}`)}
            value={isByHand ? set : (field.value as string | string[] | null)}
            isByHand={isByHand}
            onEdit={onEdit}
          />
        )}
      </dd>
    </div>
  );
}
