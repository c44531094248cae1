/** The projects to choose from and the one at work, watched. */
import { useEffect, useState } from 'preact/hooks';
import { projectsNow, type ProjectsNow } from '@/utils/db/projects';
import { watchArchive } from '@/utils/db/watch';

export function useProjects(): ProjectsNow | null {
  const [now, setNow] = useState<ProjectsNow | null>(null);
  // Without an archive the list says what is wrong; here is nothing to choose.
  useEffect(() => watchArchive(projectsNow, setNow, () => setNow(null)), []);
  return now;
}
