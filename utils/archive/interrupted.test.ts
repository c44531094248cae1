/** The background killed between any two writes of a verb; two tabs at the same highlight. */
import { describe, expect, it } from 'vitest';
import { snapshot, testArchive } from '@/utils/testing/archive-context';
import { EVERY_ACT, takeTurns, type World } from '@/utils/testing/every-act';
import { chanceOf } from '@/utils/testing/random';
import type { ArchiveContext } from './types';
import { addCoding, commentAnnotation, removeAnnotation } from './annotate';
import { redo, undo } from './journal';
import { ArchiveError } from './types';

class Killed extends Error {}

/** From now on the write with this number (from 1) does not happen. Gives the function that stops it. */
function killAt({ db }: ArchiveContext, number: number): { stop: () => void; writes: () => number } {
  let writes = 0;
  const count = () => {
    writes += 1;
    if (writes === number) throw new Killed();
  };
  for (const table of db.tables) {
    table.hook('creating', count);
    table.hook('updating', count);
    table.hook('deleting', count);
  }
  return {
    writes: () => writes,
    stop: () => {
      for (const table of db.tables)
        for (const event of ['creating', 'updating', 'deleting'] as const)
          table.hook(event).unsubscribe(count);
    },
  };
}

/** An archive in which every act has something to do. */
async function livedIn(seed: number): Promise<World> {
  const world: World = { context: await testArchive(), chance: chanceOf(seed) };
  const names = Object.keys(EVERY_ACT);
  for (let turn = 0; turn < 3; turn += 1)
    for (const name of names) {
      if (/Removed|Merged|Bin|Un/.test(name) && turn > 0) continue;
      await EVERY_ACT[name]!(world).catch((error: unknown) => {
        if (!(error instanceof ArchiveError)) throw error;
      });
    }
  return world;
}

const PREPARING = [
  'journalOtherStory',
  'journalKept',
  'journalMemoWritten',
  'journalCodeEdited',
  'journalArticleCoded',
  'journalCollectionMade',
  'journalMoved',
  'journalCoded',
  'journalSearchSaved',
];

/**
 * What many acts need: the coder at work has a memo and a coding, no article is where it was, and there are collections,
 * searches, coded passages and passages with moved borders, whatever chance took away.
 */
async function prepare(world: World): Promise<void> {
  await takeTurns(world);
  for (const name of PREPARING)
    await EVERY_ACT[name]!(world).catch((error: unknown) => {
      if (!(error instanceof ArchiveError)) throw error;
    });
}

interface Kills {
  /** Times it was killed before it went through. */
  kills: number;
  /** Kills after which a row was not as before. */
  traces: number;
}

const lastLabel = async ({ db }: ArchiveContext) => (await db.journal.orderBy(':id').last())?.label;

/** Kills the act at its first write, then at its second, until every write had its turn and it goes through. */
async function killEverywhere(name: string): Promise<Kills> {
  const { context } = await livedIn(5);
  const result: Kills = { kills: 0, traces: 0 };
  for (let turn = 0; turn < 400;) {
    const before = await snapshot(context, ['settings']);
    const killer = killAt(context, result.kills + 1);
    try {
      // The same choices each time: only the moment of the kill differs.
      await EVERY_ACT[name]!({ context, chance: chanceOf(turn) });
      // An act may first set the stage (the coder at work changes), and then find that there is nothing to do.
      if ((await lastLabel(context)) === name && killer.writes() > 1) return result;
    } catch (error) {
      if (isKill(error)) {
        result.kills += 1;
        killer.stop();
        if (JSON.stringify(await snapshot(context, ['settings'])) !== JSON.stringify(before))
          result.traces += 1;
        continue;
      }
      if (!(error instanceof ArchiveError)) throw error;
    } finally {
      killer.stop();
    }
    turn += 1;
    await prepare({ context, chance: chanceOf(turn) });
  }
  throw new Error('never done');
}

describe('a verb that is killed between two writes has changed nothing', () => {
  it.each(Object.keys(EVERY_ACT))('%s', { timeout: 60_000 }, async (name) => {
    const { kills, traces } = await killEverywhere(name);
    // A row and the journal at least.
    expect(kills).toBeGreaterThan(1);
    expect(traces).toBe(0);
  });
});

function isKill(error: unknown): boolean {
  const inner = (error as { inner?: unknown }).inner;
  const failures = (error as { failures?: unknown[] }).failures ?? [];
  return error instanceof Killed || inner instanceof Killed || Object.values(failures).some(isKill);
}

describe('two tabs at the same highlight', () => {
  async function highlighted() {
    const world: World = { context: await testArchive(), chance: chanceOf(3) };
    await EVERY_ACT.journalSaved!(world);
    await EVERY_ACT.journalHighlighted!(world);
    const [annotation] = await world.context.db.annotations.toArray();
    return { context: world.context, id: annotation!.id };
  }

  it('both comment: the later one stands, and undo gives the earlier one back', async () => {
    const { context, id } = await highlighted();
    await Promise.all([commentAnnotation(context, id, 'một'), commentAnnotation(context, id, 'hai')]);
    const comment = async () => (await context.db.annotations.get(id))!.comment;
    expect(await comment()).toBe('hai');
    await undo(context);
    expect(await comment()).toBe('một');
    await redo(context);
    expect(await comment()).toBe('hai');
  });

  it('both put the same new code on it: one code, one coding', async () => {
    const { context, id } = await highlighted();
    const [codes, codings] = [await context.db.codes.count(), await context.db.codings.count()];
    const made = await Promise.all([1, 2].map(() => addCoding(context, id, { newTag: 'khung' })));
    expect(made[0]).toBe(made[1]);
    expect([await context.db.codes.count(), await context.db.codings.count()]).toEqual([
      codes + 1,
      codings + 1,
    ]);
  });

  it('one removes it while the other comments: the other is told, nothing comes back half', async () => {
    const { context, id } = await highlighted();
    const [removed, commented] = await Promise.allSettled([
      removeAnnotation(context, id),
      commentAnnotation(context, id, 'muộn'),
    ]);
    expect(removed.status).toBe('fulfilled');
    expect(commented).toMatchObject({ status: 'rejected', reason: { code: 'notFound' } });
    await undo(context);
    expect(await context.db.annotations.get(id)).toMatchObject({ comment: '' });
    expect((await context.db.annotations.get(id))!.deletedAt).toBeUndefined();
  });
});
