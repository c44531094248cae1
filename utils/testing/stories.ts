/**
 * Invented news and what other outlets make of it: paragraphs cut or moved, words changed, another lead, another byline, a
 * closing line of the outlet. The same chance gives the same stories.
 */
import type { Chance } from './random';

/** Where words come from: running text, of which pieces of some syllables are taken. */
const OWN_WORDS = `
sáng sớm hôm nay đoàn tàu cá của xã rời bến mang theo lưới mới và nước ngọt cho chuyến biển dài ngày
ủy ban nhân dân tỉnh vừa ban hành quyết định phê duyệt quy hoạch vùng trồng thanh long theo hướng hữu cơ
lực lượng chức năng đã phong tỏa hiện trường để phục vụ công tác điều tra nguyên nhân vụ cháy chợ đêm
học sinh vùng cao được tặng áo ấm sách vở cùng nhiều suất học bổng trước khi bước vào năm học mới
giá phân bón tăng liên tục khiến nông dân dè dặt xuống giống dù lịch thời vụ đã cận kề
công ty cấp nước thông báo tạm ngừng cung cấp trên tuyến đường ven biển để sửa chữa ống chính
đội tuyển trẻ giành thắng lợi nhờ bàn thắng ở phút bù giờ trên sân khách trước hàng nghìn khán giả
bệnh viện đa khoa tiếp nhận thêm máy chụp cắt lớp giúp người dân không phải đi xa để khám chữa bệnh
mưa lớn kéo dài làm nước sông dâng cao nhiều thôn bị chia cắt chính quyền đưa dân đến nơi an toàn
dự án đường cao tốc hoàn thành phần nền các nhà thầu tăng ca kíp để kịp thông xe kỹ thuật cuối quý
nghệ nhân làng gốm nung thử men mới từ tro vỏ trấu mong giữ lại nghề cũ đang mai một từng ngày
hợp tác xã ký kết tiêu thụ với siêu thị đầu ra ổn định nên bà con yên tâm mở rộng diện tích`;

export interface Story {
  title: string;
  lead: string;
  paragraphs: string[];
}

export interface StoryMaker {
  /** About so many syllables of text. */
  story: (syllables: number) => Story;
  /** What another outlet makes of it; `care` 0–1: 1 leaves nearly all as it is, 0 nearly nothing. */
  rewrite: (story: Story, care: number) => Story;
}

/** @param running paragraphs to take words from; a small list of our own without it */
export function storyMaker(chance: Chance, running: readonly string[] = OWN_WORDS.split('\n')): StoryMaker {
  const words = running.join(' ').normalize('NFC').split(/\s+/u).filter(Boolean);
  const between = (least: number, most: number) => least + chance.below(most - least + 1);

  const piece = () => {
    const length = between(2, 6);
    const start = chance.below(Math.max(1, words.length - length));
    return words.slice(start, start + length);
  };
  const figure = () =>
    chance.pick([
      `${between(2, 31)}/${between(1, 12)}`,
      `${between(2, 990)}`,
      `${between(1, 99)}.${between(100, 999)}`,
    ]);

  function sentence(syllables: number): string {
    const said: string[] = [];
    while (said.length < syllables) said.push(...piece(), ...(chance.next() < 0.1 ? [figure()] : []));
    const [first = '', ...rest] = said;
    return `${first.slice(0, 1).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`;
  }
  const paragraph = () => Array.from({ length: between(1, 4) }, () => sentence(between(12, 30))).join(' ');

  function story(syllables: number): Story {
    const paragraphs: string[] = [];
    for (let count = 0; count < syllables; count += paragraphs.at(-1)!.split(' ').length)
      paragraphs.push(paragraph());
    return { title: sentence(10), lead: sentence(between(20, 35)), paragraphs };
  }

  const changedWords = (text: string, part: number) =>
    text
      .split(' ')
      .map((word) => (chance.next() < part ? chance.pick(words) : word))
      .join(' ');

  function rewrite({ title, lead, paragraphs }: Story, care: number): Story {
    const careless = 1 - care;
    const kept = paragraphs.filter(() => chance.next() > careless * 0.5);
    const least = kept.length > 0 ? kept : paragraphs.slice(0, 1);
    const texts = least.map((text) => changedWords(text, careless * 0.12 * chance.next()));
    if (chance.next() < 0.3 && texts.length > 2) {
      const [moved] = texts.splice(chance.below(texts.length), 1);
      texts.splice(chance.below(texts.length), 0, moved!);
    }
    if (chance.next() < careless) texts.splice(chance.below(texts.length + 1), 0, paragraph());
    return {
      title: chance.next() < 0.7 ? sentence(10) : title,
      lead: chance.next() < 0.5 ? sentence(between(20, 35)) : changedWords(lead, careless * 0.2),
      paragraphs: texts,
    };
  }

  return { story, rewrite };
}

/** A bulletin of one pattern with other figures each day: alike, and yet not one story. */
export function bulletin(chance: Chance, kind: 'weather' | 'draw' | 'prices'): Story {
  const n = (least: number, most: number) => String(least + chance.below(most - least + 1));
  const day = `${n(1, 28)}/${n(1, 12)}`;
  if (kind === 'weather') {
    const regions = [
      'Phía Tây Bắc Bộ',
      'Phía Đông Bắc Bộ',
      'Bắc Trung Bộ',
      'Nam Trung Bộ',
      'Tây Nguyên',
      'Nam Bộ',
    ];
    return {
      title: `Thời tiết ngày ${day}`,
      lead: `Dự báo thời tiết các khu vực trên cả nước ngày ${day} theo cơ quan khí tượng.`,
      paragraphs: regions.map(
        (region) =>
          `${region} nhiều mây, có lúc có mưa rào và dông vài nơi, gió nhẹ đến cấp ${n(2, 4)}, trong mưa dông có khả năng xảy ra lốc, sét và gió giật mạnh. Nhiệt độ thấp nhất ${n(14, 27)} độ, nhiệt độ cao nhất ${n(24, 36)} độ.`,
      ),
    };
  }
  if (kind === 'draw') {
    return {
      title: `Kết quả xổ số ngày ${day}`,
      lead: `Kết quả mở thưởng ngày ${day} của công ty xổ số kiến thiết.`,
      paragraphs: Array.from(
        { length: 9 },
        (_, at) =>
          `Giải thứ ${at} mở thưởng với các số ${n(1000, 99999)} và ${n(1000, 99999)}, trị giá mỗi giải theo thể lệ hiện hành của công ty.`,
      ),
    };
  }
  return {
    title: `Giá vàng hôm nay ${day}`,
    lead: `Giá vàng trong nước sáng ${day} biến động so với phiên trước.`,
    paragraphs: ['Hà Nội', 'Đà Nẵng', 'Cần Thơ', 'Phan Thiết', 'Huế'].map(
      (town) =>
        `Tại ${town}, doanh nghiệp niêm yết giá vàng miếng mua vào ${n(70, 90)},${n(1, 9)} triệu đồng một lượng và bán ra ${n(72, 93)},${n(1, 9)} triệu đồng một lượng, chênh lệch giữa hai chiều là ${n(1, 3)},${n(1, 9)} triệu đồng.`,
    ),
  };
}
