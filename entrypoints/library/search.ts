/** The archive searched with what the library knows of it: its catalogue, the names of codes, and what coders wrote. */
import type { Catalogue } from '@/utils/search/catalogue';
import { fieldDocs, type NameLabels } from '@/utils/search/filter-docs';
import type { QueryNode } from '@/utils/search/query';
import { readNotes, type Note } from '@/utils/db/notes';
import { openDatabase } from '@/utils/db/open';
import type { PressmarkDatabase } from '@/utils/db/schema';
import { ArchiveSearch, type Ground, type Search } from '@/utils/db/search-archive';

interface Notes {
  catalogue: Catalogue;
  revision: number;
  notes: Note[];
  docs: Map<string, number>;
}

let asked: ArchiveSearch | null = null;
let kept: Notes | null = null;

export async function searchArchive(
  node: QueryNode,
  catalogue: Catalogue,
  labels: NameLabels,
): Promise<Search> {
  const db = await openDatabase();
  if (asked?.db !== db) asked = new ArchiveSearch(db);
  return asked.search(node, await groundOf(db, catalogue, labels));
}

async function groundOf(db: PressmarkDatabase, catalogue: Catalogue, labels: NameLabels): Promise<Ground> {
  const { notes, docs } = await notesOf(db, catalogue);
  return {
    size: catalogue.size,
    all: catalogue.here,
    idOf: (doc) => catalogue.idOf(doc),
    docOf: (articleId) => docs.get(articleId),
    fieldDocs: ({ field, value }) => fieldDocs(catalogue, field, value, labels),
    notes,
    codes: labels.code.map(({ id, name }) => ({
      name,
      docs: () => fieldDocs(catalogue, 'code', id, labels),
    })),
  };
}

/** Comments and memos, read once for each state of the catalogue: few articles have any. */
async function notesOf(db: PressmarkDatabase, catalogue: Catalogue): Promise<Notes> {
  const { revision } = catalogue;
  if (kept?.catalogue === catalogue && kept.revision === revision) return kept;
  const docs = new Map<string, number>();
  catalogue.here.forEach((doc) => {
    const { comments, memos } = catalogue.workOf(doc);
    if (comments + memos > 0) docs.set(catalogue.idOf(doc), doc);
  });
  const notes = docs.size === 0 ? [] : await readNotes(db, [...docs.keys()]);
  kept = { catalogue, revision, notes, docs };
  return kept;
}
