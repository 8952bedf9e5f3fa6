/**
 * Serves the embedded Excel's page: on one https port of localhost the page, the built add-in as it would be deployed,
 * and office.js from npm in place of Microsoft's CDN. The server hands out files only: the workbook lives in the page.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { answerRequest } from './answer-request.ts';
import { Refusal } from './refusal.ts';
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

/**
 * Builds the page where needed and serves it.
 *
 * @throws Refusal the port is taken
 * @throws Error the page does not build, or the certificate cannot be made
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
    void answerRequest(request, response, { page, officeJs, dist: join(root, 'dist'), file: options.file });
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

async function listen(server: ReturnType<typeof createServer>, wanted: number | undefined): Promise<void> {
  const first = wanted ?? DEFAULT_PORT;
  const last = wanted === undefined ? first + PORTS_TO_TRY : first;
  for (let port = first; ; port++) {
    const failure = await tryPort(server, port);
    if (failure === undefined) return;
    if (failure.code !== 'EADDRINUSE' || port === last)
      throw failure.code === 'EADDRINUSE'
        ? new Refusal(`Port ${port} is taken: give another with --port.`)
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
