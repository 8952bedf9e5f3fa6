/**
 * Serves the embedded Excel's page: on one https port of localhost the page, the built add-in as it would be deployed,
 * and office.js from npm in place of Microsoft's CDN. The server hands out files only: the workbook lives in the page.
 */
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildHostPage } from './build-host-page.ts';
import { localhostCertificate } from './certificate.ts';

export interface ServeOptions {
  /** The workbook that the page opens first, as a path. */
  readonly file: string;
  /** The port to listen on, 0 for any free one. Default: 3000, or the next free one of the ten after it. */
  readonly port?: number;
}

export interface Server {
  /** Where the page is: `https://localhost:3000/`. */
  readonly url: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const DEFAULT_PORT = 3000;
const PORTS_TO_TRY = 10;

/** Where the deployed pane loads office.js from, and where it stands here. */
const CDN = /https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\//g;
const OFFICE_JS = '/office-js/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Builds the page where needed and serves it.
 *
 * @throws Error the port is taken, the page does not build, or the certificate cannot be made
 */
export async function serve(options: ServeOptions): Promise<Server> {
  const [page, certificate] = await Promise.all([
    buildHostPage(root),
    localhostCertificate(join(root, '.cache', 'certificate')),
  ]);
  const officeJs = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
    'dist',
  );
  const server = createServer(certificate, (request, response) => {
    answer(request, response, { page, officeJs, dist: join(root, 'dist'), file: options.file });
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Folders {
  readonly page: string;
  readonly officeJs: string;
  readonly dist: string;
  readonly file: string;
}

function answer(request: IncomingMessage, response: ServerResponse, folders: Folders): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'https://localhost');
  const path = decodePath(pathname);
  const file = path === undefined ? undefined : fileFor(path, folders);
  if (file === undefined || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.\n');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    ...(path === '/workbook' ? { 'x-file-name': encodeURIComponent(basename(file)) } : {}),
  });
  if (request.method === 'HEAD') response.end();
  else if (extname(file) === '.html' && file.startsWith(folders.dist))
    response.end(readFileSync(file, 'utf8').replace(CDN, OFFICE_JS));
  else createReadStream(file).pipe(response);
}

function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') || path.split('/').includes('..') ? undefined : path;
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

async function listen(server: ReturnType<typeof createServer>, wanted: number | undefined): Promise<void> {
  const first = wanted ?? DEFAULT_PORT;
  const last = wanted === undefined ? first + PORTS_TO_TRY : first;
  for (let port = first; ; port++) {
    const failure = await tryPort(server, port);
    if (failure === undefined) return;
    if (failure.code !== 'EADDRINUSE' || port === last)
      throw failure.code === 'EADDRINUSE'
        ? new Error(`Port ${port} is taken: give another with --port.`)
        : failure;
  }
}

function tryPort(
  server: ReturnType<typeof createServer>,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, 'localhost', () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

/** Opens an address in the person's browser where there is a desktop; says whether it tried. */
export function openInBrowser(url: string): boolean {
  const { platform, env } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return false;
  const [command, ...args]: [string, ...string[]] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
  return true;
}
