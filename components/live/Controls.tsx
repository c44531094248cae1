import { LiveBar } from './LiveBar';
import { LiveCardView } from './LiveCardView';
import { LiveNoticeView } from './LiveNoticeView';
import type { LiveActs, LiveState } from './types';

export interface ControlsProps {
  state: LiveState;
  acts: LiveActs;
}

export function Controls({ state, acts }: ControlsProps) {
  const { view, codes, locale } = state;
  return (
    // `lang` chooses the voice of a screen reader: the page's own language is another one.
    <div class="live" lang={locale}>
      {view.kind === 'bar' && <LiveBar boxOf={view.boxOf} codes={codes} acts={acts} />}
      {view.kind === 'card' && (
        <LiveCardView key={view.card.annotation.id} view={view} codes={codes} acts={acts} />
      )}
      {/* A live region speaks when it changes, so it stands there before its words. */}
      <output class="live-corner">
        {view.kind === 'notice' && <LiveNoticeView notice={view.notice} codes={codes} acts={acts} />}
      </output>
    </div>
  );
}
