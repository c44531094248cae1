/**
 * XML, as little of it as exchange files need. Promise: writing gives well-formed XML 1.0 whatever the text holds; reading
 * takes elements, attributes, text, CDATA and comments, and refuses document types, so that no entity can grow or fetch.
 */

/** Letters that XML 1.0 cannot hold, half surrogate pairs among them. */
// oxlint-disable-next-line no-control-regex -- these are the letters looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const xmlSafe = (text: string) => text.replace(/\p{Surrogate}/gu, '').replace(FORBIDDEN, '');

export function xmlText(text: string): string {
  return xmlSafe(text)
    .replace(/\r\n?/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Line ends inside an attribute would be read as blanks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** The address its prefix stands for; empty without one. */
  namespace: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
}

export class XmlError extends Error {
  constructor(readonly line: number) {
    super(`not well-formed XML in line ${line}`);
  }
}

const DEEPEST = 200;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const OPENING = /<([^\s<>/!?="']+)/y;
const TAG_END = /\s*(\/?)>/y;

/** @throws XmlError */
export function readXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let at = 0;
  let root: XmlElement | null = null;
  const open: { element: XmlElement; tag: string; prefixes: Record<string, string> }[] = [];
  const fail = (): never => {
    throw new XmlError(text.slice(0, at).split('\n').length);
  };
  const skip = (end: string) => {
    const found = text.indexOf(end, at);
    if (found < 0) fail();
    const inside = text.slice(at, found);
    at = found + end.length;
    return inside;
  };
  const decoded = (raw: string) =>
    raw.replace(/&([^;&\s]{1,10});|&/g, (_, name: string | undefined) => {
      const code = name?.startsWith('#x')
        ? Number.parseInt(name.slice(2), 16)
        : name?.startsWith('#')
          ? Number.parseInt(name.slice(1), 10)
          : null;
      if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : fail();
      return (name && Object.hasOwn(NAMED, name) && NAMED[name]) || fail();
    });
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };

  while (at < text.length) {
    const inside = open.at(-1);
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      const raw = text.slice(at, end < 0 ? text.length : end);
      if (inside) inside.element.text += decoded(raw);
      else if (raw.trim()) fail();
      at += raw.length;
    } else if (text.startsWith('<!--', at)) {
      at += 4;
      skip('-->');
    } else if (text.startsWith('<?', at)) skip('?>');
    else if (text.startsWith('<![CDATA[', at)) {
      if (!inside) fail();
      at += 9;
      inside!.element.text += skip(']]>');
    } else if (text.startsWith('</', at)) {
      at += 2;
      const tag = skip('>').trimEnd();
      if (open.pop()?.tag !== tag) fail();
    } else {
      const tag = match(OPENING)?.[1] ?? fail();
      if ((root && !inside) || open.length >= DEEPEST) fail();
      const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
      for (let found = match(ATTRIBUTE); found; found = match(ATTRIBUTE)) {
        if (found[1]! in attributes) fail();
        attributes[found[1]!] = decoded((found[2] ?? found[3] ?? '').replace(/[\n\t]/g, ' '));
      }
      const end = match(TAG_END) ?? fail();
      const prefixes = { ...inside?.prefixes };
      for (const [key, value] of Object.entries(attributes))
        if (key === 'xmlns' || key.startsWith('xmlns:')) prefixes[key.slice(6)] = value;
      const [local, prefix = ''] = tag.split(':').toReversed();
      const element: XmlElement = {
        name: local!,
        namespace: prefixes[prefix] ?? '',
        attributes,
        children: [],
        text: '',
      };
      if (inside) inside.element.children.push(element);
      else root = element;
      if (!end[1]) open.push({ element, tag, prefixes });
    }
  }
  if (!root || open.length > 0) fail();
  return root!;
}
