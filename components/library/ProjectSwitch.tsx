/** At the top of the sidebar: the study at work. Its menu goes over to another one, makes, renames and removes. */
import { useState } from 'preact/hooks';
import type { Answer } from '@/components/ui/answer';
import { Menu } from '@/components/ui/Menu';
import { useWords } from '@/components/words';
import type { ProjectContents, ProjectsNow } from '@/utils/db/projects';
import { ProjectNameDialog, RemoveProjectDialog } from './ProjectDialogs';
import './projects.css';

export interface ProjectActs {
  createProject: (name: string) => Promise<Answer<unknown>>;
  renameProject: (projectId: string, name: string) => Promise<Answer<unknown>>;
  removeProject: (projectId: string) => Promise<Answer<unknown>>;
  switchProject: (projectId: string) => Promise<void>;
}

export function ProjectSwitch(props: {
  /** null until they have been read. */
  now: ProjectsNow | null;
  acts: ProjectActs;
  contentsOf: (projectId: string) => Promise<ProjectContents>;
}) {
  const { now, acts, contentsOf } = props;
  const { t } = useWords();
  const [asking, setAsking] = useState<'new' | 'rename' | 'remove' | null>(null);
  const current = now?.projects.find(({ id }) => id === now.currentId);
  // Its line is there from the start, so that nothing moves when the name comes.
  if (!now || !current) return <div class="project-switch" />;
  const close = () => setAsking(null);
  return (
    <div class="project-switch">
      <Menu
        button="project-button"
        label={t('projectAtWork', current.name)}
        sign={
          <>
            <span class="project-name">{current.name}</span>
            <span class="project-sign" aria-hidden="true" />
          </>
        }
      >
        {(choose) => (
          <>
            {now.projects.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                class="menu-item project-item"
                aria-current={id === current.id ? 'true' : undefined}
                onClick={choose(() => {
                  if (id !== current.id) void acts.switchProject(id);
                })}
              >
                {name}
              </button>
            ))}
            <hr />
            <button type="button" class="menu-item" onClick={choose(() => setAsking('new'))}>
              {t('projectNew')}
            </button>
            <button type="button" class="menu-item" onClick={choose(() => setAsking('rename'))}>
              {t('projectRename')}
            </button>
            <button
              type="button"
              class="menu-item"
              disabled={now.projects.length < 2}
              title={now.projects.length < 2 ? t('error_lastProject') : undefined}
              onClick={choose(() => setAsking('remove'))}
            >
              {t('projectRemove')}
            </button>
          </>
        )}
      </Menu>
      {asking === 'new' && <ProjectNameDialog name={null} onName={acts.createProject} onClose={close} />}
      {asking === 'rename' && (
        <ProjectNameDialog
          name={current.name}
          onName={(name) => acts.renameProject(current.id, name)}
          onClose={close}
        />
      )}
      {asking === 'remove' && (
        <RemoveProjectDialog
          name={current.name}
          contents={() => contentsOf(current.id)}
          onRemove={() => acts.removeProject(current.id)}
          onClose={close}
        />
      )}
    </div>
  );
}
