/** Names and values that the fields of a query may have, in both languages, with marks and without. */
import { foldMarks } from '@/utils/text/fold';
import type { QueryField } from './query';

/** First the English name, which `printQuery` writes; then the Vietnamese one that completion offers; then others. */
const NAMES: Record<QueryField, readonly string[]> = {
  outlet: ['outlet', 'báo', 'tờ-báo'],
  author: ['author', 'tác-giả'],
  agency: ['agency', 'hãng-tin', 'thông-tấn'],
  code: ['code', 'mã'],
  coder: ['coder', 'người-mã-hóa'],
  collection: ['collection', 'bộ-sưu-tập', 'bộ'],
  language: ['language', 'ngôn-ngữ', 'lang'],
  before: ['before', 'trước'],
  after: ['after', 'từ', 'sau'],
  savedBefore: ['savedbefore', 'lưu-trước'],
  savedAfter: ['savedafter', 'lưu-từ', 'lưu-sau'],
  section: ['section', 'chuyên-mục', 'mục'],
  tag: ['tag', 'thẻ'],
  state: ['state', 'trạng-thái'],
  has: ['has', 'có'],
};

/**
 * What an article can have. `missing`: pictures that could not be kept; `notes`: memos on the article; `changed`: its page was
 * seen to say something else than what was saved last; `elsewhere`: other outlets print its story.
 */
export const HAS_VALUES = [
  'annotations',
  'comments',
  'notes',
  'pictures',
  'missing',
  'changed',
  'versions',
  'elsewhere',
  'review',
] as const;
export type HasValue = (typeof HAS_VALUES)[number];

export const STATE_VALUES = ['inbox', 'kept', 'bin'] as const;
export type StateValue = (typeof STATE_VALUES)[number];

const HAS: Record<HasValue, readonly string[]> = {
  annotations: ['annotations', 'đánh-dấu', 'annotation', 'highlights', 'highlight', 'đoạn-đánh-dấu'],
  comments: ['comments', 'bình-luận', 'comment', 'nhận-xét'],
  notes: ['notes', 'ghi-nhớ', 'note', 'memo', 'memos', 'ghi-chú'],
  pictures: ['pictures', 'ảnh', 'picture', 'hình', 'hình-ảnh'],
  missing: ['missing', 'thiếu-ảnh', 'ảnh-thiếu'],
  changed: ['changed', 'đã-sửa', 'thay-đổi', 'change'],
  versions: ['versions', 'nhiều-phiên-bản', 'phiên-bản', 'version'],
  elsewhere: ['elsewhere', 'báo-khác', 'nơi-khác', 'đăng-lại', 'reprints'],
  review: ['review', 'cần-xem', 'xem-lại'],
};

const STATES: Record<StateValue, readonly string[]> = {
  inbox: ['inbox', 'mới-lưu', 'mới'],
  kept: ['kept', 'đã-giữ', 'giữ'],
  bin: ['bin', 'thùng-rác', 'trash'],
};

/** `Tác-giả`, `tacgia` and `tac_gia` are one name. */
const bare = (name: string): string => foldMarks(name).replace(/[-_\s]/gu, '');

function known<Key extends string>(names: Record<Key, readonly string[]>): Map<string, Key> {
  const found = new Map<string, Key>();
  for (const key in names) for (const name of names[key]) found.set(bare(name), key);
  return found;
}

const FIELDS = known(NAMES);
const HAS_KNOWN = known(HAS);
const STATES_KNOWN = known(STATES);

export const QUERY_FIELDS = Object.keys(NAMES) as QueryField[];

export const fieldNamed = (name: string): QueryField | null => FIELDS.get(bare(name)) ?? null;
export const hasNamed = (value: string): HasValue | null => HAS_KNOWN.get(bare(value)) ?? null;
export const stateNamed = (value: string): StateValue | null => STATES_KNOWN.get(bare(value)) ?? null;

/** All its names, bare: no marks, no dashes. */
export const namesOfField = (field: QueryField): string[] => NAMES[field].map(bare);

/** How a field is written in the language of the page: `outlet`, `báo`. */
export const nameOfField = (field: QueryField, locale: 'en' | 'vi'): string =>
  NAMES[field][locale === 'en' ? 0 : 1]!;
export const nameOfHas = (value: HasValue, locale: 'en' | 'vi'): string =>
  HAS[value][locale === 'en' ? 0 : 1]!;
export const nameOfState = (value: StateValue, locale: 'en' | 'vi'): string =>
  STATES[value][locale === 'en' ? 0 : 1]!;

const DATE_FIELDS: ReadonlySet<QueryField> = new Set(['before', 'after', 'savedBefore', 'savedAfter']);
export const isDateField = (field: QueryField): boolean => DATE_FIELDS.has(field);

/**
 * The first day of what was named: 2025, 2025-03, 2025-03-14, 3/2025, 14/3/2025, 14.3.2025. `after:` begins with this day,
 * `before:` ends the day before it, so that `after:2025 before:2026` is the year 2025.
 * @returns `2025-03-14`; null for anything else and for days that never were
 */
export function startOfDate(typed: string): string | null {
  const parts = typed.trim().split(/[-/.]/u);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/u.test(part))) return null;
  if (parts[0]!.length !== 4) parts.reverse();
  const [years, months = '1', days = '1'] = parts;
  if (years!.length !== 4 || months.length > 2 || days.length > 2) return null;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${years}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
