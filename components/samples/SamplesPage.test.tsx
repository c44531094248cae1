// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Words } from '@/components/words';
import type { Queue, SampleNow } from '@/utils/db/samples';
import type { SamplesDoors } from './doors';
import { QueueBar } from './QueueBar';
import { before, nextOpen } from './queue-steps';
import { SamplesPage } from './SamplesPage';

afterEach(cleanup);

const yes = <T,>(value: T) => Promise.resolve({ ok: true as const, value });
const coder = (id: string, name: string) => ({
  id,
  name,
  initials: name.slice(0, 1),
  colour: '#8a2b1d',
  createdAt: '2026-03-01T00:00:00.000Z',
  touched: {},
});
const LAN = coder('lan', 'Lan');
const MINH = coder('minh', 'Minh');

const item = (n: number, isDone = false, isGone = false) => ({
  articleId: `a${n}`,
  title: `Bài ${n}`,
  outlet: 'Báo Sóng Biển',
  published: '2026-03-05',
  language: 'vi',
  isDone,
  isGone,
});
const QUEUE: Queue = {
  sampleId: 's1',
  name: 'Mẫu tin cậy',
  isBlind: true,
  coder: LAN,
  items: [item(1, true), item(2), item(3, false, true), item(4)],
  done: 1,
};
const SAMPLE: SampleNow = {
  id: 's1',
  projectId: 'p',
  name: 'Mẫu tin cậy',
  design: {
    method: 'pressmark-sample/1',
    seed: '20260308',
    frame: { kind: 'all' },
    frameSize: 40,
    frameSha: 'f'.repeat(64),
    strataBy: ['outlet'],
    allocation: 'proportional',
    size: 4,
    strata: [
      { values: ['Báo Sóng Biển'], inFrame: 30, drawn: 3 },
      { values: [''], inFrame: 10, drawn: 1 },
    ],
  },
  articleIds: ['a1', 'a2', 'a3', 'a4'],
  coderIds: ['lan', 'minh'],
  isBlind: true,
  createdAt: '2026-03-08T01:00:00.000Z',
  touched: {},
  coders: [
    { ...LAN, done: 1 },
    { ...MINH, done: 0 },
  ],
  here: 3,
  isMine: true,
};

function show(samples: SampleNow[] = [SAMPLE]) {
  const doors = {
    draw: vi.fn<SamplesDoors['draw']>(() => yes({ sampleId: 's2' })),
    editSample: vi.fn<SamplesDoors['editSample']>(() => yes(null)),
    removeSample: vi.fn<SamplesDoors['removeSample']>(() => yes(null)),
    finish: vi.fn<SamplesDoors['finish']>(() => yes(null)),
    switchCoder: vi.fn<SamplesDoors['switchCoder']>(() => yes(null)),
    undo: vi.fn<SamplesDoors['undo']>(() => yes({ did: 'journalSampleRemoved' })),
    redo: vi.fn<SamplesDoors['redo']>(() => yes({ did: null })),
    readerHref: (article: string, sample: string) => `/reader.html?article=${article}&sample=${sample}`,
    openLibrary: vi.fn<SamplesDoors['openLibrary']>(),
    openSettings: vi.fn<SamplesDoors['openSettings']>(),
    newSeed: () => '4711',
  };
  render(
    <Words locale="en">
      <SamplesPage
        coders={{ coders: [LAN, MINH], currentId: 'lan' }}
        samples={samples}
        queues={new Map([['s1', QUEUE]])}
        collections={[{ id: 'k1', name: 'Mùa biển' }]}
        doors={doors}
      />
    </Words>,
  );
  return doors;
}

describe('SamplesPage', () => {
  it('shows how far each coder is, what comes next and how it was drawn', () => {
    show();
    const sample = screen.getByRole('article', { name: 'Mẫu tin cậy' });
    expect(within(sample).getByRole('progressbar', { name: 'Progress of Minh' })).toHaveProperty('max', 4);
    expect(within(sample).getByText('1 of 4')).toBeTruthy();
    expect(within(sample).getByRole('link', { name: 'Go on coding' }).getAttribute('href')).toBe(
      '/reader.html?article=a2&sample=s1',
    );
    expect(within(sample).getByText('20260308')).toBeTruthy();
    expect(within(sample).getByText('f'.repeat(64))).toBeTruthy();
    expect(within(sample).getByRole('cell', { name: 'not known' })).toBeTruthy();
  });

  it('draws as asked; two coders make it blind', async () => {
    const doors = show([]);
    fireEvent.click(screen.getByRole('button', { name: 'Draw a sample…' }));
    const dialog = screen.getByRole('dialog', { name: 'Draw a sample' });
    const field = (name: string) => within(dialog).getByLabelText(name);
    expect(field('Blind: nobody sees the others’ work yet')).toHaveProperty('disabled', true);
    fireEvent.input(field('Name of the sample'), { target: { value: 'Thử' } });
    fireEvent.change(field('Drawn from'), { target: { value: 'k1' } });
    fireEvent.click(field('Month'));
    fireEvent.click(field('Outlet'));
    fireEvent.click(field('the same number of each group'));
    fireEvent.input(field('Of each'), { target: { value: '5' } });
    fireEvent.click(field('Minh'));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Draw' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(doors.draw).toHaveBeenCalledWith({
      name: 'Thử',
      frame: { kind: 'collection', collectionId: 'k1' },
      size: 5,
      strataBy: ['outlet', 'month'],
      allocation: 'perStratum',
      seed: '4711',
      coderIds: ['lan', 'minh'],
      isBlind: true,
    });
  });

  it('says why nothing was drawn', async () => {
    const doors = show([]);
    doors.draw.mockResolvedValue({ ok: false, error: { code: 'emptyFrame' } });
    fireEvent.click(screen.getByRole('button', { name: 'Draw a sample…' }));
    fireEvent.input(screen.getByLabelText('Name of the sample'), { target: { value: 'Thử' } });
    fireEvent.click(screen.getByRole('button', { name: 'Draw' }));
    expect((await screen.findByRole('alert')).textContent).toContain('nothing to draw from');
  });

  it('marks, removes, and takes back by key', async () => {
    const doors = show();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Done with Bài 2' }));
    expect(doors.finish).toHaveBeenCalledWith('s1', 'a2', true);
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(doors.removeSample).toHaveBeenCalledWith('s1');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(await screen.findByText(/Sample removed/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Coder at work'), { target: { value: 'minh' } });
    expect(doors.switchCoder).toHaveBeenCalledWith('minh');
  });
});

describe('QueueBar', () => {
  function bar(articleId: string) {
    const props = {
      finish: vi.fn<(articleId: string, isDone: boolean) => ReturnType<SamplesDoors['finish']>>(() =>
        yes(null),
      ),
      go: vi.fn<(articleId: string) => void>(),
      openSamples: vi.fn<() => void>(),
    };
    render(
      <Words locale="en">
        <QueueBar queue={QUEUE} articleId={articleId} {...props} />
        <textarea aria-label="Comment" />
      </Words>,
    );
    return props;
  }

  it('says where one is; Ctrl+Enter is done and goes to the next open article, but not from a field', async () => {
    const { finish, go } = bar('a2');
    expect(screen.getByText('Article 2 of 4 · 1 done')).toBeTruthy();
    fireEvent.keyDown(screen.getByLabelText('Comment'), { key: 'Enter', ctrlKey: true });
    expect(finish).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    expect(finish).toHaveBeenCalledWith('a2', true);
    await waitFor(() => expect(go).toHaveBeenCalledWith('a4'));
  });

  it('skips and goes back by button and key; what is done can be undone', () => {
    const { finish, go } = bar('a4');
    fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
    fireEvent.keyDown(document.body, { key: 'PageUp', altKey: true });
    expect(go.mock.calls).toEqual([['a2'], ['a2']]);
    expect(finish).not.toHaveBeenCalled();
  });

  it('an article that is done can be opened again', () => {
    const { finish } = bar('a1');
    fireEvent.click(screen.getByRole('button', { name: 'Not done after all' }));
    expect(finish).toHaveBeenCalledWith('a1', false);
    expect(screen.queryByRole('button', { name: 'Done and next' })).toBeNull();
  });

  it('knows the steps', () => {
    const { items } = QUEUE;
    expect([nextOpen(items, null), nextOpen(items, 'a2'), nextOpen(items, 'a4')]).toEqual(['a2', 'a4', 'a2']);
    expect(nextOpen([item(1)], 'a1')).toBeNull();
    expect([before(items, 'a1'), before(items, 'a4')]).toEqual([null, 'a2']);
  });
});
