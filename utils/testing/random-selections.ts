/** Selections at random over saved articles, as highlights: any start, any length, over several blocks, cut at letters. */
import { partsOfSpan } from '@/utils/annotation/borders';
import { quoteOf } from '@/utils/annotation/describe';
import type { Annotation, Version } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { snapToGraphemes } from '@/utils/text/graphemes';
import type { Chance } from './random';

const AT_ONCE = 2_000;
const AT = '2026-03-01T00:00:00.000Z';

/** `count` highlights on the versions, as the verbs would have made them. Spans of blanks only are drawn again. */
export function randomSelections(
  versions: readonly Version[],
  count: number,
  coderId: string,
  chance: Chance,
): Annotation[] {
  const made: Annotation[] = [];
  while (made.length < count) {
    const version = versions[made.length % versions.length]!;
    const start = chance.below(version.text.length);
    // Mostly some words, sometimes several paragraphs.
    const length = 1 + chance.below(chance.next() < 0.8 ? 120 : 2_000);
    const whole = snapToGraphemes(version.text, start, Math.min(version.text.length, start + length));
    const parts = partsOfSpan(version, whole);
    if (parts.length === 0) continue;
    made.push({
      id: chance.uuid(),
      articleId: version.articleId,
      versionId: version.id,
      parts,
      quote: quoteOf(version.text, parts),
      comment: '',
      coderId,
      origin: 'saved',
      createdAt: AT,
      touched: { comment: AT },
    });
  }
  return made;
}

/** Does the highlight, as it is now, stand on the same words at the same place as when it was made? */
function isRestored(made: Annotation, now: Annotation | undefined, version: Version | undefined): boolean {
  return (
    now !== undefined &&
    version !== undefined &&
    JSON.stringify(now.parts) === JSON.stringify(made.parts) &&
    now.quote.exact === made.quote.exact &&
    now.parts.map(({ start, end }) => version.text.slice(start, end)).join('\n') === made.quote.exact
  );
}

/** How many of them the database holds as they were made. */
export async function countRestored(db: PressmarkDatabase, made: readonly Annotation[]): Promise<number> {
  const versions = new Map((await db.versions.toArray()).map((version) => [version.id, version]));
  let count = 0;
  for (let at = 0; at < made.length; at += AT_ONCE) {
    const some = made.slice(at, at + AT_ONCE);
    const rows = await db.annotations.bulkGet(some.map(({ id }) => id));
    count += some.filter((one, n) => isRestored(one, rows[n], versions.get(one.versionId))).length;
  }
  return count;
}
