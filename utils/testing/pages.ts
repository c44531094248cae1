/** Pages from files, parsed as a browser would with scripts off, and what was captured of them in comparable form. */
import { JSDOM } from 'jsdom';
import { captureDocument } from '@/utils/article/capture';
import type { Capture } from '@/utils/article/types';
import type { Actual } from './expected-page';

export const NOW = new Date('2026-11-23T08:00:00Z');

export function parsePage(html: string, url: string): Document {
  return new JSDOM(html, { url }).window.document;
}

export function captureHtml(html: string, url: string): Capture {
  return captureDocument({
    document: parsePage(html, url),
    pageUrl: url,
    now: NOW,
    extractorVersion: 'test/1',
    captureId: 'c1',
  });
}

export function blockTexts(capture: Capture): { type: string; text: string }[] {
  return capture.blocks.map(({ type, start, end }) => ({ type, text: capture.text.slice(start, end) }));
}

export function actualOf(capture: Capture): Actual {
  const { metadata: m } = capture;
  return {
    isArticle: capture.detection.isArticle,
    title: m.title.value,
    authors: m.authors.value,
    published: m.published.value,
    publishedText: m.published.printed ?? null,
    modified: m.modified.value,
    lead: m.lead.value,
    dateline: m.dateline.value,
    section: m.section.value,
    keywords: m.keywords.value,
    outlet: m.outlet.value,
    language: m.language.value,
    agency: m.agency.value,
    leadImage: m.leadPicture.value,
    captions: capture.pictures.flatMap(({ caption }) => caption ?? []),
    credits: capture.pictures.flatMap(({ credit }) => credit ?? []),
    blocks: blockTexts(capture),
    text: capture.text,
    html: capture.html,
    incomplete: capture.incomplete,
  };
}

/** What must hold for every capture whatever the page; one line for each breach. */
export function breaches(capture: Capture): string[] {
  const wrong: string[] = [];
  const holder = parsePage(`<!DOCTYPE html><body>${capture.html}</body>`, 'https://holder.example/');
  const elements = [...holder.querySelectorAll('[data-block]')];
  if (elements.map((e) => e.getAttribute('data-block')).join() !== capture.blocks.map(({ id }) => id).join())
    wrong.push('the blocks of the HTML are not those of the text, in order');
  let at = 0;
  for (const [index, block] of capture.blocks.entries()) {
    const text = capture.text.slice(block.start, block.end);
    const shown = elements[index]?.textContent;
    if (shown !== text)
      wrong.push(`${block.id}: HTML ${JSON.stringify(shown)}, text ${JSON.stringify(text)}`);
    if (block.start !== at) wrong.push(`${block.id} starts at ${block.start}, not ${at}`);
    if (!text.trim()) wrong.push(`${block.id} is empty`);
    at = block.end + 1;
  }
  if (capture.blocks.length > 0 && at - 1 !== capture.text.length)
    wrong.push('the blocks do not cover the text');
  if (capture.text !== capture.text.normalize('NFC')) wrong.push('the text is not NFC');
  const allowed = /^(?:href|lang|colspan|rowspan|data-block|data-picture)$/;
  for (const element of holder.body.querySelectorAll('*')) {
    for (const { name, value } of element.attributes)
      if (!allowed.test(name)) wrong.push(`attribute ${name} on ${element.localName}`);
      else if (name === 'href' && !/^(?:https?:|mailto:)/.test(value)) wrong.push(`link to ${value}`);
    if (
      !/^(?:h[1-6]|p|pre|ul|ol|li|blockquote|table|tbody|tr|td|th|figure|figcaption|strong|em|a|sub|sup|q|cite|code|br)$/.test(
        element.localName,
      )
    )
      wrong.push(`element ${element.localName}`);
  }
  if (capture.blocks.filter(({ type }) => type === 'lead').length > 1) wrong.push('two leads');
  return wrong;
}
