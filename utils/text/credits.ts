import { collapseBlanks } from './normal';

/** "Ảnh tư liệu", "Ảnh minh họa": a kind of picture, no person. */
const NO_PERSON =
  /^(?:tư liệu|tư liệu minh họa|minh họa|minh hoạ|internet|chụp màn hình|cắt từ clip|illustration|file|archiv)\.?$/iu;
const LABEL =
  '(?:Ảnh|ẢNH|Hình|Nguồn ảnh|Đồ họa|Video|Clip|Photo|Photos|Photograph|Picture|Image|Foto|Fotos|Credit|Crédit|Photo credit|Bild)';

/**
 * The photographer at the end of a caption: "… Ảnh: N. Lân", "… - Ảnh: AFP", "… (Ảnh: Minh Khôi/TTXVN)". `caption` is the
 * text before it; the stored caption stays whole. A caption that only says what kind of picture it is has no credit.
 */
export function splitCredit(text: string): { caption: string; credit: string | null } {
  const clean = collapseBlanks(text);
  const bracketed = new RegExp(
    `^(.*?)\\s*[-–—.]?\\s*[(\\[]\\s*${LABEL}\\s*(?::|by)\\s*([^()\\[\\]]{1,80}?)\\s*[)\\]]\\.?$`,
    'su',
  ).exec(clean);
  const open =
    bracketed ??
    new RegExp(
      `^(|.*?[\\s.,;)–—\\-”"/…])${LABEL}\\s*(?::|\\s+by\\s+|\\s+von\\s+)\\s*([^:]{1,80}?)$`,
      'su',
    ).exec(clean) ??
    /^(.*?)\s*[-–—(]?\s*©\s*([^©]{2,60}?)\)?$/su.exec(clean);
  if (!open) return { caption: clean, credit: null };
  const credit = open[2]!.replace(/[\s.]+$/u, (end) =>
    /\p{Lu}\.$/u.test(open[2]!) ? '.' : end.includes('.') ? '' : '',
  );
  const words = credit.split(/\s+/).length;
  if (!credit || NO_PERSON.test(credit) || words > 10) return { caption: clean, credit: null };
  return { caption: open[1]!.replace(/[\s\-–—(]+$/u, ''), credit };
}

/** The credit alone. */
export function photoCredit(caption: string): string | null {
  return splitCredit(caption).credit;
}
