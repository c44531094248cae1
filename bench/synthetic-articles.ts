/**
 * Seeded Vietnamese articles as rows of the archive: about 6 kB of text and 13 kB of HTML, two or three pictures, made into
 * rows by the product's own code. Article `n` of a seed is always the same, whatever was made before it.
 */
import { makeVersion, pendingPictures } from '@/utils/archive/make-version';
import { shownOf } from '@/utils/archive/shown';
import type { ArchiveContext } from '@/utils/archive/types';
import type { Block, BlockType, Capture, Field, PictureFound } from '@/utils/article/types';
import type { Article, Picture, Version } from '@/utils/db/records';
import { chanceOf, type Chance } from '@/utils/testing/random';
import { sha256Hex } from '@/utils/text/digest';
import { plantedSentence } from './synthetic-plants';
import { authorName, type SyntheticWords } from './synthetic-words';

export interface SyntheticRows {
  article: Article;
  version: Version;
  pictures: Picture[];
}

const OUTLETS = Array.from({ length: 40 }, (_, at) => ({
  name: `Báo ${['Sóng Biển', 'Đồng Bằng', 'Cao Nguyên', 'Phố Cổ', 'Ngày Mới', 'Lao Động Trẻ', 'Nhà Nông', 'Sức Khỏe'][at % 8]} ${['', 'Online', 'Cuối Tuần', 'Điện Tử', 'Chủ Nhật'][Math.floor(at / 8)]}`.trim(),
  host: `bao-${at}.example`,
}));
const SECTIONS = [
  'Thời sự',
  'Kinh tế',
  'Văn hóa',
  'Xã hội',
  'Pháp luật',
  'Thể thao',
  'Giáo dục',
  'Sức khỏe',
  'Môi trường',
  'Quốc tế',
  'Du lịch',
  'Bạn đọc',
];
const SUBSECTIONS = ['Thủy sản', 'Giao thông', 'Nông thôn mới', 'Khoa học', 'Đời sống', 'Lễ hội'];
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 1);

const found = <T>(value: T): Field<T> => ({ value, state: 'found', source: 'bench' });
const missing = <T>(): Field<T> => ({ value: null, state: 'notFound', source: null });

/** One of many chosen as outlets and sections are: the first far more often than the last. */
const skewed = <T>(chance: Chance, from: T[]) => from[Math.floor(from.length * chance.next() ** 2.5)]!;

/** The address of article `index`, as it was saved. */
export function addressAt(seed: number, index: number): string {
  const chance = chanceOf(Math.imul(seed, 7919) + index);
  return `https://${skewed(chance, OUTLETS).host}/bai-viet-${seed}-${index}.html`;
}

/** All rows of article `index`, as `saveArticle` would write them, its pictures fetched meanwhile. */
export async function articleAt(words: SyntheticWords, seed: number, index: number): Promise<SyntheticRows> {
  const chance = chanceOf(Math.imul(seed, 7919) + index);
  const capture = captureAt(words, chance, seed, index);
  // Two years of work, some hundred articles a day at the most, saved in no order of publication.
  const savedAt = new Date(FIRST_DAY + 700 * DAY_MS * chance.next());
  const context = {
    now: () => savedAt,
    timeZone: 'Asia/Ho_Chi_Minh',
    browser: 'Chromium 156',
    extension: '0.1.0',
  } as ArchiveContext;
  const id = await sha256Hex(capture.pageUrl);
  const version = await makeVersion(context, capture, id, null, await sha256Hex(capture.text));
  const article: Article = {
    id,
    addresses: [capture.pageUrl],
    url: capture.pageUrl,
    state: chance.next() < 0.02 ? 'bin' : chance.next() < 0.4 ? 'inbox' : 'kept',
    origin: 'page',
    savedAt: savedAt.toISOString(),
    latestVersionId: version.id,
    versionCount: 1,
    byHand: {},
    shown: shownOf(version, {}),
    collections: [],
    touched: { state: savedAt.toISOString() },
  };
  if (article.state === 'bin') article.binnedAt = article.savedAt;
  const pictures = pendingPictures(capture, version).map((picture) => settled(picture, chance));
  return { article, version, pictures };
}

function settled(picture: Picture, chance: Chance): Picture {
  const fate = chance.next();
  if (fate < 0.01) return { ...picture, outcome: 'permissionNeeded' };
  if (fate < 0.03) return { ...picture, outcome: 'refused', refusal: 'status', status: 404, attempts: 1 };
  const blobSha = picture.versionId.slice(8) + picture.pictureId.slice(1).padStart(8, '0');
  return { ...picture, outcome: 'kept', attempts: 1, blobSha };
}

/** Text and clean HTML, grown together: in `[data-block]` stands exactly the block's text. */
class Copy {
  text = '';
  html: string[] = [];
  blocks: Block[] = [];

  add(type: BlockType, text: string, inner = text, open = 'p', pictureId?: string): void {
    if (this.text) this.text += '\n';
    const start = this.text.length;
    const id = `b${this.blocks.length + 1}`;
    this.text += text;
    this.blocks.push({
      id,
      type,
      start,
      end: start + text.length,
      ...(type === 'heading' ? { level: 2 } : {}),
      ...(pictureId ? { pictureId } : {}),
    });
    this.html.push(`<${open} data-block="${id}">${inner}</${open}>`);
  }
}

/** What the page of article `index` becomes when it is captured. */
export function captureOf(words: SyntheticWords, seed: number, index: number): Capture {
  return captureAt(words, chanceOf(Math.imul(seed, 7919) + index), seed, index);
}

function captureAt(words: SyntheticWords, chance: Chance, seed: number, index: number): Capture {
  const outlet = skewed(chance, OUTLETS);
  const url = `https://${outlet.host}/bai-viet-${seed}-${index}.html`;
  const copy = new Copy();
  const title = words.heading(chance, 9 + chance.below(6));
  const lead = `${words.sentence(chance)} ${words.sentence(chance)}`;
  copy.add('title', title, title, 'h1');
  copy.add('lead', lead, `<strong>${lead}</strong>`);
  const pictures: PictureFound[] = [];
  // Characters; Vietnamese has about 1.33 bytes to each in UTF-8. Most are near the mean, a few twice as long.
  const length = 4500 * (0.45 + 0.55 * chance.next() + 0.55 * chance.next());
  const pictureCount = 2 + chance.below(2);
  const plant = plantedSentence(chance);
  for (let paragraph = 0; copy.text.length < length; paragraph += 1) {
    if (paragraph % 7 === 6) copy.add('heading', words.heading(chance, 6), undefined, 'h2');
    addParagraph(copy, words, chance, outlet.host, paragraph === 3 ? plant : null);
    if (paragraph % 4 === 1 && pictures.length < pictureCount) addPicture(copy, words, chance, pictures, url);
  }
  const authors = [authorName(chance)];
  const published = new Date(FIRST_DAY + 700 * DAY_MS * chance.next()).toISOString().replace('Z', '+07:00');
  const section = [skewed(chance, SECTIONS), ...(chance.next() < 0.4 ? [chance.pick(SUBSECTIONS)] : [])];
  return {
    captureId: 'bench',
    extractor: 'bench/1',
    family: chance.next() < 0.6 ? 'onecms' : null,
    pageUrl: url,
    canonicalUrl: url,
    detection: {
      isArticle: true,
      confidence: 0.97,
      reasons: [
        { reason: 'jsonLdArticle', weight: 0.4 },
        { reason: 'longText', weight: 0.2 },
      ],
    },
    metadata: {
      title: found(title),
      lead: found(lead),
      dateline: missing(),
      authors: { ...found(authors), printed: authors[0]! },
      roles: missing(),
      agency: chance.next() < 0.1 ? found('TTXVN') : missing(),
      published: { ...found(published), printed: published.slice(0, 16), offsetAssumed: true },
      modified: missing(),
      section: found(section),
      keywords: found([words.heading(chance, 2), words.heading(chance, 2)]),
      outlet: found(outlet.name),
      language: found('vi'),
      genre: missing(),
      leadPicture: missing(),
      canonicalUrl: found(url),
    },
    text: copy.text,
    blocks: copy.blocks,
    html: copy.html.join('\n'),
    pictures,
    counts: {
      syllables: Math.round(copy.text.length / 4.2),
      characters: copy.text.length,
      paragraphs: copy.blocks.filter(({ type }) => type === 'paragraph').length,
      pictures: pictures.length,
    },
    removed: [{ reason: 'relatedBox', text: 'Tin liên quan' }],
    webArchive: null,
    rawLength: 60_000,
    pageWasChanging: false,
  };
}

function addParagraph(
  copy: Copy,
  words: SyntheticWords,
  chance: Chance,
  host: string,
  planted: string | null,
): void {
  const sentences = Array.from({ length: 2 + chance.below(3) }, () => words.sentence(chance));
  if (planted) sentences.push(planted);
  // Papers link names and emphasise quotes: this is what makes the HTML twice the text.
  const inner = sentences.map((sentence) => {
    const kind = chance.next();
    if (kind < 0.9)
      return `<a href="https://${host}/chu-de/${name(chance)}/${name(chance)}-${name(chance)}.htm?utm_source=bai-viet&utm_medium=lien-ket-trong-bai" title="Xem thêm bài cùng chủ đề">${sentence}</a>`;
    return kind < 0.95 ? `<em>${sentence}</em>` : sentence;
  });
  copy.add('paragraph', sentences.join(' '), inner.join(' '));
}

const name = (chance: Chance) => chance.below(1e9).toString(36);

function addPicture(
  copy: Copy,
  words: SyntheticWords,
  chance: Chance,
  pictures: PictureFound[],
  url: string,
): void {
  const id = `p${pictures.length + 1}`;
  const credit = authorName(chance);
  const caption = `${words.heading(chance, 10)}. Ảnh: ${credit}`;
  const address = `${url.replace('bai-viet', 'anh').replace('.html', '')}/${name(chance)}${name(chance)}`;
  pictures.push({
    id,
    url: `${address}.jpg`,
    alternatives: [`${address}-800.jpg`, `${address}-480.jpg`],
    caption,
    credit,
    alt: null,
    width: 1200,
    height: 800,
    role: pictures.length === 0 ? 'lead' : 'body',
  });
  copy.html.push(`<figure data-picture="${id}">`);
  copy.add('caption', caption, caption, 'figcaption', id);
  copy.html.push('</figure>');
}
