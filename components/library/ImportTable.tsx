/** The dry run: per table what is new, the same, taken over, kept because it is newer here. */
import { useWords } from '@/components/words';
import type { ImportPlan } from '@/utils/archive/import-archive';
import { isMessageKey, type MessageKey } from '@/utils/locale/translate';

const COLUMNS = [
  ['new', 'libraryImportNew'],
  ['same', 'libraryImportSame'],
  ['newerInFile', 'libraryImportTakenOver'],
  ['newerHere', 'libraryImportNewerHere'],
] as const satisfies readonly (readonly [string, MessageKey])[];

export function ImportTable({
  fileName,
  plan,
  onMerge,
  onOther,
}: {
  fileName: string;
  plan: ImportPlan;
  onMerge: () => void;
  onOther: () => void;
}) {
  const { t, number } = useWords();
  const tables = Object.entries(plan.tables).filter(([, counts]) =>
    COLUMNS.some(([kind]) => counts[kind] > 0),
  );
  const isNothing = tables.every(([, counts]) => counts.new + counts.newerInFile === 0);
  const tableName = (table: string) => {
    const key = `libraryTable_${table}`;
    return isMessageKey(key) ? t(key) : table;
  };
  return (
    <>
      <output>{isNothing ? t('libraryImportNothing') : t('libraryImportPlan', fileName)}</output>
      <div class="table-scroll">
        <table class="plan">
          <thead>
            <tr>
              <th scope="col">{t('libraryImportTable')}</th>
              {COLUMNS.map(([kind, key]) => (
                <th key={kind} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tables.map(([table, counts]) => (
              <tr key={table}>
                <th scope="row">{tableName(table)}</th>
                {COLUMNS.map(([kind]) => (
                  <td key={kind} class={counts[kind] === 0 ? 'zero' : ''}>
                    {number(counts[kind])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.notes.length > 0 && (
        <details class="notes">
          <summary>
            {t('libraryImportProblems')} ({number(plan.notes.length)})
          </summary>
          <ul>
            {plan.notes.map((note) => (
              <li key={`${note.kind}/${note.table}/${note.id}`}>
                {t(`libraryNote_${note.kind}`, note.name || t('libraryNoTitle'))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {!isNothing && <p class="soft">{t('libraryImportUndoNote')}</p>}
      <div class="dialog-buttons">
        <button type="button" class="button quiet" onClick={onOther}>
          {t('libraryImportAnother')}
        </button>
        <button type="button" class="button primary" disabled={isNothing} onClick={onMerge}>
          {t('libraryImportMerge')}
        </button>
      </div>
    </>
  );
}
