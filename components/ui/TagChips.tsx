import { PutBy } from '@/components/coders/PutBy';
import { useWords } from '@/components/words';

/** The codes of a highlight in a row, or that it has none. */
export function TagChips({
  codes,
}: {
  codes: readonly { id: string; name: string; colour: string; putBy?: readonly string[] }[];
}) {
  const { t } = useWords();
  if (codes.length === 0) return <span class="tag-chips-none">{t('readerUntagged')}</span>;
  return (
    <span class="tag-chips">
      {codes.map(({ id, name, colour, putBy }) => (
        <span key={id} class="tag" style={`--tag-colour:${colour}`}>
          {name}
          <PutBy ids={putBy} />
        </span>
      ))}
    </span>
  );
}
