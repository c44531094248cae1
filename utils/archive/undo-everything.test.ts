/** 500 random acts, 500 times undo, 500 times redo, over every verb that the journal knows. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { EVERY_ACT, takeTurns, type World } from '@/utils/testing/every-act';
import { chanceOf } from '@/utils/testing/random';
import type { Article } from '@/utils/db/records';
import { redo, undo } from './journal';
import { ArchiveError } from './types';

const ACTS = 500;

type Rows = Record<string, { id?: string }[]>;

/** Labels that the code writes into the journal. */
function labelsInCode(): string[] {
  const texts = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'));
  return [...new Set(texts.join('\n').match(/(?<=')journal[A-Z]\w*(?=')/g))].toSorted();
}

/** Rows without their change times, as text. */
const spelled = (rows: unknown) =>
  JSON.stringify(rows, (key, member: unknown) => (key === 'touched' ? undefined : member));

async function seen({ context }: World): Promise<Rows> {
  return JSON.parse(spelled(await snapshot(context, ['journal', 'ledger']))) as Rows;
}

/** A version, once taken, stays as evidence; undone, it is withdrawn or its article is in the bin. Nothing else differs. */
function withoutEvidence(now: Rows, start: Rows): Rows {
  const known = (table: string) => new Set(start[table]!.map(({ id }) => id));
  const [articles, versions] = [known('articles'), known('versions')];
  const added = now.versions!.filter(({ id }) => !versions.has(id)) as { id: string; articleId: string }[];
  for (const { id, articleId } of added) {
    const article = now.articles!.find((row) => row.id === articleId) as unknown as Article;
    const isAway = article.state === 'bin' || article.withdrawn?.includes(id);
    expect(isAway, `version ${id} is still there`).toBe(true);
  }
  return {
    ...now,
    versions: now.versions!.filter(({ id }) => versions.has(id)),
    articles: now
      .articles!.filter(({ id }) => articles.has(id))
      .map((row) => {
        const { withdrawn: _, ...rest } = row as Article;
        return rest;
      }),
  };
}

it('knows an act for every label in the code, and none besides', () => {
  expect(Object.keys(EVERY_ACT).toSorted()).toEqual(labelsInCode());
});

it.each([1, 2])(
  `${ACTS} random acts, as many undone and done again (seed %i)`,
  { timeout: 240_000 },
  async (seed) => {
    const world: World = { context: await testArchive(), chance: chanceOf(seed) };
    const { db } = world.context;
    for (let saved = 0; saved < 3; saved += 1) await EVERY_ACT.journalSaved!(world);
    await db.journal.clear();
    const start = await seen(world);

    const names = Object.keys(EVERY_ACT);
    const done = new Set<string>();
    let tries = 0;
    // As many as are wanted, and then until each was done once.
    while (((await db.journal.count()) < ACTS || done.size < names.length) && (tries += 1) < 20 * ACTS)
      try {
        if (world.chance.next() < 0.1) await takeTurns(world);
        const left = names.filter((name) => !done.has(name));
        const wanted = left.length > 0 && world.chance.next() < 0.3 ? left : names;
        await EVERY_ACT[world.chance.pick(wanted)]!(world);
        done.add((await db.journal.orderBy(':id').last())?.label ?? '');
      } catch (error) {
        // Not now: there is nothing to do it with.
        if (!(error instanceof ArchiveError)) throw error;
      }
    const acts = await db.journal.count();
    expect(acts).toBeGreaterThanOrEqual(ACTS);
    expect([...done].toSorted()).toEqual(names.toSorted());
    const end = await seen(world);
    expect(spelled(end)).not.toBe(spelled(start));

    for (let act = 0; act < acts; act += 1) expect((await undo(world.context)).did).not.toBeNull();
    expect((await undo(world.context)).did).toBeNull();
    expect(withoutEvidence(await seen(world), start)).toEqual(start);

    for (let act = 0; act < acts; act += 1) expect((await redo(world.context)).did).not.toBeNull();
    const again = await seen(world);
    // Who is at work is a matter of the device, not of the journal.
    expect({ ...again, settings: [] }).toEqual({ ...end, settings: [] });
  },
);
