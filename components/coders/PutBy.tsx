/** Whose coding it is, where several coders are at work: initials to see, the whole name to hear. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type CodersSeen = ReadonlyMap<string, { name: string; initials: string }>;

/** The coders whose work is on the page; empty where one works alone. */
export const SeveralCoders = createContext<CodersSeen>(new Map());

interface Put {
  coderId: string;
  codes: readonly { putBy: readonly string[] }[];
}

/** Names of the coders, where the highlights and their codes are of more than one. */
export function codersSeen(
  coders: readonly { id: string; name: string; initials: string }[],
  annotations: readonly Put[],
): CodersSeen {
  const atWork = new Set(
    annotations.flatMap(({ coderId, codes }) => [coderId, ...codes.flatMap(({ putBy }) => putBy)]),
  );
  if (atWork.size < 2) return new Map();
  return new Map(coders.map(({ id, name, initials }) => [id, { name, initials }]));
}

export function PutBy({ ids }: { ids: readonly string[] | undefined }) {
  const coders = useContext(SeveralCoders);
  const shown = (ids ?? []).flatMap((id) => coders.get(id) ?? []);
  if (shown.length === 0) return null;
  const names = shown.map(({ name }) => name).join(', ');
  return (
    <span class="put-by" title={names}>
      <span aria-hidden="true">{shown.map(({ initials }) => initials).join(' ')}</span>
      <span class="visually-hidden">({names})</span>
    </span>
  );
}
