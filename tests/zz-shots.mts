import { launchChromium } from '/work/main/tests/driver/chromium';
import { serveSite } from '/work/main/tests/site/server';
import * as A from '/work/main/tests/site/articles';
import { addressOf, PAPER } from '/work/main/tests/site/types';
const only = process.argv[2] ?? 'all';
const site = await serveSite();
const lang = (process.argv[3] ?? 'vi') as 'vi';
const d = await launchChromium({ proxyPort: site.port, headless: true, language: lang });
const ext = (q: string) => d.inExtension<any>(q);
const ask = (name: string, req: unknown) => ext(`(async()=>{const a=await chrome.runtime.sendMessage({pressmark:${JSON.stringify(name)},request:${JSON.stringify(req)}});if(!a.ok)throw new Error(${JSON.stringify(name)}+JSON.stringify(a));return a.value})()`);
await ext("chrome.storage.local.set({settings:{locale:'"+lang+"'}})");
try {
  await d.allow([PAPER.host, PAPER.pictureHost, 'baobinhthuan.com.vn', 'bbt.1cdn.vn', 'nhipsongtre.example', 'bao-dat-viet-moi.example', 'baosongbien.example']);
  const urls = [...Object.values(A).filter((x: any) => x && x.slug && x.id).map((x: any) => addressOf(x)), ...site.shared.filter((s: any) => s.expected?.isArticle !== false).map((s: any) => s.url ?? s.address ?? s.expected?.url)];
  console.log(urls);
  const saved: any[] = [];
  for (const url of urls) {
    const tab = await d.openTab(url);
    const id = await ext(`(async()=>(await chrome.tabs.query({})).find(t=>t.url===${JSON.stringify(url)})?.id)()`);
    try { saved.push(await ask('article/saveTab', { tabId: id })); } catch (e) { console.log(url, String(e)); }
    if (url === urls[1] && (only === 'all' || only === 'popup')) {
      const t2 = await d.openTab(urls[2]);
      const p = await d.pressButton(t2);
      await new Promise((r) => setTimeout(r, 1500));
      const pg = (await d.browser.pages(true)).find((x: any) => x.url().includes('popup.html')) ?? (p as any).page;
      await pg?.screenshot({ path: `/tmp/shot-popup-${lang}.png` });
      await t2.page.close();
    }
    await tab.page.close();
  }
  if (saved[0]) {
    await ask('article/tag', { articleIds: saved.slice(0, 3).map((s) => s.articleId), tag: 'Ngư nghiệp' });
    await ask('article/tag', { articleIds: saved.slice(1, 2).map((s) => s.articleId), tag: 'Khung: phát triển' });
    await ask('collection/create', { name: 'Luận văn chương 3', parentId: null });
    for (const s of saved.slice(0, 3)) {
      const v = await ext(`new Promise(r=>{const o=indexedDB.open('pressmark');o.onsuccess=()=>{const q=o.result.transaction('versions').objectStore('versions').get(${JSON.stringify(s.versionId)});q.onsuccess=()=>{o.result.close();r(q.result)}}})`);
      const paras = v.blocks.filter((b: any) => b.type === 'paragraph');
      for (const [i, b] of paras.slice(0, 3).entries()) {
        const start = b.start + i * 5, end = Math.min(b.end, b.start + 90 + i * 20);
        await ask('annotation/create', { articleId: s.articleId, versionId: s.versionId, parts: [{ blockId: b.id, start, end }], quote: { exact: v.text.slice(start, end), prefix: '', suffix: '' }, comment: i === 1 ? 'So sánh với bài của Tuổi Trẻ cùng ngày.' : '', codeIds: [], newTags: i === 0 ? ['Ngư nghiệp'] : i === 1 ? ['Chính sách', 'Khung: phát triển'] : ['Trích dẫn quan chức'], origin: 'saved' });
      }
    }
  }
  await new Promise((r) => setTimeout(r, 2500));
  const shot = async (path: string, name: string, w: number, h: number, dark: boolean, full = false) => {
    const t = await d.openPage(path);
    await t.page.setViewport({ width: w, height: h });
    await t.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await new Promise((r) => setTimeout(r, 1200));
    await t.page.screenshot({ path: `/tmp/shot-${name}.png`, fullPage: full });
    await t.page.close();
  };
  if (only === 'all' || only === 'library') { await shot('library.html', `library-${lang}`, 1280, 800, false); await shot('library.html', `library-${lang}-dark`, 1280, 800, true); await shot('library.html', `library-${lang}-narrow`, 420, 800, false); }
  if (only === 'all' || only === 'reader') for (const [i, s] of saved.slice(0, 6).entries()) { await shot(`reader.html?article=${s.articleId}`, `reader-${i}-${lang}`, 1280, 900, i === 1); if (i === 2) await shot(`reader.html?article=${s.articleId}`, `reader-narrow-${lang}`, 420, 900, false); }
  if (only === 'all') { await shot('welcome.html', `welcome-${lang}`, 1100, 900, false, true); await shot('options.html', `options-${lang}`, 1100, 900, true, true); await shot('enter.html', `enter-${lang}`, 1100, 900, false, true); }
} finally { await d.close(); await site.close(); }
