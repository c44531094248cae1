/** The interface's own sentences, so that the flows survive a change of wording. */
import { translate, type Locale, type MessageKey } from '../../utils/locale/translate';
import { learnWordsInScript } from '../../utils/locale/words-in-scripts';

learnWordsInScript();

export type { Locale, MessageKey };

/** `t('popupSave')` in the language of the browser under test. */
export function wordsIn(locale: Locale) {
  return (key: MessageKey, ...values: (string | number)[]) => translate(locale, key, ...values);
}

/** Pattern for a sentence whose values are not known: `$1` matches anything. */
export function patternOf(locale: Locale, key: MessageKey): RegExp {
  const text = translate(locale, key, ...Array.from({ length: 9 }, (_, index) => `¤${index}`));
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/¤\d/g, '.*');
  return new RegExp(escaped, 'u');
}
