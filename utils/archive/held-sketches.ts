/**
 * The sketches of all articles, held while articles are saved one after the other: reading them is most of what looking for one
 * text among them costs. Promise: whoever has them misses none that was ever kept; one too many does no harm, since texts are
 * compared before anything is told.
 */
import type { PressmarkDatabase } from '@/utils/db/schema';

/** Rows read at once: about 1 MB. */
const CHUNKS_AT_ONCE = 50;
/** At 100,000 articles they are 8 MB: nobody is to carry them about when nothing is saved. */
const HELD_MS = 20_000;

interface Held {
  chunks: Map<number, Uint8Array>;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const held = new WeakMap<PressmarkDatabase, Held>();

/** Rows of `sketches`: those held, else read. Only one context may pair stories: others' sketches are not seen here. */
export async function allSketches(db: PressmarkDatabase): Promise<Iterable<Uint8Array>> {
  const known = held.get(db);
  if (known) {
    letGoLater(db, known);
    return known.chunks.values();
  }
  const chunks = new Map<number, Uint8Array>();
  for (let from = 0; ;) {
    const some = await db.sketches.where('chunk').aboveOrEqual(from).limit(CHUNKS_AT_ONCE).toArray();
    for (const { chunk, bytes } of some) chunks.set(chunk, bytes);
    if (some.length < CHUNKS_AT_ONCE) break;
    from = some.at(-1)!.chunk + 1;
  }
  const now: Held = { chunks, timer: undefined };
  held.set(db, now);
  letGoLater(db, now);
  return chunks.values();
}

/** To be called once a row was committed. */
export function holdSketches(db: PressmarkDatabase, chunk: number, bytes: Uint8Array): void {
  held.get(db)?.chunks.set(chunk, bytes);
}

function letGoLater(db: PressmarkDatabase, known: Held): void {
  clearTimeout(known.timer);
  known.timer = setTimeout(() => held.delete(db), HELD_MS);
}
