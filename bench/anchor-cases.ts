/** Articles made of real paragraphs, edited in every class that issue 4 names, with the truth of every character. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  chance,
  fresh,
  paragraphsEdited,
  rewrapped,
  sentencesCut,
  sentencesOf,
  shuffled,
  traced,
  typos,
  unicodeChanged,
  without,
  wordChanges,
  type Chance,
  type Traced,
} from './anchor-edits';

export interface AnchorHighlight {
  id: string;
  start: number;
  end: number;
}

export interface AnchorCase {
  id: string;
  kind: string;
  saved: string;
  live: string;
  /** Place in `saved` of every unit of `live`; -1 for what does not come from there. */
  from: Int32Array;
  highlights: AnchorHighlight[];
}

export function readParagraphs(root: string): string[] | null {
  const file = path.join(
    process.env.SHARED_DIR ?? path.join(root, '../shared'),
    'corpus/vi-news-paragraphs.json',
  );
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as string[];
  } catch {
    return null;
  }
}

const TEMPLATE_NAMES =
  'Hà Nội,Hải Phòng,Hải Dương,Hưng Yên,Hà Nam,Nam Định,Thái Bình,Ninh Bình,Hà Giang,Cao Bằng,Bắc Kạn,Tuyên Quang,Lào Cai,Yên Bái,Thái Nguyên,Lạng Sơn,Bắc Giang,Phú Thọ,Điện Biên,Lai Châu,Sơn La,Hòa Bình,Thanh Hóa,Nghệ An,Hà Tĩnh,Quảng Bình,Quảng Trị,Quảng Nam,Quảng Ngãi,Bình Định,Phú Yên,Khánh Hòa,Ninh Thuận,Bình Thuận,Kon Tum,Gia Lai,Đắk Lắk,Đắk Nông,Lâm Đồng,Bình Phước,Tây Ninh,Bình Dương,Đồng Nai,Long An,Tiền Giang,Bến Tre,Trà Vinh,Vĩnh Long,Đồng Tháp,An Giang,Kiên Giang,Cần Thơ,Hậu Giang,Sóc Trăng,Bạc Liêu,Cà Mau'.split(
    ',',
  );

const TEMPLATES = [
  (name: string, number: number) =>
    `Tại ${name}, giá xăng RON 95 tăng ${number} đồng mỗi lít từ 15 giờ chiều nay. Nhiều cây xăng trên địa bàn đông người chờ đổ xăng trước giờ tăng giá. Lực lượng quản lý thị trường cho biết chưa phát hiện trường hợp găm hàng.`,
  (name: string, number: number) =>
    `Sở Giáo dục và Đào tạo ${name} công bố điểm chuẩn vào lớp 10, cao nhất là ${number} điểm. Thí sinh trúng tuyển nộp hồ sơ trước ngày 15-7. Phụ huynh có thể tra cứu trên trang điện tử của sở.`,
  (name: string, number: number) =>
    `${name}: ${number} ca mắc mới trong ngày. Các ca bệnh đều được cách ly, điều trị. Ngành y tế khuyến cáo người dân đeo khẩu trang và rửa tay thường xuyên.`,
  (name: string, number: number) =>
    `Công an tỉnh ${name} xử phạt ${number} trường hợp vi phạm nồng độ cồn trong đợt cao điểm, tước giấy phép lái xe nhiều người.`,
];

/** An article and paragraphs that are not of it. */
interface Article {
  paragraphs: string[];
  rest: string[];
}

export function article(next: Chance, corpus: readonly string[], size: number): Article {
  const order = shuffled(next, corpus);
  let length = 0;
  let count = 0;
  while (count < order.length - 60 && length < size) length += order[count++]!.length + 1;
  return { paragraphs: order.slice(0, count), rest: order.slice(count) };
}

export function tracedAll(paragraphs: readonly string[]): Traced[] {
  let at = 0;
  return paragraphs.map((words) => {
    const made = traced(words, at);
    at += words.length + 1;
    return made;
  });
}

/** 15 % 4–12 characters, 30 % 15–60, 30 % 60–200, 20 % 200–800, 5 % to 3,000; half of them at words. */
export function mixedHighlights(next: Chance, saved: string, count: number): AnchorHighlight[] {
  const made: AnchorHighlight[] = [];
  while (made.length < count) {
    const roll = next(100);
    const [low, high] =
      roll < 15
        ? [4, 12]
        : roll < 45
          ? [15, 60]
          : roll < 75
            ? [60, 200]
            : roll < 95
              ? [200, 800]
              : [800, 3000];
    const length = Math.min(low + next(high - low + 1), saved.length);
    let start = next(saved.length - length + 1);
    let end = start + length;
    if (next(2) === 0) {
      while (start > 0 && !/\s/.test(saved[start - 1]!)) start -= 1;
      while (end < saved.length && !/\s/.test(saved[end]!)) end += 1;
    }
    while (start < end && /\s/.test(saved[start]!)) start += 1;
    while (end > start && /\s/.test(saved[end - 1]!)) end -= 1;
    if (/[\p{L}\p{N}]{2}/u.test(saved.slice(start, end))) made.push({ id: `h${made.length}`, start, end });
  }
  return made;
}

export function finished(
  id: string,
  kind: string,
  paragraphs: readonly string[],
  live: readonly Traced[],
  highlights: AnchorHighlight[],
): AnchorCase {
  const text: string[] = [];
  const from: number[] = [];
  for (const [n, paragraph] of live.filter((one) => one.text.join('').trim()).entries()) {
    if (n > 0) {
      text.push('\n');
      from.push(-1);
    }
    for (const one of paragraph.text) text.push(one);
    for (const one of paragraph.from) from.push(one);
  }
  return {
    id,
    kind,
    saved: paragraphs.join('\n'),
    live: text.join(''),
    from: Int32Array.from(from),
    highlights,
  };
}

const newTones = (text: string) =>
  text.replace(/(?<![qQ])(òa|óa|ỏa|õa|ọa|òe|óe|ỏe|õe|ọe|ùy|úy|ủy|ũy|ụy)(?!\p{L})/gu, (pair) => {
    const [first, second] = pair
      .normalize('NFD')
      .replace(/(.)(\p{M})(.)/u, '$1|$3$2')
      .split('|');
    return (first! + second!).normalize('NFC');
  });

type Edit = (next: Chance, old: Traced[], article: Article) => Traced[];

const each = (change: (next: Chance, one: Traced, article: Article) => Traced): Edit => {
  return (next, old, from) => old.map((one) => change(next, one, from));
};

const words = ({ rest }: Article): string[] => rest.slice(0, 40).join(' ').split(' ');
const supplyOf =
  (next: Chance, { rest }: Article) =>
  () =>
    rest[next(rest.length)]!;

function rewritten(share: { words: number; typos: number; sentences: number; paragraphs: number }): Edit {
  return (next, old, from) =>
    paragraphsEdited(
      next,
      old.map((one) =>
        typos(
          next,
          wordChanges(next, sentencesCut(next, one, share.sentences), share.words, words(from)),
          share.typos,
        ),
      ),
      { moved: share.paragraphs, cut: share.paragraphs / 2, added: share.paragraphs / 2 },
      supplyOf(next, from),
    );
}

export const NEWSROOM: Edit = rewritten({ words: 0.03, typos: 0.01, sentences: 0.05, paragraphs: 0.15 });
export const HEAVY: Edit = rewritten({ words: 0.1, typos: 0.03, sentences: 0.1, paragraphs: 0.2 });

/** Classes over whole articles with mixed highlights. */
export const EDITS: Record<string, Edit> = {
  unchanged: (_, old) => old,
  rewrapped: (next, old) => rewrapped(next, old),
  'Unicode form': each((next, one) => unicodeChanged(next, one, newTones)),
  'typos 1 %': each((next, one) => typos(next, one, 0.01)),
  'typos 5 %': each((next, one) => typos(next, one, 0.05)),
  'words 5 %': each((next, one, from) => wordChanges(next, one, 0.05, words(from))),
  'words 15 %': each((next, one, from) => wordChanges(next, one, 0.15, words(from))),
  'newsroom edit': NEWSROOM,
  'heavy rewrite': HEAVY,
};

export function editedCase(
  seed: number,
  kind: string,
  corpus: readonly string[],
  size: number,
  count: number,
): AnchorCase {
  const next = chance(seed);
  const made = article(next, corpus, size);
  const live = EDITS[kind]!(next, tracedAll(made.paragraphs), made);
  return finished(
    `${kind} ${seed}`,
    kind,
    made.paragraphs,
    live,
    mixedHighlights(next, made.paragraphs.join('\n'), count),
  );
}

/** Another article at the address. */
export function otherCase(seed: number, corpus: readonly string[], size: number, count: number): AnchorCase {
  const next = chance(seed);
  const { paragraphs, rest } = article(next, corpus, Math.min(size, 120_000));
  const other = rest.slice(0, Math.max(5, paragraphs.length));
  return finished(
    `other ${seed}`,
    'another article',
    paragraphs,
    other.map(fresh),
    mixedHighlights(next, paragraphs.join('\n'), count),
  );
}

/** Paragraphs of one template that differ in a name and a number; half of them deleted, sometimes new ones put in. */
export function lookalikeCase(seed: number, corpus: readonly string[]): AnchorCase {
  const next = chance(seed);
  const names = shuffled(next, TEMPLATE_NAMES);
  const template = TEMPLATES[next(TEMPLATES.length)]!;
  const { paragraphs: between, rest } = article(next, corpus, 3_000);
  const isMixed = next(2) === 0;
  const paragraphs: string[] = [];
  const template40 = names.slice(0, 40).map((name) => template(name, 100 + next(900)));
  for (const [n, words] of template40.entries()) {
    paragraphs.push(words);
    if (isMixed && n % 6 === 5 && between.length > 0) paragraphs.push(between.pop()!);
  }
  const old = tracedAll(paragraphs);
  const isTemplate = paragraphs.map((words) => template40.includes(words));
  let live = old.filter((_, n) => !isTemplate[n] || next(2) === 0);
  if (next(3) === 0) live = shuffled(next, live);
  if (next(2) === 0)
    for (const name of names.slice(40, 40 + next(8)))
      live.splice(next(live.length + 1), 0, fresh(template(name, 100 + next(900))));
  const dirt = next(4);
  if (dirt === 1) live = live.map((one) => typos(next, one, 0.01));
  if (dirt === 2) live = live.map((one) => typos(next, one, 0.05));
  if (dirt === 3)
    live = live.map((one) => wordChanges(next, one, 0.05, rest.slice(0, 30).join(' ').split(' ')));
  const highlights: AnchorHighlight[] = [];
  for (const one of old) {
    const spans = sentencesOf(one);
    const [start, end] = spans[next(spans.length)]!;
    const span = (a: number, b: number) => {
      const text = one.text.slice(a, b).join('');
      const left = a + (text.length - text.trimStart().length);
      highlights.push({
        id: `h${highlights.length}`,
        start: one.from[left]!,
        end: one.from[left + text.trim().length - 1]! + 1,
      });
    };
    span(start, end);
    span(0, one.text.length);
    const part = next(Math.max(1, one.text.length - 40));
    span(part, Math.min(one.text.length, part + 8 + next(30)));
  }
  return finished(`lookalike ${seed}`, 'look-alikes', paragraphs, live, highlights);
}

/**
 * A sentence that stands in several places (lead, caption, teaser, another paragraph), of which the highlighted one is
 * deleted; or that is cut and comes back elsewhere.
 */
export function twinCase(seed: number, corpus: readonly string[], size: number): AnchorCase {
  const next = chance(seed);
  const made = article(next, corpus, size);
  const paragraphs = [...made.paragraphs];
  const highlights: { owner: number; words: string }[] = [];
  const doomed = new Map<number, string>();
  const count = Math.max(4, paragraphs.length >> 2);
  const inserted: { after: number; words: string }[] = [];
  const laterCopies: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const owner = next(paragraphs.length);
    if (doomed.has(owner)) continue;
    const one = fresh(paragraphs[owner]!);
    const spans = sentencesOf(one);
    const [start, end] = spans[next(spans.length)]!;
    const words = paragraphs[owner]!.slice(start, end).trim();
    if (words.length < 20) continue;
    doomed.set(owner, words);
    highlights.push({ owner, words });
    const place = next(5);
    if (place === 0) inserted.push({ after: -1, words });
    else if (place === 1) inserted.push({ after: next(paragraphs.length), words });
    else if (place === 2) inserted.push({ after: paragraphs.length - 1, words: `Tin liên quan: ${words}` });
    else if (place === 3) {
      const other = (owner + 1 + next(paragraphs.length - 1)) % paragraphs.length;
      if (!doomed.has(other)) {
        doomed.set(other, '');
        const there = paragraphs[other]!;
        const ends = sentencesOf(fresh(there));
        const at = ends[next(ends.length)]![0];
        paragraphs[other] = `${there.slice(0, at)}${words} ${there.slice(at)}`;
      }
    } else laterCopies.push(words);
  }
  const withCopies: { words: string; owner: number }[] = [];
  for (const { words } of inserted.filter(({ after }) => after < 0)) withCopies.push({ words, owner: -1 });
  for (const [n, words] of paragraphs.entries()) {
    withCopies.push({ words, owner: n });
    for (const copy of inserted.filter(({ after }) => after === n))
      withCopies.push({ words: copy.words, owner: -1 });
  }
  const lines = withCopies.map(({ words }) => words);
  const old = tracedAll(lines);
  const marked: AnchorHighlight[] = [];
  let live: Traced[] = [];
  const cut = next(2) === 0;
  for (const [n, { words, owner }] of withCopies.entries()) {
    const one = old[n]!;
    const sentence = owner >= 0 ? doomed.get(owner) : undefined;
    if (!sentence) {
      live.push(one);
      continue;
    }
    const at = words.indexOf(sentence);
    const add = (a: number, b: number) =>
      marked.push({ id: `h${marked.length}`, start: one.from[0]! + a, end: one.from[0]! + b });
    add(at, at + sentence.length);
    const length = Math.min(sentence.length, 8 + next(30));
    const part = at + next(sentence.length - length + 1);
    const inner = words.slice(part, part + length);
    const lead = inner.length - inner.trimStart().length;
    if (inner.trim().length > 3) add(part + lead, part + lead + inner.trim().length);
    if (next(3) === 0) live.push(one);
    else if (cut) live.push(without(one, [[at, at + sentence.length + 1]]));
  }
  for (const copy of laterCopies)
    live.splice(
      next(2) === 0 ? live.length : next(live.length + 1),
      0,
      fresh(next(2) ? copy : `Ảnh: ${copy}`),
    );
  const dirt = next(4);
  if (dirt === 1) live = live.map((one) => typos(next, one, 0.01));
  if (dirt === 2) live = NEWSROOM(next, live, made);
  if (dirt === 3) live = HEAVY(next, live, made);
  return finished(`twin ${seed}`, 'sentence elsewhere', lines, live, marked);
}
