/** One highlight, two views: made on the live page or in the reader, it is in both, whatever the page does. */
import { describe, test } from 'vitest';
import type { Tab } from '../driver/driver';
import type { FirefoxDriver } from '../driver/firefox';
import { selectWords } from '../driver/selecting';
import { until } from '../driver/view';
import { FEATURE } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import type { Unruly } from '../site/unruly';
import { stumblingBlocks } from './axe';
import { expect, KIND, livingRows, world } from './world';

const w = world();
let page: Tab;
let before = '';

interface Annotation {
  id: string;
  quote: { exact: string };
  parts: { start: number; end: number }[];
  origin: string;
}

const annotations = () => livingRows<Annotation>(w.driver, 'annotations');
const markup = () => page.run<string>('(doc) => doc.documentElement.outerHTML');

/** Asks the annotator in the page's tab, as the background and the side panel do. */
function ask<T>(is: string): Promise<T> {
  return w.driver.inExtension<T>(`(async () => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const tab = (await tabs.query({})).find(({ url }) => url?.includes(${JSON.stringify(PAPER.host)}));
    await scripting.executeScript({ target: { tabId: tab.id }, files: ['/annotator.js'] });
    return tabs.sendMessage(tab.id, { pressmarkPage: { is: ${JSON.stringify(is)} } });
  })()`);
}

/** What stands painted, in the words of the page, its frames and shadow roots included. */
const painted = (what: 'ground' | 'uncertain' = 'ground') =>
  page.run<string[]>(
    `(doc, what) => {
    const windows = [doc.defaultView, ...[...doc.querySelectorAll('*')].flatMap((el) => [el, ...(el.shadowRoot?.querySelectorAll('iframe') ?? [])]).flatMap((el) => el.contentWindow ?? [])];
    return windows.flatMap((win) => [...win.CSS.highlights].filter(([name]) => name.startsWith('pressmark-live-' + what)).flatMap(([, highlight]) => [...highlight].map((range) => range.toString().normalize('NFC').replace(/\\s+/g, ' '))));
  }`,
    what,
  );

async function paintedBecomes(wanted: string[]): Promise<void> {
  let last: string[] = [];
  await until(`painted: ${wanted.join(' | ')}`, async () => {
    last = await painted();
    return last.length === wanted.length && wanted.every((words) => last.includes(words));
  }).catch((error: Error) => {
    throw new Error(`${error.message}; painted is ${JSON.stringify(last)}`, { cause: error });
  });
}

/** The shortcut; Chromium's needs a screen and a keyboard, so there it starts where the shortcut ends. */
async function pressHighlight(): Promise<void> {
  await page.page.bringToFront();
  if (KIND === 'firefox') await (w.driver as FirefoxDriver).pressInWindow('Alt+Shift+H');
  else await ask('highlight');
  await page.page.bringToFront();
}

/** The words that our controls say; they stand in a closed shadow root. */
function said(): Promise<string> {
  return w.driver.inExtension<string>(`(async () => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const tab = (await tabs.query({})).find(({ url }) => url?.includes(${JSON.stringify(PAPER.host)}));
    const [frame] = await scripting.executeScript({ target: { tabId: tab.id }, func: () => {
      const host = document.querySelector('pressmark-live');
      const root = host && (host.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host));
      return root ? [...root.children].map((el) => el.innerText ?? '').join(' ') : '';
    } });
    return frame.result;
  })()`);
}

const says = (words: string) =>
  until(`“${words}” in the controls`, async () => (await said()).includes(words));

/** Presses a button of our controls with the mouse. */
async function pressInControls(name: string): Promise<void> {
  const at = await until(`the button “${name}”`, () =>
    w.driver.inExtension<{ x: number; y: number } | null>(`(async () => {
      const { scripting, tabs } = globalThis.browser ?? chrome;
      const tab = (await tabs.query({})).find(({ url }) => url?.includes(${JSON.stringify(PAPER.host)}));
      const [frame] = await scripting.executeScript({ target: { tabId: tab.id }, args: [${JSON.stringify(name)}], func: (name) => {
        const host = document.querySelector('pressmark-live');
        const root = host && (host.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host));
        for (const button of root?.querySelectorAll('button') ?? [])
          if (button.textContent.trim() === name) { const box = button.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; }
        return null;
      } });
      return frame.result;
    })()`),
  );
  await page.page.bringToFront();
  await page.page.mouse.click(at.x, at.y);
}

/** The middle of the first words of this kind on the screen. */
async function clickWords(words: string): Promise<void> {
  const at = await page.run<{ x: number; y: number }>(
    `(doc, words) => {
      const walker = doc.createTreeWalker(doc.querySelector('article'), 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const found = node.data.indexOf(words);
        if (found < 0) continue;
        node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = doc.createRange(); range.setStart(node, found); range.setEnd(node, found + words.length);
        const box = range.getClientRects()[0];
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return null;
    }`,
    words,
  );
  await page.page.mouse.click(at.x, at.y);
}

const controlsGone = () =>
  until('the controls to go', () =>
    page.run<boolean>(`(doc) => doc.querySelector('pressmark-live') === null`),
  );

/** After the shortcut the notice has the focus: keys go on from there. */
async function noticeIsFocused(highlights: number): Promise<void> {
  await until(`${highlights} highlights`, async () => (await annotations()).length === highlights);
  await page.page.bringToFront();
  await until('the focus in the notice', () =>
    page.run<boolean>(`(doc) => doc.activeElement?.localName === 'pressmark-live'`),
  );
}

/** Loads the article anew with this trouble, or none. */
async function load(trouble: Unruly | null): Promise<void> {
  if (trouble) w.site.unruly.set(FEATURE.id, trouble);
  else w.site.unruly.delete(FEATURE.id);
  await page.page.goto(addressOf(FEATURE), { waitUntil: 'load' });
  await page.page.bringToFront();
}

const ON_PAGE = 'mỗi hộ góp hai công lao động mỗi tháng';
const IN_READER = 'cát phủ kín 42 nền nhà';
const ADDED = 'Bài viết được cập nhật lúc 14 giờ cùng ngày';
const TAGGED = 'mười cây trồng xuống chỉ sống được ba';
const LISTED = 'Không thả trâu, bò, dê vào rừng';

describe('a highlight', () => {
  test('made on a page that is not saved saves it first', async () => {
    await w.driver.allow([PAPER.host, PAPER.pictureHost]);
    page = await w.driver.openTab(addressOf(FEATURE));
    await selectWords(page, ON_PAGE);
    before = await markup();
    await pressHighlight();
    const [made] = await until('the highlight', async () => {
      const rows = await annotations();
      return rows.length === 1 && rows;
    });
    expect(made).toMatchObject({ origin: 'live', quote: { exact: ON_PAGE } });
    const [version] = await livingRows<{ text: string }>(w.driver, 'versions');
    expect(version!.text.slice(made!.parts[0]!.start, made!.parts[0]!.end)).toBe(ON_PAGE);
    await says(w.t('liveSavedAndHighlighted'));
    await paintedBecomes([ON_PAGE]);
  });

  test('leaves the page as it was, to the letter', async () => {
    await page.page.bringToFront();
    await page.key('Escape');
    await controlsGone();
    await paintedBecomes([ON_PAGE]);
    expect(await markup()).toBe(before);
  });

  test('is in the reader, and one made there is on the page at once', async () => {
    const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
    const reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
    await reader.see('button', ON_PAGE, { how: 'part' });
    await selectWords(reader, IN_READER);
    await reader.click('button', new RegExp(`^${w.t('readerJustHighlight')}`, 'u'));
    await until('two', async () => (await annotations()).length === 2);
    await reader.close();
    await page.page.bringToFront();
    await paintedBecomes([ON_PAGE, IN_READER]);
  });

  test('is there when the page is loaded again', async () => {
    await load(null);
    await paintedBecomes([ON_PAGE, IN_READER]);
  });

  test('of words in a list, by the bar beside the selection', async () => {
    await selectWords(page, LISTED);
    await pressInControls(w.t('readerJustHighlight'));
    await until('three', async () => (await annotations()).length === 3);
    await paintedBecomes([ON_PAGE, IN_READER, LISTED]);
    await says(w.t('liveHighlighted'));
    await pressInControls(w.t('liveAct_undo'));
    await paintedBecomes([ON_PAGE, IN_READER]);
    await selectWords(page, LISTED);
    await pressInControls(w.t('readerJustHighlight'));
    await paintedBecomes([ON_PAGE, IN_READER, LISTED]);
  });

  test('takes a recent tag by one key after the shortcut', async () => {
    await selectWords(page, TAGGED);
    await pressHighlight();
    await noticeIsFocused(4);
    await page.key('t');
    await says(TAGGED);
    await page.type('khủng hoảng');
    await page.key('Enter');
    await until('the new code', async () => (await livingRows(w.driver, 'codings')).length === 1);
    await page.key('Escape');
    await page.key('Escape');
    await controlsGone();
    await selectWords(page, ON_PAGE.slice(0, 12));
    await pressHighlight();
    await noticeIsFocused(5);
    await page.key('1');
    await until('the same code again', async () => {
      const codings = await livingRows<{ codeId: string }>(w.driver, 'codings');
      return codings.length === 2 && codings[0]!.codeId === codings[1]!.codeId;
    });
    // Twice two acts: tag and highlight.
    for (let left = 5; left > 3; left -= 1) {
      await w.driver.inExtension(
        `(globalThis.browser ?? chrome).runtime.sendMessage({ pressmark: 'journal/undo', request: null }).then(() => (globalThis.browser ?? chrome).runtime.sendMessage({ pressmark: 'journal/undo', request: null }))`,
      );
      await until(`${left - 1} left`, async () => (await annotations()).length === left - 1);
    }
    await page.page.bringToFront();
    await paintedBecomes([ON_PAGE, IN_READER, LISTED]);
    await page.key('Escape');
    await controlsGone();
  });

  test('opens its card where it is clicked', async () => {
    await clickWords('góp hai công');
    await says(ON_PAGE);
    await page.key('Escape');
    await controlsGone();
  });

  test('leads from its card to the passage in the copy', async () => {
    const id = (await annotations()).find(({ quote }) => quote.exact === ON_PAGE)!.id;
    await clickWords('góp hai công');
    await says(ON_PAGE);
    await pressInControls(w.t('liveAct_open'));
    const reader = await w.driver.pageOpened(`annotation=${id}`);
    await reader.see('button', ON_PAGE, { how: 'part' });
    await until('the pictures', () =>
      reader.run<boolean>(
        `(doc) => [...doc.querySelectorAll('img')].every(({ naturalHeight }) => naturalHeight > 0)`,
      ),
    );
    // Not beside the edge, where the bar of the palette covers it.
    await until('the passage in the middle', () =>
      reader.run<boolean>(
        `(doc) => { const [range] = [...(CSS.highlights.get('pressmark-focus') ?? [])]; const box = range?.getBoundingClientRect(); return !!box && box.top > innerHeight * 0.15 && box.bottom < innerHeight * 0.85; }`,
      ),
    );
    await reader.close();
    await page.page.bringToFront();
  });

  test('is not offered at a selection where the setting says so, from that moment on', async () => {
    const set = (selectionBar: boolean) =>
      w.driver.inExtension(
        `(async () => { const { local } = (globalThis.browser ?? chrome).storage; const { settings } = await local.get('settings'); await local.set({ settings: { ...settings, selectionBar: ${selectionBar} } }); })()`,
      );
    await selectWords(page, IN_READER);
    await says(w.t('readerJustHighlight'));
    await set(false);
    await controlsGone();
    await selectWords(page, LISTED);
    // Longer than the hand rests before a bar comes.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await said()).toBe('');
    await set(true);
    await selectWords(page, IN_READER);
    await says(w.t('readerJustHighlight'));
    await page.key('Escape');
    await controlsGone();
  });
});

describe('words that cannot be highlighted', () => {
  test('in a field are refused with a sentence', async () => {
    await page.run(
      `(doc) => { const area = doc.querySelector('textarea'); area.value = 'chữ của bạn đọc'; area.focus(); area.select(); }`,
    );
    await ask('highlight');
    await says(w.t('liveInField'));
    await page.run(
      `(doc) => { doc.activeElement.blur(); doc.querySelector('textarea').blur(); doc.querySelector('textarea').value = ''; }`,
    );
  });

  test('outside the article are refused with a sentence', async () => {
    await selectWords(page, 'Bài viết hay quá', 'Bài viết hay quá', '.c-comments');
    await ask('highlight');
    await says(w.t('liveOutside'));
    expect(await annotations()).toHaveLength(3);
  });
});

describe('a page that', () => {
  test.each<[string, Unruly]>([
    ['clears the registry', 'clears'],
    ['draws the article anew', 'rerenders'],
    ['rewrites its body', 'rewrites'],
    ['brings the article late', 'lazy'],
    ['has a strict policy', 'strict'],
    ['hides words in a shadow root and a frame', 'nested'],
    ['hides words in a closed shadow root', 'closed'],
  ])('%s keeps its highlights', async (_, trouble) => {
    await load(trouble);
    await paintedBecomes([ON_PAGE, IN_READER, LISTED]);
    // Past the moment at which the page does what it does.
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    await paintedBecomes([ON_PAGE, IN_READER, LISTED]);
  });

  test('was edited shows them on the right words, or asks', async () => {
    await load('edited');
    const { placed } = await until('the places', async () => {
      const { pressmarkPageState: state } = await ask<{
        pressmarkPageState: { placed: { id: string; verdict: string; changedWords: string[] }[] };
      }>('state');
      return state.placed.length === 3 && state;
    });
    const rows = await annotations();
    const verdictOf = (exact: string) =>
      placed.find(({ id }) => id === rows.find(({ quote }) => quote.exact === exact)!.id)!.verdict;
    expect(['same', 'exact']).toContain(verdictOf(ON_PAGE));
    expect(['changed', 'review']).toContain(verdictOf(IN_READER));
    const now = await painted();
    expect(now).toContain(ON_PAGE);
    expect(now.filter((words) => words.includes('nền nhà'))).toEqual(
      verdictOf(IN_READER) === 'changed' ? ['cát phủ kín 45 nền nhà'] : [],
    );
  });

  test('was edited is told so in the side panel, which leads to the words', async () => {
    const tabId = await w.driver.inExtension<number>(
      `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.find(({ url }) => url?.includes(${JSON.stringify(PAPER.host)})).id)`,
    );
    const panel = await w.driver.openPage(`sidepanel.html?tab=${tabId}`);
    await panel.see('heading', FEATURE.title);
    await panel.read(w.t('panelCount', '3'));
    await panel.read(/42, 45/);
    await page.page.bringToFront();
    await page.run('() => scrollTo(0, 0)');
    await panel.page.bringToFront();
    await panel.click('button', LISTED);
    await page.page.bringToFront();
    await until('the page to go there', () => page.run<boolean>('() => scrollY > 300'));
    await panel.page.bringToFront();
    expect(await stumblingBlocks(panel)).toEqual([]);
    await panel.focus('textbox', w.t('readerHighlightTags'));
    await panel.type('quy ước');
    await panel.key('Enter');
    await until('the tag', async () =>
      (await livingRows<{ name: string }>(w.driver, 'codes')).some(({ name }) => name === 'quy ước'),
    );
    await panel.close();
  });

  test('lost the article says how many are no longer there', async () => {
    await load('gone');
    await ask('show');
    await says(w.t('liveNoneShown', 0, 3));
    expect(await painted()).toEqual([]);
  });

  test('changes its address without loading brings them with the article', async () => {
    w.site.unruly.delete(FEATURE.id);
    await page.page.goto(`https://${PAPER.host}/?mot-trang`, { waitUntil: 'load' });
    await page.page.bringToFront();
    await page.click('link', FEATURE.title, { nth: 0 });
    await paintedBecomes([ON_PAGE, IN_READER, LISTED]);
    await page.run(`() => history.back()`);
    await paintedBecomes([]);
  });

  test('has words that were not saved offers to save it again', async () => {
    await load('edited');
    await until('the places', async () => (await painted()).length > 0);
    await selectWords(page, ADDED);
    await ask('highlight');
    await says(w.t('liveOutside'));
    await pressInControls(w.t('liveAct_saveAgain'));
    const made = await until('the highlight', async () =>
      (await annotations()).find(({ quote }) => quote.exact === ADDED),
    );
    expect(made.origin).toBe('live');
    expect(await livingRows(w.driver, 'versions')).toHaveLength(2);
    await until('it painted', async () => (await painted()).includes(ADDED));
  });

  test('tells a passage anew around the words shows them as uncertain, and leads to the review', async () => {
    await load('retold');
    await until('the uncertain words', async () => (await painted('uncertain')).includes(ON_PAGE));
    expect(await painted()).toContain(LISTED);
    expect(await painted()).not.toContain(ON_PAGE);
    await clickWords('góp hai công');
    await says(w.t('liveVerdict_reviewPage'));
    await pressInControls(w.t('liveAct_reviewPage'));
    const review = await w.driver.pageOpened('review.html');
    await review.read(ON_PAGE);
    await review.close();
    await page.page.bringToFront();
    // Saved or not, it stays a question until a person has answered.
    await clickWords('góp hai công');
    await says(w.t('liveVerdict_review'));
    expect(await painted('uncertain')).toContain(ON_PAGE);
    await page.key('Escape');
    await controlsGone();
  });
});
