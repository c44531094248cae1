/** Why something was left out of a copy, or a candidate was not taken, in words; the record keeps short English ones. */
import { isMessageKey, type MessageKey } from '@/utils/locale/translate';

type Translate = (key: MessageKey) => string;

/** `byline` → "byline of the article". What older records say in other words stays as it is. */
export function whyRemoved(t: Translate, reason: string): string {
  const key = `removed_${reason}`;
  return isMessageKey(key) ? t(key) : reason;
}

/** `the newspaper itself` → "tên tờ báo". */
export function whyRejected(t: Translate, reason: string): string {
  const key = `rejected_${reason.replace(/[^a-z]+/giu, '_')}`;
  return isMessageKey(key) ? t(key) : reason;
}
