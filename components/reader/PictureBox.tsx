/** One picture of the copy: from the archive, or a labelled box that says why it is not there. Never a remote request. */
import { useWords } from '@/components/words';
import type { Picture } from '@/utils/db/records';
import { isMessageKey } from '@/utils/locale/translate';

export interface PictureBoxProps {
  picture: Picture;
  /** A blob: address, once the bytes were read. */
  source: string | undefined;
  onAllow: (host: string) => void;
  onRetry: () => void;
}

export function PictureBox({ picture, source, onAllow, onRetry }: PictureBoxProps) {
  const { t } = useWords();
  const label = picture.alt || picture.caption || t('readerPicture');
  if (picture.outcome === 'kept' && source)
    return (
      <img
        class="reader-image"
        src={source}
        alt={label}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
      />
    );
  const ratio =
    picture.width && picture.height && picture.outcome === 'pending'
      ? `aspect-ratio:${picture.width}/${picture.height}`
      : '';
  const key = `readerRefused_${picture.refusal ?? 'network'}`;
  return (
    <div class={`reader-picture-box ${picture.outcome}`} style={ratio}>
      {(picture.outcome === 'pending' || picture.outcome === 'kept') && <p>{t('readerPicturePending')}</p>}
      {picture.outcome === 'permissionNeeded' && (
        <>
          <p>{t('readerPictureNeeds', picture.host)}</p>
          <button type="button" class="button" onClick={() => onAllow(picture.host)}>
            {t('readerAllow', picture.host)}
          </button>
        </>
      )}
      {picture.outcome === 'refused' && (
        <>
          <p>{isMessageKey(key) && t(key, picture.status ?? '')}</p>
          <p class="reader-address">{t('readerPictureAddress', picture.url)}</p>
          <button type="button" class="button" onClick={onRetry}>
            {t('readerTryAgain')}
          </button>
        </>
      )}
    </div>
  );
}
