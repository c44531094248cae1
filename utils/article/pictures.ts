/** Pictures of an article: the best address of each. Nothing is fetched here. */

const PLACEHOLDER =
  /(?:^|\/)(?:grey|gray|blank|spacer|pixel|placeholder|transparent|loading|lazy|no-?image|default|1x1|clear)[\w-]*\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;
const TRACKER = /\/(?:pixel|beacon|track(?:ing)?|count(?:er)?)[/.?]/i;
/** In the order of trust: the original first, what is merely shown last. */
const LAZY = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-original-src',
  'data-full-src',
  'data-hi-res-src',
  'data-img-src',
  'data-url',
  'src',
];
const MOST_DATA = 2_000_000;

export const MOST_PICTURES = 3_000;

/** An absolute http(s) address, or a picture inside the page; null for placeholders and what is no picture. */
export function pictureAddress(value: string | null | undefined, base: string): string | null {
  const trimmed = value?.trim();
  if (!trimmed) return null;
  if (/^data:/i.test(trimmed)) {
    const isPicture = /^data:image\/(?:png|jpe?g|webp|gif|avif);base64,/i.test(trimmed);
    // Small ones are the grey boxes of lazy loaders.
    return isPicture && trimmed.length > 2_000 && trimmed.length <= MOST_DATA ? trimmed : null;
  }
  if (trimmed.length > 8_000) return null;
  let url: URL;
  try {
    url = new URL(trimmed, base);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return PLACEHOLDER.test(url.pathname) || TRACKER.test(url.pathname) ? null : url.href;
}

/** `a.jpg 480w, b.jpg 2x` → addresses, largest first. Addresses may hold commas (Cloudinary). */
export function srcsetAddresses(srcset: string | null, base: string): string[] {
  if (!srcset) return [];
  const found: { url: string; size: number }[] = [];
  for (const match of srcset
    .slice(0, 50_000)
    .matchAll(/\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)([wxh]))?\s*(?:,|$)/g)) {
    const url = pictureAddress(match[1], base);
    const number = Number(match[2] ?? 1);
    if (url) found.push({ url, size: match[3] === 'x' || !match[3] ? number * 1000 : number });
  }
  return found.toSorted((a, b) => b.size - a.size).map(({ url }) => url);
}

/** The original behind a thumbnail address of a known system, else null. */
export function originalOf(address: string): string | null {
  if (!address.startsWith('http')) return null;
  const url = new URL(address);
  const { pathname } = url;
  let path = pathname;
  if (/(?:^|\.)(?:1cdn\.vn|onecmscdn\.com)$/.test(url.hostname) || /^\/thumbs\/\d+x\d+\/\d{4}\//.test(path))
    path = path.replace(/^\/thumbs\/\d+x\d+\//, '/');
  path = path
    .replace(/^\/thumb_[wh]\/\d+\/(?=\d{6,}\/|.*\/\d{4}\/)/, '/')
    .replace(/^\/zoom\/\d+_\d+\/(?=\d{6,}\/|.*\/\d{4}\/)/, '/');
  if (path === pathname) return null;
  url.pathname = path;
  url.search = '';
  return url.href;
}

/** ePi serves no untouched original; w840 is the largest it prints. */
function largerOf(address: string): string | null {
  if (!/\.epicdn\.me\//.test(address)) return null;
  const larger = address.replace(/(\.epicdn\.me)\/(?:w\d+|\d+x\d+)\//, '$1/w840/');
  return larger === address ? null : larger;
}

/** All addresses of the picture an `<img>` shows, best first. Empty: a placeholder, a pixel, an icon. */
export function imageAddresses(image: Element, base: string): string[] {
  const found: string[] = [];
  const add = (url: string | null) => {
    if (url && !found.includes(url) && found.length < 20) found.push(url);
  };
  const [original, ...shown] = LAZY.map((name) => pictureAddress(image.getAttribute(name), base));
  add(original ?? null);
  const picture = image.closest('picture');
  const sets = [
    image.getAttribute('srcset'),
    image.getAttribute('data-srcset'),
    image.getAttribute('data-lazy-srcset'),
    ...(picture
      ? [...picture.querySelectorAll('source')].flatMap((source) => [
          source.getAttribute('srcset'),
          source.getAttribute('data-srcset'),
        ])
      : []),
  ];
  const linked = image.closest('a')?.getAttribute('href');
  if (linked && /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/i.test(linked)) add(pictureAddress(linked, base));
  for (const set of sets) for (const url of srcsetAddresses(set ?? null, base).slice(0, 3)) add(url);
  for (const url of shown) add(url);
  if (found.length === 0) for (const url of fromNoscript(image, base)) add(url);
  return withOriginals(found);
}

/** Originals known from the address come first, the address as printed stays as an alternative. */
export function withOriginals(addresses: string[]): string[] {
  const originals = addresses.flatMap((url) => originalOf(url) ?? largerOf(url) ?? []);
  return [...new Set([...originals, ...addresses])];
}

/** Lazy pictures repeat themselves in a <noscript>, whose content is text while scripting is on. */
function fromNoscript(image: Element, base: string): string[] {
  const near = [
    image.nextElementSibling,
    image.parentElement?.nextElementSibling,
    image.previousElementSibling,
  ];
  for (const element of near) {
    if (element?.localName !== 'noscript') continue;
    const markup = element.textContent ?? '';
    const inner = element.querySelector('img')?.getAttribute('src');
    const written =
      inner ?? /<img[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(markup)?.slice(1).find(Boolean);
    const url = pictureAddress(written?.replace(/&amp;/g, '&'), base);
    if (url) return [url];
  }
  return [];
}

/** Width and height as printed; an icon or a counting pixel is no picture of the article. */
export function printedSize(image: Element): {
  width: number | null;
  height: number | null;
  isTiny: boolean;
} {
  const read = (...names: string[]) => {
    for (const name of names) {
      const value = Number.parseInt(image.getAttribute(name) ?? '', 10);
      if (value > 0 && value < 100_000) return value;
    }
    return null;
  };
  const width = read('w', 'data-width', 'width');
  const height = read('h', 'data-height', 'height');
  return { width, height, isTiny: (width !== null && width <= 48) || (height !== null && height <= 32) };
}
