import type { ByHand, Shown, Version } from '@/utils/db/records';

/** What lists and the reader show: the version's fields, with those set by hand on top. */
export function shownOf(version: Pick<Version, 'metadata'>, byHand: ByHand): Shown {
  const { metadata } = version;
  const pick = <T>(byPerson: T | undefined, found: T): T => (byPerson === undefined ? found : byPerson);
  return {
    title: byHand.title?.trim() || metadata.title.value || '',
    lead: pick(byHand.lead, metadata.lead.value),
    authors: pick(byHand.authors, metadata.authors.value ?? []),
    published: pick(byHand.published, metadata.published.value),
    section: pick(byHand.section, metadata.section.value ?? []),
    outlet: pick(byHand.outlet, metadata.outlet.value),
    language: pick(byHand.language, metadata.language.value),
  };
}

/** Later hand-set fields over earlier ones. */
export function mergeByHand(before: ByHand, patch: ByHand): ByHand {
  const merged: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(patch)) if (value !== undefined) merged[key] = value;
  return merged as ByHand;
}
