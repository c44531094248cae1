/** The codebook by keyboard: a tree of codes, a refused twin, a merge and its undo, out as REFI-QDA and in again; variables. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { downloaded, removeFolder, temporaryFolder, type Tab } from '../driver/driver';
import { tagPassage } from '../driver/main-job';
import { until } from '../driver/view';
import { FEATURE } from '../site/articles';
import { addressOf, PAPER } from '../site/types';
import { stumblingBlocks } from './axe';
import { expect, livingRows, saveByPopup, world } from './world';

const w = world();
let page: Tab;
let file: string;

interface Code {
  id: string;
  name: string;
  parentId: string | null;
  mergedInto?: string;
  values: string[];
}
interface Coding {
  codeId: string;
  targetType: string;
  value: string | null;
}

const codes = async () => (await livingRows<Code>(w.driver, 'codes')).filter(({ mergedInto }) => !mergedInto);
const codings = () => livingRows<Coding>(w.driver, 'codings');
const named = async (name: string) => (await codes()).find((code) => code.name === name);
/** The tree as it is shown: level and name of each row. */
const outline = () =>
  page.run<string[]>(
    `(doc) => [...doc.querySelectorAll('[role=treeitem]')].map((row) => row.getAttribute('aria-level') + ' ' + row.querySelector('.code-name')?.textContent)`,
  );
const toTree = () => page.run(`(doc) => { doc.querySelector('[role=tree]').focus(); return null; }`);

/** Names the code that is being made or renamed. */
async function name(words: string): Promise<void> {
  await until('the field for the name', () =>
    page.run<boolean>(`(doc) => doc.activeElement?.classList.contains('code-name-input')`),
  );
  await page.type(words);
  await page.key('Enter');
}

async function expectTree(expected: string[]): Promise<void> {
  await until(`the tree ${expected.join(' · ')}`, async () => {
    const now = await outline();
    if (JSON.stringify(now) !== JSON.stringify(expected)) throw new Error(`it is ${now.join(' · ')}`);
    return true;
  });
}

test('a tag from the reader stands in the codebook, which opens from the library', async () => {
  await w.driver.allow([PAPER.host, PAPER.pictureHost]);
  const tab = await w.driver.openTab(addressOf(FEATURE));
  await (await saveByPopup(w, tab)).close();
  await tab.close();
  const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
  const reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
  await tagPassage(w.driver, reader, w.t('readerTagField'), {
    from: 'mỗi hộ góp hai công',
    to: 'mỗi hộ góp hai công',
    tag: 'tự quản',
  });
  await until('the coding', async () => (await codings()).length === 1);
  await reader.close();
  const library = await w.driver.openPage('library.html');
  await library.click('button', w.t('libraryCodebook'));
  page = await w.driver.pageOpened('codebook.html');
  await expectTree(['1 tự quản']);
});

test('a tree is made with the keyboard alone', async () => {
  await toTree();
  await page.key('n');
  await name('Cộng đồng');
  await expectTree(['1 tự quản', '1 Cộng đồng']);
  await toTree();
  await page.key('Shift+N');
  await name('Khủng hoảng');
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Khủng hoảng']);
  await toTree();
  await page.key('n');
  await name('Hương ước');
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Khủng hoảng', '2 Hương ước']);
  await toTree();
  await page.key('Alt+ArrowUp');
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Hương ước', '2 Khủng hoảng']);
});

test('a name that differs only by case or Unicode form is refused with the reason', async () => {
  await toTree();
  await page.key('F2');
  await name('KHỦNG HOẢNG'.normalize('NFD'));
  await page.see('alert', w.t('codebookNameTaken', 'Khủng hoảng'));
  await page.key('Escape');
  expect(await named('Hương ước')).toBeTruthy();
});

test('a search without marks finds it', async () => {
  await toTree();
  await page.key('/');
  await page.type('khung');
  await expectTree(['1 Cộng đồng', '2 Khủng hoảng']);
  await page.key('Escape');
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Hương ước', '2 Khủng hoảng']);
});

test('nothing stands in the way of a screen reader or of weak eyes', async () => {
  expect(await stumblingBlocks(page)).toEqual([]);
});

test('two codes are merged with the keyboard; undo says what it undid, and brings both back', async () => {
  const before = await named('tự quản');
  await toTree();
  await page.key('Home');
  await page.key('m');
  await page.see('dialog', w.t('codebookMergeTitle'));
  await page.focus('textbox', w.t('codebookMergeInto', 'tự quản'));
  await page.type('huong');
  await page.key('ArrowDown');
  await page.key('Enter');
  expect(await stumblingBlocks(page)).toEqual([]);
  await page.click('button', w.t('codebookMergeDo'));
  await expectTree(['1 Cộng đồng', '2 Hương ước', '2 Khủng hoảng']);
  const into = (await named('Hương ước'))!;
  expect((await codings()).map(({ codeId }) => codeId)).toEqual([into.id]);
  await page.click('button', w.t('codebookUndo', w.t('journalCodesMerged')));
  await page.read(w.t('libraryUndone', w.t('journalCodesMerged')));
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Hương ước', '2 Khủng hoảng']);
  expect((await codings()).map(({ codeId }) => codeId)).toEqual([before!.id]);
});

test('the codebook is written as REFI-QDA', async () => {
  await page.click('button', w.t('codebookFile'));
  await page.click('button', w.t('codebookExportQdc'), { how: 'part' });
  file = await downloaded(w.driver, '.qdc');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
  expect([...text.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'tự quản',
    'Cộng đồng',
    'Hương ước',
    'Khủng hoảng',
  ]);
});

test('what the file has more than here comes in, after it was shown', async () => {
  await toTree();
  await page.key('End');
  await page.key('Delete');
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Hương ước']);
  const folder = temporaryFolder('codebook');
  const changed = path.join(folder, 'other.qdc');
  const more =
    '<Code guid="1f0e9c3e-0000-4000-8000-0000000000aa" name="Hạn hán" isCodable="true"/>\n  </Codes>';
  writeFileSync(changed, readFileSync(file, 'utf8').replace('</Codes>', more));
  await page.click('button', w.t('codebookFile'));
  await page.click('button', w.t('codebookImport'));
  await page.see('file', null);
  const input = (await page.page.$('input[type=file]'))!;
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(changed);
  await page.read(w.t('codebookImportFound', 'other.qdc', '5'));
  expect(await stumblingBlocks(page)).toEqual([]);
  await page.click('button', w.t('codebookImportDo'));
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Hương ước', '2 Khủng hoảng', '1 Hạn hán']);
  await page.click('button', w.t('codebookUndo', w.t('journalCodebookImported')));
  await expectTree(['1 tự quản', '1 Cộng đồng', '2 Hương ước']);
  removeFolder(folder);
});

test('a code with values is a form beside the reader; undo takes the value back', async () => {
  await toTree();
  await page.key('Home');
  await page.key('n');
  await name('Giọng điệu');
  await until('the code', () => named('Giọng điệu'));
  for (const value of ['tích cực', 'tiêu cực']) {
    await page.focus('textbox', w.t('codebookValueNew'));
    await page.type(value);
    await page.key('Enter');
    await until(value, async () => (await named('Giọng điệu'))!.values.includes(value));
  }
  const [article] = await livingRows<{ id: string }>(w.driver, 'articles');
  const reader = await w.driver.openPage(`reader.html?article=${article!.id}`);
  await reader.focus('radio', 'tiêu cực');
  await reader.key(' ');
  const values = async () =>
    (await codings()).flatMap(({ targetType, value }) => (targetType === 'article' ? [value] : []));
  await until('the value', async () => (await values())[0] === 'tiêu cực');
  // The article's own headings are as its paper set them.
  const blocks = await stumblingBlocks(reader);
  expect(blocks.filter((block) => !block.includes('data-block'))).toEqual([]);
  await reader.click('button', w.t('readerUndo'));
  await until('nothing said', async () => (await values()).length === 0);
});
