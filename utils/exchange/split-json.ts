/**
 * Splits one JSON document, arriving in pieces, into the members of its outermost object and the elements of arrays
 * there, so that a file larger than the memory can be read. Only boundaries are found here; each piece is judged by
 * `JSON.parse`, so what is no JSON is refused exactly as the platform refuses it. Layout does not matter.
 */
import { DEEPEST_NESTING, ImportError, LONGEST_RECORD } from './archive-format';

export type Piece =
  | { kind: 'member'; name: string; value: unknown; line: number }
  | { kind: 'array'; name: string; line: number }
  | { kind: 'element'; name: string; value: unknown; line: number };

type State =
  | 'start'
  | 'nameOrEnd'
  | 'name'
  | 'colon'
  | 'value'
  | 'elementOrEnd'
  | 'element'
  | 'afterElement'
  | 'afterMember'
  | 'end';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const LINE_FEED = 10;

const isBlank = (unit: number) => unit === 32 || unit === LINE_FEED || unit === 13 || unit === 9;

export interface JsonSplitter {
  /**
   * The pieces that `text` completes, one by one, so that what stands before an error is seen first.
   * @throws ImportError badJson, tooLarge, notOurs (the document is no object)
   */
  push: (text: string) => Generator<Piece>;
  /** @throws ImportError truncated when the document is not complete */
  finish: () => void;
}

/** A splitter for one document. */
export function createJsonSplitter(): JsonSplitter {
  let state: State = 'start';
  let line = 1;
  let name = '';
  const names = new Set<string>();
  /** The piece being collected: its text so far, and where in it we are. */
  let parts: string[] | null = null;
  let length = 0;
  let pieceLine = 1;
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isBare = false;

  const fail = (detail: string): never => {
    throw new ImportError({ code: 'badJson', line, detail });
  };

  function parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new ImportError({
        code: 'badJson',
        line: pieceLine,
        detail: error instanceof Error ? error.message.slice(0, 200) : undefined,
      });
    }
  }

  /** The piece whose text is complete. */
  function close(): Piece | null {
    const text = parts!.length === 1 ? parts![0]! : parts!.join('');
    parts = null;
    const value = parse(text);
    if (state === 'name') {
      if (names.has(value as string)) fail('a name stands twice');
      name = value as string;
      names.add(name);
      state = 'colon';
      return null;
    }
    const kind = state === 'value' ? 'member' : 'element';
    state = kind === 'member' ? 'afterMember' : 'afterElement';
    return { kind, name, value, line: pieceLine };
  }

  function open(unit: number) {
    parts = [];
    length = 0;
    pieceLine = line;
    depth = 0;
    isInString = false;
    isEscaped = false;
    isBare = unit !== QUOTE && unit !== OPEN_OBJECT && unit !== OPEN_ARRAY;
  }

  /** Runs to the end of the piece or of `text`; gives where it stopped and whether the piece is complete. */
  function run(text: string, from: number): { at: number; isComplete: boolean } {
    let at = from;
    while (at < text.length) {
      if (isInString) {
        if (isEscaped) {
          isEscaped = false;
          at += 1;
          continue;
        }
        let unit = 0;
        while (at < text.length) {
          unit = text.charCodeAt(at);
          at += 1;
          if (unit === QUOTE || unit === BACKSLASH) break;
        }
        if (unit === BACKSLASH) isEscaped = true;
        else if (unit === QUOTE) {
          isInString = false;
          if (depth === 0) return { at, isComplete: true };
        }
        continue;
      }
      const unit = text.charCodeAt(at);
      if (isBare) {
        if (isBlank(unit) || unit === COMMA || unit === CLOSE_ARRAY || unit === CLOSE_OBJECT)
          return { at, isComplete: true };
      } else if (unit === QUOTE) isInString = true;
      else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
        depth += 1;
        if (depth + 2 > DEEPEST_NESTING)
          throw new ImportError({ code: 'tooLarge', line: pieceLine, detail: 'nesting' });
      } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
        depth -= 1;
        if (depth === 0) return { at: at + 1, isComplete: true };
      } else if (unit === LINE_FEED) line += 1;
      at += 1;
    }
    return { at, isComplete: false };
  }

  function* push(text: string): Generator<Piece> {
    let at = 0;
    while (at < text.length) {
      if (parts) {
        const { at: end, isComplete } = run(text, at);
        parts.push(text.slice(at, end));
        length += end - at;
        if (length > LONGEST_RECORD)
          throw new ImportError({ code: 'tooLarge', line: pieceLine, detail: 'record' });
        at = end;
        if (isComplete) {
          const piece = close();
          if (piece) yield piece;
        }
        continue;
      }
      const unit = text.charCodeAt(at);
      if (isBlank(unit)) {
        if (unit === LINE_FEED) line += 1;
        at += 1;
        continue;
      }
      switch (state) {
        case 'start':
          if (unit !== OPEN_OBJECT) throw new ImportError({ code: 'notOurs', line });
          state = 'nameOrEnd';
          at += 1;
          break;
        case 'nameOrEnd':
        case 'name':
          if (unit === CLOSE_OBJECT && state === 'nameOrEnd') {
            state = 'end';
            at += 1;
          } else if (unit === QUOTE) {
            state = 'name';
            open(unit);
          } else fail('a name in quotes should stand here');
          break;
        case 'colon':
          if (unit !== COLON) fail('a colon should stand here');
          state = 'value';
          at += 1;
          break;
        case 'value':
          if (unit === OPEN_ARRAY) {
            state = 'elementOrEnd';
            at += 1;
            yield { kind: 'array', name, line };
          } else open(unit);
          break;
        case 'elementOrEnd':
        case 'element':
          if (unit === CLOSE_ARRAY && state === 'elementOrEnd') {
            state = 'afterMember';
            at += 1;
          } else {
            state = 'element';
            open(unit);
          }
          break;
        case 'afterElement':
          if (unit === COMMA) state = 'element';
          else if (unit === CLOSE_ARRAY) state = 'afterMember';
          else fail('a comma or the end of the list should stand here');
          at += 1;
          break;
        case 'afterMember':
          if (unit === COMMA) state = 'name';
          else if (unit === CLOSE_OBJECT) state = 'end';
          else fail('a comma or the end should stand here');
          at += 1;
          break;
        case 'end':
          fail('something stands after the end');
      }
    }
  }

  return {
    push,
    finish() {
      if (state !== 'end') throw new ImportError({ code: state === 'start' ? 'notOurs' : 'truncated', line });
    },
  };
}
