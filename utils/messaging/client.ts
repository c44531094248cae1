/** The asking side of the protocol: pages of the extension and page scripts. */
import { sendMessage } from '@/utils/platform/send-message';
import type { Call, ErrorCode, Result } from './protocol';

/**
 * Sends one command to the background and gives its answer. A background that was just stopped is woken by the message;
 * when it dies before answering, the commands are safe to send again (a save of the same text is "unchanged").
 * Never rejects: a lost connection is `{ ok: false, error: { code: 'unexpected' } }`.
 */
export const call: Call = async (name, request) => {
  let lastError: unknown;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const answer = await sendMessage({ pressmark: name, request });
      if (isResult(answer)) return answer as never;
      lastError = new Error('no answer');
    } catch (error) {
      lastError = error;
    }
  }
  return { ok: false, error: { code: 'unexpected' satisfies ErrorCode, detail: String(lastError) } };
};

function isResult(answer: unknown): answer is Result<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
