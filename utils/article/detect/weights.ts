/**
 * What each signal of a page weighs, and the reason it is told under. Fitted as `bench/fit-detection.ts` does it: a
 * logistic regression with a ridge over the pages of the corpora, every page once with its JSON-LD and once without, news
 * weighing less than the mixed pages of WCXB. Signals whose sign was wrong or changed between the halves were left out.
 * `home`, `section`, `shortPath`, `familyMarks` and `videoOnly` are set by hand: the corpora hold too few such pages, and a
 * badge on a section page is worse than a lost article. The bias is moved so that
 * 0.5 is a good border when a lost article costs more than a page too many.
 * Fitted anew, the weights come out near these but take our own section page for an article: these were kept.
 */
import type { DetectionReason } from '../types';
import type { PageSignals } from './page-signals';

export const BIAS = -1.07;

export const WEIGHTS: Record<keyof PageSignals, { reason: DetectionReason; weight: number }> = {
  home: { reason: 'addressIsHome', weight: -5 },
  section: { reason: 'addressIsListing', weight: -3 },
  shortPath: { reason: 'addressIsListing', weight: -1.7 },
  addressOfList: { reason: 'addressIsListing', weight: -0.24 },
  articleAddress: { reason: 'addressLooksLikeArticle', weight: 0.8 },
  addressOfTexts: { reason: 'addressLooksLikeArticle', weight: 0.83 },
  slugWords: { reason: 'addressLooksLikeArticle', weight: 0.29 },
  jsonLdArticle: { reason: 'jsonLdArticle', weight: 0.93 },
  ogArticle: { reason: 'ogArticle', weight: 0.93 },
  familyMarks: { reason: 'familyMarks', weight: 1 },
  postClass: { reason: 'familyMarks', weight: 0.63 },
  bodyClass: { reason: 'familyMarks', weight: 1.11 },
  shares: { reason: 'familyMarks', weight: 1.05 },
  comments: { reason: 'familyMarks', weight: 0.93 },
  headlineWords: { reason: 'headlineAndDate', weight: 0.74 },
  titleWords: { reason: 'headlineAndDate', weight: 0.55 },
  datedNear: { reason: 'headlineAndDate', weight: 0.82 },
  writtenHead: { reason: 'headlineAndDate', weight: 0.39 },
  byline: { reason: 'headlineAndDate', weight: 0.49 },
  text: { reason: 'longText', weight: 0.8 },
  paragraphs: { reason: 'longText', weight: 0.56 },
  gathered: { reason: 'longText', weight: 0.59 },
  textOverLinks: { reason: 'longText', weight: 0.66 },
  teasers: { reason: 'manyTeasers', weight: -0.91 },
  teasersOverText: { reason: 'manyTeasers', weight: -0.79 },
  listClass: { reason: 'manyTeasers', weight: -0.43 },
  addressOfShop: { reason: 'productOrForum', weight: -1.19 },
  addressOfForum: { reason: 'productOrForum', weight: -1.47 },
  addressOfManual: { reason: 'productOrForum', weight: -1.64 },
  addressOfOffer: { reason: 'productOrForum', weight: -0.58 },
  jsonLdOther: { reason: 'productOrForum', weight: -0.87 },
  ogOther: { reason: 'productOrForum', weight: -0.66 },
  forumClass: { reason: 'productOrForum', weight: -0.87 },
  manualClass: { reason: 'productOrForum', weight: -0.81 },
  prices: { reason: 'productOrForum', weight: -1.13 },
  basket: { reason: 'productOrForum', weight: -0.72 },
  offers: { reason: 'productOrForum', weight: -1.19 },
  buttons: { reason: 'productOrForum', weight: -0.9 },
  forms: { reason: 'productOrForum', weight: -0.48 },
  code: { reason: 'productOrForum', weight: -0.68 },
  sources: { reason: 'productOrForum', weight: -0.78 },
  videoOnly: { reason: 'videoOnly', weight: -3 },
};
