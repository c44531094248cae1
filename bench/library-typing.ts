/** Words typed into the line of the real library: how soon their passages stand, how long the page was deaf, what is kept. */
import type { Page } from 'puppeteer-core';
import { until } from '../tests/driver/view';
import type { QueryKind, TimedQuery } from './library-queries';

export interface Typed {
  kind: QueryKind;
  /** From the last letter until the passages of the first ten rows stand in a painted frame. */
  ms: number;
  /** The longest task in that time; 0: none above 50 ms. */
  longestTask: number;
}

/**
 * In the page: times one letter put into the line. What was answered before still stands then: the answer of this letter begins
 * with the page being busy, perhaps for less than a frame. A row that is found by its headline alone has no passage: it is
 * complete when nothing more is drawn.
 */
const TYPING = `globalThis.typing = (() => {
  const QUIET_MS = 600;
  const field = () => document.querySelector('header input');
  const isBusy = () => document.querySelector('[aria-busy=true]') !== null;
  const place = (row) => Number(row.getAttribute('aria-rowindex'));
  const hasPassages = () => {
    const rows = [...document.querySelectorAll('[role=row][data-doc]')].toSorted((a, b) => place(a) - place(b));
    return rows.length > 0 && rows.slice(0, 10).every((row) => row.querySelector('.snippet'));
  };
  const put = (text) => {
    field().value = text;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  let wasBusy = false;
  let drawnAt = 0;
  new MutationObserver(() => {
    wasBusy ||= isBusy();
    drawnAt = performance.now();
  }).observe(document.querySelector('main'), { attributes: true, childList: true, characterData: true, subtree: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const isQuiet = () => !isBusy() && performance.now() - drawnAt > QUIET_MS;
  return {
    put,
    async settled() {
      drawnAt = performance.now();
      while (!isQuiet()) await frame();
    },
    async last(text) {
      const tasks = [];
      const watcher = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
      watcher.observe({ type: 'longtask' });
      wasBusy = false;
      drawnAt = performance.now();
      const start = performance.now();
      put(text);
      let end = 0;
      while (end === 0) {
        await frame();
        if (wasBusy && !isBusy() && hasPassages()) {
          await new Promise((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(null);
          });
          end = performance.now();
        } else if (isQuiet()) end = drawnAt;
      }
      await this.settled();
      watcher.disconnect();
      const own = tasks.filter((task) => task.startTime + task.duration >= start);
      return { ms: end - start, longestTask: Math.max(0, ...own.map(({ duration }) => duration)) };
    },
  };
})()`;

/** @param page the library, open and usable */
export async function typeQueries(page: Page, queries: TimedQuery[]): Promise<Typed[]> {
  await page.bringToFront();
  await page.evaluate(TYPING);
  const found: Typed[] = [];
  for (const { kind, mode, typed } of queries) {
    const text = mode === 'prefix' ? typed : mode === 'phrase' ? `"${typed}"` : typed;
    const line = mode === 'prefix' ? `${text}*` : text;
    await page.evaluate(`typing.put(${JSON.stringify(line.slice(0, -1))})`);
    await page.evaluate('typing.settled()');
    const answer = (await until('the passages', () =>
      page.evaluate(`typing.last(${JSON.stringify(line)})`),
    )) as Omit<Typed, 'kind'>;
    found.push({ kind, ...answer });
  }
  return found;
}
