// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Words } from '@/components/words';
import { WelcomePage, type WelcomePageProps } from './WelcomePage';

afterEach(cleanup);

function show(more: Partial<WelcomePageProps> = {}, locale: 'en' | 'vi' = 'en') {
  const props = {
    mode: 'click' as const,
    papers: [{ name: 'Báo Bình Thuận', host: 'baobinhthuan.com.vn' }],
    onChooseSites: vi.fn<WelcomePageProps['onChooseSites']>(() => Promise.resolve(true)),
    isPersisted: true,
    onPersist: vi.fn<WelcomePageProps['onPersist']>(),
    shortcut: 'Alt+Shift+S',
    onOpenLibrary: vi.fn<WelcomePageProps['onOpenLibrary']>(),
  };
  render(
    <Words locale={locale}>
      <WelcomePage {...props} {...more} />
    </Words>,
  );
  return props;
}

describe('WelcomePage', () => {
  it('offers the three choices, the permission in force pressed', () => {
    const { onChooseSites } = show({ mode: 'press' });
    const pressed = screen.getByRole('button', { pressed: true });
    expect(pressed.textContent).toMatch(/^Vietnamese press/);
    fireEvent.click(screen.getByRole('button', { name: /^Only when I click/ }));
    expect(onChooseSites).toHaveBeenCalledWith('click');
    expect(screen.getByText('Báo Bình Thuận')).toBeTruthy();
  });

  it('says whether storage is promised, and asks when it is not', () => {
    show();
    expect(screen.getByText(/has promised to keep/)).toBeTruthy();
    cleanup();
    const { onPersist } = show({ isPersisted: false });
    fireEvent.click(screen.getByRole('button', { name: 'Ask it to keep the archive' }));
    expect(onPersist).toHaveBeenCalled();
  });

  it('speaks Vietnamese and opens the library', () => {
    const { onOpenLibrary } = show({}, 'vi');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Giữ bài báo làm tư liệu');
    fireEvent.click(screen.getByRole('button', { name: 'Mở thư viện' }));
    expect(onOpenLibrary).toHaveBeenCalled();
  });
});
