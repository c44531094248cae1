/**
 * Words of the synthetic articles. Phrases come from a first-order chain over the syllables of real news paragraphs, so that
 * pairs and triples stand together as often as they do in print; names, places, numbers and rare foreign words make the long
 * tail, which goes on growing with the number of articles.
 */
import type { Chance } from '@/utils/testing/random';

/** Where the shared corpus is missing: our own paragraphs, enough for phrases, too few for a realistic vocabulary. */
const OWN_PARAGRAPHS = [
  'Sáng nay hàng trăm tàu cá rời cảng ra khơi bám biển, mang theo đá lạnh, dầu và lương thực cho chuyến đi dài ngày.',
  'Theo Sở Nông nghiệp, sản lượng khai thác trong tháng tăng so với cùng kỳ năm ngoái, giá bán tại bến cũng ổn định.',
  'Người dân đề nghị sớm nạo vét luồng lạch để tàu thuyền vào tránh trú an toàn mỗi khi có bão hoặc áp thấp nhiệt đới.',
  'Đoàn kiểm tra ghi nhận nhiều hộ nuôi tôm đã chuyển sang mô hình tuần hoàn, ít xả thải và tiết kiệm nước ngọt.',
  'Lễ hội diễn ra trong ba ngày, thu hút đông đảo du khách thập phương đến xem đua thuyền và hát bội ở đình làng.',
  'Ủy ban nhân dân tỉnh yêu cầu các địa phương báo cáo kết quả và chịu trách nhiệm về tiến độ của từng dự án.',
  'Học sinh vùng cao được hỗ trợ sách vở, quần áo ấm và bữa ăn trưa, nhờ đó số em bỏ học giảm rõ rệt.',
  'Công an đang làm rõ nguyên nhân vụ tai nạn xảy ra đêm qua trên tuyến đường ven biển, rất may không có người chết.',
];

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Châu',
];
const MIDDLE = [
  'Văn',
  'Thị',
  'Hữu',
  'Đức',
  'Minh',
  'Quốc',
  'Ngọc',
  'Thanh',
  'Kim',
  'Xuân',
  'Bích',
  'Thúy',
  'Đình',
  'Công',
];
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hòa',
  'Khánh',
  'Lan',
  'Loan',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
  'Quý',
  'Sơn',
  'Tâm',
  'Thủy',
  'Tuấn',
  'Uyên',
  'Vinh',
  'Xuyến',
  'Yến',
];
const PLACES = [
  'Phú Quý',
  'Hòa Thắng',
  'Hoà Minh',
  'Mũi Né',
  'La Gi',
  'Tánh Linh',
  'Đức Linh',
  'Hàm Thuận Bắc',
  'Tuy Phong',
  'Bắc Bình',
  'Phan Rí Cửa',
  'Liên Hương',
  'Vĩnh Tân',
  'Cà Ná',
  'Bảo Lộc',
  'Đạ Huoai',
  'Krông Pắc',
  'Gia Nghĩa',
  'Cai Lậy',
  'Ngã Bảy',
  'Sa Đéc',
  'Quỳnh Lưu',
  'Đồng Hới',
  'Móng Cái',
];
const ONSETS = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gl',
  'h',
  'j',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'sk',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei', 'ou', 'ia'];
const ENDINGS = ['', '', 'n', 'r', 's', 'l', 'm', 'k', 'x', 'ng', 'rt', 'ck'];

/** A sentence ends here. */
const END = 0;

export class SyntheticWords {
  readonly syllables: string[] = ['.'];
  /** Every syllable as often as it stands in the corpus. */
  private readonly all: Uint16Array;
  /** What followed each syllable, occurrence by occurrence: `after[from[s]..from[s + 1]]`. */
  private readonly after: Uint16Array;
  private readonly from: Uint32Array;

  constructor(paragraphs: string[] = OWN_PARAGRAPHS) {
    const known = new Map<string, number>([['.', END]]);
    const run: number[] = [END];
    for (const paragraph of paragraphs)
      for (const [word] of paragraph
        .normalize('NFC')
        .toLowerCase()
        .matchAll(/\p{L}+|[.!?]+/gu)) {
        let place = /^\p{L}/u.test(word) ? known.get(word) : END;
        if (place === undefined) {
          place = this.syllables.push(word) - 1;
          known.set(word, place);
        }
        if (place !== END || run.at(-1) !== END) run.push(place);
      }
    run.push(END);
    const counts = new Uint32Array(this.syllables.length + 1);
    for (let at = 0; at + 1 < run.length; at += 1) counts[run[at]! + 1]! += 1;
    for (let at = 1; at < counts.length; at += 1) counts[at]! += counts[at - 1]!;
    this.from = counts;
    this.after = new Uint16Array(run.length - 1);
    const next = counts.slice();
    for (let at = 0; at + 1 < run.length; at += 1) {
      const here = run[at]!;
      this.after[next[here]!] = run[at + 1]!;
      next[here]! += 1;
    }
    this.all = Uint16Array.from(run.filter((place) => place !== END));
  }

  /** Syllables and pairs by how often they stand in the corpus, the most frequent first. */
  frequent(): { syllables: string[]; pairs: string[] } {
    const counts = new Map<string, number>();
    const pairs = new Map<string, number>();
    for (let here = 1; here < this.syllables.length; here += 1)
      for (let at = this.from[here]!; at < this.from[here + 1]!; at += 1) {
        const word = this.syllables[here]!;
        counts.set(word, (counts.get(word) ?? 0) + 1);
        const follows = this.after[at]!;
        if (follows === END) continue;
        const pair = `${word} ${this.syllables[follows]}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    const sorted = (of: Map<string, number>) => [...of].sort((a, b) => b[1] - a[1]).map(([word]) => word);
    return { syllables: sorted(counts), pairs: sorted(pairs) };
  }

  /** A sentence of the chain, with a capital and a full stop; now and then a name, a place, a number or a rare word. */
  sentence(chance: Chance): string {
    let here = END;
    let text = '';
    for (let length = 0; length < 40; length += 1) {
      const chosen = this.after[this.from[here]! + chance.below(this.from[here + 1]! - this.from[here]!)]!;
      here = chosen === END && length < 6 ? this.all[chance.below(this.all.length)]! : chosen;
      if (here === END) break;
      const word = this.syllables[here]!;
      if (text === '') text = word[0]!.toUpperCase() + word.slice(1);
      else text += (chance.next() < 0.05 ? ', ' : ' ') + word;
      if (chance.next() < 0.06) text += ` ${this.entity(chance)}`;
    }
    return `${text}.`;
  }

  /** What the long tail is made of. */
  entity(chance: Chance): string {
    const kind = chance.next();
    if (kind < 0.35) return `${chance.pick(FAMILY)} ${chance.pick(MIDDLE)} ${chance.pick(GIVEN)}`;
    if (kind < 0.6) return chance.pick(PLACES);
    if (kind < 0.9) return numberWord(chance);
    return rareWord(tailRank(chance));
  }

  /** A few syllables as they stand in sentences, for headings and captions. */
  heading(chance: Chance, length: number): string {
    const words = this.sentence(chance).slice(0, -1).split(' ');
    while (words.length < length) words.push(...this.sentence(chance).slice(0, -1).toLowerCase().split(' '));
    return words.slice(0, length).join(' ').replace(/,$/, '');
  }
}

export function authorName(chance: Chance): string {
  return `${chance.pick(MIDDLE)} ${chance.pick(GIVEN)}`;
}

function numberWord(chance: Chance): string {
  const kind = chance.below(4);
  if (kind === 0) return String(1 + chance.below(30));
  if (kind === 1) return `${1 + chance.below(999)}.${String(chance.below(1000)).padStart(3, '0')}`;
  if (kind === 2) return `${chance.below(100)},${chance.below(10)}%`;
  return `${1 + chance.below(28)}/${1 + chance.below(12)}/${2015 + chance.below(12)}`;
}

/** Rank of a rare word: few are met often, most once (a Pareto tail without end). */
function tailRank(chance: Chance): number {
  return Math.floor(Math.min(1e9, 20 * (1 - chance.next()) ** -1.4));
}

/** The foreign-looking word of this rank; always the same one. */
export function rareWord(rank: number): string {
  let rest = Math.imul(rank + 7, 2654435761) >>> 0;
  const part = (from: string[]) => {
    const chosen = from[rest % from.length]!;
    rest = (Math.imul(rest, 1664525) + 1013904223) >>> 0;
    rest = (rest ^ (rest >>> 13)) >>> 0;
    return chosen;
  };
  let word = '';
  for (let syllables = 2 + (rank % 3 === 0 ? 1 : 0); syllables > 0; syllables -= 1)
    word += part(ONSETS) + part(VOWELS) + (syllables === 1 ? part(ENDINGS) : '');
  return word[0]!.toUpperCase() + word.slice(1);
}
