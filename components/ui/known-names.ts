import { foldMarks } from '@/utils/text/fold';
import type { KnownTag } from './TagInput';

/** Collections as the tag field knows its suggestions; they have no colour of their own. */
export function knownNames(named: { id: string; name: string }[]): KnownTag[] {
  return named.map(({ id, name }) => ({ id, name, colour: 'var(--line-strong)', folded: foldMarks(name) }));
}
