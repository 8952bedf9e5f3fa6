/**
 * The workbook room on Microsoft's own office.js before the embedded Excel, without a bundle: its modules run in Node
 * and find `Excel` and `Office` where an add-in finds them. For what no button of the built add-in reaches alone.
 */
import { callable } from '../src/functions/call.ts';
import { CATALOGUE } from '../src/functions/catalogue.ts';
import { functionsJson } from '../src/functions/metadata.ts';
import { type Addin, type HostMode, openAddin } from '@regrant/embedded-excel/node';
import type { Workbook } from '@regrant/embedded-excel/package';

const GLOBALS = ['Excel', 'Office', 'OfficeExtension', 'CustomFunctions'] as const;

/** Nobody waits at a screen here: delays are shortened, as in an add-in's window. */
const PACE = 0.05;
const plainTimeout = globalThis.setTimeout;
const shortened = (callback: () => void, delay = 0): NodeJS.Timeout => plainTimeout(callback, delay * PACE);

export interface WorkbookSession extends Addin {
  readonly book: Workbook;
}

/** Opens the workbook, hands it over with the globals of office.js in place, and closes it. One at a time. */
export async function withWorkbook<T>(
  book: Workbook,
  use: (session: WorkbookSession) => Promise<T>,
  hostModes: ReadonlySet<HostMode> = new Set(),
): Promise<T> {
  const addin = openAddin({
    book,
    scripts: [],
    functionsMetadata: functionsJson(),
    namespace: 'REGRANT',
    hostModes,
  });
  const here = globalThis as unknown as Record<string, unknown>;
  const before = new Map([...GLOBALS, 'setTimeout'].map((name) => [name, here[name]]));
  try {
    await addin.ready;
    for (const name of GLOBALS) here[name] = addin.window[name];
    here['setTimeout'] = shortened;
    const { associate } = addin.window['CustomFunctions'] as {
      associate(id: string, body: (...values: unknown[]) => unknown): void;
    };
    for (const declaration of CATALOGUE) associate(declaration.name, callable(declaration));
    await addin.host.settled();
    addin.server.resetCounters();
    return await use({ ...addin, book });
  } finally {
    addin.close();
    for (const [name, value] of before) here[name] = value;
  }
}
