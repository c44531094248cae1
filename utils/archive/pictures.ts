/**
 * Pictures, fetched after the save. Each is a row that survives a killed background: `pending` until it was kept or
 * refused with a reason. Bytes are kept as they came, under their hash.
 */
import { sha256Hex } from '@/utils/text/digest';
import type { Picture, PictureRefusal, StoredBlob } from '@/utils/db/records';
import { exclusively } from './exclusive';
import { keepBlob } from './keep-blob';
import { assertRoom } from './save-article';
import { pictureType } from './picture-type';
import type { ArchiveContext } from './types';

export interface PictureWorld {
  /** May we fetch from this host? */
  isAllowed: (host: string) => Promise<boolean>;
  fetch: (url: string, signal: AbortSignal) => Promise<Response>;
  limits: () => Promise<PictureLimits>;
}

/** What the user set: bytes of one picture, pictures of one version. */
export interface PictureLimits {
  largest: number;
  most: number;
}

const MOST_ATTEMPTS = 3;
const TIMEOUT_MS = 30_000;
const AT_ONCE = 3;

type Fetched = { bytes: Uint8Array; type: string } | { refusal: PictureRefusal; status?: number };

/** Reads a response up to a limit, so that a picture without end cannot fill the memory. */
async function readLimited(response: Response, limit: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

async function fetchOne(world: PictureWorld, url: string, largest: number): Promise<Fetched> {
  if (!/^(https?|data):/i.test(url)) return { refusal: 'badAddress' };
  try {
    const response = await world.fetch(url, AbortSignal.timeout(TIMEOUT_MS));
    if (!response.ok) return { refusal: 'status', status: response.status };
    const bytes = await readLimited(response, largest);
    if (!bytes) return { refusal: 'tooLarge' };
    const type = pictureType(bytes);
    return type ? { bytes, type } : { refusal: 'notAPicture' };
  } catch {
    return { refusal: 'network' };
  }
}

/** Tries the best address, then the others of the same picture on hosts we may ask. */
async function fetchPicture(world: PictureWorld, picture: Picture): Promise<Fetched> {
  const { largest } = await world.limits();
  let last: Fetched = { refusal: 'badAddress' };
  for (const url of [picture.url, ...picture.alternatives.slice(0, 4)]) {
    const host = hostname(url);
    if (host && !(await world.isAllowed(host))) continue;
    last = await fetchOne(world, url, largest);
    if ('bytes' in last) return last;
  }
  return last;
}

function hostname(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

async function settle(context: ArchiveContext, picture: Picture, fetched: Fetched): Promise<void> {
  const attempts = picture.attempts + 1;
  if ('refusal' in fetched) {
    const triesAgain = fetched.refusal === 'network' && attempts < MOST_ATTEMPTS;
    await exclusively(() =>
      context.db.pictures.update(picture.id, {
        attempts,
        outcome: triesAgain ? 'pending' : 'refused',
        refusal: fetched.refusal,
        status: fetched.status,
      }),
    );
    return;
  }
  await assertRoom(context, fetched.bytes.length);
  const blob: StoredBlob = {
    sha256: await sha256Hex(fetched.bytes),
    type: fetched.type,
    compression: 'none',
    bytes: fetched.bytes,
    size: fetched.bytes.length,
  };
  await exclusively(() =>
    context.db.transaction('rw', [context.db.pictures, context.db.blobs], async () => {
      await keepBlob(context.db, blob);
      await context.db.pictures.update(picture.id, {
        attempts,
        outcome: 'kept',
        blobSha: blob.sha256,
        refusal: undefined,
        status: undefined,
      });
    }),
  );
}

async function keptOf({ db }: ArchiveContext, versionIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await Promise.all(
    versionIds.map((versionId) =>
      db.pictures
        .where('versionId')
        .equals(versionId)
        .filter(({ outcome }) => outcome === 'kept')
        .count(),
    ),
  );
  return new Map(versionIds.map((versionId, n) => [versionId, counts[n]!]));
}

const waits = ({ outcome }: Picture) => outcome === 'pending' || outcome === 'permissionNeeded';

/** Hosts of these pictures that the person has not allowed. */
async function notAllowed(world: PictureWorld, pictures: readonly Picture[]): Promise<Set<string>> {
  const hosts = [...new Set(pictures.map(({ host }) => host))].filter((host) => host !== '');
  const allowed = await Promise.all(hosts.map((host) => world.isAllowed(host)));
  return new Set(hosts.filter((_, n) => !allowed[n]));
}

/** Marks rows that need a permission; gives those that may be fetched, whose host was allowed meanwhile among them. */
async function sortByPermission(context: ArchiveContext, world: PictureWorld, articleId: string | null) {
  const { db } = context;
  const waiting = articleId
    ? (await db.pictures.where('articleId').equals(articleId).toArray()).filter(waits)
    : await db.pictures.where('outcome').anyOf(['pending', 'permissionNeeded']).toArray();
  const [{ most }, closed, count] = await Promise.all([
    world.limits(),
    notAllowed(world, waiting),
    keptOf(context, [...new Set(waiting.map(({ versionId }) => versionId))]),
  ]);
  const ready: Picture[] = [];
  const marks: { key: string; changes: Partial<Picture> }[] = [];
  for (const picture of waiting) {
    const place = count.get(picture.versionId)! + 1;
    count.set(picture.versionId, place);
    const key = picture.id;
    if (place > most) marks.push({ key, changes: { outcome: 'refused', refusal: 'tooMany' } });
    else if (!closed.has(picture.host)) ready.push(picture);
    else if (picture.outcome !== 'permissionNeeded')
      marks.push({ key, changes: { outcome: 'permissionNeeded' } });
  }
  if (marks.length > 0) await db.pictures.bulkUpdate(marks);
  return ready;
}

/**
 * Fetches what is pending, of one article or of all. Never throws for one picture's sake.
 * @returns how many are still pending (network trouble: to be tried again later)
 */
export async function fetchPictures(
  context: ArchiveContext,
  world: PictureWorld,
  articleId: string | null,
  retryRefused = false,
): Promise<{ pending: number }> {
  const { db } = context;
  if (retryRefused) {
    const refused = await (
      articleId ? db.pictures.where('articleId').equals(articleId) : db.pictures.toCollection()
    )
      .filter((picture) => picture.outcome === 'refused')
      .primaryKeys();
    await Promise.all(
      refused.map((id) => db.pictures.update(id, { outcome: 'pending', attempts: 0, refusal: undefined })),
    );
  }
  const queue = await sortByPermission(context, world, articleId);
  const worker = async () => {
    for (let picture = queue.shift(); picture; picture = queue.shift())
      await settle(context, picture, await fetchPicture(world, picture));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const pending = await db.pictures.where('outcome').equals('pending').count();
  return { pending };
}

/** Hosts of a version's pictures that need the user's permission, as `fetchPictures` will find them. */
export async function hostsNeeded(
  { db }: ArchiveContext,
  world: PictureWorld,
  versionId: string,
): Promise<string[]> {
  const [pictures, { most }] = await Promise.all([
    db.pictures.where('versionId').equals(versionId).toArray(),
    world.limits(),
  ]);
  const kept = pictures.filter(({ outcome }) => outcome === 'kept').length;
  const waiting = pictures.filter(waits).slice(0, Math.max(0, most - kept));
  return [...(await notAllowed(world, waiting))];
}
