/** The verbs of the reader on highlights, each followed by a sentence on what it did. */
import { useMemo, useRef } from 'preact/hooks';
import { useWords } from '@/components/words';
import type { Version } from '@/utils/db/records';
import type { ReadAnnotation } from '@/utils/db/reading';
import type { ReaderActs } from './acts';
import { briefly } from './AnnotationCard';
import type { ReaderDoors } from './doors';

export type Told = <T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>,
) => Promise<T | null>;

export interface ActsInput {
  doors: ReaderDoors;
  version: Version;
  told: Told;
  onSaid: (said: string) => void;
  onRemoved: (annotation: ReadAnnotation) => void;
}

export function useActs(input: ActsInput): ReaderActs {
  const { t } = useWords();
  const latest = useRef(input);
  latest.current = input;
  return useMemo((): ReaderActs => {
    /** Did it work? Then it is said. */
    const done = async (
      answer: Promise<{ ok: true; value: unknown } | { ok: false; error: { code: string } }>,
      said: string,
    ) => {
      const result = await answer;
      await latest.current.told(Promise.resolve(result));
      if (result.ok && said) latest.current.onSaid(said);
      return result.ok;
    };
    return {
      async make({ parts, quote }, what) {
        const { doors, version, told, onSaid } = latest.current;
        const tag = typeof what === 'string' ? null : what;
        const made = await told(
          doors.annotate({
            articleId: version.articleId,
            versionId: version.id,
            parts,
            quote,
            comment: '',
            codeIds: tag?.id ? [tag.id] : [],
            newTags: tag && !tag.id ? [tag.name] : [],
            origin: 'saved',
          }),
        );
        if (!made) return null;
        onSaid(
          tag ? t('readerMadeTagged', briefly(quote.exact), tag.name) : t('readerMade', briefly(quote.exact)),
        );
        return made.annotationId;
      },
      tag: (annotationId, tag) =>
        done(
          latest.current.doors.code(annotationId, tag.id ? { codeId: tag.id } : { newTag: tag.name }),
          t('readerTagOn', tag.name),
        ),
      untag: (annotationId, { id, name }) =>
        done(latest.current.doors.uncode(annotationId, id), t('readerTagOff', name)),
      comment: (annotationId, comment) => done(latest.current.doors.comment(annotationId, comment), ''),
      move: (annotation, parts) => {
        const { doors, version } = latest.current;
        const words = parts
          ? parts.map(({ start, end }) => version.text.slice(start, end)).join(' ')
          : annotation.quote.exact;
        return done(doors.move(annotation.id, version.id, parts), t('readerMovedTo', briefly(words)));
      },
      async remove(annotation) {
        const isGone = await done(
          latest.current.doors.removeAnnotation(annotation.id),
          t('readerGone', briefly(annotation.words)),
        );
        if (isGone) latest.current.onRemoved(annotation);
        return isGone;
      },
    };
  }, [t]);
}
