import { foldMarks } from './fold';
import { collapseBlanks } from './normal';

/** Common upper-case words which open sentences and are followed by a dash; none is an edition code. */
const NO_CODE = new Set(
  'hdnd|ubnd|ubmttq|mttq|ubtvqh|gdp|gnp|cpi|fdi|oda|covid|sars|who|usd|vnd|eur|nato|asean|eu|un|uav|csgt|hlv|tp.hcm|tphcm|tp|hcm|bhxh|bhyt|bhtn|thpt|thcs|nxb|mu|psg|mobifone|ai|it|ceo|btc|led|lgbt|phd|dna|adn|hiv|aids|vn-index|vff|vpf|fifa|uefa|afc|sea'.split(
    '|',
  ),
);

/**
 * The edition code that opens a lead: "BT- Cùng với…", "(QNO) - …", "VOV.VN - …", "(Dân trí) - …". It stays in the stored
 * lead; this only names it. "COVID-19 lan rộng" and "HĐND - UBND tỉnh" have none.
 */
export function splitDateline(lead: string): { code: string; rest: string } | null {
  // Nearly every paragraph is told apart here: the patterns below cost much to compile.
  if (!/^\s*\(|[-–—]/.test(lead.trimStart().slice(0, 80))) return null;
  const text = collapseBlanks(lead);
  const bracketed = text.startsWith('(')
    ? (/^\(\s*([\p{Lu}\d][\p{L}\p{M}\d.+& -]{1,29}?)\s*\)\s*[-–—.:]+\s*(.*)$/su.exec(text) ??
      /^\(\s*([\p{Lu}\d.+&]{2,12})\s*\)\s*(.*)$/su.exec(text))
    : null;
  if (bracketed && letters(bracketed[1]!) >= 2) return { code: bracketed[1]!, rest: bracketed[2]! };
  if (!/[-–—]/.test(text.slice(1, 48))) return null;
  const bare =
    /^([\p{Lu}\d.+&]{2,12}|[\p{L}\d]{2,20}\.vn)\s*[-–—](?=\s|$)\s*(.*)$/su.exec(text) ??
    /^([\p{Lu}\d.+&]{2,12})\s+[-–—](?=\p{Lu}|["“])(.*)$/su.exec(text);
  if (!bare || letters(bare[1]!) < 2 || /^U\d+$/.test(bare[1]!)) return null;
  return NO_CODE.has(foldMarks(bare[1]!)) ? null : { code: bare[1]!, rest: bare[2]! };
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
