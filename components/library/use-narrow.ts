import { useEffect, useState } from 'preact/hooks';

const NARROW = '(max-width: 640px)';

/** Is the window as narrow as a telephone? */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => globalThis.matchMedia?.(NARROW).matches ?? false);
  useEffect(() => {
    const query = globalThis.matchMedia?.(NARROW);
    if (!query) return undefined;
    const onChange = () => setNarrow(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return isNarrow;
}
