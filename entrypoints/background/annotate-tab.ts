/** Starting the annotator in a tab. */
import { ArchiveError } from '@/utils/archive/types';
import { pageCall } from '@/utils/messaging/page-calls';
import { runScript, sendToTab } from '@/utils/platform/tabs';

/** Starts the annotator, or finds it there, and says what it is for. @throws ArchiveError restrictedPage */
export async function annotateTab(tabId: number, is: 'highlight' | 'show' | 'changed'): Promise<void> {
  try {
    await runScript(tabId, '/annotator.js');
  } catch (error) {
    throw new ArchiveError('restrictedPage', String(error));
  }
  await sendToTab(tabId, pageCall({ is }));
}
