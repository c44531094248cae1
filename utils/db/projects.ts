/**
 * Projects: studies over the one archive, each with its own codebook, collections, saved searches and samples. Promise: what
 * belongs to a project is shown while it is the one at work, and every list asks here which one that is.
 */
import type { Project } from './records';
import type { PressmarkDatabase } from './schema';

/** Key in `settings`: the project this device works on. Not exported. */
export const CURRENT_PROJECT = 'project';

const isLiving = (row: { deletedAt?: string }) => !row.deletedAt;
const byAge = (a: Project, b: Project) =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;

/**
 * The project at work: the one chosen at this device; when that is gone, the first that is left. A file may have removed the
 * only one: it is shown all the same, for there is always one. null before the first start.
 */
export async function projectAtWork(db: PressmarkDatabase): Promise<Project | null> {
  const [chosen, projects] = await Promise.all([db.settings.get(CURRENT_PROJECT), db.projects.toArray()]);
  return atWork(projects, chosen?.value);
}

function atWork(projects: Project[], chosen: unknown): Project | null {
  const left = projects.filter(isLiving);
  const among = (left.length > 0 ? left : projects).toSorted(byAge);
  return among.find(({ id }) => id === chosen) ?? among[0] ?? null;
}

/** Its id, '' before the first start. */
export async function projectIdAtWork(db: PressmarkDatabase): Promise<string> {
  return (await projectAtWork(db))?.id ?? '';
}

/** The projects to choose from, and which one is at work. */
export interface ProjectsNow {
  /** In the order in which they came. */
  projects: { id: string; name: string }[];
  currentId: string;
}

export async function projectsNow(db: PressmarkDatabase): Promise<ProjectsNow> {
  const [chosen, projects] = await Promise.all([db.settings.get(CURRENT_PROJECT), db.projects.toArray()]);
  const current = atWork(projects, chosen?.value);
  return {
    projects: projects
      .filter((project) => isLiving(project) || project.id === current?.id)
      .toSorted(byAge)
      .map(({ id, name }) => ({ id, name })),
    currentId: current?.id ?? '',
  };
}

/** What goes out of sight with a project. */
export interface ProjectContents {
  codes: number;
  collections: number;
  searches: number;
  samples: number;
}

export async function projectContents(db: PressmarkDatabase, projectId: string): Promise<ProjectContents> {
  const [codes, collections, searches, samples] = await Promise.all([
    db.codes
      .where('projectId')
      .equals(projectId)
      .filter((code) => isLiving(code) && !code.mergedInto)
      .count(),
    db.collections.where('projectId').equals(projectId).filter(isLiving).count(),
    db.searches.filter((search) => isLiving(search) && search.projectId === projectId).count(),
    db.samples.filter((sample) => isLiving(sample) && sample.projectId === projectId).count(),
  ]);
  return { codes, collections, searches, samples };
}
