/** Where the browsers are, and how to get them where they are not. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

const USUAL: Record<BrowserKind, string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/opt/homebrew/bin/chromium',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const VARIABLE: Record<BrowserKind, string> = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/** The browser's program, from CHROMIUM_PATH or FIREFOX_PATH, the usual places, or PATH; null when there is none. */
export function findBrowser(kind: BrowserKind): string | null {
  const named = process.env[VARIABLE[kind]];
  if (named) return existsSync(named) ? named : null;
  const names = kind === 'chromium' ? ['chromium', 'chromium-browser'] : ['firefox-esr', 'firefox'];
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...USUAL[kind], ...onPath].find((file) => existsSync(file)) ?? null;
}

/** One sentence for a person who lacks the browser. */
export function howToGet(kind: BrowserKind): string {
  const name = kind === 'chromium' ? 'Chromium 128 or newer' : 'Firefox 142 or newer (ESR 153 is good)';
  const debian = kind === 'chromium' ? 'chromium' : 'firefox-esr';
  return `${name} was not found: install it (Debian: apt-get install ${debian}) or set ${VARIABLE[kind]} to its program.`;
}

/** The browser's program; where this is a Debian machine and we are root, installs it first. Throws with a sentence. */
export function needBrowser(kind: BrowserKind): string {
  const found = findBrowser(kind);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const name = kind === 'chromium' ? 'chromium' : 'firefox-esr';
    console.log(`Installing ${name} …`);
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', name, 'fonts-noto-core'], quiet);
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  throw new Error(howToGet(kind));
}

/** Is there a program of this name? */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A screen to open windows on. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}
