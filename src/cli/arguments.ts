/** The command line of `npm run exchange`, read and checked before any file is opened. It does not know what a run does. */
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { PAPER_HELP, PAPER_OPTIONS, type PaperArguments, readPapers } from './paper-arguments.ts';
import { Refusal } from './refusal.ts';

export interface ExchangeArguments {
  readonly input: string;
  readonly output: string | undefined;
  readonly json: string | undefined;
  readonly values: boolean;
  /** The run's time, for the log; ISO text. */
  readonly now: string | undefined;
  /** The step of the offer's life to take before the run. */
  readonly step: Step | undefined;
  /** Inserts terms and runs nothing: `''` for blank ones, else those of that offer. */
  readonly insertTerms: string | undefined;
  /** Papers to make; undefined where only a run is asked for. */
  readonly papers: PaperArguments | undefined;
  /** Leaves Holder Name and Email blank in all that is written. */
  readonly withoutNames: boolean;
}

export const STEPS = ['open', 'amend', 'close', 'cancel', 'grant', 'back'] as const;
export type Step = (typeof STEPS)[number];

export const USAGE =
  'npm run exchange -- BOOK.xlsx [--out FILE.xlsx] [--json FILE.json] [--values] [--now ISO-TIME] [--step STEP] [--insert-terms[=OFFER]] [--write KIND --to FOLDER] [--without-names]';

export const HELP = `Runs the offer of a workbook without Excel, and saves the workbook with its results beside it.

  ${USAGE}

  --out FILE.xlsx   where the workbook with the results goes; BOOK.regrant.xlsx beside it otherwise
  --json FILE.json  the results as JSON as well
  --values          values instead of live formulas
  --now ISO-TIME    what the log, TODAY and NOW go by, such as 2003-07-21T09:00
  --step STEP       takes a step of the offer's life: open, amend, close, cancel,
                    grant or back; needs --now
  --insert-terms    writes the offer's tables with blank terms into the copy, and runs nothing
  --insert-terms=OFFER
                    the same with the terms of a filed offer, such as lantronix-2002
${PAPER_HELP}  --help            this text

It ends with 0 where all is well, 1 where the checks have errors, and 2 where it could not run and wrote nothing.
`;

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const WORKBOOK_NAME = /\.(xls[xm]|xlt[xm])$/i;

export const isWorkbookName = (path: string): boolean => WORKBOOK_NAME.test(path);

/** Whether `--help` or `-h` is among the options, that is before `--`. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((argument) => argument === '--help' || argument === '-h');
}

/** @throws Refusal an unknown option, one given twice or without its value, no workbook or several, a time that is none */
export function readArguments(args: readonly string[]): ExchangeArguments {
  const { values, positionals } = parse(args);
  const [input, ...others] = positionals;
  if (input === undefined || input === '') throw new Refusal(`Name the workbook: ${USAGE}`);
  if (others.length > 0) throw new Refusal(`One workbook at a time: ${USAGE}`);
  for (const [name, value] of Object.entries({ out: values.out, json: values.json })) {
    if (value?.trim() === '') throw new Refusal(`--${name} needs a file's name: ${USAGE}`);
    if (value === '-')
      throw new Refusal(`--${name} writes a file and not to standard output: give the name of a file.`);
  }
  refuseExtensions(input, values.out, values.json);
  if (values.now !== undefined && !isTime(values.now))
    throw new Refusal(`--now must be an ISO time such as 2003-07-21T09:00, not "${values.now}".`);
  const insertTerms = values['insert-terms'];
  if (insertTerms !== undefined) {
    const { json, values: isValues, now, step, ...others } = values;
    refuseBeside({ json, values: isValues, now, step, ...others });
  }
  return {
    input,
    output: values.out,
    json: values.json,
    values: values.values,
    now: values.now,
    step: readStep(values.step, values.now),
    insertTerms,
    papers: readPapers(values),
    withoutNames: values['without-names'],
  };
}

function readStep(step: string | undefined, now: string | undefined): Step | undefined {
  if (step === undefined) return undefined;
  const found = STEPS.find((name) => name === step.toLowerCase());
  if (found === undefined) throw new Refusal(`--step must be one of ${STEPS.join(', ')}, not "${step}".`);
  if (now === undefined)
    throw new Refusal('--step needs --now: the log keeps when the step was taken, such as 2003-01-20T21:00.');
  return found;
}

/** What only a run takes would be dropped without a word. */
function refuseBeside(given: Readonly<Record<string, string | boolean | undefined>>): void {
  const others = Object.entries(given).flatMap(([name, value]) =>
    ['insert-terms', 'out'].includes(name) || value === undefined || value === false ? [] : [`--${name}`],
  );
  if (others.length > 0)
    throw new Refusal(
      `--insert-terms runs nothing: leave out ${others.join(' and ')}, or run in a second call.`,
    );
}

/** Excel opens no workbook under the extension of another kind: one with macros must not be called .xlsx, nor the other way. */
function refuseExtensions(input: string, out: string | undefined, json: string | undefined): void {
  if (out !== undefined && !isWorkbookName(out))
    throw new Refusal(`--out needs a name that ends in .xlsx or .xlsm, not "${out}".`);
  const [from, to] = [extname(input).toLowerCase(), extname(out ?? '').toLowerCase()];
  if (out !== undefined && isWorkbookName(input) && from !== to)
    throw new Refusal(
      `--out must end in ${from} as the workbook does, not in ${to}: Excel would not open it.`,
    );
  if (json !== undefined && isWorkbookName(json))
    throw new Refusal(`--json needs a name that does not end as a workbook's does, not "${json}".`);
}

/** JavaScript takes 30 February for 2 March. */
function isTime(text: string): boolean {
  const [, date] = ISO_TIME.exec(text) ?? [];
  if (date === undefined || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

/** An option whose value may be left out, which Node's parser does not have. */
function withEmptyValue(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.map((argument, at) =>
    argument === '--insert-terms' && (end < 0 || at < end) ? '--insert-terms=' : argument,
  );
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals, tokens } = parseArgs({
      args: withEmptyValue(args),
      allowPositionals: true,
      tokens: true,
      options: {
        out: { type: 'string' },
        json: { type: 'string' },
        values: { type: 'boolean', default: false },
        now: { type: 'string' },
        step: { type: 'string' },
        'insert-terms': { type: 'string' },
        'without-names': { type: 'boolean', default: false },
        ...PAPER_OPTIONS,
      },
    });
    refuseTwice(tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : [])));
    return { values, positionals };
  } catch (error) {
    throw asRefusal(error, USAGE);
  }
}

/** The last of two would win without a word. @throws Refusal an option comes twice */
export function refuseTwice(options: readonly string[]): void {
  const twice = options.find((name, index) => options.indexOf(name) !== index);
  if (twice !== undefined) throw new Refusal(`${twice} is given twice: give it once.`);
}

/** What Node says of a command line that it cannot read, with what would be right. */
export function asRefusal(error: unknown, usage: string): Refusal {
  if (error instanceof Refusal) return error;
  const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?\n|\. /);
  return new Refusal(`${sentence.replace(/\.$/, '')}: ${usage}`);
}
