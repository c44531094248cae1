/** The links of the page in a tab, as they stand there. */
import { browser } from 'wxt/browser';

export interface LinksSeen {
  url: string;
  title: string;
  links: { href: string; text: string; isHeading: boolean; isNavigation: boolean }[];
}

/** Rejects where we may not run a script. */
export async function readLinks(tabId: number): Promise<LinksSeen> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: linksOfPage });
  const seen = frame?.result as LinksSeen | null | undefined;
  if (!seen) throw new Error('no page');
  return seen;
}

/** Runs in the page: nothing outside of it exists there. */
function linksOfPage(): LinksSeen {
  const most = 5_000;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].slice(0, most).map((link) => ({
    href: link.href.slice(0, 8_000),
    text: (link.textContent?.trim() || link.title || link.querySelector('img')?.alt || '').slice(0, 1_000),
    isHeading: link.closest('h1,h2,h3,h4,h5,h6') !== null || link.querySelector('h1,h2,h3,h4,h5,h6') !== null,
    isNavigation: link.closest('nav,[role=navigation],footer,body > header') !== null,
  }));
  return { url: location.href, title: document.title, links };
}
