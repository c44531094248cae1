/**
 * Coders: the people of a study. Promise: a coder is never erased, since the work names its maker; one who was removed is
 * no longer offered. Who codes at this device is a matter of the device: neither undone nor exported.
 */
import { CODER_COLOURS } from '@/utils/annotation/colours';
import { CURRENT_CODER } from '@/utils/db/blind';
import type { Coder } from '@/utils/db/records';
import { utcIso } from './clock';
import { codeName } from './codes';
import { exclusively } from './exclusive';
import { coderOf } from './first-use';
import { journaled } from './journal';
import { ArchiveError, type ArchiveContext } from './types';

const MOST_INITIALS = 4;

/** `Nguyễn Thị Lan` → `NL`: the first letters of first and last word. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const first = (word: string | undefined) => firstLetters(word ?? '', 1);
  return `${first(words[0])}${words.length > 1 ? first(words.at(-1)) : ''}`.toLocaleUpperCase('vi');
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

const firstLetters = (text: string, most: number) =>
  Array.from(letters.segment(text), ({ segment }) => segment)
    .slice(0, most)
    .join('');

const tidyInitials = (typed: string, name: string) =>
  firstLetters(typed.normalize('NFC').trim(), MOST_INITIALS) || initialsOf(name);

async function living(context: ArchiveContext, coderId: string): Promise<Coder> {
  const coder = await context.db.coders.get(coderId);
  if (!coder || coder.deletedAt) throw new ArchiveError('notFound', coderId);
  return coder;
}

async function refuseTwin(context: ArchiveContext, name: string, exceptId?: string): Promise<Coder[]> {
  const coders = (await context.db.coders.toArray()).filter(({ deletedAt }) => !deletedAt);
  const key = name.toLocaleLowerCase('vi');
  if (coders.some((other) => other.id !== exceptId && other.name.toLocaleLowerCase('vi') === key))
    throw new ArchiveError('nameTaken', name);
  return coders;
}

/** @returns the new coder's id. @throws ArchiveError nameTaken, badRequest (no name) */
export function createCoder(
  context: ArchiveContext,
  wish: { name: string; initials: string },
): Promise<string> {
  return journaled(context, 'journalCoderMade', ['coders'], async (journal) => {
    const name = codeName(wish.name);
    const others = await refuseTwin(context, name);
    const uses = (colour: string) => others.filter((other) => other.colour === colour).length;
    const id = context.uuid();
    await journal.put<Coder>('coders', {
      id,
      name,
      initials: tidyInitials(wish.initials, name),
      colour: CODER_COLOURS.toSorted((a, b) => uses(a) - uses(b))[0]!,
      createdAt: utcIso(context.now()),
      touched: {},
    });
    return id;
  });
}

/** @throws ArchiveError notFound, nameTaken, badRequest (no name) */
export async function editCoder(
  context: ArchiveContext,
  coderId: string,
  patch: { name?: string; initials?: string; colour?: string },
): Promise<void> {
  await journaled(context, 'journalCoderEdited', ['coders'], async (journal) => {
    const coder = await living(context, coderId);
    const name = patch.name === undefined ? coder.name : codeName(patch.name);
    await refuseTwin(context, name, coderId);
    await journal.put<Coder>('coders', {
      ...coder,
      name,
      initials: patch.initials === undefined ? coder.initials : tidyInitials(patch.initials, name),
      colour: patch.colour ?? coder.colour,
    });
  });
}

/** Hides a coder; what they did stays under their name. @throws ArchiveError notFound, coderAtWork (the current one) */
export async function removeCoder(context: ArchiveContext, coderId: string): Promise<void> {
  await journaled(context, 'journalCoderRemoved', ['coders'], async (journal) => {
    const coder = await living(context, coderId);
    if (coderId === coderOf(context)) throw new ArchiveError('coderAtWork', coder.name);
    await journal.put<Coder>('coders', { ...coder, deletedAt: utcIso(context.now()) });
  });
}

/** From now on this coder works at this device. @throws ArchiveError notFound */
export function switchCoder(context: ArchiveContext, coderId: string): Promise<void> {
  return exclusively(() =>
    context.db.transaction('rw', ['coders', 'settings'], async () => {
      await living(context, coderId);
      await context.db.settings.put({ key: CURRENT_CODER, value: coderId });
      context.coder = coderId;
    }),
  );
}
