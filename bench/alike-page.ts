/** The page side of the bench of near-duplicates: the archive's own code on Chromium's IndexedDB. */
import { pairStories } from '../utils/archive/pair-stories';
import { sketchArticles } from '../utils/archive/sketch-articles';
import type { DerivedEntry } from '../utils/archive/derived-entry';
import type { ArchiveContext } from '../utils/archive/types';
import type { Article, Version } from '../utils/db/records';
import { PressmarkDatabase } from '../utils/db/schema';
import { compareShingles, shinglesOf, type Shingles } from '../utils/search/sketch';
import { buildArchive } from '../utils/testing/builders';
import { makeCapture } from '../utils/testing/captures';
import { chanceOf } from '../utils/testing/random';
import { bulletin, storyMaker, type Story } from '../utils/testing/stories';

const OUTLETS = Array.from({ length: 12 }, (_, n) => `Báo số ${n}`);
const KINDS = ['weather', 'draw', 'prices'] as const;
/** One article in so many fills a pattern with the day's figures. */
const BULLETINS = 15;
const AT_ONCE = 500;

interface Made {
  id: string;
  /** Articles with the same number tell one story. */
  story: number;
  told: Story;
  outlet: number;
  entry: DerivedEntry;
}

export interface AlikeResult {
  wanted: number;
  found: number;
  pairs: number;
  wrong: number;
  times: number[];
  plain: number;
}

const piecesOf = ({ lead, paragraphs }: Story) => [lead, ...paragraphs];

/** @param given JSON of `{articles, rewrites, words}`; `words`: paragraphs to take words from */
export async function measure(given: string): Promise<AlikeResult> {
  const wish = JSON.parse(given) as { articles: number; rewrites: number; words: string[] | null };
  const chance = chanceOf(20260);
  const make = storyMaker(chance, wish.words ?? undefined);
  const library = await openLibrary(make);
  for (let from = 0; from < wish.articles; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, wish.articles - from);
    await library.add(
      Array.from({ length: count }, (_, n) => ({
        story: from + n,
        told:
          n % BULLETINS === 0
            ? bulletin(chance, chance.pick(KINDS))
            : make.story(100 + Math.round(700 * chance.next() ** 2)),
        outlet: chance.below(OUTLETS.length),
      })),
    );
    await library.pair();
  }

  const times: number[] = [];
  const pairsWanted: string[] = [];
  while (pairsWanted.length < wish.rewrites) {
    const source = library.made[chance.below(wish.articles)]!;
    if ((source.story % AT_ONCE) % BULLETINS === 0) continue;
    const told = make.rewrite(source.told, 0.3 + 0.65 * chance.next());
    const likeness = compareShingles(shinglesOf(piecesOf(source.told)), shinglesOf(piecesOf(told)));
    if (likeness.share < 0.7) continue;
    const outlet = (source.outlet + 1 + chance.below(OUTLETS.length - 1)) % OUTLETS.length;
    const ms = await library.add([{ story: source.story, told, outlet }]);
    const began = performance.now();
    await library.pair();
    times.push(ms + performance.now() - began);
    pairsWanted.push([source.id, library.made.at(-1)!.id].toSorted().join(':'));
  }

  const pairs = await library.db.reprints.toArray();
  const told = new Set(pairs.map(({ id }) => id));
  const storyOf = new Map(library.made.map(({ id, story }) => [id, story]));
  return {
    wanted: pairsWanted.length,
    found: pairsWanted.filter((id) => told.has(id)).length,
    pairs: pairs.length,
    wrong: pairs.filter(({ articleIds: [a, b] }) => storyOf.get(a) !== storyOf.get(b)).length,
    times,
    plain: plainTime(library.made.map((one) => shinglesOf(piecesOf(one.told)))),
  };
}

async function openLibrary(make: ReturnType<typeof storyMaker>) {
  const db = new PressmarkDatabase('alike');
  await db.delete();
  await db.open();
  const { articles, versions } = await buildArchive(1, { articles: 1 });
  const [article, version] = [articles[0]!, versions[0]!];
  const closings = OUTLETS.map(() => make.story(25).paragraphs[0]!);
  const made: Made[] = [];
  const context: ArchiveContext = {
    db,
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
    device: 'bench',
    browser: '',
    extension: '',
    timeZone: 'Asia/Ho_Chi_Minh',
    room: () => Promise.resolve(Infinity),
  };

  /** As saved by an outlet, with the lines all its articles end with. Gives the time that the sketches took. */
  async function add(some: { story: number; told: Story; outlet: number }[]): Promise<number> {
    const rows = some.map(({ story, told, outlet }, n) => {
      const doc = made.length + n;
      const id = `a${String(doc).padStart(7, '0')}`;
      const paragraphs = [...told.paragraphs, closings[outlet]!];
      const { text, blocks } = makeCapture({ ...told, paragraphs });
      const own: Version = { ...version, id: `v${id}`, articleId: id, text, blocks };
      const { deletedAt: _, ...rest } = article;
      const row: Article = {
        ...rest,
        id,
        addresses: [],
        url: `https://bao${outlet}.example/${id}`,
        latestVersionId: own.id,
        state: 'kept',
        shown: { ...article.shown, outlet: OUTLETS[outlet]! },
      };
      const entry: DerivedEntry = {
        id,
        doc,
        isNew: true,
        article: row,
        version: () => Promise.resolve(own),
        inHand: {},
      };
      return { made: { id, story, told, outlet, entry }, row, own };
    });
    made.push(...rows.map((one) => one.made));
    await db.docs.bulkPut(rows.map(({ made: { id, entry } }) => ({ id, doc: entry.doc })));
    await db.articles.bulkPut(rows.map(({ row }) => row));
    await db.versions.bulkPut(rows.map(({ own }) => own));
    const began = performance.now();
    await db.transaction('rw', [db.sketches, db.unpaired, db.reprints], () =>
      sketchArticles(
        db,
        rows.map((one) => one.made.entry),
      ),
    );
    return performance.now() - began;
  }

  return { db, made, add, pair: () => pairStories(context) };
}

/** Comparing one text with all others, shingle by shingle: the way without sketches. */
function plainTime(all: Shingles[]): number {
  const began = performance.now();
  for (const other of all) compareShingles(all[0]!, other);
  return performance.now() - began;
}
