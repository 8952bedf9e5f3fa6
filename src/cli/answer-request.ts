/**
 * Answers one request to the server of `npm start`: a file or a refusal, whatever the request holds. It does not know
 * how the files come about, nor where the server listens.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TRUST_PAGE, TRUST_PATH, TRUST_POLICY } from './trust-page.ts';

/** Where the deployed pane loads office.js from, and where it is here. */
const CDN = /https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\//g;
const OFFICE_JS = '/office-js/';

/**
 * The host page loads its own script and styles, shows the add-in's pages in frames, and asks this server alone. The
 * styles that its scripts set go through the CSS object model, which the policy lets pass.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
const hostPolicy = (other: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    `frame-src 'self' ${other}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface Folders {
  readonly page: string;
  readonly officeJs: string;
  readonly dist: string;
  /** The workbook to open first. */
  readonly file: string;
}

/** Answers a request; nothing that it holds, and nothing that happens to the files, ends the program. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  folders: Folders,
): Promise<void> {
  try {
    await answer(request, response, folders);
  } catch {
    // The file or the connection went away in the middle: a truncated answer must not look like a whole one.
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'The file cannot be read.');
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, folders: Folders): Promise<void> {
  if (!isLoopback(request.headers.host)) {
    refuse(response, 421, 'This server answers to localhost only.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    refuse(response, 405, 'Only GET and HEAD are answered.');
    return;
  }
  const path = pathOf(request.url ?? '');
  if (path === TRUST_PATH) {
    response.writeHead(200, {
      'content-type': TYPES['.html'],
      'content-security-policy': `${TRUST_POLICY}; ${framedBy(otherOrigin(request))}`,
      ...COMMON,
    });
    response.end(request.method === 'HEAD' ? undefined : TRUST_PAGE);
    return;
  }
  const file = path === undefined ? undefined : fileFor(path, folders);
  const handle = file === undefined ? undefined : await openFile(file);
  if (path === undefined || file === undefined || handle === undefined) {
    refuse(response, 404, 'Not found.');
    return;
  }
  try {
    await send(request, response, { path, file, handle, isPane: file.startsWith(folders.dist) });
  } finally {
    await handle.close();
  }
}

/**
 * Whether the request was meant for this machine: a page of somebody else's can have its own name lead here, and would
 * then read the workbook as its own (DNS rebinding).
 */
function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host);
}

/**
 * This server under its other name: an add-in's page from there is on another host than the page around it, as an add-in
 * in a real Excel is.
 */
function otherOrigin({ headers, socket }: IncomingMessage): string {
  const address = (socket.localAddress ?? '').replace(/^::ffff:/, '');
  const literal = address.includes(':') ? `[${address}]` : address;
  const name = /^localhost(:|$)/i.test(headers.host ?? '') ? literal : 'localhost';
  return `https://${name}:${socket.localPort ?? ''}`;
}

/** The server's pages alone may frame a page, by either of its names. */
const framedBy = (other: string): string => `frame-ancestors 'self' ${other}`;

interface Found {
  readonly path: string;
  readonly file: string;
  readonly handle: FileHandle;
  readonly isPane: boolean;
}

async function send(request: IncomingMessage, response: ServerResponse, found: Found): Promise<void> {
  const { path, file, handle, isPane } = found;
  const isHtml = extname(file) === '.html';
  const content = await handle.readFile();
  const body = isHtml && isPane ? content.toString('utf8').replace(CDN, OFFICE_JS) : content;
  const other = otherOrigin(request);
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': Buffer.byteLength(body),
    ...(isHtml ? { 'content-security-policy': isPane ? framedBy(other) : hostPolicy(other) } : {}),
    ...(path === '/manifest.xml' ? { 'x-other-origin': other } : {}),
    ...(path === '/workbook' ? { 'x-file-name': encodeURIComponent(basename(file)) } : {}),
    ...COMMON,
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline([body], response);
}

const COMMON = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...COMMON }).end(`${sentence}\n`);
}

/** The path that is asked for, without its query; undefined where it is none of ours. */
function pathOf(target: string): string | undefined {
  if (!target.startsWith('/')) return undefined;
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/s, ''));
    const isOdd = /[\0\\]/.test(path) || path.split('/').includes('..');
    return isOdd ? undefined : path;
  } catch {
    return undefined;
  }
}

function fileFor(path: string, { page, officeJs, dist, file }: Folders): string | undefined {
  if (path === '/workbook') return file;
  if (path === '/') return join(page, 'index.html');
  if (path.startsWith('/host/')) return within(page, path.slice('/host/'.length));
  if (path.startsWith(OFFICE_JS)) return within(officeJs, path.slice(OFFICE_JS.length));
  return within(dist, path.slice(1));
}

function within(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  return file.startsWith(folder + sep) ? file : undefined;
}

/** The file where it is an ordinary one. @throws Error it is there and cannot be read */
async function openFile(file: string): Promise<FileHandle | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EIO') throw error;
    return undefined;
  }
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  return undefined;
}
