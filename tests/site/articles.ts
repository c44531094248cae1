import type { SampleArticle } from './types';

const ECONOMY = { name: 'Kinh tế', path: '/kinh-te' };
const SOCIETY = { name: 'Xã hội', path: '/xa-hoi' };
const CULTURE = { name: 'Văn hóa', path: '/van-hoa' };

/** A long feature: sub-heads, a quotation, a list, a table, an NFD paragraph; classic head, byline at the end. */
export const FEATURE: SampleArticle = {
  id: 41207,
  slug: 'giu-rung-duong-chan-cat-o-bai-trau',
  head: 'classic',
  title: 'Giữ rừng dương chắn cát ở Bãi Trâu',
  lead: 'CBO - Gần ba mươi năm qua, người dân xã Bãi Trâu (huyện Vân Lộng) thay nhau trồng, canh giữ dải rừng dương dài hơn 7 km. Nhờ vậy, cát không còn lấn vào làng, giếng nước ngọt trở lại và những vườn rau ven biển xanh quanh năm.',
  leadAs: 'element',
  published: '17/11/2026 06:20',
  section: [SOCIETY, { name: 'Môi trường', path: '/xa-hoi/moi-truong' }],
  keywords: ['Bãi Trâu', 'rừng dương', 'chắn cát'],
  byline: 'Hải Nguyên',
  authors: ['Hải Nguyên'],
  bylineAs: 'rightAligned',
  jsonLd: 'emptyAuthor',
  blocks: [
    {
      kind: 'picture',
      picture: {
        path: '/2026/11/16/rung-duong-bai-trau.png',
        caption: 'Dải rừng dương ven biển xã Bãi Trâu nhìn từ đồi cát. Ảnh: Hải Nguyên',
        credit: 'Hải Nguyên',
        form: 'figure',
      },
    },
    {
      kind: 'paragraph',
      text: 'Từ trung tâm huyện Vân Lộng, đi dọc đường ven biển chừng 18 km là tới Bãi Trâu. Giữa trưa tháng mười một, gió đông bắc thổi ràn rạt nhưng phía sau hàng dương, sân phơi cá của bà con vẫn lặng gió. Ông Trần Văn Lịch, 71 tuổi, trưởng thôn Hạ, bảo ngày trước mùa này không ai dám mở cửa: cát bay vào tận mâm cơm.',
    },
    {
      kind: 'paragraph',
      text: 'Năm 1997, sau trận bão số 5, cát phủ kín 42 nền nhà ở thôn Hạ và vùi gần 30 ha đất màu. Cả thôn họp ở sân đình, thống nhất mỗi hộ góp hai công lao động mỗi tháng để trồng dương. Cây giống xin từ trạm lâm nghiệp huyện, nước tưới gánh từ giếng làng cách đó hơn một cây số.',
    },
    { kind: 'heading', text: 'Trồng mười, sống ba' },
    {
      kind: 'paragraph',
      text: 'Những năm đầu, mười cây trồng xuống chỉ sống được ba. Cát bỏng làm rễ non héo, dê bò thả rông ăn hết ngọn. Bà con nghĩ ra cách đào hố sâu gần một mét, lót rơm ướt trộn phân chuồng rồi mới đặt cây, phía trên che lá dừa.',
    },
    {
      kind: 'quote',
      text: '“Mất cây này thì trồng cây khác. Mình không giữ rừng thì rừng không giữ mình, con cháu lấy đất đâu mà ở”, ông Lịch nói.',
    },
    {
      kind: 'paragraph',
      decomposed: true,
      text: 'Đến năm 2004, dải rừng đã khép tán. Đường làng hết cát, giếng Đình và giếng Chùa có nước ngọt trở lại. Từ chỗ chỉ trồng được khoai lang một vụ, thôn Hạ nay có 56 hộ chuyên canh rau, mỗi năm bốn đến năm lứa.',
    },
    { kind: 'heading', text: 'Tổ tự quản và những quy ước' },
    {
      kind: 'paragraph',
      text: 'Việc giữ rừng được giao cho tổ tự quản gồm 15 người, chia ba ca. Quy ước của thôn viết trên tấm bảng gỗ treo ở nhà văn hóa, ai cũng thuộc:',
    },
    {
      kind: 'list',
      items: [
        'Không chặt cây tươi, chỉ được nhặt cành khô vào ngày rằm và mồng một.',
        'Không thả trâu, bò, dê vào rừng dưới ba năm tuổi.',
        'Hộ nào làm nhà mới thì trồng bù 20 cây ở vạt cát trống.',
      ],
    },
    {
      kind: 'paragraph',
      text: 'Theo thống kê của UBND xã, diện tích rừng và số hộ được hưởng lợi tăng đều qua từng giai đoạn:',
    },
    {
      kind: 'table',
      rows: [
        ['Năm', 'Diện tích rừng (ha)', 'Số hộ trồng rau'],
        ['1997', '4,5', '0'],
        ['2004', '38', '21'],
        ['2015', '96', '44'],
        ['2026', '131', '56'],
      ],
    },
    {
      kind: 'picture',
      picture: {
        path: '/2026/11/16/to-tu-quan.jpg',
        caption: 'Tổ tự quản thôn Hạ tuần tra vào buổi sớm. Ảnh: CTV',
        credit: 'CTV',
        form: 'table',
      },
    },
    {
      kind: 'paragraph',
      text: 'Chị Lê Thị Mỹ Hà, cán bộ lâm nghiệp huyện, cho biết rừng dương Bãi Trâu hiện là một trong hai khu rừng phòng hộ ven biển của tỉnh không để xảy ra cháy trong mười năm liền. Huyện đang lập hồ sơ đề nghị công nhận đây là rừng cộng đồng để người dân được chia sẻ lợi ích lâu dài./.',
    },
  ],
};

/** A short news item: the lead element is empty and the first bold paragraph is the lead; "Tin, ảnh" sign-off. */
export const SHORT_NEWS: SampleArticle = {
  id: 41231,
  slug: 'van-long-ban-giao-12-can-nha-cho-ho-kho-khan',
  head: 'classic',
  title: 'Vân Lộng: Bàn giao 12 căn nhà cho hộ khó khăn',
  lead: 'CBO - Sáng 04/11, UBND huyện Vân Lộng tổ chức lễ bàn giao 12 căn nhà cho các hộ nghèo, cận nghèo ở hai xã Bãi Trâu và Đồng Sậy.',
  leadAs: 'firstBold',
  published: '04/11/2026 15:42',
  section: [SOCIETY],
  keywords: ['Vân Lộng', 'nhà ở'],
  byline: 'Tin, ảnh: Minh Trí',
  authors: ['Minh Trí'],
  bylineAs: 'rightAligned',
  jsonLd: 'none',
  blocks: [
    {
      kind: 'paragraph',
      text: 'Mỗi căn nhà có diện tích 48 m², kinh phí xây dựng 95 triệu đồng, trong đó Quỹ “Vì người nghèo” huyện hỗ trợ 70 triệu đồng, phần còn lại do gia đình và bà con trong xóm đóng góp ngày công.',
    },
    {
      kind: 'picture',
      picture: {
        path: '/2026/11/04/ban-giao-nha.png',
        caption: 'Đại diện UBND huyện trao chìa khóa nhà cho gia đình bà Phạm Thị Nhạn.',
        form: 'emphasis',
      },
    },
    {
      kind: 'paragraph',
      text: 'Từ đầu năm đến nay, toàn huyện đã xóa 37 nhà tạm, đạt 92,5% kế hoạch. Năm căn còn lại sẽ hoàn thành trước ngày 20/12.',
    },
  ],
};

/** News with the present template: the title stands inside the body, boxes too, the writer again at the end. */
export const FERRY: SampleArticle = {
  id: 41198,
  slug: 'cang-mui-san-don-chuyen-tau-khach-dau-tien-ra-hon-say',
  head: 'longform',
  title: 'Cảng Mũi Sạn đón chuyến tàu khách đầu tiên ra Hòn Sậy',
  lead: 'Đúng 7 giờ 30 phút sáng 08/11, tàu cao tốc Hòn Sậy 01 chở 186 hành khách rời cảng Mũi Sạn, mở tuyến vận tải khách cố định đầu tiên giữa đất liền và đảo.',
  leadAs: 'element',
  published: '08/11/2026 10:02',
  section: [ECONOMY, { name: 'Giao thông', path: '/kinh-te/giao-thong' }],
  keywords: ['cảng Mũi Sạn', 'Hòn Sậy', 'tàu cao tốc'],
  byline: 'ĐỖ QUYÊN',
  authors: ['ĐỖ QUYÊN'],
  bylineAs: 'translateMark',
  jsonLd: 'article',
  blocks: [
    {
      kind: 'picture',
      picture: {
        path: '/2026/11/08/tau-hon-say-01.png',
        caption: 'Hành khách lên tàu Hòn Sậy 01 tại cảng Mũi Sạn sáng 08/11. Ảnh: Đỗ Quyên',
        credit: 'Đỗ Quyên',
        form: 'figure',
      },
    },
    {
      kind: 'paragraph',
      text: 'Tàu dài 38 m, sức chở 250 khách, chạy quãng đường 21 hải lý hết khoảng 70 phút, nhanh hơn ba giờ so với tàu gỗ trước đây. Mỗi ngày có hai chuyến đi và hai chuyến về, giá vé 180.000 đồng một lượt; người dân có hộ khẩu trên đảo được giảm 40%.',
    },
    {
      kind: 'paragraph',
      text: 'Ông Ngô Đình Khải, Giám đốc Cảng vụ tỉnh Cửa Bể, cho biết cầu cảng mới dài 120 m, được đầu tư 64 tỷ đồng, bảo đảm tàu ra vào an toàn khi gió dưới cấp 6. Trong tháng đầu, đơn vị khai thác tổ chức xe trung chuyển miễn phí từ bến xe trung tâm.',
    },
    {
      kind: 'paragraph',
      text: 'Trên chuyến đầu tiên có 24 giáo viên trở lại đảo dạy học. Cô Vũ Thị Thanh Hòa, Trường Tiểu học Hòn Sậy, nói từ nay cuối tuần cô có thể về thăm con thay vì chờ cả tháng.',
    },
  ],
};

/** A photo story: little text, six lazy pictures on the second host, one of which is not there. */
export const PHOTO_STORY: SampleArticle = {
  id: 41176,
  slug: 'anh-mot-dem-o-cho-ca-mui-san',
  head: 'longform',
  title: '[Ảnh] Một đêm ở chợ cá Mũi Sạn',
  lead: 'Từ nửa đêm đến rạng sáng, khi phố xá còn ngủ, chợ cá Mũi Sạn là nơi đông nhất tỉnh: hàng trăm người bốc, lựa, cân và chở đi gần 40 tấn cá mỗi đêm.',
  leadAs: 'element',
  published: '30/10/2026 05:15',
  section: [
    { name: 'Multimedia', path: '/multimedia' },
    { name: 'Ảnh', path: '/multimedia/anh' },
  ],
  keywords: ['chợ cá', 'Mũi Sạn', 'phóng sự ảnh'],
  byline: 'Thực hiện: Lan Chi - Quốc Huy',
  authors: ['Lan Chi', 'Quốc Huy'],
  bylineAs: 'rightAligned',
  jsonLd: 'article',
  blocks: [
    {
      kind: 'picture',
      picture: {
        path: '/2026/10/30/cho-ca-1.png',
        caption: '0 giờ 20 phút, những chiếc ghe đầu tiên cập bến. Ảnh: Lan Chi',
        credit: 'Lan Chi',
        form: 'figure',
      },
    },
    {
      kind: 'picture',
      picture: {
        path: '/2026/10/30/cho-ca-2.png',
        caption: 'Cá nục, cá ngừ được đổ ra sàn, phân loại dưới ánh đèn. Ảnh: Lan Chi',
        credit: 'Lan Chi',
        form: 'figure',
      },
    },
    {
      kind: 'paragraph',
      text: 'Chợ họp quanh năm, chỉ nghỉ ba ngày Tết. Người bán, người mua quen mặt nhau, giá cả nói một lời, ít khi mặc cả.',
    },
    {
      kind: 'picture',
      picture: {
        path: '/2026/10/30/cho-ca-3.png',
        caption: 'Chị Bùi Thị Gái gánh cá thuê ở chợ đã 19 năm. Ảnh: Quốc Huy',
        credit: 'Quốc Huy',
        form: 'table',
      },
    },
    {
      kind: 'picture',
      picture: {
        path: '/2026/10/30/cho-ca-4.svg',
        caption: 'Sơ đồ các khu hàng trong chợ. Đồ họa: Quốc Huy',
        credit: 'Quốc Huy',
        form: 'figure',
      },
    },
    {
      kind: 'picture',
      picture: {
        path: '/2026/10/30/khong-con-nua.png',
        caption: 'Bữa ăn vội lúc 3 giờ sáng. Ảnh: Quốc Huy',
        credit: 'Quốc Huy',
        form: 'figure',
      },
    },
    {
      kind: 'picture',
      picture: {
        path: '/2026/10/30/cho-ca-6.jpg',
        caption: 'Trời sáng, chuyến xe cuối cùng rời chợ. Ảnh: Lan Chi',
        credit: 'Lan Chi',
        form: 'figure',
      },
    },
  ],
};

/** An interview: questions in bold, two writers, tone marks placed both ways, an old picture with a bare address. */
export const INTERVIEW: SampleArticle = {
  id: 41150,
  slug: 'nghe-dan-thung-chai-con-bien-thi-con-nghe',
  head: 'classic',
  title: 'Nghề đan thúng chai: “Còn biển thì còn nghề”',
  lead: 'CBO - Ở tuổi 64, nghệ nhân Huỳnh Văn Thoại vẫn đan mỗi tháng bốn chiếc thúng chai. Ông trò chuyện với Báo Cửa Bể về cái nghề mà thôn Trung đã giữ hơn một thế kỷ.',
  leadAs: 'element',
  published: '22/10/2026 19:25',
  section: [CULTURE, { name: 'Làng nghề', path: '/van-hoa/lang-nghe' }],
  keywords: ['thúng chai', 'làng nghề', 'Huỳnh Văn Thoại'],
  byline: 'Thu Hoài và K.H (thực hiện)',
  authors: ['Thu Hoài', 'K.H'],
  bylineAs: 'rightAligned',
  jsonLd: 'none',
  blocks: [
    {
      kind: 'paragraph',
      text: 'PV: Thưa ông, vì sao giữa thời tàu vỏ thép, ngư dân vẫn cần thúng chai?',
    },
    {
      kind: 'paragraph',
      text: 'Ông Huỳnh Văn Thoại: Tàu lớn không vào sát bờ được. Thúng nhẹ, hai người khiêng, sóng đánh không lật. Ra tới ghe câu mực thì mỗi người ngồi một thúng, tỏa ra bốn phía. Cái đó máy móc chưa thay được.',
    },
    {
      kind: 'picture',
      picture: { path: '/data/news/2019/5/thung-chai.png', caption: null, form: 'bare' },
    },
    {
      kind: 'paragraph',
      text: 'PV: Làm một chiếc thúng mất bao lâu, thưa ông?',
    },
    {
      kind: 'paragraph',
      text: 'Ông Huỳnh Văn Thoại: Khỏe thì bảy ngày. Chẻ tre một ngày, phơi hai ngày, đan mê, nức vành rồi trét dầu rái ba lớp. Trời mưa là phải chờ. Tre phải là tre già trên ba năm, chặt cuối tháng âm lịch cho khỏi mọt.',
    },
    {
      kind: 'paragraph',
      text: 'PV: Lớp trẻ trong thôn có theo nghề không?',
    },
    {
      kind: 'paragraph',
      text: 'Ông Huỳnh Văn Thoại: Còn 11 hộ làm, có bốn đứa dưới ba mươi tuổi. Tụi nó bán thúng nhỏ làm đồ trang trí trên mạng, tôi thấy cũng hay. Miễn là còn biển thì còn nghề.',
    },
  ],
};

export const ARTICLES: readonly SampleArticle[] = [FEATURE, SHORT_NEWS, FERRY, PHOTO_STORY, INTERVIEW];

/** What the revised page of an article adds: the second paragraph, so that saving again makes a new version. */
export const REVISION =
  'Cập nhật: Chiều cùng ngày, UBND tỉnh Cửa Bể cho biết sẽ hỗ trợ thêm 1,2 tỷ đồng trong năm tới để tiếp tục công việc này.';
