/** The queue of a sample at the foot of the reader, when the reader was opened from one. */
import { useEffect, useState } from 'preact/hooks';
import { QueueBar } from '@/components/samples/QueueBar';
import { queueOf, type Queue } from '@/utils/db/samples';
import { watchArchive } from '@/utils/db/watch';
import { call } from '@/utils/messaging/client';
import { openPage, pageUrl } from '@/utils/platform/page';

export function SampleQueue({ sampleId, articleId }: { sampleId: string; articleId: string }) {
  const [queue, setQueue] = useState<Queue | null>(null);
  useEffect(
    () =>
      watchArchive(
        (db) => queueOf(db, sampleId),
        setQueue,
        () => setQueue(null),
      ),
    [sampleId],
  );
  if (!queue) return null;
  return (
    <QueueBar
      queue={queue}
      articleId={articleId}
      finish={(finished, isDone) => call('sample/finish', { sampleId, articleId: finished, isDone })}
      go={(article) => location.assign(pageUrl('reader', { article, sample: sampleId }))}
      openSamples={() => void openPage('samples')}
    />
  );
}
