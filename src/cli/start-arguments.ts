/** The command line of `npm start`, read and checked before anything runs. */
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { asRefusal, refuseTwice } from './arguments.ts';
import { Refusal } from './refusal.ts';
import { reasonOf } from './files.ts';

export interface StartArguments {
  /** End after the sample's exchange, without a page. */
  readonly once: boolean;
  /** The workbook that the page opens instead of the sample. */
  readonly file: string | undefined;
  readonly port: number | undefined;
}

const USAGE = 'npm start -- [--once] [--file BOOK.xlsx] [--port NUMBER]';

export const START_HELP = `Runs the sample offer, then serves the embedded Excel as a page on this machine until Ctrl+C.

  ${USAGE}

  --file BOOK.xlsx  the page opens your workbook instead of the sample
  --port NUMBER     another port than 3000
  --once            the sample offer alone, without a page
  --help            this text
`;

/** @throws Refusal an unknown option, one given twice, a file that cannot be read, a port that is none */
export function readStartArguments(args: readonly string[]): StartArguments {
  const { once, file, port } = parse(args.filter((argument) => argument !== '--'));
  const useless = file !== undefined ? '--file' : port !== undefined ? '--port' : undefined;
  if (once && useless !== undefined)
    throw new Refusal(`${useless} is for the page, which --once does not show: leave one of them out.`);
  if (file !== undefined) refuseFile(file);
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && !(/^\d+$/.test(port ?? '') && number <= 65535))
    throw new Refusal(`--port must be a number from 0 to 65535, not "${port ?? ''}".`);
  return { once, file, port: number };
}

function refuseFile(file: string): void {
  if (!(existsSync(file) && statSync(file).isFile())) throw new Refusal(`There is no file ${file}: ${USAGE}`);
  try {
    closeSync(openSync(file, 'r'));
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

function parse(args: readonly string[]): { once: boolean; file?: string; port?: string } {
  try {
    const { values, tokens } = parseArgs({
      args: [...args],
      tokens: true,
      options: {
        once: { type: 'boolean', default: false },
        file: { type: 'string' },
        port: { type: 'string' },
      },
    });
    refuseTwice(tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : [])));
    return values;
  } catch (error) {
    throw asRefusal(error, USAGE);
  }
}
