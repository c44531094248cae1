/** The generic extractor behind our own interface, so that it can be changed: Readability on a clone, never on the page. */
import { Readability } from '@mozilla/readability';

export interface Readable {
  /** The article as an element of the clone. */
  body: Element;
  length: number;
}

const MOST_ELEMENTS = 120_000;

/**
 * Finds the body in `clone`, which is used up. null when nothing is like an article: the caller falls back to the largest
 * container.
 */
export function readable(clone: Document): Readable | null {
  if (!clone.body) return null;
  try {
    const article = new Readability<Element>(clone, {
      keepClasses: true,
      disableJSONLD: true,
      maxElemsToParse: MOST_ELEMENTS,
      serializer: (element) => element as Element,
    }).parse();
    return article?.content ? { body: article.content, length: article.length ?? 0 } : null;
  } catch {
    // Too many elements, or a page built to break it: the caller has a fallback.
    return null;
  }
}
