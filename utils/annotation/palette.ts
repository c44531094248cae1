/** The codes that fit what was typed, best first. Marks may be left out: "khung" finds "Khủng hoảng". */
import { foldMarks } from '@/utils/text/fold';

export interface PaletteCode {
  id: string;
  name: string;
  /** `foldMarks(name)` */
  folded: string;
  /** One to three letters or digits of its own. */
  shortcut?: string | null;
}

/** NFC, blanks collapsed: the name that was typed. */
export const typedName = (typed: string): string => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

/**
 * Codes with every typed syllable in their name (or the initials of it: "kh" finds "Khủng hoảng"); nothing typed: all, in
 * the order given. Names typed with marks come before those that only match without.
 */
export function fittingCodes<Code extends PaletteCode>(codes: readonly Code[], typed: string): Code[] {
  const name = typedName(typed);
  if (!name) return [...codes];
  const wanted = foldMarks(name);
  const marked = name.toLocaleLowerCase('vi');
  const ranked = codes.flatMap((code, order) => {
    const rank = rankOf(code, wanted, marked);
    return rank === null ? [] : [{ code, rank, order }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank || a.order - b.order).map(({ code }) => code);
}

function rankOf({ name, folded, shortcut }: PaletteCode, wanted: string, marked: string): number | null {
  if (shortcut && shortcut === marked) return -1;
  const lower = name.normalize('NFC').toLocaleLowerCase('vi');
  if (lower === marked) return 0;
  if (lower.startsWith(marked)) return 1;
  if (folded.startsWith(wanted)) return 2;
  if (` ${folded}`.includes(` ${wanted}`)) return lower.includes(marked) ? 3 : 4;
  const syllables = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const initials = syllables.map((one) => one[0]).join('');
  if (wanted.length > 1 && initials.startsWith(wanted)) return 5;
  if (wanted.split(' ').every((part) => syllables.some((one) => one.startsWith(part)))) return 6;
  return folded.includes(wanted) ? 7 : null;
}

/** The code of exactly this name, by case and Unicode form alike; marks do count. */
export function sameNamed<Code extends PaletteCode>(codes: readonly Code[], typed: string): Code | null {
  const name = typedName(typed).toLocaleLowerCase('vi');
  return codes.find((code) => code.name.normalize('NFC').toLocaleLowerCase('vi') === name) ?? null;
}
