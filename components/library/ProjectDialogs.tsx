/** What a project is called, and what goes out of sight with it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { Dialog } from '@/components/ui/Dialog';
import { useWords } from '@/components/words';
import type { ProjectContents } from '@/utils/db/projects';

export function ProjectNameDialog(props: {
  /** null: a new one. */
  name: string | null;
  onName: (name: string) => Promise<Answer<unknown>>;
  onClose: () => void;
}) {
  const { onName, onClose } = props;
  const { t, failure } = useWords();
  // As it was when the dialog was opened: the name may change in another window.
  const [before] = useState(props.name);
  const [name, setName] = useState(before ?? '');
  const [problem, setProblem] = useState('');
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (name === before) return onClose();
    const answer = await onName(name);
    if (answer.ok) onClose();
    else setProblem(failure(answer.error.code));
    return undefined;
  }
  return (
    <Dialog
      title={before === null ? t('projectNewTitle') : t('projectRenameTitle', before)}
      onClose={onClose}
    >
      <form class="dialog-form" onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span class="label">{t('projectName')}</span>
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
        {before === null && <p class="soft">{t('projectNewSays')}</p>}
        <Problem text={problem} />
        <div class="dialog-buttons">
          <button type="button" class="button quiet" onClick={onClose}>
            {t('libraryCancel')}
          </button>
          <button type="submit" class="button primary" disabled={!name.trim()}>
            {t(before === null ? 'libraryCollectionCreate' : 'libraryCollectionSaveName')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export function RemoveProjectDialog(props: {
  name: string;
  contents: () => Promise<ProjectContents>;
  onRemove: () => Promise<Answer<unknown>>;
  onClose: () => void;
}) {
  const { onRemove, onClose } = props;
  const { t, number, failure } = useWords();
  const [name] = useState(props.name);
  const [contents, setContents] = useState<ProjectContents | null>(null);
  const [problem, setProblem] = useState('');
  const askRef = useRef(props.contents);
  useEffect(() => {
    askRef.current().then(setContents, () => setProblem(failure('storageBroken')));
  }, [failure]);
  async function remove() {
    const answer = await onRemove();
    if (answer.ok) onClose();
    else setProblem(failure(answer.error.code));
  }
  return (
    <Dialog title={t('projectRemoveTitle', name)} onClose={onClose}>
      <p aria-live="polite">
        {contents
          ? t(
              'projectRemoveSays',
              number(contents.codes),
              number(contents.collections),
              number(contents.searches),
              number(contents.samples),
            )
          : t('libraryLoading')}
      </p>
      <p class="soft">{t('projectRemoveNote')}</p>
      <Problem text={problem} />
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onClose}>
          {t('libraryCancel')}
        </button>
        <button type="button" class="button danger" disabled={!contents} onClick={() => void remove()}>
          {t('projectRemoveYes')}
        </button>
      </div>
    </Dialog>
  );
}

const Problem = ({ text }: { text: string }) =>
  text ? (
    <p class="notice bad" role="alert">
      {text}
    </p>
  ) : null;
