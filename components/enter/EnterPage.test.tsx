// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SavedArticle } from '@/utils/archive/types';
import { EnterPage, type EnterPageProps } from './EnterPage';

afterEach(cleanup);

const SAVED: SavedArticle = {
  articleId: 'a1',
  versionId: 'v1',
  outcome: 'saved',
  hostsNeeded: [],
  picturesPending: 0,
};

function show(more: Partial<EnterPageProps> = {}) {
  const props = {
    codes: [],
    collections: [],
    onEnter: vi.fn<EnterPageProps['onEnter']>(() => Promise.resolve({ ok: true, value: SAVED })),
    onCreateCollection: vi.fn<EnterPageProps['onCreateCollection']>(() =>
      Promise.resolve({ ok: true, value: { collectionId: 'k1' } }),
    ),
    onSaved: vi.fn<EnterPageProps['onSaved']>(),
  };
  render(<EnterPage {...props} {...more} />);
  return props;
}

const fill = (name: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const save = () => fireEvent.submit(screen.getByRole('button', { name: 'Save article' }).closest('form')!);

describe('EnterPage', () => {
  it('names each field that stops it and goes to the first', () => {
    const { onEnter } = show();
    fill('Published', '31/02/2021');
    fill('Address', 'javascript:alert(1)');
    save();
    expect(onEnter).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' }));
    for (const name of ['Title', 'Published', 'Address', 'Text'])
      expect(screen.getByRole('textbox', { name }).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/This date is not understood/)).toBeTruthy();
  });

  it('saves what was typed and opens the reader', async () => {
    const { onEnter, onSaved } = show();
    fill('Title', ' Đập   Sông Dinh ');
    fill('Outlet', 'Thuận Hải');
    fill('Authors', 'K.H; Văn - Lâm');
    fill('Published', '4/1/1983');
    fill('Text', 'Đoạn một.\n\nĐoạn hai.');
    expect(screen.getByText('2 paragraphs')).toBeTruthy();
    const collection = screen.getByRole('combobox', { name: 'Collections' });
    fireEvent.input(collection, { target: { value: 'Báo giấy' } });
    fireEvent.keyDown(collection, { key: 'Enter' });
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Text' }), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith(SAVED));
    expect(onEnter).toHaveBeenCalledWith({
      title: 'Đập Sông Dinh',
      lead: '',
      text: 'Đoạn một.\n\nĐoạn hai.',
      url: '',
      byHand: {
        authors: ['K.H', 'Văn - Lâm'],
        published: '1983-01-04',
        outlet: 'Thuận Hải',
        language: 'vi',
      },
      tags: [],
      collections: ['k1'],
    });
  });

  it('keeps the form and says what went wrong', async () => {
    const { onSaved } = show({
      onEnter: () => Promise.resolve({ ok: false, error: { code: 'storageFull' } }),
    });
    fill('Title', 'Tin');
    fill('Text', 'Một đoạn.');
    save();
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is almost full/);
    expect((screen.getByRole('textbox', { name: 'Text' }) as HTMLTextAreaElement).value).toBe('Một đoạn.');
    expect(onSaved).not.toHaveBeenCalled();
  });
});
