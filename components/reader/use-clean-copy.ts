/** Shows the sanitised copy in an element and indexes its text; makes room in it for pictures and the byline. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TextIndex } from '@/utils/annotation/text-index';
import { indexText } from '@/utils/annotation/text-index';
import { showCleanHtml } from '@/utils/article/sanitise';
import type { Version } from '@/utils/db/records';

export interface CleanCopy {
  index: TextIndex;
  /** After the title. */
  byline: Element;
  pictures: { id: string; holder: Element }[];
}

export function useCleanCopy(version: Version) {
  const root = useRef<HTMLDivElement>(null);
  const [copy, setCopy] = useState<CleanCopy | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    showCleanHtml(element, version.html);
    const doc = element.ownerDocument;
    const pictures = [...element.querySelectorAll('figure[data-picture]')].map((figure) => {
      const holder = doc.createElement('div');
      figure.prepend(holder);
      return { id: figure.getAttribute('data-picture') ?? '', holder };
    });
    levelHeadings(element);
    const title = version.blocks.find(({ type }) => type === 'title');
    const heading = title && element.querySelector(`[data-block="${CSS.escape(title.id)}"]`);
    const byline = doc.createElement('div');
    if (heading) heading.after(byline);
    else element.prepend(byline);
    for (const { id, type, level } of version.blocks) {
      const block = element.querySelector(`[data-block="${CSS.escape(id)}"]`);
      block?.setAttribute('tabindex', '-1');
      block?.classList.add(`is-${type}`);
      if (type === 'listItem' && level) block?.classList.add(`depth-${level}`);
    }
    setCopy({ index: indexText(element, version.text, version.blocks), byline, pictures });
    return () => setCopy(null);
    // A version is immutable: its id stands for its html, text and blocks.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [version.id]);
  return { root, copy };
}

/** A page that goes from its title to <h3> is kept as it is; screen readers are told an outline without gaps. */
function levelHeadings(root: Element) {
  const headings = [...root.querySelectorAll('h1,h2,h3,h4,h5,h6')];
  let before = 0;
  for (const heading of headings) {
    const own = Number(heading.tagName[1]);
    const level = Math.min(own, before + 1);
    if (level !== own) heading.setAttribute('aria-level', String(level));
    before = level;
  }
}
