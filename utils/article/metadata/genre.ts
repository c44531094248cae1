import { foldMarks } from '@/utils/text/fold';
import { typesOf } from '../json-ld';
import type { Candidate, Field } from '../types';
import { choose } from './field';
import type { Page } from './page';

/** Section names and lead-ins which name a genre, folded, to the Vietnamese word kept. */
const BY_NAME: Record<string, string> = {
  'phong su': 'phóng sự',
  'phong su - ghi chep': 'phóng sự',
  'ky su': 'ký sự',
  'ghi chep': 'ghi chép',
  'binh luan': 'bình luận',
  'xa luan': 'xã luận',
  'phong van': 'phỏng vấn',
  'dieu tra': 'điều tra',
  'phong su - dieu tra': 'điều tra',
  'tieu pham': 'tiểu phẩm',
  'goc nhin': 'bình luận',
  'nghi va ngam': 'bình luận',
  anh: 'ảnh',
  'phong su anh': 'ảnh',
  'chum anh': 'ảnh',
  video: 'video',
  clip: 'video',
  podcast: 'podcast',
  infographic: 'đồ họa',
  infographics: 'đồ họa',
  'do hoa': 'đồ họa',
  'e-magazine': 'e-magazine',
  emagazine: 'e-magazine',
  megastory: 'e-magazine',
  longform: 'e-magazine',
  opinion: 'opinion',
  editorial: 'editorial',
  interview: 'interview',
};

const BY_TYPE: Record<string, string> = {
  OpinionNewsArticle: 'opinion',
  AnalysisNewsArticle: 'analysis',
  ReviewNewsArticle: 'review',
  BackgroundNewsArticle: 'background',
  ReportageNewsArticle: 'reportage',
  LiveBlogPosting: 'live blog',
  AdvertiserContentArticle: 'advertisement',
};

/** The genre, only where the page names it: by a section, the JSON-LD type or an opening word. Nothing is guessed. */
export function resolveGenre(page: Page, section: string[], title: string | null): Field<string> {
  const candidates: Candidate<string>[] = [];
  const add = (source: string, printed: string, value: string | undefined) => {
    if (value) candidates.push({ value, source, ...(printed === value ? {} : { printed }) });
  };
  for (const name of section.toReversed()) {
    const folded = foldMarks(name);
    add('section', name, Object.hasOwn(BY_NAME, folded) ? BY_NAME[folded] : undefined);
  }
  for (const type of page.article ? typesOf(page.article) : []) {
    add('json-ld:@type', type, Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined);
  }
  const opening =
    title &&
    /[\]:|]/.test(title.slice(0, 48)) &&
    /^\[?([\p{L}\p{M} -]{3,20}?)(?:\]|\s*[:|])/u.exec(title)?.[1];
  if (opening) {
    const folded = foldMarks(opening.trim());
    add('title', opening, Object.hasOwn(BY_NAME, folded) ? BY_NAME[folded] : undefined);
  }
  return choose(candidates);
}
