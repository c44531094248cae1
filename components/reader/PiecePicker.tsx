/** Pieces of the kept page that the copy lacks, to be put in after the picked block. */
import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import { foldMarks } from '@/utils/text/fold';

const MOST_SHOWN = 200;

export interface PiecePickerProps {
  /** null: no page was kept with this version. */
  load: () => Promise<string[] | null>;
  lang: string | undefined;
  onPick: (text: string) => void;
  onClose: () => void;
}

export function PiecePicker({ load, lang, onPick, onClose }: PiecePickerProps) {
  const { t, number } = useWords();
  const [pieces, setPieces] = useState<string[] | null | undefined>();
  const [query, setQuery] = useState('');
  const [own, setOwn] = useState('');
  useEffect(() => {
    let isOver = false;
    const show = async () => {
      const found = await load().catch(() => null);
      if (!isOver) setPieces(found);
    };
    void show();
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the dialog opens
  }, []);
  const wanted = foldMarks(query.trim());
  const found = (pieces ?? []).filter((piece) => foldMarks(piece).includes(wanted));
  return (
    <Dialog title={t('correctPutIn')} onClose={onClose}>
      {pieces === undefined && <output>{t('againReading')}</output>}
      {pieces === null && <p class="soft">{t('againNoPage')}</p>}
      {pieces && (
        <>
          <label class="piece-search">
            <span class="soft">{t('correctPieces', number(pieces.length))}</span>
            <input
              class="input"
              type="search"
              value={query}
              placeholder={t('correctFilter')}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </label>
          <ul class="pieces" lang={lang}>
            {found.slice(0, MOST_SHOWN).map((piece) => (
              <li key={piece}>
                <button type="button" class="piece" onClick={() => onPick(piece)}>
                  {piece}
                </button>
              </li>
            ))}
          </ul>
          {found.length > MOST_SHOWN && (
            <p class="soft">{t('correctMore', number(found.length - MOST_SHOWN))}</p>
          )}
        </>
      )}
      <form
        class="piece-own"
        onSubmit={(event) => {
          event.preventDefault();
          if (own.trim()) onPick(own);
        }}
      >
        <label>
          <span class="soft">{t('correctOwn')}</span>
          <textarea
            class="input"
            rows={3}
            lang={lang}
            value={own}
            onInput={(event) => setOwn(event.currentTarget.value)}
          />
        </label>
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={onClose}>
            {t('libraryCancel')}
          </button>
          <button type="submit" class="button primary" disabled={!own.trim()}>
            {t('correctPutInOwn')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
