/** A page or popup as a person meets it: roles, names, words, keys. */
import { FINDER } from './in-page';

export type Role =
  | 'button'
  | 'link'
  | 'textbox'
  | 'checkbox'
  | 'radio'
  | 'treeitem'
  | 'combobox'
  | 'heading'
  | 'option'
  | 'menuitem'
  | 'listitem'
  | 'row'
  | 'tab'
  | 'dialog'
  | 'status'
  | 'alert'
  | 'article'
  | 'file';

export interface Which {
  /** The whole name, part of it, or a pattern. */
  how?: 'whole' | 'part';
  nth?: number;
  timeout?: number;
}

/** What a browser must lend: running an expression in the document, and its keyboard and mouse. */
export interface Hands {
  /** `code` is a function text taking (document, argument). */
  run(code: string, argument: unknown): Promise<unknown>;
  click(at: { x: number; y: number }, onto: () => Promise<void>): Promise<void>;
  key(combination: string): Promise<void>;
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

type Name = string | RegExp | null;

/** Nothing is lost by waiting longer for what comes: a loaded machine may take many times as long as an idle one. */
export const PATIENCE_MS = 30_000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Polls until `probe` gives something truthy; the last complaint is in the error. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  timeout = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + timeout;
  let complaint = '';
  for (;;) {
    try {
      const value = await probe();
      if (value !== null && value !== undefined && value !== false) return value;
    } catch (error) {
      complaint = ` (${error instanceof Error ? error.message.slice(0, 400) : String(error)})`;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}${complaint}`);
    await sleep(60);
  }
}

export class View {
  constructor(
    readonly hands: Hands,
    readonly called: string,
  ) {}

  private async ask(act: string, role: Role, name: Name, which: Which = {}, more: object = {}) {
    return (await this.hands.run(FINDER, {
      act,
      role,
      name: name instanceof RegExp ? name.source : name,
      how: name instanceof RegExp ? 'pattern' : (which.how ?? 'whole'),
      nth: which.nth ?? 0,
      ...more,
    })) as Record<string, unknown>;
  }

  private async sure(act: string, role: Role, name: Name, which: Which = {}, more: object = {}) {
    const what = `${role} “${String(name)}” in ${this.called}`;
    let names: unknown;
    try {
      return await until(
        what,
        async () => {
          const answer = await this.ask(act, role, name, which, more);
          if (answer.missing) {
            names = answer.names;
            return null;
          }
          return answer;
        },
        which.timeout,
      );
    } catch (error) {
      throw new Error(`${(error as Error).message}; there are: ${JSON.stringify(names)}`, { cause: error });
    }
  }

  /** Waits until it is there. */
  async see(role: Role, name: Name, which?: Which): Promise<void> {
    await this.sure('has', role, name, which);
  }

  async has(role: Role, name: Name, which?: Which): Promise<boolean> {
    return !(await this.ask('has', role, name, which)).missing;
  }

  async gone(role: Role, name: Name, which?: Which): Promise<void> {
    await until(`${role} “${String(name)}” to go away`, async () => !(await this.has(role, name, which)));
  }

  async count(role: Role, name: Name = null, which?: Which): Promise<number> {
    return (await this.ask('count', role, name, which)) as unknown as number;
  }

  async names(role: Role): Promise<string[]> {
    return (await this.ask('names', role, null)) as unknown as string[];
  }

  /** With the mouse, in the middle of it. */
  async click(role: Role, name: Name, which?: Which): Promise<void> {
    let at = await this.sure('rect', role, name, which);
    // A box that is still moving (a panel opening, a list being filled) would be missed.
    for (let turn = 0; turn < 20; turn++) {
      await sleep(40);
      const now = await this.sure('rect', role, name, which);
      if (now.x === at.x && now.y === at.y) break;
      at = now;
    }
    await this.hands.click(at as { x: number; y: number }, async () => {
      await this.sure('focus', role, name, which);
    });
  }

  async focus(role: Role, name: Name, which?: Which): Promise<void> {
    await this.sure('focus', role, name, which);
  }

  /** Puts the text in place of what a field holds. */
  async fill(name: Name, text: string, which?: Which): Promise<void> {
    await this.sure('set', 'textbox', name, which, { text });
  }

  async choose(name: Name, value: string, which?: Which): Promise<void> {
    await this.sure('set', 'combobox', name, which, { text: value });
  }

  async value(role: Role, name: Name, which?: Which): Promise<string> {
    return (await this.sure('value', role, name, which)).value as string;
  }

  async isDisabled(role: Role, name: Name, which?: Which): Promise<boolean> {
    return (await this.sure('value', role, name, which)).disabled as boolean;
  }

  async textOf(role: Role, name: Name, which?: Which): Promise<string> {
    return (await this.sure('text', role, name, which)).text as string;
  }

  async attribute(role: Role, name: Name, attribute: string, which?: Which): Promise<string | null> {
    return (await this.sure('attribute', role, name, which, { attribute })).value as string | null;
  }

  /** All visible words. */
  async words(): Promise<string> {
    return (
      (await this.hands.run(
        `(doc) => { const all = (root) => (root.body ?? root).innerText ?? [...root.children].map((el) => el.innerText ?? '').join('\\n'); let text = all(doc); for (const el of doc.querySelectorAll('*')) if (el.shadowRoot) text += '\\n' + all(el.shadowRoot); return text.normalize('NFC'); }`,
        null,
      )) as string
    ).replace(/\u00a0/g, ' ');
  }

  /** Waits until the words are on the page. */
  async read(text: string | RegExp, timeout?: number): Promise<string> {
    let words = '';
    try {
      return await until(
        `“${String(text)}” in ${this.called}`,
        async () => {
          words = await this.words();
          return (
            (typeof text === 'string' ? words.includes(text.normalize('NFC')) : text.test(words)) && words
          );
        },
        timeout,
      );
    } catch (error) {
      throw new Error(`${(error as Error).message}; it says: ${words.slice(0, 1500)}`, { cause: error });
    }
  }

  /** Evaluates `(document, argument) => …` given as text. */
  run<T>(code: string, argument: unknown = null): Promise<T> {
    return this.hands.run(code, argument) as Promise<T>;
  }

  key(combination: string): Promise<void> {
    return this.hands.key(combination);
  }

  type(text: string): Promise<void> {
    return this.hands.type(text);
  }

  close(): Promise<void> {
    return this.hands.close();
  }
}
