/**
 * Serves the sample paper and the shared pages under their own https addresses, as a proxy: both browsers are told to send
 * everything here, so no name is resolved, nothing leaves the machine, and every request is in the log.
 */
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import { agencyPage } from './agency';
import { ARTICLES } from './articles';
import { selfSigned } from './certificate';
import { hostilePage } from './hostile';
import {
  articlePage,
  contactPage,
  homePage,
  sectionPage,
  SINGLE_PAGE_SCRIPT,
  STYLE,
  videoPage,
} from './pages';
import { listOfOwnPages, ownPages } from './own-pages';
import { pictureFor } from './pictures';
import { sharedPages, type SharedPage } from './shared-pages';
import { PAPER } from './types';
import { UNRULY, type Unruly } from './unruly';
import { SECOND_PAPER, visitAnswer } from './visits';

export interface LoggedRequest {
  at: number;
  host: string;
  path: string;
  answered: number;
}

export interface SampleSite {
  port: number;
  home: string;
  /** Our own pages of traps and the shared pages that were found, first version of each address. */
  pages: SharedPage[];
  /** Requests to any host but the browser maker's own services. */
  log: LoggedRequest[];
  /** Ids of articles that show their later edition. */
  revised: Set<number>;
  /** Ids of articles whose page gives trouble. */
  unruly: Map<number, Unruly>;
  /** Every request fails while true, as with the cable pulled. */
  isCut: boolean;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  type: string;
  policy?: string;
  body: string | Buffer;
  location?: string;
  delayMs?: number;
  drip?: string;
}

/** Hosts that browsers call by themselves; they say nothing about the extension. */
const BROWSER_CHATTER =
  /(^|\.)(google(apis)?\.com|gstatic\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com)$/;

const html = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });
const missing: Answer = { status: 404, type: 'text/html; charset=utf-8', body: '<h1>404</h1>' };

/** @param passThrough lets other hosts reach the real network (for trying real papers by hand); refused otherwise. */
export async function serveSite({ passThrough = false, port = 0 } = {}): Promise<SampleSite> {
  const shared = sharedPages();
  const pages = firstOfEachAddress([...ownPages(), ...shared]);
  const hosts = new Set<string>([PAPER.host, PAPER.pictureHost, PAPER.trackerHost, SECOND_PAPER]);
  for (const { expected } of pages) hosts.add(new URL(expected.url).host);
  if (shared.length > 0) hosts.add('bbt.1cdn.vn');

  const site: SampleSite = {
    port: 0,
    home: `https://${PAPER.host}/`,
    pages,
    log: [],
    revised: new Set(),
    unruly: new Map(),
    isCut: false,
    close: () => Promise.resolve(),
  };

  const serve = (request: http.IncomingMessage, response: http.ServerResponse, scheme: string) => {
    const address = new URL(request.url!, `${scheme}://${request.headers.host}`);
    if (site.isCut) {
      note(site, address, 0);
      request.socket.destroy();
      return;
    }
    const answer = answerTo(site, address);
    note(site, address, answer.status);
    if (answer.delayMs) setTimeout(() => write(response, answer), answer.delayMs);
    else write(response, answer);
  };

  const write = (response: http.ServerResponse, answer: Answer) => {
    response.writeHead(answer.status, {
      'content-type': answer.type,
      'cache-control': 'no-store',
      ...(answer.policy ? { 'content-security-policy': answer.policy } : {}),
      ...(answer.location ? { location: answer.location } : {}),
      ...(answer.type.startsWith('image/') ? { 'x-content-type-options': 'nosniff' } : {}),
    });
    if (!answer.drip) {
      response.end(answer.body);
      return;
    }
    response.write(answer.body);
    const dripping = setInterval(() => response.write(answer.drip), 200);
    response.on('close', () => clearInterval(dripping));
  };

  const secure = https.createServer(selfSigned([...hosts]), (request, response) =>
    serve(request, response, 'https'),
  );
  const open = new Set<Duplex>();
  const proxy = http.createServer((request, response) => {
    const host = new URL(request.url!, 'http://nowhere.invalid').host;
    if (hosts.has(host)) return serve(request, response, 'http');
    if (passThrough) {
      const onward = http.request(
        request.url!,
        { method: request.method, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode!, answer.headers);
          answer.pipe(response);
        },
      );
      onward.on('error', () => response.destroy());
      request.pipe(onward);
      return undefined;
    }
    note(site, new URL(request.url!, 'http://nowhere.invalid'), 502);
    response.writeHead(502).end();
    return undefined;
  });
  proxy.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  proxy.on('connect', (request: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    const [host = '', toPort = '443'] = request.url!.split(':');
    socket.on('error', () => socket.destroy());
    if (hosts.has(host)) {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      if (head.length > 0) socket.unshift(head);
      secure.emit('connection', socket);
      return;
    }
    if (passThrough) {
      const onward = net.connect(Number(toPort), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      return;
    }
    note(site, new URL(`https://${host}/`), 502);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(port, '127.0.0.1', resolve);
  });
  site.port = (proxy.address() as net.AddressInfo).port;
  site.close = () =>
    new Promise((resolve) => {
      for (const socket of open) socket.destroy();
      proxy.close(() => resolve());
    });
  return site;
}

function note(site: SampleSite, address: URL, answered: number): void {
  if (BROWSER_CHATTER.test(address.hostname)) return;
  site.log.push({ at: Date.now(), host: address.host, path: address.pathname, answered });
}

function answerTo(site: SampleSite, address: URL): Answer {
  if (address.host === PAPER.host || address.host === SECOND_PAPER) {
    const visited = visitAnswer(address.host, address.pathname);
    if (visited) return { type: 'text/html; charset=utf-8', ...visited };
  }
  const printed = agencyPage(address.host, address.pathname);
  if (printed) return html(printed);
  if (address.host === PAPER.host) return paperAnswer(site, address);
  if (address.host === PAPER.trackerHost) return picture('/1.gif');
  if (address.host === PAPER.pictureHost) {
    if (address.pathname.endsWith('.css')) return { status: 200, type: 'text/css', body: STYLE };
    return picture(address.pathname.replace(/^\/thumbs\/\d+x\d+/, ''));
  }
  const page = site.pages.find(({ expected }) => sameAddress(expected.url, address));
  if (page) return html(page.html);
  return picture(address.pathname);
}

function paperAnswer(site: SampleSite, address: URL): Answer {
  const { pathname } = address;
  // `?mot-trang` is the single-page variant of any page; the address that the script shows afterwards is the plain one.
  const isSinglePage = address.searchParams.has('mot-trang');
  if (pathname === '/') return html(homePage({ isSinglePage }));
  if (pathname === '/script/mot-trang.js')
    return { status: 200, type: 'text/javascript', body: SINGLE_PAGE_SCRIPT };
  if (pathname === '/video/ban-tin-cua-be-so-318') return html(videoPage());
  if (pathname === '/lien-he') return html(contactPage());
  if (pathname === '/tai-lieu.pdf') return { status: 200, type: 'application/pdf', body: EMPTY_PDF };
  const article = ARTICLES.find(({ slug, id }) => pathname === `/${slug}-${id}.html`);
  if (article) {
    const page = articlePage(article, { isSinglePage, isRevised: site.revised.has(article.id) });
    const unruly = site.unruly.get(article.id);
    return unruly ? { ...html(UNRULY[unruly].page(page)), policy: UNRULY[unruly].policy } : html(page);
  }
  if (pathname === '/trang-bay') return html(listOfOwnPages(ownPages()));
  const ofPaper = sectionPage(pathname, { isSinglePage }) ?? hostilePage(pathname);
  if (ofPaper !== null) return html(ofPaper);
  const other = site.pages.find(({ expected }) => sameAddress(expected.url, address));
  return other ? html(other.html) : missing;
}

function picture(path: string): Answer {
  const drawn = pictureFor(path);
  return drawn ? { status: 200, type: drawn.type, body: drawn.bytes } : missing;
}

function sameAddress(expected: string, address: URL): boolean {
  const other = new URL(expected);
  return other.host === address.host && other.pathname === address.pathname;
}

function firstOfEachAddress(pages: SharedPage[]): SharedPage[] {
  const seen = new Set<string>();
  return pages.filter(({ expected }) => {
    if (seen.has(expected.url)) return false;
    seen.add(expected.url);
    return true;
  });
}

const EMPTY_PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n';
