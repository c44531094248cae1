import type { PictureFound } from '@/utils/article/types';
import type { Picture } from '@/utils/db/records';

/** The picture as the page gave it, without what became of it. */
export function foundAs(picture: Picture): PictureFound {
  const { pictureId, url, alternatives, caption, credit, alt, width, height, role } = picture;
  return { id: pictureId, url, alternatives, caption, credit, alt, width, height, role };
}
