/** Everything the detector weighs, as numbers from 0 to 1. No layout, no extractor, every loop bounded. */
import { addressSignals } from './address-signals';
import { classSignals } from './class-signals';
import { headSignals } from './head-signals';
import { headlineSignals } from './headline-signals';
import { linkSignals } from './link-signals';
import { textSignals } from './text-signals';

export type PageSignals = ReturnType<typeof pageSignals>;

/** Reads the page once. */
export function pageSignals(document: Document, pageUrl: string) {
  const text = textSignals(document);
  const links = linkSignals(document);
  const teasers = links.teasers * 15;
  const count = (name: string) => document.getElementsByTagName(name).length;
  return {
    ...addressSignals(pageUrl),
    ...headSignals(document),
    ...headlineSignals(document),
    ...classSignals(document),
    ...links,
    teasersOverText: teasers >= 5 && text.prose < teasers * 90 ? 1 : 0,
    text: between(text.main, 150, 8_000),
    paragraphs: Math.min(text.paragraphs, 15) / 15,
    gathered: text.prose > 0 ? Math.min(1, text.main / text.prose) : 0,
    textOverLinks: between(text.main / (document.links.length + 5), 1, 100),
    code: Math.min(count('pre'), 4) / 4,
    forms: Math.min(count('form'), 4) / 4,
    buttons: between(count('button'), 2, 60),
    comments: ['respond', 'comments', 'disqus_thread'].some((id) => document.getElementById(id)) ? 1 : 0,
    videoOnly: text.prose < 200 && document.querySelector('video, iframe[src*="youtube"]') ? 1 : 0,
  };
}

/** 0 up to `from`, 1 from `to` on, by orders of magnitude between. */
function between(value: number, from: number, to: number): number {
  return value <= from ? 0 : Math.min(1, Math.log(value / from) / Math.log(to / from));
}
