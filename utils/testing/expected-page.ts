/** Compares what was extracted from a page with its `expected.json`. Shared by the unit tests and the benchmark tool. */

export interface ExpectedPage {
  page?: string;
  url: string;
  isArticle: boolean;
  title: string;
  authors?: string[];
  authorsNote?: string;
  published?: string | null;
  publishedText?: string;
  modified?: string | null;
  lead?: string | null;
  dateline?: string | null;
  section?: string[];
  keywords?: string[];
  siteName?: string;
  language?: string;
  agency?: string;
  leadImage?: { src: string };
  captions?: string[];
  credits?: string[];
  paragraphs?: string[];
  subheads?: string[];
  boxes?: string[];
  mustNotAppear?: string[];
  lists?: string[];
  cells?: string[];
  quotes?: string[];
  embeds?: string[];
  incomplete?: string[];
}

/** What the comparison needs, whatever it was made by. Members left out are not compared. */
export interface Actual {
  isArticle: boolean;
  title: string | null;
  authors: string[] | null;
  published: string | null;
  publishedText?: string | null;
  modified: string | null;
  lead: string | null;
  dateline?: string | null;
  section: string[] | null;
  keywords: string[] | null;
  outlet: string | null;
  language: string | null;
  agency?: string | null;
  leadImage: string | null;
  captions: string[];
  credits?: string[];
  blocks: { type: string; text: string }[];
  incomplete?: readonly string[];
  text: string;
  html: string;
}

const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Everything that is not as expected, one line each; empty when all is right. */
export function differences(expected: ExpectedPage, actual: Actual): string[] {
  const wrong: string[] = [];
  const same = (name: string, want: unknown, got: unknown) => {
    if (JSON.stringify(want) !== JSON.stringify(got))
      wrong.push(`${name}: wanted ${JSON.stringify(want)}, got ${JSON.stringify(got)}`);
  };
  same('isArticle', expected.isArticle, actual.isArticle);
  if (!expected.isArticle) return wrong;
  same('title', plain(expected.title), actual.title);
  if (expected.authors) {
    const anyCase = expected.authorsNote !== undefined;
    const list = (names: string[] | null) =>
      (names ?? [])
        .filter((name) => !anyCase || name !== 'CTV')
        .map((name) => (anyCase ? name.toLowerCase() : name));
    same('authors', list(expected.authors), list(actual.authors));
  }
  if (expected.published !== undefined) same('published', expected.published, actual.published);
  if (expected.publishedText !== undefined && actual.publishedText !== undefined)
    same('publishedText', printedDate(expected.publishedText), printedDate(actual.publishedText ?? ''));
  if (expected.modified !== undefined) same('modified', expected.modified, actual.modified);
  if (expected.lead !== undefined) same('lead', expected.lead && plain(expected.lead), actual.lead);
  if (expected.dateline !== undefined && actual.dateline !== undefined)
    same('dateline', expected.dateline, actual.dateline);
  if (expected.section) same('section', expected.section, actual.section);
  if (expected.keywords) same('keywords', expected.keywords, actual.keywords ?? []);
  if (expected.siteName) same('outlet', expected.siteName, actual.outlet);
  if (expected.language) same('language', expected.language, actual.language);
  if (expected.agency && actual.agency !== undefined) same('agency', expected.agency, actual.agency);
  if (expected.leadImage) same('leadImage', expected.leadImage.src, actual.leadImage);
  if (expected.captions) same('captions', expected.captions.map(plain), actual.captions);
  if (expected.credits && actual.credits) same('credits', expected.credits, actual.credits);
  const of = (...types: string[]) =>
    actual.blocks.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  const boxes = new Set((expected.boxes ?? []).map(plain));
  if (expected.paragraphs)
    same(
      'paragraphs',
      expected.paragraphs.map(plain),
      of('paragraph').filter((text) => !boxes.has(text)),
    );
  if (expected.subheads) same('subheads', expected.subheads.map(plain), of('heading'));
  if (expected.lists) same('lists', expected.lists, of('listItem'));
  if (expected.cells) same('cells', expected.cells, of('table'));
  if (expected.quotes) same('quotes', expected.quotes, of('quote'));
  if (expected.embeds) same('embeds', expected.embeds, of('embed'));
  if (expected.incomplete) same('incomplete', expected.incomplete, actual.incomplete);
  for (const box of boxes) if (!actual.text.includes(box)) wrong.push(`box missing: ${box}`);
  for (const never of expected.mustNotAppear ?? [])
    if (actual.text.includes(never) || actual.html.includes(never)) wrong.push(`must not appear: ${never}`);
  return wrong;
}

/** The two templates print the same time with and without a comma; the expectation of 01b quotes the other one. */
function printedDate(text: string): string {
  return plain(text).replace(', ', ' ');
}
