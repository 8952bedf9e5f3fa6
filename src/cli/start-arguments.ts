/** The command line of `npm start`, read and checked before anything runs. */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Refusal } from './arguments.ts';

export interface StartArguments {
  /** End after the sample's exchange, without a page. */
  readonly once: boolean;
  /** The workbook that the page opens instead of the sample. */
  readonly file: string | undefined;
  readonly port: number | undefined;
}

const USAGE = 'npm start -- [--once] [--file BOOK.xlsx] [--port NUMBER]';

/** @throws Refusal an unknown option, a file that is not there, a port that is none */
export function readStartArguments(args: readonly string[]): StartArguments {
  const { once, file, port } = parse(args.filter((argument) => argument !== '--'));
  if (file !== undefined && !(existsSync(file) && statSync(file).isFile()))
    throw new Refusal(`There is no file ${file}: ${USAGE}`);
  const number = port === undefined ? undefined : Number(port);
  if (number !== undefined && !(/^\d+$/.test(port ?? '') && number <= 65535))
    throw new Refusal(`--port must be a number from 0 to 65535, not "${port ?? ''}".`);
  return { once, file, port: number };
}

function parse(args: readonly string[]): { once: boolean; file?: string; port?: string } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean', default: false },
        file: { type: 'string' },
        port: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Refusal(`${sentence.replace(/\.$/, '')}: ${USAGE}`);
  }
}
