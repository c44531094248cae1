/** The query language on a card: each example can be tried by choosing it. */
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { MessageKey } from '@/utils/locale/translate';
import { fieldText } from '@/utils/search/print-query';
import { nameOfField, QUERY_FIELDS } from '@/utils/search/query-fields';

type Example = [line: string, says: MessageKey];

const inWords = (locale: 'en' | 'vi'): Example[] => [
  ['phú quý', 'searchHelpPhrase'],
  ['"rừng dương"', 'searchHelpExact'],
  [locale === 'vi' ? 'tàu cá HOẶC thuyền thúng' : 'tàu cá OR thuyền thúng', 'searchHelpOr'],
  ['cảng cá -xăng', 'searchHelpNot'],
  ['thanh*', 'searchHelpPrefix'],
  [locale === 'vi' ? 'bão gần/5 "Phú Quý"' : 'bão near/5 "Phú Quý"', 'searchHelpNear'],
  [locale === 'vi' ? '-(bão HOẶC lũ) mưa' : '-(bão OR lũ) mưa', 'searchHelpBrackets'],
];

const inFields = (locale: 'en' | 'vi'): Example[] => [
  [fieldText('outlet', 'Báo Bình Thuận', locale), 'searchHelpOutlet'],
  [`${fieldText('after', '2025', locale)} ${fieldText('before', '2026', locale)}`, 'searchHelpYear'],
  [`${fieldText('code', 'ngư dân', locale)} ${fieldText('has', 'comments', locale)}`, 'searchHelpCode'],
  [fieldText('has', 'changed', locale), 'searchHelpChanged'],
  [fieldText('has', 'elsewhere', locale), 'searchHelpElsewhere'],
  [`-${fieldText('section', 'Thể thao', locale)}`, 'searchHelpNotField'],
  [fieldText('outlet', '', locale), 'searchHelpNone'],
];

export function SearchHelp({ onTry, onClose }: { onTry: (line: string) => void; onClose: () => void }) {
  const { t, locale } = useWords();
  const group = (title: MessageKey, examples: Example[]) => (
    <section>
      <h3>{t(title)}</h3>
      <dl>
        {examples.map(([line, says]) => (
          <div key={line}>
            <dt>
              <button type="button" onClick={() => onTry(line)}>
                <code lang="vi">{line}</code>
              </button>
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <Dialog title={t('searchHelp')} onClose={onClose}>
      <div class="search-help">
        <p class="soft">{t('searchHelpIntro')}</p>
        {group('searchHelpWords', inWords(locale))}
        {group('searchHelpFields', inFields(locale))}
        <section>
          <h3>{t('searchHelpMore')}</h3>
          <p class="search-help-all">
            {QUERY_FIELDS.map((field) => (
              <code key={field} lang={locale}>
                {`${nameOfField(field, locale)}:`}
              </code>
            ))}
          </p>
        </section>
      </div>
      <div class="dialog-buttons">
        <button type="button" class="button primary" onClick={onClose}>
          {t('libraryClose')}
        </button>
      </div>
    </Dialog>
  );
}
