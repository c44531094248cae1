import { useEffect, useState } from 'preact/hooks';

/** What the tab remembers while it lives: coming back or reloading finds the same place. */
export function recall<T>(key: string, otherwise: T): T {
  try {
    const kept = sessionStorage.getItem(`pressmark:${key}`);
    return kept === null ? otherwise : (JSON.parse(kept) as T);
  } catch {
    // Storage is blocked or was written by another version: start afresh.
    return otherwise;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(`pressmark:${key}`, JSON.stringify(value));
  } catch {
    // Without session storage the place is not kept; nothing else depends on it.
  }
}

export function useRemembered<T>(key: string, first: T): [T, (next: T | ((now: T) => T)) => void] {
  const [value, setValue] = useState<T>(() => recall(key, first));
  useEffect(() => remember(key, value), [key, value]);
  return [value, setValue];
}
