/** What is written on one code, to be read and changed in place; each field is kept when it is left. */
import { useWords } from '@/components/words';
import type { CodePatch } from '@/utils/archive/types';
import type { CodebookCode, ReadMemo } from '@/utils/db/codebook';
import { ColourField } from './ColourField';
import { KeptField } from './KeptField';
import { Memos } from '@/components/ui/Memos';
import { ValuesField } from './ValuesField';

export interface CodePanelProps {
  code: CodebookCode;
  /** Names from the top down to its parent. */
  path: string[];
  hasBelow: boolean;
  memos: readonly ReadMemo[];
  onEdit: (patch: CodePatch) => void;
  onColour: (colour: string, isBranch: boolean) => void;
  onMemo: (body: string) => void;
  onNewBelow: () => void;
  onMove: () => void;
  onMerge: () => void;
  onRemove: () => void;
}

export function CodePanel(props: CodePanelProps) {
  const { code, path, hasBelow, memos, onEdit } = props;
  const { t } = useWords();
  return (
    <section class="code-panel" aria-labelledby="code-panel-name">
      <header class="code-panel-head" style={`--tag-colour:${code.colour}`}>
        {path.length > 0 && <p class="code-path">{path.join(' › ')}</p>}
        <h2 id="code-panel-name">
          <span class="code-dot" aria-hidden="true" />
          {code.name}
        </h2>
      </header>
      <div class="code-acts">
        <button type="button" class="button" onClick={props.onNewBelow}>
          {t('codebookNewBelow')}
        </button>
        <button type="button" class="button" onClick={props.onMove}>
          {t('codebookMove')}
        </button>
        <button type="button" class="button" onClick={props.onMerge}>
          {t('codebookMerge')}
        </button>
        <button type="button" class="button quiet danger" onClick={props.onRemove}>
          {t('codebookRemove')}
        </button>
      </div>
      <KeptField
        label={t('codebookName')}
        value={code.name}
        maxLength={200}
        onKeep={(name) => onEdit({ name })}
      />
      <ColourField colour={code.colour} hasBelow={hasBelow} onColour={props.onColour} />
      <KeptField
        isLong
        label={t('codebookDefinition')}
        value={code.definition}
        onKeep={(definition) => onEdit({ definition })}
      />
      <div class="code-pair">
        <KeptField
          isLong
          label={t('codebookInclude')}
          value={code.include}
          onKeep={(include) => onEdit({ include })}
        />
        <KeptField
          isLong
          label={t('codebookExclude')}
          value={code.exclude}
          onKeep={(exclude) => onEdit({ exclude })}
        />
      </div>
      <KeptField
        isLong
        label={t('codebookExample')}
        value={code.example}
        onKeep={(example) => onEdit({ example })}
      />
      <KeptField
        label={t('codebookShortcut')}
        class="short"
        value={code.shortcut ?? ''}
        maxLength={3}
        hint={t('codebookShortcutHint')}
        onKeep={(shortcut) => onEdit({ shortcut: shortcut || null })}
      />
      <ValuesField values={code.values} onValues={onEdit} />
      <Memos label={t('codebookMemo')} memos={memos} onWrite={props.onMemo} />
    </section>
  );
}
