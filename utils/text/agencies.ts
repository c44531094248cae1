import { foldMarks } from './fold';

/** News agencies as bylines and sources print them, folded. A name alone of this list is a source, not a writer. */
const AGENCIES = new Set(
  `ttxvn|ttxvn/vietnam+|vietnam+|vietnamplus|vna|vna/vns|thong tan xa viet nam|reuters|thomson reuters|afp|agence france-presse|
ap|ap news|associated press|the associated press|bloomberg|bloomberg news|xinhua|xinhuanet|tan hoa xa|thx|thx/ttxvn|tass|itar-tass|
ria novosti|sputnik|yonhap|yonhap/ttxvn|kyodo|kyodo news|jiji press|dpa|dpa-afx|dpa/tmn|epa|efe|ansa|apa|ats|sda|keystone-sda|belga|
anp|pti|ani|ians|upi|cp|the canadian press|canadian press|pa media|press association|aap|australian associated press|lusa|
europa press|agencia efe|anadolu|anadolu agency|agerpres|pap|ctk|mti|ntb|tt nyhetsbyran|ritzau|stt|bernama|antara|cna|
zuma press|getty images|adn|belta|ukrinform|interfax|prensa latina|notimex|telam|agencia brasil|estadao conteudo|folhapress|
reuters/ttxvn|afp/ttxvn|ap/ttxvn|epa/ttxvn|pv ttxvn`
    .split('|')
    .map((name) => name.trim()),
);

/** Is this text, as a whole, the name of a news agency? */
export function isAgency(name: string): boolean {
  return AGENCIES.has(foldMarks(name).trim());
}
