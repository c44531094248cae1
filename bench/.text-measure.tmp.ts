import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import { resolveMetadata } from '/work/main/utils/article/metadata/resolve-metadata';
const root='/work/shared/corpus/extraction/';
const only=process.argv[2]!.split(','); const limit=Number(process.argv[3]??1e9);
const fold=(s:string)=>s.normalize('NFC').replace(/[‘’‚‛′`´]/g,"'").replace(/[“”„«»″]/g,'"').replace(/[‐-―]/g,'-').replace(/\s+/g,' ').trim().toLowerCase();
const tally:Record<string,Record<string,[number,number]>>={}; const misses:string[]=[];
let n=0;
for(const line of readFileSync(root+'truth.jsonl','utf8').split('\n').filter(Boolean)){
  const t=JSON.parse(line); if(!only.includes(t.corpus)) continue; if(t.corpus==='wcxb'&&t.type!=='article')continue; if(n++>=limit)break;
  const html=gunzipSync(readFileSync(root+t.file)).toString('utf8');
  const dom=new JSDOM(html,{url:t.url,virtualConsole:new VirtualConsole()});
  let m; try{ m=resolveMetadata(dom.window.document,t.url,{family:null},new Date('2026-11-23T14:00:00Z')); }catch(e){ misses.push(`THROW ${t.id} ${e}`); continue; }
  const c=tally[t.corpus]??={};
  const add=(k:string,ok:boolean,info:()=>string)=>{ const p=c[k]??=[0,0]; p[1]++; if(ok)p[0]++; else misses.push(`${t.corpus} ${k} ${t.id} ${t.url}\n   ${info()}`); };
  if(t.title) add('title',fold(m.title.value??'')===fold(t.title),()=>`want ${t.title}\n   got  ${m.title.value} (${m.title.source})`);
  if(t.authors) add('authors',JSON.stringify([...new Set((m.authors.value??[]).map(fold))].sort())===JSON.stringify([...new Set(t.authors.map(fold))].sort()),()=>`want ${JSON.stringify(t.authors)}\n   got  ${JSON.stringify(m.authors.value)} (${m.authors.source}) agency ${m.agency.value}  ${JSON.stringify(m.authors.candidates??[]).slice(0,400)}`);
  if(t.date) add('day',(m.published.value??'').slice(0,10)===t.date,()=>`want ${t.date}\n   got  ${m.published.value} (${m.published.source}) ${JSON.stringify(m.published.candidates??[]).slice(0,300)}`);
  dom.window.close();
}
for(const [c,k] of Object.entries(tally)) console.log(c,Object.entries(k).map(([f,[a,b]])=>`${f} ${a}/${b} ${(100*a/b).toFixed(1)}`).join('  '));
writeFileSync(`/tmp/misses-${only.join('-')}.txt`,misses.join('\n'));
