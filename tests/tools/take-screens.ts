/**
 * `npx tsx tests/tools/take-screens.ts`: takes the pictures of `docs/screens.md` anew, in Chromium, from a library of our own
 * sample pages: the same in both languages and both themes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { hasProgram } from '../driver/browsers';
import { ensureBuilt } from '../driver/build';
import { launchChromium } from '../driver/chromium';
import { ROOT, type Driver, type Tab } from '../driver/driver';
import { until } from '../driver/view';
import { wordsIn, type Locale } from '../driver/words';
import { FIRST_PRINT, printAddress, SECOND_PRINT } from '../site/agency';
import { ARTICLES, FEATURE, FERRY } from '../site/articles';
import { ownPages } from '../site/own-pages';
import { serveSite, type SampleSite } from '../site/server';
import { addressOf, PAPER } from '../site/types';
import { SECOND_PAPER, visitAddress, type Errand } from '../site/visits';
import { rowsOf } from '../driver/rows';

const FOLDER = path.join(ROOT, 'docs/images');
const LOOKS = (['vi', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((theme) => ({ locale, theme })),
);
const QUERY = 'tau ca OR rung';
const TAGS: [title: RegExp, ...tags: string[]][] = [
  [/rừng dương/, 'môi trường biển', 'cộng đồng'],
  [/rừng đước/, 'môi trường biển', 'sinh kế'],
  [/Hòn Chài|hỏng máy/, 'an toàn đi biển'],
  [/giấy phép đi biển|tàu gỗ/, 'sinh kế', 'an toàn đi biển'],
  [/[Tt]hư viện|đổi sách|đàn/, 'cộng đồng'],
  [/thúng chai|chợ cá/, 'sinh kế'],
];
/** How long a page without end is waited for: the list is photographed under way meanwhile. */
const ENDLESS_MS = 60_000;
/** Addresses of its paper, which is visited page by page: itself, two more without an article, and the second print. */
const HELD_UP = 4;

interface Saved {
  id: string;
  shown: { title: string };
  latestVersionId: string;
}

const errand = (what: Errand, number: number) => visitAddress(what, number, SECOND_PAPER);

/** Everything that is saved, and between it every way in which an address leads to no article; what has pictures is last. */
function addresses(): string[] {
  const own = ownPages()
    .filter(
      ({ expected }) => expected.isArticle && /\.example\//.test(expected.url) && !isEnglish(expected.url),
    )
    .map(({ expected }) => expected.url);
  return [
    ...own.slice(0, 2),
    visitAddress('gone', 1),
    errand('endless', 2),
    ...own.slice(2, 4),
    errand('login', 3),
    visitAddress('home', 4),
    errand('wall', 5),
    ...own.slice(4),
    ...[FIRST_PRINT, SECOND_PRINT].map(printAddress),
    ...ARTICLES.map(addressOf),
  ];
}

const isEnglish = (url: string) => /(?:quay|harbour)post/.test(url);

async function tell(driver: Driver, name: string, request: object): Promise<Record<string, string>> {
  const answer = await driver.inExtension<{ ok: boolean; value: Record<string, string> }>(
    `chrome.runtime.sendMessage(${JSON.stringify({ pressmark: name, request })})`,
  );
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}

const store = (driver: Driver, what: object) =>
  driver.inExtension(`chrome.storage.local.set(${JSON.stringify(what)}).then(() => null)`);

/** The page in each language and theme; `ready` waits until it shows what the picture is for. */
async function take(
  driver: Driver,
  name: string,
  at: string,
  ready: (page: Tab, locale: Locale) => Promise<unknown>,
): Promise<void> {
  for (const { locale, theme } of LOOKS) {
    await store(driver, { settings: { locale, theme } });
    const page = await driver.openPage(at);
    await page.page.setViewport({ width: 1440, height: 900 });
    await ready(page, locale);
    await page.page.mouse.move(1439, 899);
    await page.page.evaluate('document.fonts.ready.then(() => null)');
    const file = path.join(FOLDER, `${name}-${locale}-${theme}.png`);
    await page.page.screenshot({ path: file });
    if (hasProgram('convert')) execFileSync('convert', [file, '+dither', '-colors', '255', `PNG8:${file}`]);
    await page.close();
  }
}

/** Starts the list, and photographs it while a page without end holds it up. */
async function saveMany(driver: Driver): Promise<void> {
  const urls = addresses();
  const hosts = [...new Set(urls.map((url) => new URL(url).host.replace(/^www\./, '')))];
  await driver.allow([...hosts.flatMap((host) => [host, `www.${host}`]), PAPER.pictureHost]);
  await store(driver, { settings: { locale: 'en' }, pace: { delayMs: 100, limitMs: ENDLESS_MS } });
  const t = wordsIn('en');
  const page = await driver.openPage('batch.html');
  await page.fill(t('batchListLabel'), urls.join('\n'));
  await page.click('button', t('batchStart', urls.length));
  await page.read(t('batchStarted'));
  await page.close();
  const states = async () => (await rowsOf<{ state: string }>(driver, 'queue')).map(({ state }) => state);
  await until(
    'the page without end to be the only one at work',
    async () => {
      const now = await states();
      const open = now.filter((state) => state === 'running' || state === 'waiting');
      return now.includes('running') && open.length <= HELD_UP;
    },
    120_000,
  );
  await take(driver, 'queue', 'batch.html', (tab, locale) => tab.read(wordsIn(locale)('batchState_running')));
  await until(
    'every address to have its outcome',
    async () => (await states()).every((state) => state !== 'running' && state !== 'waiting'),
    ENDLESS_MS * 2,
  );
}

const articles = (driver: Driver) => rowsOf<Saved>(driver, 'articles');

async function collect(driver: Driver): Promise<void> {
  const saved = await articles(driver);
  const idsOf = (title: RegExp) => saved.filter(({ shown }) => title.test(shown.title)).map(({ id }) => id);
  for (const [title, ...tags] of TAGS)
    for (const tag of tags) await tell(driver, 'article/tag', { articleIds: idsOf(title), tag });
  const [project] = await rowsOf(driver, 'projects');
  await tell(driver, 'project/rename', { projectId: project!.id, name: 'Báo chí miền biển' });
  const study = await tell(driver, 'collection/create', {
    name: 'Luận án',
    parentId: null,
  });
  const chapters: [string, RegExp][] = [
    ['Chương 2: Rừng và cát', /rừng/],
    ['Chương 3: Nghề biển', /tàu|thúng|chợ cá/i],
  ];
  for (const [name, title] of chapters) {
    const { collectionId } = await tell(driver, 'collection/create', { name, parentId: study.collectionId! });
    await tell(driver, 'article/collect', { articleIds: idsOf(title), collectionId, isIn: true });
  }
  await tell(driver, 'article/setState', { articleIds: idsOf(/rừng|tàu|[Tt]hư viện/), state: 'kept' });
  await tell(driver, 'search/create', { name: 'Rừng và tàu cá', query: QUERY, sort: 'relevance' });
  await tell(driver, 'search/create', { name: 'Cần xem lại', query: 'has:changed', sort: 'saved' });
}

/** Passages marked in the feature, so that the difference tells where they went. */
async function highlight(driver: Driver): Promise<void> {
  const { id, latestVersionId } = (await articles(driver)).find(
    ({ shown }) => shown.title === FEATURE.title,
  )!;
  const versions = await rowsOf<{
    id: string;
    text: string;
    blocks: { id: string; start: number; end: number }[];
  }>(driver, 'versions');
  const { text, blocks } = versions.find((version) => version.id === latestVersionId)!;
  for (const [exact, comment] of [
    ['phủ kín 42 nền nhà', 'Đối chiếu với báo cáo của huyện.'],
    ['gồm 15 người, chia ba ca', ''],
  ] as const) {
    const start = text.indexOf(exact);
    const end = start + exact.length;
    const { id: blockId } = blocks.find((block) => block.start <= start && end <= block.end)!;
    await tell(driver, 'annotation/create', {
      articleId: id,
      versionId: latestVersionId,
      parts: [{ blockId, start, end }],
      quote: { exact, prefix: text.slice(start - 30, start), suffix: text.slice(end, end + 30) },
      comment,
      codeIds: [],
      newTags: ['thiệt hại'],
      origin: 'saved',
    });
  }
}

/** A later edition is kept of the feature, and of the ferry it is only noticed. */
async function visitAgain(driver: Driver, site: SampleSite): Promise<void> {
  site.unruly.set(FEATURE.id, 'retouched');
  site.revised.add(FERRY.id);
  const seen = async (url: string, badge: string) => {
    const tab = await driver.openTab(url);
    await until(`the badge ${badge}`, async () => (await driver.badge(tab)).text === badge);
    return tab;
  };
  await (await seen(addressOf(FERRY), 'Δ')).close();
  const before = (await rowsOf(driver, 'versions')).length;
  await store(driver, { settings: { locale: 'en', saveVersions: true } });
  const tab = await driver.openTab(addressOf(FEATURE));
  await until('the second version', async () => (await rowsOf(driver, 'versions')).length > before);
  await tab.close();
}

const hasRows = (page: Tab) =>
  page.run<boolean>(`(doc) => doc.querySelector('[data-article]')?.textContent.trim().length > 0`);

/** Lead pictures are read when the list rests. */
const pictured = (page: Tab) =>
  until('the pictures', () => page.run<boolean>(`(doc) => doc.querySelector('.row-thumb img')?.complete`));

/** Saved searches are counted, and the facets beside a search, once nothing more urgent is to be done. */
const counted = (page: Tab) =>
  until('the counts', () =>
    page.run<boolean>(`(doc) => {
      const numbers = [...doc.querySelectorAll('.entry-count')].map((one) => one.textContent);
      const found = /\\d+/.exec(doc.querySelector('.list-count').textContent)[0];
      return numbers[0] === found && !numbers.includes('…');
    }`),
  );

async function takeAll(driver: Driver, site: SampleSite): Promise<void> {
  await saveMany(driver);
  await collect(driver);
  await highlight(driver);
  await visitAgain(driver, site);
  await take(driver, 'list', 'library.html', async (page, locale) => {
    await until('the list', () => hasRows(page));
    await page.choose(wordsIn(locale)('librarySort'), 'published');
    await until('the newest first', () =>
      page.run<boolean>(
        `(doc) => doc.querySelector('[aria-rowindex="1"]')?.textContent.includes('Bãi Trâu')`,
      ),
    );
    await page.run(`(doc) => doc.activeElement.blur()`);
    await counted(page);
    await pictured(page);
  });
  await take(driver, 'search', 'library.html', async (page, locale) => {
    await until('the list', () => hasRows(page));
    await page.fill(wordsIn(locale)('searchLabel'), QUERY);
    await until('the passages', () =>
      page.run<boolean>(`(doc) => doc.querySelector('.snippet mark') !== null`),
    );
    await page.run(`(doc) => doc.activeElement.blur()`);
    await counted(page);
    await pictured(page);
  });
  const feature = (await articles(driver)).find(
    ({ shown }) => shown.title === FEATURE.title || /rừng dương/.test(shown.title),
  )!;
  await take(driver, 'difference', `versions.html?article=${feature.id}`, async (page, locale) => {
    const t = wordsIn(locale);
    await page.read(t('grade_headline'));
    for (const nth of ['1', '2']) {
      await page.click('button', t('versionsNext'), { how: 'part' });
      await page.read(t('versionsNth', nth, '4'));
    }
  });
  await take(driver, 'storage', 'options.html', async (page, locale) => {
    const t = wordsIn(locale);
    await page.click('button', t('storageCount'));
    await page.see('button', t('storageCountAgain'));
    // A little room above, as a person would scroll.
    await page.run(
      `(doc) => doc.defaultView.scrollBy(0, doc.querySelector('.storage').getBoundingClientRect().top - 28)`,
    );
  });
}

mkdirSync(FOLDER, { recursive: true });
ensureBuilt('chromium');
const site = await serveSite();
const driver = await launchChromium({ proxyPort: site.port, headless: true });
try {
  await takeAll(driver, site);
} finally {
  await driver.close();
  await site.close();
}
