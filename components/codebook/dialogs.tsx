/** The questions before surgery: into which code, under which code, what becomes of the codes below, what the new one is called. */
import { useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import { branchIds } from '@/utils/annotation/code-tree';
import type { CodebookCode } from '@/utils/db/codebook';
import { ChooseCode } from './ChooseCode';

type Reason = (error: { code: string; detail?: string }) => string;

interface Asked {
  codes: readonly CodebookCode[];
  /** Ids of the codes it is about, in tree order. */
  chosen: readonly string[];
  reason: Reason;
  onClose: () => void;
}

function Buttons(props: { word: string; isReady: boolean; isDanger?: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <div class="dialog-buttons">
      <button type="button" class="button quiet" onClick={props.onClose}>
        {t('libraryCancel')}
      </button>
      <button
        type="submit"
        class={`button ${props.isDanger ? 'danger' : 'primary'}`}
        disabled={!props.isReady}
      >
        {props.word}
      </button>
    </div>
  );
}

const Problem = ({ text }: { text: string }) =>
  text ? (
    <p class="notice bad" role="alert">
      {text}
    </p>
  ) : null;

function named(codes: readonly CodebookCode[], ids: readonly string[]): CodebookCode[] {
  return ids.flatMap((id) => codes.find((code) => code.id === id) ?? []);
}

export function MergeDialog({
  codes,
  chosen,
  reason,
  onMerge,
  onClose,
}: Asked & { onMerge: (codeIds: string[], intoId: string) => Promise<Answer<unknown>> }) {
  const { t, number } = useWords();
  const several = named(codes, chosen);
  const busiest = several.toSorted((a, b) => b.passages - a.passages)[0];
  const [into, setInto] = useState<string | null>(several.length > 1 ? (busiest?.id ?? null) : null);
  const [problem, setProblem] = useState('');
  const gone = several.filter(({ id }) => id !== into);
  return (
    <Dialog title={t('codebookMergeTitle')} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!into) return;
          void onMerge(
            gone.map(({ id }) => id),
            into,
          ).then((answer) => (answer.ok ? onClose() : setProblem(reason(answer.error))));
        }}
      >
        {several.length > 1 ? (
          <fieldset class="choices merge-choices">
            <legend>{t('codebookMergeWhich')}</legend>
            {several.map((code) => (
              <label key={code.id} style={`--tag-colour:${code.colour}`}>
                <input
                  type="radio"
                  name="into"
                  checked={into === code.id}
                  onChange={() => setInto(code.id)}
                />
                <span class="code-dot" aria-hidden="true" />
                {code.name}
                <span class="soft">{t('codebookPassages', number(code.passages))}</span>
              </label>
            ))}
          </fieldset>
        ) : (
          <ChooseCode
            label={t('codebookMergeInto', several[0]?.name ?? '')}
            codes={codes.filter(({ id }) => !chosen.includes(id))}
            codeId={into}
            onCode={(id) => {
              setInto(id);
              setProblem('');
            }}
            onUnknown={(name) => setProblem(t('codebookUnknown', name))}
          />
        )}
        <p class="soft">{t('codebookMergeNote')}</p>
        <Problem text={problem} />
        <Buttons word={t('codebookMergeDo')} isReady={into !== null && gone.length > 0} onClose={onClose} />
      </form>
    </Dialog>
  );
}

export function MoveDialog({
  codes,
  chosen,
  reason,
  onMove,
  onClose,
}: Asked & { onMove: (codeIds: string[], parentId: string | null) => Promise<Answer<unknown>> }) {
  const { t } = useWords();
  const [parentId, setParentId] = useState<string | null>(null);
  const [isTop, setTop] = useState(false);
  const [problem, setProblem] = useState('');
  const below = new Set(chosen.flatMap((id) => [...branchIds(codes, id)]));
  return (
    <Dialog
      title={t(
        'codebookMoveTitle',
        named(codes, chosen)
          .map(({ name }) => name)
          .join(', '),
      )}
      onClose={onClose}
    >
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onMove([...chosen], isTop ? null : parentId).then((answer) =>
            answer.ok ? onClose() : setProblem(reason(answer.error)),
          );
        }}
      >
        <ChooseCode
          label={t('codebookMoveUnder')}
          codes={codes.filter(({ id }) => !below.has(id))}
          codeId={parentId}
          onCode={(id) => {
            setParentId(id);
            setTop(false);
            setProblem('');
          }}
          onUnknown={(name) => setProblem(t('codebookUnknown', name))}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={isTop}
            onChange={(event) => {
              setTop(event.currentTarget.checked);
              setParentId(null);
            }}
          />
          {t('codebookMoveTop')}
        </label>
        <Problem text={problem} />
        <Buttons word={t('codebookMoveDo')} isReady={isTop || parentId !== null} onClose={onClose} />
      </form>
    </Dialog>
  );
}

export function RemoveDialog({
  codes,
  chosen,
  reason,
  onRemove,
  onClose,
}: Asked & { onRemove: (codeIds: string[], children: 'lift' | 'remove') => Promise<Answer<unknown>> }) {
  const { t, number } = useWords();
  const [children, setChildren] = useState<'lift' | 'remove'>('lift');
  const [problem, setProblem] = useState('');
  const own = named(codes, chosen);
  const all = new Set(own.flatMap(({ id }) => [...branchIds(codes, id)]));
  const below = [...all].filter((id) => !chosen.includes(id));
  const gone = children === 'remove' ? named(codes, [...all]) : own;
  const passages = gone.reduce((sum, code) => sum + code.passages, 0);
  return (
    <Dialog
      title={
        own.length === 1
          ? t('codebookRemoveTitle', own[0]!.name)
          : t('codebookRemoveSome', number(own.length))
      }
      onClose={onClose}
    >
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onRemove([...chosen], children).then((answer) =>
            answer.ok ? onClose() : setProblem(reason(answer.error)),
          );
        }}
      >
        {below.length > 0 && (
          <fieldset class="choices">
            <legend>{t('codebookRemoveBelow', number(below.length))}</legend>
            <label>
              <input
                type="radio"
                name="children"
                checked={children === 'lift'}
                onChange={() => setChildren('lift')}
              />
              {t('codebookRemoveLift')}
            </label>
            <label>
              <input
                type="radio"
                name="children"
                checked={children === 'remove'}
                onChange={() => setChildren('remove')}
              />
              {t('codebookRemoveAlso')}
            </label>
          </fieldset>
        )}
        <p class="soft">
          {passages > 0 ? t('codebookRemoveNote', number(passages)) : t('codebookRemoveNoteNone')}
        </p>
        <Problem text={problem} />
        <Buttons word={t('codebookRemoveDo')} isReady isDanger onClose={onClose} />
      </form>
    </Dialog>
  );
}

export function SplitDialog(props: {
  code: CodebookCode;
  count: number;
  reason: Reason;
  onSplit: (name: string) => Promise<Answer<unknown>>;
  onClose: () => void;
}) {
  const { code, count, reason, onSplit, onClose } = props;
  const { t, number } = useWords();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  return (
    <Dialog title={t('codebookSplitTitle', code.name)} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onSplit(name).then((answer) => (answer.ok ? onClose() : setProblem(reason(answer.error))));
        }}
      >
        <label class="field">
          <span class="label">{t('codebookSplitName')}</span>
          <input
            class="input"
            value={name}
            required
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog just asked for
            autofocus
            onInput={(event) => {
              setName(event.currentTarget.value);
              setProblem('');
            }}
          />
        </label>
        <p class="soft">{t('codebookSplitNote', number(count))}</p>
        <Problem text={problem} />
        <Buttons word={t('codebookSplitDo')} isReady={name.trim() !== ''} onClose={onClose} />
      </form>
    </Dialog>
  );
}
