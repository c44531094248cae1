/**
 * The ledger: an append-only chain of what happened to the evidence on this device. Each entry carries the hash of the one
 * before, so that a row taken out or altered later is seen.
 */
import { canonicalJson } from '@/utils/text/canonical-json';
import { sha256Hex } from '@/utils/text/digest';
import type { LedgerEntry, LedgerEvent } from '@/utils/db/records';
import { utcIso } from './clock';
import { exclusively } from './exclusive';
import type { ArchiveContext } from './types';

export const LEDGER_START = '0'.repeat(64);

export type LastOfLedger = Pick<LedgerEntry, 'seq' | 'hash'> | undefined;

/** The end of this device's chain. */
export async function lastOfLedger({ db, device }: ArchiveContext): Promise<LastOfLedger> {
  return db.ledger.where('[device+seq]').between([device, 0], [device, Infinity]).last();
}

/**
 * The next entry of this device's chain, hashed. Made before the transaction that adds it (hashing may not be awaited
 * inside one); safe because verbs run one at a time (`exclusively`).
 * @param last the entry before, where it was read already
 */
export async function nextLedgerEntry(
  context: ArchiveContext,
  event: LedgerEvent,
  subject: string,
  detail: LedgerEntry['detail'] = {},
  last: LastOfLedger | Promise<LastOfLedger> = lastOfLedger(context),
): Promise<LedgerEntry> {
  const { device } = context;
  const before = await last;
  const seq = (before?.seq ?? 0) + 1;
  const entry = {
    id: `${device}:${String(seq).padStart(10, '0')}`,
    device,
    seq,
    at: utcIso(context.now()),
    event,
    subject,
    detail,
    prev: before?.hash ?? LEDGER_START,
  };
  return { ...entry, hash: await sha256Hex(canonicalJson(entry)) };
}

/** Adds an entry for something that changed no row of the archive in this context: a file written or taken in. */
export function noteInLedger(
  context: ArchiveContext,
  event: LedgerEvent,
  subject: string,
  detail: LedgerEntry['detail'],
): Promise<void> {
  return exclusively(async () => {
    await context.db.ledger.add(await nextLedgerEntry(context, event, subject, detail));
  });
}

/** Checks this device's chain; gives the id of the first entry that does not fit, or null. */
export async function firstBrokenLedgerEntry(context: ArchiveContext): Promise<string | null> {
  let prev = LEDGER_START;
  let seq = 0;
  const entries = await context.db.ledger
    .where('[device+seq]')
    .between([context.device, 0], [context.device, Infinity])
    .toArray();
  for (const entry of entries) {
    const { hash, ...content } = entry;
    seq += 1;
    if (entry.seq !== seq || entry.prev !== prev || (await sha256Hex(canonicalJson(content))) !== hash)
      return entry.id;
    prev = hash;
  }
  return null;
}
