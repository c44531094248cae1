/**
 * The press we know by host: names for the outlet field, and the origins asked for when a reader turns on "the press".
 * A newspaper's name is its name on its own pages; after a merger the captured host decides, never the heir.
 */

export interface Outlet {
  name: string;
  /** Registrable hosts; every subdomain belongs to them. */
  hosts: string[];
  /** Where its pictures live, when elsewhere. */
  pictureHosts: string[];
}

function outlet(name: string, hosts: string, pictureHosts = ''): Outlet {
  return {
    name,
    hosts: hosts.split(' '),
    pictureHosts: pictureHosts ? pictureHosts.split(' ') : [],
  };
}

export const OUTLETS: readonly Outlet[] = [
  outlet('Báo Bình Thuận', 'baobinhthuan.com.vn', 'bbt.1cdn.vn'),
  // OneCMS: pictures on `<code>.1cdn.vn`, before that on `<code>.onecmscdn.com`.
  outlet('Báo Lâm Đồng', 'baolamdong.vn'),
  outlet('Báo Hải Phòng', 'baohaiphong.vn', 'bhd.1cdn.vn'),
  outlet('Báo Hải Dương', 'baohaiduong.vn', 'bhd.1cdn.vn'),
  outlet('Báo Đà Nẵng', 'baodanang.vn', 'bqn.1cdn.vn'),
  outlet('Báo Quảng Nam', 'baoquangnam.vn', 'bqn.1cdn.vn'),
  outlet('Báo Nghệ An', 'baonghean.vn', 'bna.1cdn.vn'),
  outlet('Hànộimới', 'hanoimoi.vn hanoimoi.com.vn', 'hnm.1cdn.vn'),
  outlet('Báo Đắk Nông', 'baodaknong.vn', 'daknong.1cdn.vn'),
  outlet('Báo Công lý', 'congly.vn', 'cly.1cdn.vn'),
  outlet('Người Quan Sát', 'nguoiquansat.vn', 'nqs.1cdn.vn'),
  outlet('Markettimes', 'markettimes.vn', 'mkt.1cdn.vn'),
  outlet('ICTVietnam', 'ictvietnam.vn', 'ictv.1cdn.vn'),
  outlet('Báo Tài nguyên & Môi trường', 'baotainguyenmoitruong.vn', 'btnmt.1cdn.vn'),
  outlet('Một Thế Giới', '1thegioi.vn', 'mtg.1cdn.vn'),
  outlet('Doanh Nhân Sài Gòn', 'doanhnhansaigon.vn', 'dnsg.1cdn.vn'),
  outlet('Khoa học phổ thông', 'khoahocphothong.vn', 'khpt.1cdn.vn'),
  outlet('Kiểm sát Online', 'kiemsat.vn', 'kiemsat.1cdn.vn'),
  outlet('Lý luận chính trị', 'lyluanchinhtri.vn', 'llct.1cdn.vn tttctt.1cdn.vn'),
  outlet('Đại Đoàn Kết', 'daidoanket.vn', 'ddk.1cdn.vn'),
  outlet('Báo Dân tộc và Phát triển', 'baodantoc.vn'),
  outlet('TheLEADER', 'theleader.vn'),
  outlet('Đại biểu Nhân dân', 'daibieunhandan.vn'),
  outlet('Diễn đàn Doanh nghiệp', 'diendandoanhnghiep.vn'),
  outlet('Tạp chí Khoa học và Công nghệ Việt Nam', 'vjst.vn'),
  // ePi.
  outlet('Báo Nhân Dân', 'nhandan.vn nhandan.com.vn', 'epicdn.me'),
  outlet('Báo Tiền Phong', 'tienphong.vn', 'epicdn.me'),
  outlet('Pháp Luật TP. Hồ Chí Minh', 'plo.vn', 'epicdn.me'),
  outlet('Sài Gòn Giải Phóng', 'sggp.org.vn', 'epicdn.me'),
  outlet('VietnamPlus', 'vietnamplus.vn', 'epicdn.me vnp.1cdn.vn'),
  outlet('Báo Gia Lai', 'baogialai.com.vn baogialai.vn', 'epicdn.me'),
  outlet('Báo Hà Tĩnh', 'baohatinh.vn', 'epicdn.me'),
  outlet('Báo Lào Cai', 'baolaocai.vn', 'epicdn.me'),
  outlet('An ninh Thủ đô', 'anninhthudo.vn', 'epicdn.me'),
  outlet('Báo Đấu thầu', 'baodauthau.vn', 'epicdn.me'),
  outlet('Giáo dục & Thời đại', 'giaoducthoidai.vn', 'epicdn.me'),
  outlet('Tin nhanh chứng khoán', 'tinnhanhchungkhoan.vn', 'epicdn.me'),
  outlet('Nhịp sống kinh doanh', 'nhipsongkinhdoanh.vn', 'epicdn.me'),
  // VCCorp.
  outlet('Tuổi Trẻ', 'tuoitre.vn', 'cdn.tuoitre.vn cdn2.tuoitre.vn mediacdn.vn'),
  outlet('Thanh Niên', 'thanhnien.vn', 'mediacdn.vn'),
  outlet('Người Lao Động', 'nld.com.vn', 'mediacdn.vn'),
  outlet('CafeF', 'cafef.vn', 'cafefcdn.com mediacdn.vn'),
  outlet('CafeBiz', 'cafebiz.vn', 'cafebizcdn.com mediacdn.vn'),
  outlet('Kênh 14', 'kenh14.vn', 'kenh14cdn.com mediacdn.vn'),
  outlet('GenK', 'genk.vn', 'mediacdn.vn'),
  outlet('Soha', 'soha.vn', 'sohacdn.com mediacdn.vn'),
  outlet('Báo Chính phủ', 'baochinhphu.vn', 'mediacdn.vn'),
  outlet('Sức khỏe & Đời sống', 'suckhoedoisong.vn', 'mediacdn.vn'),
  outlet('Báo Xây dựng', 'baoxaydung.vn baoxaydung.com.vn', 'mediacdn.vn'),
  outlet('Phụ nữ Việt Nam', 'phunuvietnam.vn', 'mediacdn.vn'),
  outlet('Thể thao & Văn hóa', 'thethaovanhoa.vn', 'mediacdn.vn'),
  outlet('Dân Việt', 'danviet.vn', 'mediacdn.vn'),
  outlet('VTV', 'vtv.vn', 'mediacdn.vn'),
  // Systems of their own.
  outlet('VnExpress', 'vnexpress.net', 'vnecdn.net'),
  outlet('Ngôi sao', 'ngoisao.vnexpress.net', 'vnecdn.net'),
  outlet('Dân trí', 'dantri.com.vn', 'dantricdn.com'),
  outlet('VietNamNet', 'vietnamnet.vn', 'vnncdn.net'),
  outlet('VOV', 'vov.vn'),
  outlet('Lao Động', 'laodong.vn'),
  outlet('Quân đội nhân dân', 'qdnd.vn'),
  outlet('Báo Tin tức', 'baotintuc.vn'),
  outlet('Znews', 'znews.vn zingnews.vn', 'znews-photo.zadn.vn znews-photo.zingcdn.me'),
  outlet('Công an nhân dân', 'cand.com.vn'),
  outlet('Công an TP. Hồ Chí Minh', 'congan.com.vn'),
  outlet('Người Đưa Tin', 'nguoiduatin.vn', 'ex-cdn.com'),
  outlet('Báo Đầu tư', 'baodautu.vn'),
  outlet('VnEconomy', 'vneconomy.vn'),
  outlet('BNEWS', 'bnews.vn'),
  outlet('Vietnambiz', 'vietnambiz.vn'),
  outlet('Lao động Thủ đô', 'laodongthudo.vn'),
  outlet('Sức khỏe Việt', 'suckhoeviet.org.vn'),
  outlet('Sức khỏe cộng đồng', 'suckhoecongdong.vn'),
  outlet('Gia đình Online', 'giadinhonline.vn'),
  // Abroad, in Vietnamese. The BBC's host carries every language; its name is for the host, the page says more.
  outlet('BBC', 'bbc.com bbc.co.uk', 'ichef.bbci.co.uk'),
  outlet('RFA', 'rfa.org'),
  outlet('VOA Tiếng Việt', 'voatiengviet.com', 'gdb.voanews.com'),
];

const BY_HOST = new Map<string, Outlet>();
for (const one of OUTLETS) for (const host of one.hosts) BY_HOST.set(host, one);

/** The outlet a host belongs to, the longest match first: `ngoisao.vnexpress.net` before `vnexpress.net`. */
export function outletForHost(host: string): Outlet | null {
  let rest = host.toLowerCase().replace(/\.$/, '');
  while (rest.includes('.')) {
    const found = BY_HOST.get(rest);
    if (found) return found;
    rest = rest.slice(rest.indexOf('.') + 1);
  }
  return null;
}

/** Match patterns for the pages and pictures of every outlet, each once: `*://*.baobinhthuan.com.vn/*`. */
export function pressOrigins(): string[] {
  const hosts = OUTLETS.flatMap((one) => [...one.hosts, ...one.pictureHosts]);
  return [...new Set(hosts)].map((host) => `*://*.${host}/*`);
}
