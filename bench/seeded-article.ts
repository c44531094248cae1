/** A page with an article of a given length in invented Vietnamese; the same seed gives the same page. */
import { chanceOf } from '../utils/testing/random';

const WORDS =
  'ngư dân cảng biển của huyện với những chuyến tàu ra khơi trong mùa gió bấc và người làng vẫn giữ nghề đan lưới bên hiên nhà khi nước lên chậm hơn mọi năm nên việc đánh bắt được nhiều hơn trước tỉnh cho biết sẽ hỗ trợ thêm đường giao thông trường học trạm y tế vùng ven hồ rừng dương chắn cát bà con phấn khởi'.split(
    ' ',
  );
const NAMES = ['Phú Quý', 'Tuy Phong', 'Hòa Thắng', 'Trần Văn Lịch', 'Lê Thị Mỹ Hà', 'Đức Linh'];

/** @param letters of the text, about */
export function seededArticle(letters: number, seed: number): string {
  const chance = chanceOf(seed);
  const sentence = () => {
    const words = Array.from({ length: 14 + chance.below(16) }, () => chance.pick(WORDS));
    words.splice(
      4 + chance.below(6),
      0,
      chance.next() < 0.5 ? chance.pick(NAMES) : String(2 + chance.below(900)),
    );
    const said = words.join(' ');
    return `${said[0]!.toUpperCase()}${said.slice(1)}.`;
  };
  const paragraphs: string[] = [];
  for (let length = 0; length < letters;) {
    const text = [sentence(), sentence(), sentence()].join(' ');
    paragraphs.push(`<p>${text}</p>`);
    length += text.length;
  }
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Mùa gió bấc ở làng biển</title><meta property="og:type" content="article"><meta property="og:site_name" content="Báo Cửa Bể"></head><body><header><nav><a href="/">Trang chủ</a></nav></header><article><h1>Mùa gió bấc ở làng biển</h1><time datetime="2026-11-17T06:20:00+07:00">17/11/2026 06:20</time>${paragraphs.join('\n')}</article><footer>Báo Cửa Bể</footer></body></html>`;
}
