import { useCallback, useState } from 'preact/hooks';

const PREFIX = 'pressmark:';

/** How a person likes a page to look: kept on this device, beyond the life of the tab. */
export function useKept<T extends object>(key: string, first: T): [T, (patch: Partial<T>) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      return { ...first, ...(JSON.parse(localStorage.getItem(PREFIX + key) ?? '{}') as Partial<T>) };
    } catch {
      // Storage is blocked or was written by another version: as it comes.
      return first;
    }
  });
  const change = useCallback(
    (patch: Partial<T>) =>
      setValue((now) => {
        const next = { ...now, ...patch };
        try {
          localStorage.setItem(PREFIX + key, JSON.stringify(next));
        } catch {
          // Not kept; nothing else depends on it.
        }
        return next;
      }),
    [key],
  );
  return [value, change];
}
