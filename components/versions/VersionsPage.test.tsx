// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_KEYMAP } from '@/utils/annotation/keymap';
import { makeCapture } from '@/utils/testing/captures';
import { LIVE, type VersionsDoors } from './doors';
import { VersionsPage, type VersionsPageProps } from './VersionsPage';

afterEach(cleanup);

const BODY = [
  'Sáng nay, hàng trăm tàu cá của ngư dân trong vùng nối nhau rời cảng sau nhiều ngày nằm bờ.',
  'Theo ban quản lý cảng, chuyến này có 42 tàu đăng ký ra khơi, phần lớn là tàu câu.',
  'Giá dầu đã giảm nhẹ nên chủ tàu bớt lo, dù chi phí đá lạnh vẫn cao hơn năm ngoái.',
  'Bà con cho biết “năm nay được mùa” nên ai nấy đều phấn khởi chuẩn bị cho chuyến sau.',
  'Chuyến tới sẽ ra khơi vào cuối tuần nếu trời không trở gió.',
];
const from = makeCapture({ paragraphs: BODY });
const later = makeCapture({
  title: 'Ngư dân ra khơi chuyến đầu năm',
  paragraphs: [BODY[0]!, BODY[1]!.replace('42', '45'), BODY[2]!, BODY[3]!.replace(/[“”]/g, '"'), BODY[4]!],
});

function show(more: Partial<VersionsPageProps> = {}) {
  const doors = {
    choose: vi.fn<VersionsDoors['choose']>(),
    saveLive: vi.fn<VersionsDoors['saveLive']>(() => Promise.resolve({ ok: true, value: null })),
    openReader: vi.fn<VersionsDoors['openReader']>(),
    openReview: vi.fn<VersionsDoors['openReview']>(),
  } satisfies VersionsDoors;
  render(
    <VersionsPage
      title="Ngư dân vào vụ cá mới"
      lang="vi"
      versions={[
        { id: 'v2', capturedAt: '2026-11-24T08:00:00+07:00', annotations: 0 },
        { id: 'v1', capturedAt: '2026-11-23T08:00:00+07:00', annotations: 2 },
      ]}
      fromId="v1"
      toId="v2"
      from={from}
      to={later}
      hasLive={false}
      notices={[]}
      verdicts={{ stay: 1, moved: 0, changed: 1, review: 2 }}
      keys={{ keymap: DEFAULT_KEYMAP, areSingleOn: true }}
      doors={doors}
      {...more}
    />,
  );
  return doors;
}

const rows = () => within(screen.getAllByRole('list').at(-1)!).getAllByRole('listitem');
const changes = () => rows().filter((row) => row.id.startsWith('change-'));

describe('VersionsPage', () => {
  it('says what changed, what became of the highlights, and leads to the review', () => {
    const doors = show();
    expect(screen.getByText('Headline and 1 paragraph changed')).toBeTruthy();
    expect(screen.getByText(/1 stay, 1 on words that changed, 2 to review/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Review them' }));
    expect(doors.openReview).toHaveBeenCalled();
  });

  it('shows only what matters, and all on wish', () => {
    show();
    expect(changes().map((row) => row.className)).toEqual([
      'versions-row grade-headline',
      'versions-row grade-figures',
    ]);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Only what matters' }));
    expect(changes().at(-1)!.className).toBe('versions-row grade-typography');
  });

  it('marks words on the side that has them, or both in one', () => {
    show();
    const row = changes()[1]!;
    const [old, now] = [...row.querySelectorAll('.versions-text')];
    expect(old!.querySelector('del')!.textContent).toContain('42');
    expect(old!.textContent).not.toContain('45');
    expect(now!.querySelector('ins')!.textContent).toContain('45');
    fireEvent.click(screen.getByRole('button', { name: 'Inline' }));
    const both = changes()[1]!;
    expect(both.querySelector('del')!.textContent).toContain('42');
    expect(both.querySelector('ins')!.textContent).toContain('45');
  });

  it('goes from change to change by keys', () => {
    show();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(document.activeElement).toBe(changes()[0]);
    fireEvent.keyDown(document.activeElement!, { key: 'j' });
    expect(document.activeElement).toBe(changes()[1]);
    expect(screen.getByText('Change 2 of 2')).toBeTruthy();
    fireEvent.keyDown(document.activeElement!, { key: 'j' });
    expect(document.activeElement).toBe(changes()[1]);
    fireEvent.keyDown(document.activeElement!, { key: 'k' });
    expect(document.activeElement).toBe(changes()[0]);
  });

  it('chooses and swaps versions', () => {
    const doors = show();
    fireEvent.click(screen.getByRole('button', { name: 'Swap the two versions' }));
    expect(doors.choose).toHaveBeenCalledWith('v2', 'v1');
    fireEvent.change(screen.getByRole('combobox', { name: 'From' }), { target: { value: 'v2' } });
    expect(doors.choose).toHaveBeenCalledWith('v2', 'v2');
  });

  it('saves the page as a version, but no page that lost its article', async () => {
    const doors = show({ toId: LIVE, hasLive: true });
    fireEvent.click(screen.getByRole('button', { name: 'Save as version' }));
    expect(doors.saveLive).toHaveBeenCalled();
    cleanup();
    show({
      toId: LIVE,
      hasLive: true,
      to: makeCapture({ lead: '', paragraphs: ['Bài viết đã được gỡ bỏ.'] }),
    });
    expect(screen.queryByRole('button', { name: 'Save as version' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Save anyway' })).toBeTruthy();
    expect(screen.getByText(/seems to have been taken down/)).toBeTruthy();
  });

  it('says that the byline is another one, and shows both', () => {
    const metadata = { ...from.metadata, authors: { ...from.metadata.authors, value: ['Mai Quế'] } };
    show({ to: { ...from, metadata } });
    expect(screen.getByText('Byline changed')).toBeTruthy();
    expect(screen.getByText('Figures and names: Đình Nhượng → Mai Quế')).toBeTruthy();
    expect(screen.getByText('Mai Quế').closest('details')!.open).toBe(true);
    expect(screen.getByText('No difference in the text')).toBeTruthy();
  });

  it('says so when nothing differs', () => {
    show({ to: from });
    expect(screen.getAllByText('No difference in the text').length).toBeGreaterThan(0);
  });

  it('draws a long list in parts, and keys reach beyond', () => {
    const long = (n: number) =>
      makeCapture({
        paragraphs: Array.from({ length: 450 }, (_, at) => `Đoạn ${at} có ${at * n} tàu ra khơi từ sớm.`),
      });
    show({ from: long(3), to: long(7) });
    expect(changes()).toHaveLength(198);
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(changes().length).toBeGreaterThan(300);
  });
});
