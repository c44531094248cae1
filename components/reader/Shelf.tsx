/** Where the article stands in the archive: its tags and collections, and what the coders think of it. */
import { knownNames } from '@/components/ui/known-names';
import { Memos } from '@/components/ui/Memos';
import { TagInput } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { Reading } from '@/utils/db/reading';
import type { ReaderDoors } from './doors';

export interface ShelfProps {
  reading: Reading;
  doors: Pick<ReaderDoors, 'tag' | 'untag' | 'collect' | 'createCollection' | 'writeMemo'>;
  told: (answer: Promise<{ ok: boolean }>) => void;
}

export function Shelf({ reading, doors, told }: ShelfProps) {
  const { t } = useWords();
  const { article, codes, collections, tags } = reading;
  return (
    <div class="reader-shelf">
      <TagInput
        label={t('readerTags')}
        value={tags}
        known={codes}
        onAdd={({ name }) => told(doors.tag(name))}
        onRemove={({ id }) => id && told(doors.untag(id))}
      />
      <TagInput
        label={t('readerCollections')}
        value={collections.filter(({ id }) => article.collections.includes(id))}
        known={knownNames(collections)}
        onAdd={({ id, name }) => {
          const collected = async () => {
            if (id) return doors.collect(id, true);
            const made = await doors.createCollection(name);
            return made.ok ? doors.collect(made.value.collectionId, true) : made;
          };
          told(collected());
        }}
        onRemove={({ id }) => id && told(doors.collect(id, false))}
      />
      <Memos
        label={t('readerArticleMemo')}
        memos={reading.memos}
        onWrite={(body) => told(doors.writeMemo(body))}
        placeholder={t('readerArticleMemoHint')}
      />
    </div>
  );
}
