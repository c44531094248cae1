/** The page's text, its alignment with the saved text and the places of the highlights, each redone only when it must be. */
import { alignInSlices } from '@/utils/annotation/align-texts';
import type { Alignment } from '@/utils/annotation/alignment';
import { mapHits, type HitMap } from '@/utils/annotation/hit-test';
import { rangesOfPart } from '@/utils/annotation/page-range';
import { pageSteps, type PageText, type ShadowRootOf } from '@/utils/annotation/page-text';
import { placeInSlices, type Placed } from '@/utils/annotation/place-highlights';
import { inSlices } from '@/utils/annotation/slices';
import type { AnchorText, Part, Verdict } from '@/utils/annotation/types';
import type { PageAnnotation } from '@/utils/archive/page-reading';

export interface PlacedOnPage {
  annotation: PageAnnotation;
  verdict: Verdict;
  changedWords: readonly string[];
  /** In the page's text; of a review: the candidate. Empty where it is not painted. */
  parts: readonly Part[];
  ranges: readonly Range[];
}

export interface PageView {
  page: PageText;
  alignment: Alignment;
  placed: ReadonlyMap<string, PlacedOnPage>;
  /** As they were placed, by the parts they were placed from. */
  places: ReadonlyMap<string, { from: string; place: Placed }>;
  hits: HitMap;
}

/** The page has its turn between slices. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * @param before the last view of the same saved text: what did not change is taken over, so that nothing is painted anew
 * @param isDirty the page may have changed since `before`
 */
export async function viewPage(
  doc: Document,
  shadowRootOf: ShadowRootOf,
  saved: AnchorText,
  annotations: readonly PageAnnotation[],
  before: PageView | null,
  isDirty: boolean,
): Promise<PageView> {
  const page = before && !isDirty ? before.page : await inSlices(pageSteps(doc, shadowRootOf), { pause });
  const isSameText = before !== null && hasSameText(before.page, page);
  const alignment = isSameText ? before.alignment : await alignInSlices(saved, page, { pause });
  const known = annotations.filter(({ verdict }) => verdict !== 'orphan');
  const fromOf = ({ parts }: PageAnnotation) => parts.map(({ start, end }) => `${start}-${end}`).join();
  const places = new Map(
    known.flatMap((one) => {
      const kept = isSameText ? before.places.get(one.id) : undefined;
      return kept?.from === fromOf(one) ? [[one.id, kept] as const] : [];
    }),
  );
  const open = known.filter(({ id }) => !places.has(id));
  const found = await placeInSlices(alignment, open, { pause });
  for (const [n, place] of found.entries()) places.set(place.id, { from: fromOf(open[n]!), place });
  const placed = new Map<string, PlacedOnPage>();
  for (const annotation of annotations) {
    const place = places.get(annotation.id)?.place;
    // What waits for a person in the saved text waits here too, however sure the page is of the candidate's words.
    const verdict =
      annotation.verdict === 'review' ? 'review' : (place?.verdict ?? annotation.verdict ?? 'orphan');
    const parts = verdict === 'orphan' ? [] : (place?.parts ?? []);
    const ranges = parts.flatMap((part) => rangesOfPart(page, part));
    const last = before?.placed.get(annotation.id);
    placed.set(annotation.id, {
      annotation,
      verdict,
      changedWords: place?.changedWords ?? [],
      parts,
      ranges: last && areSame(last.ranges, ranges) ? last.ranges : ranges,
    });
  }
  const targets = [...placed.values()].map(({ annotation, parts, ranges }) => ({
    id: annotation.id,
    parts,
    ranges,
  }));
  return { page, alignment, placed, places, hits: mapHits(targets) };
}

function hasSameText(one: PageText, other: PageText): boolean {
  return (
    one === other ||
    (one.text === other.text &&
      one.blocks.length === other.blocks.length &&
      one.blocks.every(({ start }, n) => start === other.blocks[n]!.start))
  );
}

/** Ranges live with the page: one whose words were replaced has moved by itself. */
function areSame(old: readonly Range[], made: readonly Range[]): boolean {
  return (
    old.length === made.length &&
    old.every((range, n) => {
      const other = made[n]!;
      return (
        range.startContainer === other.startContainer &&
        range.startOffset === other.startOffset &&
        range.endContainer === other.endContainer &&
        range.endOffset === other.endOffset
      );
    })
  );
}
