/** How much room the archive has, and whether the browser promised to keep it. */

export async function storageState(): Promise<{ usage: number; quota: number; persisted: boolean }> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { usage, quota, persisted: await navigator.storage.persisted() };
}

/** With `unlimitedStorage` both browsers answer without a prompt. */
export function askToPersist(): Promise<boolean> {
  return navigator.storage.persist ? navigator.storage.persist() : Promise.resolve(false);
}
