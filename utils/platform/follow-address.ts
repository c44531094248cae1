/** Following a page that changes its address without loading anew. */

interface NavigationLike {
  addEventListener: (type: 'navigatesuccess', listener: () => void, options: { signal: AbortSignal }) => void;
}

const POLL_MS = 1000;

/**
 * Calls back with each new address of this page. Ends by itself when the extension was updated away from under the page, or
 * when the script was injected anew: the later one follows, the earlier one stops. The Navigation API tells where it exists;
 * elsewhere the address is looked at once a second.
 * @param who the script that follows; each of ours has its own follower in a page
 */
export function followAddress(onChange: (url: string) => void, who = 'detector'): void {
  const started = Symbol.for(`pressmark.following.${who}`);
  const world = globalThis as { [started]?: AbortController; navigation?: NavigationLike };
  world[started]?.abort();
  const end = new AbortController();
  world[started] = end;
  let last = location.href;

  const look = () => {
    if (!isAlive()) {
      end.abort();
      return;
    }
    if (location.href === last) return;
    last = location.href;
    onChange(last);
  };

  if (world.navigation) {
    world.navigation.addEventListener('navigatesuccess', look, { signal: end.signal });
  } else {
    const timer = setInterval(look, POLL_MS);
    end.signal.addEventListener('abort', () => clearInterval(timer));
  }
  addEventListener('popstate', look, { signal: end.signal });
}

/** Is our extension still the one that injected this script? */
function isAlive(): boolean {
  const { browser, chrome } = globalThis as unknown as Record<
    string,
    { runtime?: { id?: string } } | undefined
  >;
  try {
    return (browser ?? chrome)?.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
