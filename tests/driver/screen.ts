/** A screen without a monitor, for what only the operating system's keyboard can reach: the browser's shortcuts. */
import { execFileSync, spawn } from 'node:child_process';
import { hasProgram } from './browsers';

export interface Screen {
  display: string;
  /** Keys as a person presses them, `alt+shift+s`, into the window whose class has this in it. */
  press(windowClass: string, keys: string): void;
  close(): void;
}

/** Why there can be no screen, or null when there can. */
export function whyNoScreen(): string | null {
  const missing = ['Xvfb', 'xdotool'].filter((program) => !hasProgram(program));
  return missing.length === 0 ? null : `${missing.join(' and ')} not installed`;
}

export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    let text = '';
    server.stdio[3]!.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('\n')) resolve(`:${text.trim()}`);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once')));
  });
  const xdotool = (...args: string[]) =>
    execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: display }, encoding: 'utf8' }).trim();
  return {
    display,
    press(windowClass, keys) {
      const window = xdotool('search', '--onlyvisible', '--class', windowClass).split('\n').at(-1)!;
      xdotool('windowfocus', window);
      // A click into the page: without a window manager nothing else gives the browser the keyboard.
      xdotool('mousemove', '640', '600', 'click', '1');
      xdotool('sleep', '0.3', 'key', '--clearmodifiers', keys);
    },
    close() {
      server.kill();
    },
  };
}
