/** Many at once: lists, tabs and links, visited one after the other; whatever happens, one outcome for each address. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import { until } from '../driver/view';
import { PAPER } from '../site/types';
import { SECOND_PAPER, visitAddress, type Errand } from '../site/visits';
import { stumblingBlocks } from './axe';
import { expect, KIND, livingRows, rowsOf, world } from './world';

const w = world();

const NOWHERE = 'khong-co-bao-nay.example';

interface Queued {
  batchId: string;
  url: string;
  state: string;
  reason: string | null;
  articleId: string | null;
}

async function pace(delayMs: number, limitMs = 6_000): Promise<void> {
  await w.driver.inExtension(
    `(globalThis.browser ?? chrome).storage.local.set({ pace: { delayMs: ${delayMs}, limitMs: ${limitMs} } }).then(() => null)`,
  );
}

async function sayYes(...hosts: string[]): Promise<void> {
  await w.driver.sayYesTo(hosts.flatMap((host) => [host, `www.${host}`]));
}

/** Pastes the list and starts it. */
async function startList(page: Tab, urls: string[], count: number): Promise<void> {
  const newList = `${w.t('batchNew')}…`;
  const isForm = () => page.has('textbox', w.t('batchListLabel'));
  await until('the lists', async () => (await isForm()) || page.has('button', newList));
  if (!(await isForm())) await page.click('button', newList);
  await page.fill(w.t('batchListLabel'), urls.join('\n'));
  await page.click('button', count === 1 ? w.t('batchStartOne') : w.t('batchStart', count));
  await page.read(w.t('batchStarted'));
}

/** The outcome of each address of the newest batch, by its errand or address. */
async function outcomes(): Promise<Map<string, string>> {
  const rows = await rowsOf<Queued>(w.driver, 'queue');
  const batches = await rowsOf<{ id: string; createdAt: string }>(w.driver, 'batches');
  const [newest] = batches.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return new Map(
    rows
      .filter(({ batchId }) => batchId === newest!.id)
      .map(({ url, state, reason }) => [url, reason ? `${state}: ${reason}` : state]),
  );
}

async function allDone(timeout = 90_000): Promise<Map<string, string>> {
  return until(
    'every address to have its outcome',
    async () => {
      const now = await outcomes();
      return [...now.values()].every((outcome) => outcome !== 'waiting' && outcome !== 'running') && now;
    },
    timeout,
  );
}

const visitsOf = (errand: Errand, number: number) =>
  w.site.log.filter(({ path }) => visitAddress(errand, number).endsWith(path)).length;

describe('a pasted list', () => {
  const EXPECTED: [string, string][] = [
    [visitAddress('article', 1), 'saved'],
    [visitAddress('slow', 2, SECOND_PAPER), 'saved'],
    [visitAddress('gone', 3), 'failed: siteError'],
    [visitAddress('broken', 4, SECOND_PAPER), 'failed: siteError'],
    [visitAddress('home', 5), 'failed: redirectHome'],
    [visitAddress('login', 6, SECOND_PAPER), 'failed: loginPage'],
    [visitAddress('wall', 7), 'failed: wall'],
    [visitAddress('noArticle', 8, SECOND_PAPER), 'failed: noArticle'],
    [visitAddress('elsewhere', 9), 'failed: hostNotAllowed'],
    [visitAddress('endless', 10, SECOND_PAPER), 'failed: endless'],
    [visitAddress('growing', 11), 'failed: endless'],
    [`https://${NOWHERE}/bai-123456.html`, 'failed: unreachable'],
    ['javascript:alert(1)', 'skipped: notWeb'],
  ];

  test('ends with one outcome for each address, told with its reason', async () => {
    await pace(50);
    await sayYes(PAPER.host, SECOND_PAPER, NOWHERE);
    const page = await w.driver.openPage('batch.html');
    await page.read(w.t('batchNone'));
    await page.fill(w.t('batchListLabel'), `${EXPECTED[0]![0]}?utm_source=fb\n\njavascript:alert(1)\n`);
    await page.read(w.t('batchFit', 1, 1));
    await page.read(w.t('batchBlank', 1));
    await startList(
      page,
      EXPECTED.map(([url]) => url),
      12,
    );
    expect(Object.fromEntries(await allDone())).toEqual(Object.fromEntries(EXPECTED));
    await page.read(w.t('batchDone', 13, 13));
    await page.read(w.t('batchState_done'));
    await page.read(w.t('batchReason_siteError', '404'));
    await page.click('button', w.t('batchOutcome_saved'), { how: 'part' });
    await page.see('link', w.t('batchOpenArticle'));
    expect(await stumblingBlocks(page)).toEqual([]);
    expect(await livingRows(w.driver, 'articles')).toHaveLength(2);
    // Every tab that was opened for it is closed again.
    const tabs = await w.driver.inExtension<number>(
      `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.filter(({ url }) => /example/.test(url ?? '')).length)`,
    );
    expect(tabs).toBe(0);
    await page.close();
  });

  test('the failed ones are tried again, the others left alone', async () => {
    const before = visitsOf('article', 1);
    const page = await w.driver.openPage('batch.html');
    await page.click('button', w.t('batchRetry', 10));
    await until(
      'the second try',
      async () => (await outcomes()).get(EXPECTED[2]![0]) !== 'failed: siteError',
    );
    expect(Object.fromEntries(await allDone())).toEqual(Object.fromEntries(EXPECTED));
    expect(visitsOf('article', 1)).toBe(before);
    await page.close();
  });

  test('the same list again finds the articles unchanged', async () => {
    const page = await w.driver.openPage('batch.html');
    await startList(
      page,
      EXPECTED.slice(0, 2).map(([url]) => url),
      2,
    );
    expect([...(await allDone()).values()]).toEqual(['unchanged', 'unchanged']);
    expect(await livingRows(w.driver, 'articles')).toHaveLength(2);
    await page.close();
  });
});

describe('a list under way', () => {
  const NUMBERS = [20, 21, 22, 23, 24, 25];
  const urls = NUMBERS.map((number) => visitAddress('article', number));
  const saved = async () => [...(await outcomes()).values()].filter((outcome) => outcome === 'saved').length;

  test('stands still while it is paused, and goes on', async () => {
    const page = await w.driver.openPage('batch.html');
    await startList(page, urls, 6);
    await until('the first article', async () => (await saved()) >= 1);
    await page.click('button', w.t('batchPause'));
    await page.read(w.t('batchState_paused'));
    await until(
      'the page at work to be saved',
      async () => ![...(await outcomes()).values()].includes('running'),
    );
    const before = await saved();
    expect(before).toBeLessThan(6);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await saved()).toBe(before);
    await page.click('button', w.t('batchResume'));
    await until('the rest', async () => (await saved()) > before);
    await page.close();
  });

  test('survives a killed background', async () => {
    await w.driver.stopBackground();
    // Whatever wakes it; without anything the alarm does, half a minute later.
    const page = await w.driver.openPage('library.html');
    expect(new Set((await allDone()).values())).toEqual(new Set(['saved']));
    expect(await livingRows(w.driver, 'articles')).toHaveLength(8);
    await page.close();
  });

  test('survives a restart of the browser in its middle', async () => {
    const page = await w.driver.openPage('batch.html');
    const more = [30, 31, 32, 33, 34, 35].map((number) => visitAddress('slow', number));
    await startList(page, more, 6);
    await until('the first article', async () => (await saved()) >= 1);
    await until('a page at work', async () => [...(await outcomes()).values()].includes('running'));
    // What was allowed is lost with a restart of the test's Chromium, never of a person's: so it is paused meanwhile.
    await page.click('button', w.t('batchPause'));
    await w.driver.restart();
    expect([...(await outcomes()).values()].toSorted().slice(-1)).toEqual(['waiting']);
    await w.driver.allow([PAPER.host, `www.${PAPER.host}`, SECOND_PAPER, `www.${SECOND_PAPER}`]);
    const again = await w.driver.openPage('batch.html');
    await again.click('button', w.t('batchResume'));
    expect(new Set((await allDone()).values())).toEqual(new Set(['saved']));
    expect(await livingRows(w.driver, 'articles')).toHaveLength(14);
    expect(await rowsOf(w.driver, 'versions')).toHaveLength(14);
    await again.read(w.t('batchDone', 6, 6));
    await again.close();
  });

  test('says of a page whose tab the person closed that it was closed', async () => {
    const page = await w.driver.openPage('batch.html');
    const url = visitAddress('endless', 40);
    await startList(page, [url], 1);
    await until('the tab to be there', () =>
      w.driver.inExtension<boolean>(
        `(globalThis.browser ?? chrome).tabs.query({ url: '*://${PAPER.host}/*' }).then(async ([tab]) => { if (!tab) return false; await (globalThis.browser ?? chrome).tabs.remove(tab.id); return true; })`,
      ),
    );
    expect((await allDone()).get(url)).toBe('failed: tabClosed');
    await page.close();
  });
});

describe('what is chosen from', () => {
  test('the links of a section page, from the popup', async () => {
    const section = await w.driver.openTab(`${w.site.home}xa-hoi`);
    const popup = await w.driver.pressButton(section);
    await popup.click('button', w.t('popupCollectLinks'));
    const page = await w.driver.pageOpened('batch.html?tab=');
    await page.see('checkbox', /Giữ rừng dương chắn cát ở Bãi Trâu/);
    const count = (await page.words()).match(/(\d+) of \d+ chosen/)?.[1];
    expect(Number(count)).toBeGreaterThan(1);
    expect(await stumblingBlocks(page)).toEqual([]);
    await page.click('button', w.t('batchStart', Number(count)));
    await page.read(w.t('batchStarted'));
    expect(new Set((await allDone()).values())).toEqual(new Set(['saved']));
    await page.close();
    await section.close();
  });

  test('an article that was saved is marked so', async () => {
    const section = await w.driver.openTab(`${w.site.home}xa-hoi`);
    const popup = await w.driver.pressButton(section);
    await popup.click('button', w.t('popupMany'));
    const page = await w.driver.pageOpened('batch.html?tab=');
    await page.read(w.t('batchIsSaved'));
    await page.read(/0 of \d+ chosen/);
    await page.close();
    await section.close();
  });

  // Chromium's own prompt for `tabs` cannot be answered by a program; its door to the tabs is the same code.
  test.runIf(KIND === 'firefox')('the open tabs', async () => {
    const one = await w.driver.openTab(visitAddress('article', 50));
    const page = await w.driver.openPage('batch.html');
    await page.click('button', `${w.t('batchNew')}…`);
    await page.click('radio', w.t('batchSourceTabs'));
    await page.click('button', w.t('batchTabsAsk'));
    await page.see('checkbox', /Tàu chở nước ra đảo lần thứ 50/);
    await page.click('button', w.t('batchStartOne'));
    await page.read(w.t('batchStarted'));
    expect([...(await allDone()).values()]).toEqual(['saved']);
    await page.close();
    await one.close();
  });
});
