import { launchChromium } from './tests/driver/chromium';
import { launchFirefox } from './tests/driver/firefox';
import { serveSite } from './tests/site/server';
import { visitAddress, SECOND_PAPER, type Errand } from './tests/site/visits';
import { PAPER } from './tests/site/types';
const site = await serveSite();
const d = await (process.argv[2]==='firefox'?launchFirefox:launchChromium)({ proxyPort: site.port });
const rows = (t: string) => d.inExtension<any[]>(`new Promise((res, rej) => { const o = indexedDB.open('pressmark'); o.onsuccess = () => { const a = o.result.transaction('${t}').objectStore('${t}').getAll(); a.onsuccess = () => { o.result.close(); res(a.result) } } })`);
try {
  await d.allow([PAPER.host, SECOND_PAPER, 'khong-co.example']);
  console.log('online', await d.inExtension('navigator.onLine'));
  await d.inExtension(`(globalThis.browser ?? chrome).storage.local.set({ pace: { delayMs: 100, limitMs: 6000 } })`);
  const errands: Errand[] = ['article','slow','gone','broken','home','login','wall','noArticle','endless','growing','elsewhere'];
  const urls = [...errands.map((e, i) => visitAddress(e, i + 1, i % 2 ? SECOND_PAPER : PAPER.host)), 'https://khong-co.example/bai-123456.html', 'https://khac.example/x-123456.html', 'javascript:1'];
  const made = await d.inExtension(`(globalThis.browser ?? chrome).runtime.sendMessage({ pressmark: 'batch/create', request: ${JSON.stringify({ source: 'list', name: 'x', addresses: urls.map((text, i) => ({ text, title: '', line: i + 1 })), tags: ['thẻ'], collections: [] })} })`);
  console.log(made);
  const t0 = Date.now();
  for (;;) {
    await new Promise((r) => setTimeout(r, 1500));
    const q = await rows('queue');
    if (q.every((r) => !['waiting', 'running'].includes(r.state)) || Date.now() - t0 > 120000) {
      for (const r of q) console.log(r.url.slice(0, 60), r.state, r.reason, r.detail, r.attempts);
      break;
    }
  }
  console.log((Date.now() - t0) / 1000, (await rows('batches')).map((b) => b.state), (await rows('articles')).length);
  console.log(await d.inExtension(`(globalThis.browser ?? chrome).tabs.query({}).then(t => t.map(x => x.url))`));
} finally { await d.close(); await site.close(); process.exit(); }
