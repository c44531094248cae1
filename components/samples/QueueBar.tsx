/** At the foot of the reader while a sample is being coded: how far one is, done and next, skip, back. By keyboard too. */
import { useEffect, useState } from 'preact/hooks';
import { CoderBadge } from '@/components/coders/CoderBadge';
import type { Answer } from '@/components/ui/answer';
import { useWords } from '@/components/words';
import type { Queue } from '@/utils/db/samples';
import { before, nextOpen } from './queue-steps';
import './queue-bar.css';

export interface QueueBarProps {
  queue: Queue;
  articleId: string;
  finish: (articleId: string, isDone: boolean) => Promise<Answer<null>>;
  go: (articleId: string) => void;
  openSamples: () => void;
}

export function QueueBar({ queue, articleId, finish, go, openSamples }: QueueBarProps) {
  const { t, number, failure } = useWords();
  const [problem, setProblem] = useState('');
  const { items, done, coder } = queue;
  const at = items.findIndex((item) => item.articleId === articleId);
  const item = items[at];
  const next = nextOpen(items, articleId);
  const last = before(items, articleId);

  async function mark(isDone: boolean, goOn: boolean) {
    const answer = await finish(articleId, isDone);
    setProblem(answer.ok ? '' : failure(answer.error.code));
    if (answer.ok && goOn && next) go(next);
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      // In a field Ctrl+Enter is the field's own.
      if ((event.target as Element | null)?.closest?.('input,textarea,select,dialog')) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void mark(true, true);
      else if (event.key === 'PageDown' && event.altKey && next) go(next);
      else if (event.key === 'PageUp' && event.altKey && last) go(last);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  if (!item) return null;
  const isAllDone = done === items.length;
  return (
    <aside class="queue" aria-label={t('queueOf', queue.name)}>
      <CoderBadge {...coder} />
      <div class="queue-where">
        <button type="button" class="queue-name" title={t('queueAll')} onClick={openSamples}>
          {queue.name}
        </button>
        <output>
          {isAllDone
            ? t('queueAllDone', number(items.length))
            : t('queueProgress', number(at + 1), number(items.length), number(done))}
        </output>
        <progress aria-hidden="true" value={done} max={items.length} />
      </div>
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <div class="queue-acts">
        <button
          type="button"
          class="button quiet"
          aria-keyshortcuts="Alt+PageUp"
          title="Alt+PageUp"
          disabled={!last}
          onClick={() => last && go(last)}
        >
          {t('queueBack')}
        </button>
        {item.isDone && (
          <button type="button" class="button quiet" onClick={() => void mark(false, false)}>
            {t('queueNotDone')}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-keyshortcuts="Alt+PageDown"
          title="Alt+PageDown"
          disabled={!next}
          onClick={() => next && go(next)}
        >
          {item.isDone ? t('queueNext') : t('queueSkip')}
        </button>
        {!item.isDone && (
          <button
            type="button"
            class="button primary"
            aria-keyshortcuts="Control+Enter"
            title="Ctrl+Enter"
            onClick={() => void mark(true, true)}
          >
            {next ? t('queueDoneNext') : t('queueDone')}
          </button>
        )}
      </div>
    </aside>
  );
}
