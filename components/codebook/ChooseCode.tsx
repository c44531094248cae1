/** One code picked by name, marks ignored. */
import { TagInput } from '@/components/ui/TagInput';
import { useWords } from '@/components/words';
import type { CodebookCode } from '@/utils/db/codebook';

export interface ChooseCodeProps {
  label: string;
  codes: readonly CodebookCode[];
  codeId: string | null;
  onCode: (codeId: string | null) => void;
  onUnknown: (name: string) => void;
}

export function ChooseCode({ label, codes, codeId, onCode, onUnknown }: ChooseCodeProps) {
  const { t } = useWords();
  const code = codes.find(({ id }) => id === codeId);
  return (
    <TagInput
      label={label}
      value={code ? [code] : []}
      known={codes as CodebookCode[]}
      placeholder={t('codebookChooseHint')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog just asked for
      autoFocus
      onAdd={({ id, name }) => (id ? onCode(id) : onUnknown(name))}
      onRemove={() => onCode(null)}
    />
  );
}
