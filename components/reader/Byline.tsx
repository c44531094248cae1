/** Below the title: who, when (as printed and exactly), outlet, section, keywords, the way to the original. */
import { useWords } from '@/components/words';
import type { Article, Version } from '@/utils/db/records';

export const isWeb = (url: string | null | undefined): url is string => /^https?:\/\//iu.test(url ?? '');

function When({
  label,
  iso,
  printed,
  assumed,
}: {
  label: string;
  iso: string;
  printed?: string;
  assumed: boolean;
}) {
  const words = useWords();
  return (
    <p>
      <span class="reader-label">{label}</span> <time dateTime={iso}>{words.printed(iso)}</time>
      <span class="reader-exact">
        {' '}
        {iso}
        {assumed && ` · ${words.t('readerAssumed')}`}
        {printed && ` · ${words.t('readerPrintedAs', printed)}`}
      </span>
    </p>
  );
}

export function Byline({ article, version }: { article: Article; version: Version }) {
  const { t } = useWords();
  const { shown, byHand } = article;
  const { metadata } = version;
  const isLatest = article.latestVersionId === version.id;
  // An older version shows what it said then, with what a person set on top.
  const authors = byHand.authors ?? metadata.authors.value ?? [];
  const published = byHand.published === undefined ? metadata.published.value : byHand.published;
  const modified = byHand.modified === undefined ? metadata.modified.value : byHand.modified;
  const section = byHand.section ?? metadata.section.value ?? [];
  const keywords = byHand.keywords ?? metadata.keywords.value ?? [];
  const outlet = byHand.outlet === undefined ? metadata.outlet.value : byHand.outlet;
  const original = version.webArchive?.originalUrl ?? article.url;
  return (
    <div class="reader-byline">
      {!isLatest || shown.title === metadata.title.value ? null : (
        <p class="reader-hand-title">{shown.title}</p>
      )}
      <p>
        {outlet && <strong>{outlet}</strong>}
        {outlet && section.length > 0 && ' '}
        {section.length > 0 && <span class="reader-section">{section.join(' › ')}</span>}
      </p>
      {authors.length > 0 && (
        <p>
          <span class="reader-label">{t('readerBy')}</span> {authors.join(', ')}
        </p>
      )}
      {published && (
        <When
          label={t('readerPublished')}
          iso={published}
          printed={byHand.published === undefined ? metadata.published.printed : undefined}
          assumed={byHand.published === undefined && metadata.published.offsetAssumed === true}
        />
      )}
      {modified && modified !== published && (
        <When
          label={t('readerModified')}
          iso={modified}
          printed={byHand.modified === undefined ? metadata.modified.printed : undefined}
          assumed={byHand.modified === undefined && metadata.modified.offsetAssumed === true}
        />
      )}
      {keywords.length > 0 && (
        <p class="reader-keywords">
          <span class="reader-label">{t('readerKeywords')}</span> {keywords.join(', ')}
        </p>
      )}
      <p class="reader-links">
        {isWeb(original) && (
          <a href={original} target="_blank" rel="noopener noreferrer">
            {t('readerOriginal')}
          </a>
        )}
        {isWeb(version.webArchive?.archiveUrl) && (
          <a href={version.webArchive!.archiveUrl} target="_blank" rel="noopener noreferrer">
            {t('readerArchived', version.webArchive!.service)}
          </a>
        )}
        {!version.rawSha && <span>{t('readerByHandEntry')}</span>}
      </p>
    </div>
  );
}
