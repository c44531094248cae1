/** The repository's own files, for the tests about it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the root, with forward slashes. */
  name: string;
  text: string;
}

/** Every file under the folders whose name ends so. */
export function filesIn(folders: string[], endings: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return {
          name: path.relative(ROOT, file).split(path.sep).join('/'),
          text: readFileSync(file, 'utf8'),
        };
      }),
  );
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}
