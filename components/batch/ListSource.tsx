/** A list that is pasted, or a file that holds one; what of it will be opened and what not is said before anything starts. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '@/components/words';
import { MOST_ADDRESSES, type JudgedList } from '@/utils/article/address-list';
import { readAddresses } from '@/utils/exchange/read-addresses';
import type { MessageKey } from '@/utils/locale/translate';
import { decodeText } from '@/utils/text/decode-text';
import type { Given } from './given';

/** A long list is read when the typing rests. */
const REST_MS = 250;
const UNFIT_SHOWN = 50;
const LARGEST_FILE = 50_000_000;

interface ListFile {
  name: string;
  text: string;
}

export function ListSource({ judged, onGiven }: { judged: JudgedList; onGiven: (given: Given) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [file, setFile] = useState<ListFile | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const [blankLines, setBlankLines] = useState(0);
  const [isReading, setReading] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setReading(true);
    const timer = setTimeout(() => {
      const ofFile = file ? readAddresses(file.text, /\.(?:csv|tsv|tab)$/i.test(file.name)) : null;
      const ofField = readAddresses(typed);
      const addresses = [...(ofFile?.addresses ?? []), ...ofField.addresses];
      setBlankLines((ofFile?.blankLines ?? 0) + ofField.blankLines);
      onGiven({ addresses, name: file?.name.replace(/\.\w+$/, '') ?? '' });
      setReading(false);
    }, REST_MS);
    return () => clearTimeout(timer);
    // Read again when the list changes; the form's own function is another one at each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [typed, file]);

  async function open(input: HTMLInputElement): Promise<void> {
    const [picked] = input.files ?? [];
    input.value = '';
    if (!picked) return;
    setUnreadable(picked.size > LARGEST_FILE);
    if (picked.size > LARGEST_FILE) return;
    const bytes = new Uint8Array(await picked.arrayBuffer());
    setFile({ name: picked.name, text: decodeText(bytes) });
  }

  return (
    <div class="batch-source">
      <div class="field">
        <label for="batch-addresses">{t('batchListLabel')}</label>
        <textarea
          id="batch-addresses"
          class="input"
          rows={7}
          spellcheck={false}
          value={typed}
          placeholder="https://"
          aria-describedby="batch-addresses-hint"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p id="batch-addresses-hint" class="soft">
          {t('batchListHint')}
        </p>
      </div>
      <div class="batch-file">
        {file ? (
          <span class="batch-file-name">
            {file.name}
            <button
              type="button"
              class="icon-button"
              aria-label={t('batchFileRemove')}
              onClick={() => setFile(null)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </span>
        ) : (
          <button type="button" class="button" onClick={() => picker.current?.click()}>
            {t('batchFile')}
          </button>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t('batchFile')}
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => void open(event.currentTarget).catch(() => setUnreadable(true))}
        />
        <span class="soft">{t('batchFileHint')}</span>
      </div>
      {isUnreadable && (
        <p class="notice bad" role="alert">
          {t('batchFileUnreadable')}
        </p>
      )}
      <ListCounts judged={judged} blankLines={blankLines} isReading={isReading} />
    </div>
  );
}

function ListCounts(props: { judged: JudgedList; blankLines: number; isReading: boolean }) {
  const { t, number } = useWords();
  const { judged, blankLines, isReading } = props;
  const { fit, unfit, twice, tooMany } = judged;
  const ofWhy = (why: string) => unfit.filter((one) => one.why === why).length;
  const rest: [MessageKey, number][] = [
    ['batchTwice', twice],
    ['batchBlank', blankLines],
    ['batchNotWeb', ofWhy('notWeb')],
    ['batchNotAddress', ofWhy('notAddress')],
  ];
  const parts = rest.filter(([, count]) => count > 0).map(([key, count]) => t(key, number(count)));
  if (tooMany > 0) parts.push(t('batchTooMany', number(tooMany), number(MOST_ADDRESSES)));
  const sites = new Set(fit.map(({ host }) => host)).size;
  return (
    <div class="batch-counts">
      <output>
        {isReading ? (
          t('batchReading')
        ) : (
          <>
            {fit.length > 0 && <strong>{t('batchFit', number(fit.length), number(sites))}</strong>}
            {parts.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </>
        )}
      </output>
      {unfit.length > 0 && (
        <details>
          <summary>{t('batchUnfit')}</summary>
          <ul>
            {unfit.slice(0, UNFIT_SHOWN).map((one) => (
              <li key={one.line}>
                <span class="soft">{t('batchUnfitLine', number(one.line))}</span> {one.text.slice(0, 200)}
                <span class="soft"> — {t(`batchReason_${one.why}`)}</span>
              </li>
            ))}
          </ul>
          {unfit.length > UNFIT_SHOWN && (
            <p class="soft">{t('batchUnfitMore', number(unfit.length - UNFIT_SHOWN))}</p>
          )}
        </details>
      )}
    </div>
  );
}
