/**
 * For tests: office.js in a frame of a real browser, on the frame transport, before a server that stands in this
 * process, so that what is written for the bridge's sessions runs unchanged on the other transport.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Route } from 'playwright-core';
import ts from 'typescript';
import { Workbook } from '@regrant/embedded-excel/package';
import {
  documentSettings,
  HELPERS,
  type MessageEntry,
  type OfficeSession,
  REQUIREMENT_SETS,
  requirementSetsOf,
  type RichApiServer,
  serveWorkbook,
  type SessionOptions,
} from '@regrant/embedded-excel/testing';
import { theBrowser } from './browser.ts';

const ORIGIN = 'https://localhost';
const sources = fileURLToPath(new URL('../../packages/embedded-excel/src', import.meta.url));
const officeJs = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

/** The page around the frame: the transport itself, and a server whose answers it fetches, waiting, from the tests. */
const HOST_PAGE = `<!doctype html><div id="pane"></div><script type="module">
  import { AddinFrame } from '/frame/addin-frame.ts';
  const ask = (path, text) => {
    const request = new XMLHttpRequest();
    request.open('POST', path, false);
    request.send(text);
    return request.responseText;
  };
  const listeners = [];
  window.deliver = (entries) => listeners.forEach((listener) => listener(entries));
  window.addin = new AddinFrame(document.querySelector('#pane'), 'add-in', {
    server: { answerParsed: (body, text) => ask('/answer', text), onMessage: (listener) => listeners.push(listener) },
    settings: { read: () => JSON.parse(ask('/settings/read', '')), write: (entries) => ask('/settings/write', JSON.stringify([...entries])) },
    requirementSets: JSON.parse(ask('/requirement-sets', '')),
    isReadOnly: JSON.parse(ask('/is-read-only', '')),
    url: '${ORIGIN}/add-in.html',
    documentUrl: '${ORIGIN}/Book1.xlsx',
  });
</script>`;

export async function openOnFrame(options: SessionOptions): Promise<OfficeSession> {
  const { script = '', book = Workbook.blank(), hostModes = new Set() } = options;
  const { requirementSets = { ...REQUIREMENT_SETS, ...requirementSetsOf(hostModes) } } = options;
  book.hostModes = hostModes;
  const { functionsMetadata, namespace = '' } = options;
  const { server, calculator, customFunctions } = serveWorkbook(book);
  if (functionsMetadata !== undefined) {
    const names = customFunctions.register(namespace, functionsMetadata);
    for (const name of names) book.customFunctions.add(name);
    calculator.customFunctionsChanged(names);
  }
  const context = await (await theBrowser()).newContext({ ignoreHTTPSErrors: true });
  const settings = documentSettings(book);
  const answers: Readonly<Record<string, (text: string) => string>> = {
    '/answer': (text) => server.answer(text),
    '/settings/read': () => JSON.stringify(settings.read()),
    '/settings/write': (text) => {
      settings.write(JSON.parse(text) as [string, string][]);
      return '';
    },
    '/requirement-sets': () => JSON.stringify(requirementSets),
    '/is-read-only': () => JSON.stringify(book.isReadOnly),
  };
  const addinPage = `<!doctype html><script src="/office-js/office.js"></script><script>${HELPERS}</script><script>${script}</script>`;
  await context.route('**', (route) => respond(route, answers, addinPage));
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${ORIGIN}/host.html`);
  forwardMessages(server, context, (entries) => page.evaluate(`deliver(${JSON.stringify(entries)})`));
  const frame = await page.waitForSelector('iframe').then((element) => element.contentFrame());
  if (frame === null) throw new Error('The add-in has no frame.');
  await frame.waitForFunction('window.Office?.onReady && window.pause');
  await frame.evaluate('Office.onReady()');
  const evaluate = async <R>(body: string): Promise<R> =>
    JSON.parse(
      await frame.evaluate<string>(
        `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`,
      ),
    ) as R;
  return {
    window: {},
    server,
    calculator,
    book,
    host: { customFunctions, console: [], settled: () => calculator.recalculate() },
    ready: Promise.resolve(),
    evaluate,
    run: (body) => evaluate(`return Excel.run(async (context) => { ${body} });`),
    execute: (text) => frame.evaluate(text),
    runCommand: (name) => page.evaluate(`addin.runCommand(${JSON.stringify(name)}, 'button-1')`),
    close() {
      calculator.dispose();
      void context.close();
    },
  };
}

/** Events and calls of custom functions go to the page one after the other, as long as it is open. */
function forwardMessages(
  server: RichApiServer,
  context: BrowserContext,
  deliver: (entries: readonly MessageEntry[]) => Promise<unknown>,
): void {
  let isOpen = true;
  context.on('close', () => {
    isOpen = false;
  });
  let last: Promise<unknown> = Promise.resolve();
  server.onMessage((entries) => {
    last = last.then(() => (isOpen ? deliver(entries).catch(() => undefined) : undefined));
  });
}

async function respond(
  route: Route,
  answers: Readonly<Record<string, (text: string) => string>>,
  addinPage: string,
): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  if (origin !== ORIGIN) return route.abort();
  const answer = answers[pathname];
  if (answer !== undefined)
    return route.fulfill({ contentType: 'application/json', body: answer(route.request().postData() ?? '') });
  if (pathname === '/host.html') return route.fulfill({ contentType: 'text/html', body: HOST_PAGE });
  if (pathname === '/add-in.html') return route.fulfill({ contentType: 'text/html', body: addinPage });
  if (pathname.startsWith('/office-js/'))
    return route.fulfill({ path: join(officeJs, pathname.slice('/office-js/'.length)) });
  if (pathname.endsWith('.ts'))
    return route.fulfill({ contentType: 'text/javascript', body: script(pathname) });
  return route.fulfill({ status: 404 });
}

/** A source of the transport as the browser runs it. */
const script = (pathname: string): string =>
  ts.transpileModule(readFileSync(join(sources, pathname), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  }).outputText;
