/**
 * Whole archives for tests and measurements: articles of a small Vietnamese press with versions, pictures, highlights,
 * codes, memos and tombstones, all of them consistent. The same seed gives the same rows.
 */
import { gzip } from '@/utils/archive/compress';
import { shownOf } from '@/utils/archive/shown';
import { versionId } from '@/utils/archive/version-id';
import { sha256Hex } from '@/utils/text/digest';
import { foldMarks } from '@/utils/text/fold';
import type { Annotation, Article, Code, Coding, Picture, StoredBlob, Version } from '@/utils/db/records';
import type { Tables, ArchiveTable } from '@/utils/db/records';
import { ARCHIVE_TABLES } from '@/utils/db/records';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { makeCapture } from './captures';
import { chanceOf, type Chance } from './random';
import { addSample, addSearches } from './sample-rows';

export type ArchiveRows = { [T in ArchiveTable]: Tables[T][] };

export interface ArchiveWish {
  articles?: number;
  /** Picture bytes per picture; real ones are some 100 kB. */
  pictureBytes?: number;
  paragraphs?: number;
}

const SENTENCES = [
  'Sáng nay, hàng trăm tàu cá rời cảng ra khơi bám biển.',
  'Ông Nguyễn Văn Đức nói: “Năm nay được mùa, giá cũng ổn định”.',
  'Theo Sở Nông nghiệp, sản lượng khai thác đạt 18.500 tấn, tăng 3,2%.',
  'Bão số 5 làm hư hại 27 căn nhà ở xã Hòa Thắng 🌀.',
  'Người dân đề nghị sớm nạo vét luồng lạch để tàu thuyền vào tránh trú.',
  'Đoàn kiểm tra ghi nhận nhiều hộ nuôi tôm đã chuyển sang mô hình tuần hoàn.',
  'Lễ hội diễn ra trong ba ngày, thu hút đông đảo du khách thập phương.',
  'Ủy ban nhân dân tỉnh yêu cầu báo cáo kết quả trước ngày 30/11.',
] as const;
const CODE_NAMES = [
  'ngư dân',
  'thời tiết',
  'trích dẫn',
  'số liệu',
  'chính quyền',
  'đời sống',
  'Ẩn dụ',
  'ma',
  'má',
];
const COLOURS = ['#f2c744', '#7fb8e6', '#8fce9a', '#f0a36b', '#c9a3e8'];

/** The bytes of a picture header followed by noise: pictures do not compress. */
function pictureBytes(chance: Chance, length: number): Uint8Array {
  const bytes = chance.bytes(Math.max(8, length));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 0, minutes)).toISOString();

/** A rich archive. 6 articles unless asked otherwise. */
export async function buildArchive(seed: number, wish: ArchiveWish = {}): Promise<ArchiveRows> {
  const chance = chanceOf(seed);
  const rows = Object.fromEntries(ARCHIVE_TABLES.map((table) => [table, []])) as unknown as ArchiveRows;
  let minute = chance.below(1000);
  const now = () => at(minute++);
  const edited = (...fields: string[]) => {
    const time = now();
    return { createdAt: time, touched: Object.fromEntries(fields.map((field) => [field, time])) };
  };
  const project = { id: chance.uuid(), name: 'Báo chí địa phương', ...edited('name') };
  rows.projects.push(project);
  for (const [name, initials] of [
    ['Lan', 'L'],
    ['Đỗ Minh', 'ĐM'],
  ] as const)
    rows.coders.push({
      id: chance.uuid(),
      name,
      initials,
      colour: chance.pick(COLOURS),
      ...edited('name', 'initials', 'colour'),
    });
  for (const name of ['Mùa biển', 'Bão lũ', 'Lễ hội'])
    rows.collections.push({
      id: chance.uuid(),
      projectId: project.id,
      parentId: rows.collections.length === 2 ? rows.collections[0]!.id : null,
      name,
      order: rows.collections.length,
      ...edited('name', 'parentId', 'order'),
    });
  for (const name of CODE_NAMES) rows.codes.push(makeCode(chance, project.id, name, rows.codes, edited));
  rows.codes.push({ ...makeCode(chance, project.id, 'bỏ đi', rows.codes, edited), deletedAt: now() });
  for (let index = 0; index < (wish.articles ?? 6); index += 1)
    await addArticle(rows, chance, now, `${seed}-${index}`, wish);
  for (const subject of [
    { subjectType: 'project' as const, subjectId: project.id },
    { subjectType: 'code' as const, subjectId: rows.codes[0]!.id },
    { subjectType: 'article' as const, subjectId: rows.articles[0]!.id },
  ])
    rows.memos.push({
      id: chance.uuid(),
      ...subject,
      coderId: rows.coders[0]!.id,
      body: `Ghi chú: ${chance.pick(SENTENCES)}\n“—” 👩‍🌾 \u0000 \uD800 </script>`,
      ...edited('body'),
    });
  addSample(rows, chance, now, project.id);
  addSearches(rows, chance, now, project.id);
  return rows;
}

function makeCode(
  chance: Chance,
  projectId: string,
  name: string,
  before: Code[],
  edited: (...fields: string[]) => Pick<Code, 'createdAt' | 'touched'>,
): Code {
  return {
    id: chance.uuid(),
    projectId,
    parentId: before.length > 2 && chance.next() < 0.5 ? before[chance.below(3)]!.id : null,
    name,
    folded: foldMarks(name),
    colour: chance.pick(COLOURS),
    definition: chance.next() < 0.5 ? `Đoạn nói về ${name}` : '',
    include: '',
    exclude: '',
    example: chance.pick(SENTENCES),
    values: name === 'số liệu' ? ['tăng', 'giảm'] : [],
    order: before.length,
    shortcut: before.length < 9 ? String(before.length + 1) : null,
    ...edited('name', 'colour', 'definition', 'parentId'),
  };
}

async function addArticle(
  rows: ArchiveRows,
  chance: Chance,
  now: () => string,
  name: string,
  wish: ArchiveWish,
): Promise<void> {
  const url = `https://baosongbien.example/bai-${name}.html`;
  const id = await sha256Hex(url);
  const versions: Version[] = [];
  for (let count = chance.next() < 0.3 ? 2 : 1; count > 0; count -= 1)
    versions.push(await addVersion(rows, chance, now, id, url, wish));
  const latest = versions.at(-1)!;
  const savedAt = now();
  const byHand = chance.next() < 0.3 ? { section: ['Kinh tế biển'], lead: null } : {};
  const isBinned = chance.next() < 0.15;
  const article: Article = {
    id,
    addresses: [url, `${url}?gidzl=${chance.below(999)}`],
    url,
    state: isBinned ? 'bin' : chance.pick(['inbox', 'kept']),
    ...(isBinned ? { binnedAt: savedAt } : {}),
    origin: 'page',
    savedAt,
    latestVersionId: latest.id,
    versionCount: versions.length,
    byHand,
    shown: shownOf(latest, byHand),
    collections: chance.next() < 0.5 ? [chance.pick(rows.collections).id] : [],
    touched: { state: savedAt, byHand: savedAt, collections: savedAt, addresses: savedAt },
  };
  rows.articles.push(article);
  for (let count = chance.below(4); count > 0; count -= 1) addAnnotation(rows, chance, now, latest);
  if (chance.next() < 0.6)
    rows.codings.push(makeCoding(rows, chance, now, { type: 'article', id, articleId: id }));
}

async function addVersion(
  rows: ArchiveRows,
  chance: Chance,
  now: () => string,
  articleId: string,
  url: string,
  wish: ArchiveWish,
): Promise<Version> {
  const paragraphs = Array.from({ length: wish.paragraphs ?? 3 + chance.below(5) }, () =>
    Array.from({ length: 1 + chance.below(4) }, () => chance.pick(SENTENCES)).join(' '),
  );
  const capture = makeCapture({ url, title: `${chance.pick(SENTENCES)} (${chance.below(1e6)})`, paragraphs });
  const capturedAt = now();
  const raw = await addBlob(rows, {
    bytes: new TextEncoder().encode(`<!doctype html><html><body>${capture.html}</body></html>`),
    type: 'text/html;charset=utf-8',
    isPacked: true,
  });
  const content = {
    articleId,
    capturedAt,
    rawSha: raw.sha256,
    extractor: capture.extractor,
    metadata: capture.metadata,
    blocks: capture.blocks,
  };
  const version: Version = {
    id: await versionId(content),
    articleId,
    capturedAt,
    circumstances: {
      capturedAt,
      timeZone: 'Asia/Ho_Chi_Minh',
      pageUrl: url,
      browser: 'Chromium 156',
      extension: '0.1.0',
      extractor: capture.extractor,
    },
    family: capture.family,
    metadata: capture.metadata,
    detection: capture.detection,
    text: capture.text,
    textSha: await sha256Hex(capture.text),
    blocks: capture.blocks,
    html: capture.html,
    rawSha: raw.sha256,
    counts: capture.counts,
    removed: [{ reason: 'relatedBox', text: 'Tin liên quan' }],
    webArchive: null,
    pageWasChanging: false,
  };
  rows.versions.push(version);
  for (let index = 1, count = chance.below(3); index <= count; index += 1)
    await addPicture(rows, chance, version, `p${index}`, wish);
  return version;
}

async function addPicture(
  rows: ArchiveRows,
  chance: Chance,
  version: Version,
  pictureId: string,
  wish: ArchiveWish,
): Promise<void> {
  const outcome = chance.pick(['kept', 'kept', 'pending', 'permissionNeeded', 'refused'] as const);
  const bytes = pictureBytes(chance, wish.pictureBytes ?? 200 + chance.below(2000));
  const blob =
    outcome === 'kept' ? await addBlob(rows, { bytes, type: 'image/jpeg', isPacked: false }) : null;
  const picture: Picture = {
    id: `${version.id}:${pictureId}`,
    versionId: version.id,
    articleId: version.articleId,
    pictureId,
    url: `https://anh.example/${version.id.slice(0, 8)}/${pictureId}.jpg`,
    alternatives: [],
    host: 'anh.example',
    caption: 'Tàu cá về bến. Ảnh: Đình Nhượng',
    credit: 'Đình Nhượng',
    alt: null,
    width: 800,
    height: 533.5,
    role: 'body',
    outcome,
    ...(outcome === 'refused' ? { refusal: 'status' as const, status: 404 } : {}),
    attempts: outcome === 'pending' ? 0 : 1,
    blobSha: blob?.sha256 ?? null,
  };
  rows.pictures.push(picture);
}

async function addBlob(
  rows: ArchiveRows,
  wish: { bytes: Uint8Array; type: string; isPacked: boolean },
): Promise<StoredBlob> {
  const blob: StoredBlob = {
    sha256: await sha256Hex(wish.bytes),
    type: wish.type,
    compression: wish.isPacked ? 'gzip' : 'none',
    bytes: wish.isPacked ? await gzip(wish.bytes) : wish.bytes,
    size: wish.bytes.length,
  };
  if (!rows.blobs.some((other) => other.sha256 === blob.sha256)) rows.blobs.push(blob);
  return blob;
}

function addAnnotation(rows: ArchiveRows, chance: Chance, now: () => string, version: Version): void {
  const block = chance.pick(version.blocks.filter((candidate) => candidate.end - candidate.start > 12));
  const start = block.start + chance.below(5);
  const end = start + 1 + chance.below(block.end - start);
  const createdAt = now();
  const isRemoved = chance.next() < 0.2;
  const annotation: Annotation = {
    id: chance.uuid(),
    articleId: version.articleId,
    versionId: version.id,
    parts: [{ blockId: block.id, start, end }],
    quote: {
      exact: version.text.slice(start, end),
      prefix: version.text.slice(Math.max(0, start - 64), start),
      suffix: version.text.slice(end, end + 64),
    },
    comment: chance.next() < 0.5 ? chance.pick(SENTENCES) : '',
    coderId: chance.pick(rows.coders).id,
    origin: 'saved',
    createdAt,
    touched: { comment: createdAt, ...(isRemoved ? { deletedAt: createdAt } : {}) },
    ...(isRemoved ? { deletedAt: createdAt } : {}),
  };
  rows.annotations.push(annotation);
  rows.placements.push({
    id: `${annotation.id}:${version.id}`,
    annotationId: annotation.id,
    versionId: version.id,
    articleId: version.articleId,
    parts: annotation.parts,
    verdict: 'same',
    decidedBy: 'alignment',
    changedWords: [],
    touched: { verdict: createdAt },
  });
  const target = { type: 'annotation' as const, id: annotation.id, articleId: version.articleId };
  rows.codings.push(makeCoding(rows, chance, now, target));
}

function makeCoding(
  rows: ArchiveRows,
  chance: Chance,
  now: () => string,
  target: { type: 'annotation' | 'article'; id: string; articleId: string },
): Coding {
  const codeId = chance.pick(rows.codes).id;
  const coderId = chance.pick(rows.coders).id;
  const createdAt = now();
  return {
    id: `${target.id}:${codeId}:${coderId}`,
    targetType: target.type,
    targetId: target.id,
    articleId: target.articleId,
    codeId,
    coderId,
    value: null,
    memo: '',
    createdAt,
    touched: { memo: createdAt },
  };
}

/** Puts the rows into a database, past the verbs. */
export async function fillDatabase(db: PressmarkDatabase, rows: ArchiveRows): Promise<void> {
  await db.transaction('rw', [...ARCHIVE_TABLES], async () => {
    for (const table of ARCHIVE_TABLES) await db.table(table).bulkPut(rows[table]);
  });
}
