import { measureSelections } from './bench/selections';
console.time('t');
console.log(await measureSelections({ count: Number(process.argv[2]), articles: Number(process.argv[3]) }));
console.timeEnd('t');
