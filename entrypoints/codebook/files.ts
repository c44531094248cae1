/** The codebook as a file, both ways. */
import type { CodebookDoors } from '@/components/codebook/doors';
import { exportCodebook, planCodebookImport } from '@/utils/archive/exchange-codebook';
import { openDatabase } from '@/utils/db/open';
import { CodebookFileError, LARGEST_CODEBOOK } from '@/utils/exchange/codebook-entry';
import { readCodebook } from '@/utils/exchange/read-codebook';
import { call } from '@/utils/messaging/client';
import { sha256Hex } from '@/utils/text/digest';

/** Writes the file and notes it in the ledger, as every export is. */
export function exportWith(projectId: string): CodebookDoors['exportCodebook'] {
  return async (format, withMark) => {
    try {
      const { text, type, codes } = await exportCodebook(await openDatabase(), projectId, format, withMark);
      const bytes = new TextEncoder().encode(text);
      await call('ledger/note', { event: 'exported', subject: await sha256Hex(bytes), records: codes });
      const value = { file: new Blob([bytes], { type }), name: `pressmark-codebook.${format}`, codes };
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: { code: 'unexpected', detail: String(error) } };
    }
  };
}

export function readWith(projectId: string): CodebookDoors['readFile'] {
  return async (file) => {
    try {
      if (file.size > LARGEST_CODEBOOK) throw new CodebookFileError('tooLarge');
      const { format, entries } = readCodebook(new Uint8Array(await file.arrayBuffer()));
      const plan = await planCodebookImport(await openDatabase(), projectId, entries);
      return { ok: true, value: { name: file.name, format, entries, plan } };
    } catch (error) {
      if (error instanceof CodebookFileError)
        return {
          ok: false,
          error: { code: error.code, detail: error.line === undefined ? undefined : String(error.line) },
        };
      return { ok: false, error: { code: 'fileUnreadable', detail: String(error) } };
    }
  };
}
