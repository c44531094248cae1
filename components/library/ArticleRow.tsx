/* oxlint-disable jsx-a11y/prefer-tag-over-role -- table rows cannot be placed by hand, which a virtual list must */
/** One article in the list: two dense lines, on narrow windows a card. */
import { memo } from '@/components/ui/memo';
import { useWords } from '@/components/words';
import type { LibraryRow, LibraryTag } from '@/utils/db/articles';
import type { WorkCounts } from '@/utils/search/catalogue';
import type { FoundPassage } from '@/utils/db/snippets';
import type { LibraryDoors } from './doors';
import type { ListLook } from './look';
import { SnippetLine } from './SnippetLine';
import { Thumb } from './Thumb';

const TAGS_SHOWN = 3;

/** What the catalogue knows of an article. */
export interface RowFacts {
  tags: LibraryTag[];
  work: WorkCounts;
  versionCount: number;
  /** Its page says something else since it was saved. */
  isChanged: boolean;
  /** Pictures that are not kept. */
  pending: number;
  permissionNeeded: number;
  refused: number;
}

interface RowPlace {
  doc: number;
  id: string;
  /** 1-based place in the list. */
  place: number;
  top: number;
  isCurrent: boolean;
  isSelected: boolean;
}

export interface ArticleRowProps extends RowPlace {
  row: LibraryRow;
  facts: RowFacts;
  /** By what it answers the words that are asked for; undefined: none are, or it has not come yet. */
  passage: FoundPassage | null | undefined;
  look: ListLook;
  href: string;
  leadPicture: LibraryDoors['leadPicture'];
}

const classOf = ({ isCurrent, isSelected }: RowPlace, more = '') =>
  `row${more}${isCurrent ? ' current' : ''}${isSelected ? ' selected' : ''}`;

/** A line whose article is still being read: as high as any other. */
export function WaitingRow(props: RowPlace) {
  const { doc, id, place, top, isSelected } = props;
  const { t } = useWords();
  return (
    <div
      id={id}
      role="row"
      class={classOf(props, ' waiting')}
      aria-rowindex={place}
      aria-selected={isSelected}
      data-doc={doc}
      style={`transform:translateY(${top}px)`}
    >
      <span class="row-check" />
      <span role="gridcell" class="row-text" aria-busy="true" aria-label={t('libraryLoading')}>
        <span class="row-ghost" style={`width:${48 + ((doc * 17) % 40)}%`} />
        <span class="row-ghost" style={`width:${28 + ((doc * 23) % 40)}%`} />
      </span>
    </div>
  );
}

/**
 * Clicks and keys are heard by the list. The checkbox and the link are for the mouse and stay out of the tab order:
 * with the keyboard one walks rows, and Enter and x do what they do.
 */
export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { row, facts, passage, look, doc, id, place, top, isSelected, href, leadPicture } = props;
  const { tags, work, versionCount, isChanged } = facts;
  const { t, printed, moment, number } = useWords();
  const title = row.title || t('libraryNoTitle');
  const more = tags.slice(TAGS_SHOWN);
  return (
    <div
      id={id}
      role="row"
      class={classOf(props)}
      aria-rowindex={place}
      aria-selected={isSelected}
      data-doc={doc}
      data-article={row.id}
      style={`transform:translateY(${top}px)`}
    >
      <span role="gridcell" class="row-check">
        <input type="checkbox" tabIndex={-1} checked={isSelected} aria-label={t('librarySelect', title)} />
      </span>
      <span role="gridcell" class="row-text">
        <span class="row-head">
          <a class="row-title" href={href} tabIndex={-1} lang={row.language ?? undefined}>
            {title}
          </a>
          {isChanged && <Sign kind="changed" shown="Δ" said={t('libraryChanged')} />}
          {row.origin === 'hand' && <span class="mark">{t('libraryByHand')}</span>}
          {row.origin === 'webArchive' && <span class="mark">{t('libraryWebArchive')}</span>}
          {versionCount > 1 && <span class="mark">{t('libraryVersions', number(versionCount))}</span>}
        </span>
        <span class="row-line">
          <span class="row-outlet">{row.outlet ?? t('libraryNoOutlet')}</span>
          {row.published && <time dateTime={row.published}>{printed(row.published, 'short')}</time>}
          {row.authors.length > 0 && <span class="row-authors">{row.authors.join(', ')}</span>}
          {row.lead && !passage && (
            <span class="row-lead" lang={row.language ?? undefined}>
              {row.lead}
            </span>
          )}
        </span>
        {passage && <SnippetLine passage={passage} />}
      </span>
      <span role="gridcell" class="row-side">
        <span class="row-tags">
          {tags.slice(0, TAGS_SHOWN).map((tag) => (
            <span key={tag.id} class="tag" style={`--tag-colour:${tag.colour}`}>
              <span>{tag.name}</span>
            </span>
          ))}
          {more.length > 0 && (
            <Sign
              shown={`+${more.length}`}
              said={t('libraryMoreTags', more.length, more.map((tag) => tag.name).join(', '))}
            />
          )}
        </span>
        <span class="row-facts">
          {facts.pending + facts.permissionNeeded + facts.refused > 0 && <PictureSign trouble={facts} />}
          {work.memos > 0 && <Sign kind="memos" shown="✐" said={t('libraryHasNote')} />}
          {work.annotations > 0 && (
            <Sign
              kind="annotations"
              shown={`✎ ${number(work.annotations)}`}
              said={
                work.annotations === 1
                  ? t('libraryOneAnnotation')
                  : t('libraryAnnotations', number(work.annotations))
              }
            />
          )}
          <span class="row-saved">{t('librarySavedAt', moment(row.savedAt))}</span>
        </span>
      </span>
      <span role="gridcell" class="row-picture">
        {look.columns.includes('picture') && look.density === 'comfortable' && (
          <Thumb versionId={row.versionId} leadPicture={leadPicture} />
        )}
      </span>
    </div>
  );
});

function PictureSign({ trouble }: { trouble: RowFacts }) {
  const { t } = useWords();
  if (trouble.pending > 0)
    return (
      <Sign
        kind="pending"
        shown={`▣ ${trouble.pending}`}
        said={t('libraryPicturesPending', trouble.pending)}
      />
    );
  if (trouble.permissionNeeded > 0)
    return (
      <Sign
        kind="needed"
        shown={`▣ ${trouble.permissionNeeded}`}
        said={t('libraryPicturesNeeded', trouble.permissionNeeded)}
      />
    );
  return (
    <Sign kind="refused" shown={`▣ ${trouble.refused}`} said={t('libraryPicturesRefused', trouble.refused)} />
  );
}

/** A short sign to see, a sentence to hear and to hover. */
function Sign({ shown, said, kind = '' }: { shown: string; said: string; kind?: string }) {
  return (
    <span class={`sign ${kind}`} title={said}>
      <span aria-hidden="true">{shown}</span>
      <span class="visually-hidden">{said}</span>
    </span>
  );
}
