/**
 * A byline taken apart. Names stay literal: never split on blanks, never recased. In the Vietnamese press they are mostly
 * pen names of two syllables or initials, so a family name cannot be known.
 */
import { isAgency } from './agencies';
import { foldMarks } from './fold';
import { collapseBlanks } from './normal';
import { hasLetter } from './words';

export interface PrintedRole {
  /** As printed, lower-cased: "tin", "bài", "ảnh". */
  role: string;
  names: string[];
}

export interface Byline {
  authors: string[];
  roles: PrintedRole[];
  agency: string | null;
  /** A staff word stood there (PV, CTV, MEDIA): written by the paper's own people, not named. */
  staff?: boolean;
  /** "compiled" (tổng hợp), "translated" (dịch), "noted" (ghi). */
  note?: 'compiled' | 'translated' | 'noted';
}

/**
 * Role words with their marks (folded, "ảnh" would be the name Anh and "viết" the name Việt). Makers of text, picture and
 * film count as authors; designers and technicians do not.
 */
const MAKING =
  words(`tin|bài|bài viết|ảnh|hình|hình ảnh|chùm ảnh|thực hiện|nội dung|phóng sự|video|clip|ghi|tổng hợp|tác giả|
nhóm tác giả|phóng viên|pv|người viết|lời|dịch|biên dịch|lược dịch|lời bình|phỏng vấn|tranh|viết|tin bài|text|words|story|report|
reporting|photo|photos|photography|pictures|by|photo essay|author|authors|written by|reporter|autor|autorin|texte|texto`);
const CRAFT =
  words(`thiết kế|trình bày|đồ họa|đồ hoạ|kỹ thuật|kĩ thuật|dựng phim|dựng|quay phim|biên tập|minh họa|minh hoạ|
kịch bản|infographic|graphics|design|editing|editor|editors|tổ chức|tổ chức sản xuất|sản xuất|hậu kỳ|âm thanh|đọc|thể hiện|
lập trình|hiệu đính|illustration|camera`);

function words(list: string): Set<string> {
  return new Set(list.split('|').map((word) => word.trim()));
}

const STAFF =
  /^(?:nhom\s+)?(?:p\.?\s?v|c\.?t\.?v|n\.?p\.?v|phong vien|cong tac vien|pv\s*[-,&]\s*ctv|media|multimedia|bbt|toa soan|ban bien tap|ban doc|desk|newsroom|online|staff|staff reporters?|staff writers?|news desk|redaktion|la redaction|redaccion|redacao|redazione|admin|administrator|webmaster|editor|editors|editorial|editorial team|editorial staff|red|agenturen|apa\/red|the editors|web desk)\.?$/;
const STAFF_PREFIX = /^(?:P\.?V\.?|CTV\.?|Phóng viên|Nhóm PV|Nhóm phóng viên|Cộng tác viên)[:\s]+(?=\p{Lu})/u;
const PLACEHOLDER =
  /^(?:tac gia|dang cap nhat|khong ro|null|undefined|n\/?a|none|unknown|anonymous|author|authors|guest|user|test|uncategorized|uncategorised|beitrag|go to top|back to top|read more|share|false|true|by|[^\p{L}]*)$/u;
const HOST =
  /^(?:https?:\/\/\S*|(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:vn|com|net|org|info|de|uk|fr|it|es|eu|us|io|edu|gov)(?:\/\S*)?)$/i;
const CITY =
  /,\s*(?:Hà Nội|TP\.?\s?HCM|TP\.? Hồ Chí Minh|Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế|Việt Nam)\s*$/u;
const INSTITUTION =
  /^(?:Đại học|Trường|Học viện|Viện|Sở|Ban|Hội|Đoàn|Công ty|Bệnh viện|Phòng|Trung tâm|University|Institute|Professor of|Associate Professor|Senior |Chief |Staff )/u;
/** Name suffixes which a comma separates from the name they belong to. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|mba|esq|rn|msc|dr|d\.phil)\.?$/i;
/** Titles after a name in Western bylines, cut off. */
const JOB =
  /\b(?:reporter|correspondent|editor|writer|columnist|producer|contributor|journalist|expert|specialist|analyst|redakteur(?:in)?|staff|news|newspaper|press service)$/i;
const PREFIX =
  /^(?:(?:view all |read all )?(?:posts?|articles?) (?:by|par|von|por)|by|posted by|published in|published by|erstellt von|verfasst von|publié par|eingestellt von|publicado por|geschrieben von|beitrag\s?von|text von|words by|written by|reported by|story by|von|par|por|di|door|av|af|autor(?:in|en|es)?:|autoren|de la rédaction de|tác giả:?|theo dõi)\s+(?=[\p{Lu}\p{Lo}\p{N}])/iu;
/** "Written byAnn Lee": the label and the name stood in boxes of their own. */
const GLUED = /^(?:written|posted|reported|published) by(?=\p{Lu})/iu;
const INTERVIEW = /\s+im (?:Gespräch|Interview)(?=\s+mit\s)/u;
const SPLIT = /\s*[,;|•·]\s*|\s+[-–—]\s+|\s*[–—]\s*|\s+(?:và|and|und|et|y|with|mit)\s+|\s*&\s*|\s*\/\s*/u;

/** Reads a byline as printed. What is not a name (agency, staff word, placeholder, address) never becomes an author. */
export function parseByline(text: string): Byline {
  const byline: Byline = { authors: [], roles: [], agency: null };
  let rest = collapseBlanks(text)
    .replace(/\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.*$/, '')
    .replace(/^[-–—•·|\s]+|[-–—•·|\s]+$/gu, '');
  if (!rest || rest.length > 400) return byline;
  rest = rest.replace(GLUED, '').replace(INTERVIEW, '');
  const reporters = koreanReporters(rest);
  if (reporters.length > 0) {
    byline.authors = reporters;
    return byline;
  }
  rest = takeParentheses(rest, byline);
  rest = takeNote(rest, byline);
  const source =
    /^(?:theo|nguồn(?: tin)?|source|via)\s*[:.]?\s+(.+)$/iu.exec(rest) ??
    /^(?:theo|nguồn|quelle|quellen|fuente|fonte|bron|kilde|källa)\s*:\s*(.+)$/iu.exec(rest);
  if (source) {
    byline.agency ??= source[1]!;
    return byline;
  }
  if (isAgency(rest)) {
    byline.agency ??= rest;
    return byline;
  }
  for (const part of splitRoles(rest)) readPart(part, byline);
  byline.authors = unique(byline.authors);
  return byline;
}

/** "순천, 광양 구현모 기자 ninek@…": the name stands before the word for reporter, a place before it, an address behind. */
function koreanReporters(text: string): string[] {
  if (!text.includes('기자') || / 외 \d/u.test(text)) return [];
  return unique(
    [...text.matchAll(/(?<!\p{L})([\p{sc=Hangul}]{2,5})\s*기자(?!\p{L})/gu)].map((match) => match[1]!),
  );
}

/** "(TTXVN)", "(theo VnExpress)", "(t/h)", "(Ảnh: Google Earth)": said about the name before it, never a name itself. */
function takeParentheses(text: string, byline: Byline): string {
  let rest = text;
  for (const match of text.matchAll(/\(([^()]*)\)/g)) {
    rest = rest.replace(match[0], ' ');
    const inside = match[1]!.trim();
    const source = /^(?:theo|nguồn|dẫn nguồn|according to|via|source)\s*:?\s+(.+)$/iu.exec(inside);
    const role = /^([^:]{2,20}):\s*(.+)$/u.exec(inside);
    if (source) byline.agency ??= source[1]!;
    else if (isAgency(inside)) byline.agency ??= inside;
    else if (role && roleWords(role[1]!)) addRole(byline, role[1]!, names(role[2]!, byline, false));
    else if (noteOf(inside)) byline.note ??= noteOf(inside)!;
  }
  return rest.replace(/\s+/g, ' ').trim();
}

function noteOf(text: string): Byline['note'] | null {
  const folded = foldMarks(text)
    .replace(/[.\s]+/g, ' ')
    .trim();
  if (/^(?:t\/h|th|tong hop|tong hop va dich|compiled|bien soan)(?: (?:theo|tu) .*)?$/.test(folded))
    return 'compiled';
  if (/^(?:dich|bien dich|luoc dich|chuyen ngu|translated)(?: (?:theo|tu) .*)?$/.test(folded))
    return 'translated';
  if (/^(?:ghi|luoc ghi|thuc hien)$/.test(folded)) return folded === 'thuc hien' ? null : 'noted';
  return null;
}

/** "Việt Thanh tổng hợp", "Minh Anh lược dịch": the words are lower case, so no pen name is cut. */
function takeNote(text: string, byline: Byline): string {
  const match =
    /^(.*\S)\s*[-–]?\s+(tổng hợp|t\/h|biên dịch|lược dịch|dịch|lược ghi|ghi|thực hiện)(?:\s+(?:theo|từ)\s+(.+))?$/u.exec(
      text,
    );
  if (!match) {
    const theo = /^(.*\S)\s+theo\s+(\p{Lu}.+)$/u.exec(text);
    if (!theo) return text;
    byline.agency ??= theo[2]!;
    return theo[1]!;
  }
  const note = noteOf(match[2]!);
  if (note) byline.note ??= note;
  if (match[3]) byline.agency ??= match[3];
  return match[1]!;
}

interface Part {
  role: string | null;
  names: string;
}

/** "Tin: A - Ảnh: B" → two parts; a text without role words is one part. */
function splitRoles(text: string): Part[] {
  if (!text.includes(':')) return text.trim() ? [{ role: null, names: text }] : [];
  const parts: Part[] = [];
  const label =
    /(^|[\s;.|–—-])((?:[\p{L}\p{M}]+)(?:(?:\s*[,&/-]\s*|\s+và\s+|\s+)[\p{L}\p{M}]+){0,4})\s*:\s*/gu;
  let open: { role: string | null; from: number } = { role: null, from: 0 };
  for (const match of text.matchAll(label)) {
    const role = roleTail(match[2]!);
    if (!role) continue;
    const at = match.index + match[0].lastIndexOf(role, match[0].lastIndexOf(':'));
    if (at > open.from || open.role) parts.push({ role: open.role, names: text.slice(open.from, at) });
    open = { role, from: match.index + match[0].length };
  }
  parts.push({ role: open.role, names: text.slice(open.from) });
  return parts.filter((part) => part.names.trim() || part.role);
}

/** The longest end of the text before a colon that is made of role words: "Tường Minh - Ảnh" → "Ảnh". */
function roleTail(text: string): string | null {
  if (roleWords(text)) return text;
  for (const cut of text.matchAll(/[\s,&/-]+/gu)) {
    const tail = text.slice(cut.index + cut[0].length);
    if (tail && roleWords(tail)) return tail;
  }
  return null;
}

function roleWords(text: string): string[] | null {
  const known = (word: string) => MAKING.has(word) || CRAFT.has(word);
  const whole = text.trim().toLowerCase();
  const list = whole
    .split(/\s*[,&/–-]\s*|\s+và\s+|\s+and\s+/u)
    .map((word) => word.trim())
    .filter(Boolean);
  return list.length > 0 && list.every(known) ? list : null;
}

function readPart(part: Part, byline: Byline): void {
  const found = names(part.names, byline, true);
  if (part.role === null) {
    byline.authors.push(...found);
    return;
  }
  addRole(byline, part.role, found);
  if (roleWords(part.role)?.some((word) => MAKING.has(word))) byline.authors.push(...found);
}

function addRole(byline: Byline, role: string, found: string[]): void {
  if (found.length === 0) return;
  for (const word of roleWords(role) ?? []) {
    const same = byline.roles.find((other) => other.role === word);
    if (same) same.names = unique([...same.names, ...found]);
    else byline.roles.push({ role: word, names: [...found] });
  }
}

function names(text: string, byline: Byline, ofArticle: boolean): string[] {
  const bare = text.replace(/^[\s,;.|&–—-]+|[\s,;|&–—-]+$/gu, '');
  const trimmed = withoutPrefix(bare);
  // "TTXVN - Lý Thường Kiệt, Hà Nội": the agency and its street address.
  const leading = /^(.+?)\s+[-–—]\s+(.+)$/u.exec(trimmed);
  if (leading && isAgency(leading[1]!) && CITY.test(leading[2]!)) {
    if (ofArticle) byline.agency ??= leading[1]!;
    return [];
  }
  const found: string[] = [];
  for (const piece of pieces(trimmed)) {
    const name = withoutPrefix(piece)
      .replace(STAFF_PREFIX, '')
      .replace(/\s*기자$/u, '')
      .trim();
    if (SUFFIX.test(name) && found.length > 0) {
      found[found.length - 1] += `, ${name}`;
      continue;
    }
    if (isAgency(name)) {
      if (ofArticle) byline.agency ??= name;
    } else if (HOST.test(name) && /^nguồn/iu.test(text)) {
      if (ofArticle) byline.agency ??= name;
    } else if (STAFF.test(foldMarks(name))) {
      if (ofArticle) byline.staff = true;
    } else if (isName(name) && !(found.length > 0 && (INSTITUTION.test(name) || JOB.test(name)))) {
      found.push(name);
    }
  }
  return found;
}

/** "By Jane" → "Jane". The first test spares most names the large pattern. */
function withoutPrefix(text: string): string {
  return /^(?:by|posted|publi|eingestellt|geschrieben|erstellt|verfasst|view all|read all|articles?|beitrag|text|words|written|reported|story|von|par|por|di|door|av|af|autor|de la|tác|theo)/i.test(
    text,
  )
    ? text.replace(PREFIX, '')
    : text;
}

function pieces(text: string): string[] {
  if (HOST.test(text)) return [text];
  return text
    .split(SPLIT)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/** Could this be a person's printed name? Addresses, hosts, placeholders and sentences are not. */
export function isName(text: string): boolean {
  const name = text.trim();
  return (
    hasLetter(name) &&
    name.length <= 70 &&
    name.split(/\s+/).length <= 8 &&
    !HOST.test(name) &&
    !/[@\\<>{}=#]|https?:|facebook\.com|\.(?:html?|php)\b/i.test(name) &&
    !/^(?:và|and)\s+\d+\s/iu.test(name) &&
    !/^\d|\d{2}|\bUhr\b|:/.test(name) &&
    !PLACEHOLDER.test(foldMarks(name))
  );
}

function unique(list: string[]): string[] {
  const seen = new Set<string>();
  return list.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
