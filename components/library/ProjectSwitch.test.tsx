// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Words } from '@/components/words';
import type { ProjectsNow } from '@/utils/db/projects';
import { ProjectSwitch, type ProjectActs } from './ProjectSwitch';

afterEach(cleanup);

const BOTH: ProjectsNow = {
  projects: [
    { id: 'one', name: 'Nghiên cứu' },
    { id: 'two', name: 'Bão số 3' },
  ],
  currentId: 'two',
};

const yes = () => Promise.resolve({ ok: true as const, value: null });
const taken = () => Promise.resolve({ ok: false as const, error: { code: 'nameTaken' } });

function show(now: ProjectsNow | null, more: Partial<ProjectActs> = {}) {
  const acts = {
    createProject: vi.fn<ProjectActs['createProject']>(yes),
    renameProject: vi.fn<ProjectActs['renameProject']>(yes),
    removeProject: vi.fn<ProjectActs['removeProject']>(yes),
    switchProject: vi.fn<ProjectActs['switchProject']>(() => Promise.resolve()),
    ...more,
  };
  const contentsOf = vi.fn(() => Promise.resolve({ codes: 12, collections: 3, searches: 2, samples: 0 }));
  const view = render(
    <Words locale="en">
      <ProjectSwitch now={now} acts={acts} contentsOf={contentsOf} />
    </Words>,
  );
  return { acts, contentsOf, view };
}

/** jsdom opens no `details` by itself. */
function open(name: string): HTMLElement {
  const sign = screen.getByLabelText(`Project: ${name}`);
  const details = sign.closest('details')!;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  return sign;
}

test('says which study is at work, and goes over to another one', () => {
  const { acts } = show(BOTH);
  open('Bão số 3');
  const [one, two] = [
    screen.getByRole('button', { name: 'Nghiên cứu' }),
    screen.getByText('Bão số 3', { selector: 'button' }),
  ];
  expect(two.getAttribute('aria-current')).toBe('true');
  fireEvent.click(two);
  expect(acts.switchProject).not.toHaveBeenCalled();
  fireEvent.click(one);
  expect(acts.switchProject).toHaveBeenCalledWith('one');
});

test('the arrow keys walk through the menu, Escape closes it and gives the focus back', () => {
  show(BOTH);
  const sign = open('Bão số 3');
  sign.focus();
  const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
  press('ArrowDown');
  expect(document.activeElement!.textContent).toBe('Nghiên cứu');
  press('ArrowUp');
  expect(document.activeElement!.textContent).toBe('Remove…');
  press('ArrowDown');
  expect(document.activeElement!.textContent).toBe('Nghiên cứu');
  press('Escape');
  expect(document.activeElement).toBe(sign);
  expect(sign.closest('details')!.open).toBe(false);
});

test('the only one cannot be removed', () => {
  show({ projects: [BOTH.projects[0]!], currentId: 'one' });
  open('Nghiên cứu');
  expect(screen.getByText<HTMLButtonElement>('Remove…').disabled).toBe(true);
});

test('a name that is taken is said in the dialog, which stays', async () => {
  const { acts } = show(BOTH, { createProject: vi.fn<ProjectActs['createProject']>(taken) });
  open('Bão số 3');
  fireEvent.click(screen.getByText('New project…'));
  fireEvent.input(screen.getByLabelText('Name of the project'), { target: { value: 'bão số 3' } });
  fireEvent.submit(screen.getByRole('dialog').querySelector('form')!);
  expect((await screen.findByRole('alert')).textContent).toMatch(/already one with this name/u);
  expect(acts.createProject).toHaveBeenCalledWith('bão số 3');
});

test('renames the one at work', async () => {
  const { acts } = show(BOTH);
  open('Bão số 3');
  fireEvent.click(screen.getByText('Rename…'));
  const field = screen.getByLabelText<HTMLInputElement>('Name of the project');
  expect(field.value).toBe('Bão số 3');
  fireEvent.input(field, { target: { value: 'Bão Yagi' } });
  fireEvent.submit(screen.getByRole('dialog').querySelector('form')!);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(acts.renameProject).toHaveBeenCalledWith('two', 'Bão Yagi');
});

test('before it is removed it is said what goes out of sight', async () => {
  const { acts } = show(BOTH);
  open('Bão số 3');
  fireEvent.click(screen.getByText('Remove…'));
  await screen.findByText(/12 tags, 3 collections, 2 saved searches, 0 samples/u);
  expect(acts.removeProject).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(acts.removeProject).toHaveBeenCalledWith('two');
});
