/** The command line of `npm run exchange`, read and checked before any file is opened. It does not know what a run does. */
import { parseArgs } from 'node:util';

export interface ExchangeArguments {
  readonly input: string;
  readonly output: string | undefined;
  readonly json: string | undefined;
  readonly values: boolean;
  /** The run's time, for the log; ISO text. */
  readonly now: string | undefined;
}

export const USAGE =
  'npm run exchange -- BOOK.xlsx [--out FILE.xlsx] [--json FILE.json] [--values] [--now ISO-TIME]';

/** What stops the program before or while it runs: one line for standard error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** @throws Refusal an unknown option, no workbook or several, a time that is none */
export function readArguments(args: readonly string[]): ExchangeArguments {
  const { values, positionals } = parse(args);
  const [input, ...others] = positionals;
  if (input === undefined) throw new Refusal(`Name the workbook: ${USAGE}`);
  if (others.length > 0) throw new Refusal(`One workbook at a time: ${USAGE}`);
  for (const [name, value] of Object.entries({ out: values.out, json: values.json }))
    if (value === '') throw new Refusal(`--${name} needs a file's name: ${USAGE}`);
  if (values.now !== undefined && (!ISO_TIME.test(values.now) || Number.isNaN(Date.parse(values.now))))
    throw new Refusal(`--now must be an ISO time such as 2003-07-21T09:00, not "${values.now}".`);
  return {
    input,
    output: values.out,
    json: values.json,
    values: values.values,
    now: values.now,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        json: { type: 'string' },
        values: { type: 'boolean', default: false },
        now: { type: 'string' },
      },
    });
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Refusal(`${sentence.replace(/\.$/, '')}: ${USAGE}`);
  }
}
