/**
 * The second sanitiser: clean HTML is made safe again whenever it is shown, since it may have come from an import or from
 * an older Pressmark. Native `setHTML` where the browser has it, DOMPurify elsewhere; one allow-list for both. Promise:
 * nothing that runs, nothing that loads, no style, no name that could shadow a property of the page.
 */
import createDOMPurify from 'dompurify';

const ELEMENTS = (
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite figure figcaption table caption thead tbody tfoot tr th td ' +
  'colgroup col pre code kbd samp var br hr strong b em i u s del ins sub sup small mark abbr time ruby rb rt rp a span ' +
  'div section article'
).split(' ');

const ATTRIBUTES_OF: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'reversed'],
  li: ['value'],
  time: ['datetime'],
};

/** Everywhere: our own two marks, and what says the language. */
const ATTRIBUTES = ['data-block', 'data-picture', 'lang', 'dir'];

const OPENABLE = /^(?:https?:\/\/|mailto:)/iu;

interface NativeSanitising extends Element {
  setHTML?: (html: string, options: { sanitizer: unknown }) => void;
}

type View = Window & typeof globalThis & { Sanitizer?: new (config: unknown) => unknown };

/** Fills `container` with the sanitised copy. It reads no global: the window is the container's own. */
export function showCleanHtml(container: Element, html: string): void {
  const view = container.ownerDocument.defaultView as View | null;
  const native = container as NativeSanitising;
  if (native.setHTML && view?.Sanitizer)
    native.setHTML(html, { sanitizer: new view.Sanitizer(nativeAllowList()) });
  else if (view) container.replaceChildren(purified(view, html));
  else throw new Error('A document that is not shown needs no showing');
  tameLinks(container);
}

/** `data-*` and comments are on unless said otherwise, and an element's attribute must not repeat a global one. */
function nativeAllowList(): unknown {
  return {
    elements: ELEMENTS.map((name) => ({ name, attributes: [...(ATTRIBUTES_OF[name] ?? [])] })),
    attributes: ATTRIBUTES,
    dataAttributes: false,
    comments: false,
  };
}

/** One per window: its Trusted Types policy `dompurify` may be made only once. */
const purifiers = new WeakMap<Window, ReturnType<typeof createDOMPurify>>();

function purified(view: View, html: string): DocumentFragment {
  let purify = purifiers.get(view);
  if (!purify) {
    purify = createDOMPurify(view);
    purify.addHook('uponSanitizeAttribute', (element, event) => {
      const name = element.nodeName.toLowerCase();
      event.keepAttr =
        ATTRIBUTES.includes(event.attrName) || (ATTRIBUTES_OF[name]?.includes(event.attrName) ?? false);
    });
    purifiers.set(view, purify);
  }
  return purify.sanitize(html, {
    ALLOWED_TAGS: [...ELEMENTS, '#text'],
    ALLOWED_ATTR: [...ATTRIBUTES, ...Object.values(ATTRIBUTES_OF).flat()],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: false,
    RETURN_DOM_FRAGMENT: true,
  });
}

/** Links open elsewhere and know nothing of us; what is no web or mail address is words only. */
function tameLinks(container: Element): void {
  for (const link of container.querySelectorAll('a')) {
    if (OPENABLE.test(link.getAttribute('href') ?? '')) {
      link.setAttribute('rel', 'noopener noreferrer');
      link.setAttribute('target', '_blank');
    } else link.removeAttribute('href');
  }
}
