/** For tests: Microsoft's office.js on a blank workbook, and a way to run code in it as an add-in would. */
import { Workbook } from '../model/workbook.ts';
import type { FunctionsMetadata } from '../rich-api/custom-functions.ts';
import { type Addin, type AddinOptions, openAddin } from '../bridge/open-addin.ts';

export interface OfficeSession extends Addin {
  readonly book: Workbook;
  /** Runs `async (context) => { body }` in Excel.run, inside the add-in's context; the result travels as JSON. */
  run<R = unknown>(body: string): Promise<R>;
  /** The same without Excel.run: for code that opens its own. */
  evaluate<R = unknown>(body: string): Promise<R>;
}

export interface SessionOptions extends Partial<Omit<AddinOptions, 'scripts'>> {
  readonly script?: string;
  readonly functionsMetadata?: FunctionsMetadata;
}

/** What `code()` of an error caught in the add-in gives: its code and where it arose. */
export const HELPERS = `
globalThis.caught = async (attempt) => {
  try { await attempt(); return null; }
  catch (error) { return { code: error.code, message: error.message, location: error.debugInfo?.errorLocation, isOfficeError: error instanceof OfficeExtension.Error }; }
};
globalThis.pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
`;

/** How sessions are opened: the page's tests put the frame transport in the bridge's place, and run the same tests. */
export const transport = { open: openOnBridge };

export const openOffice = (options: SessionOptions = {}): Promise<OfficeSession> => transport.open(options);

async function openOnBridge(options: SessionOptions): Promise<OfficeSession> {
  const { script = '', book = Workbook.blank(), ...rest } = options;
  const addin = openAddin({ ...rest, book, scripts: [HELPERS, script] });
  await addin.ready;
  const evaluate = async <R>(body: string): Promise<R> => {
    const script = `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`;
    const text = await (addin.execute(script) as Promise<string>);
    return JSON.parse(text) as R;
  };
  return {
    ...addin,
    book,
    evaluate,
    run: (body) => evaluate(`return Excel.run(async (context) => { ${body} });`),
  };
}

/** What `caught` gives. */
export interface Caught {
  readonly code: string;
  readonly message: string;
  readonly location: string;
  readonly isOfficeError: boolean;
}
