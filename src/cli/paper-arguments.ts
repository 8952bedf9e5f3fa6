/** The part of a command line that asks for papers: `--write`, and what goes with it. Read and checked before a file is opened. */
import { Refusal } from './refusal.ts';

export interface PaperArguments {
  readonly kinds: readonly string[];
  /** The folder that is made. */
  readonly to: string;
  /** A company's own template. */
  readonly template: string | undefined;
  readonly holder: string | undefined;
  readonly country: string | undefined;
  readonly status: string | undefined;
  /** The pattern of file names. */
  readonly name: string | undefined;
  readonly oneFile: boolean;
  readonly draft: boolean;
}

/** As Node's parser takes them. */
export const PAPER_OPTIONS = {
  write: { type: 'string' },
  to: { type: 'string' },
  template: { type: 'string' },
  holder: { type: 'string' },
  country: { type: 'string' },
  status: { type: 'string' },
  name: { type: 'string' },
  'one-file': { type: 'boolean' },
  draft: { type: 'boolean' },
} as const;

export const PAPER_USAGE =
  '--write KIND[,KIND] --to FOLDER [--template FILE.docx] [--holder ID] [--country C] [--status S] [--name PATTERN] [--one-file] [--draft]';

export const PAPER_HELP = `  --write KIND[,KIND]
                    makes papers or files from the workbook: promise, notice, ocf or upload; the workbook itself is then
                    run and saved only where --out, --json or --step asks for it
  --to FOLDER       the folder that is made for them; it must not be there yet, or be empty
  --template FILE.docx
                    a company's own template, for one kind
  --holder ID, --country C, --status S
                    only for these holders; several separated by ;
  --name PATTERN    what files are called, {kind}-{Holder ID} otherwise; {Holder Name} and {Country} are known too
  --one-file        all letters of a kind in one file, a page break between them
  --draft           marks every page DRAFT, and needs no stage of the offer's life
  --without-names   leaves Holder Name and Email blank, in results and papers
`;

type Values = Readonly<Partial<Record<keyof typeof PAPER_OPTIONS, string | boolean>>>;

/** @throws Refusal what goes together is not given together */
export function readPapers(values: Values): PaperArguments | undefined {
  const given = (Object.keys(PAPER_OPTIONS) as (keyof typeof PAPER_OPTIONS)[]).filter(
    (name) => values[name] !== undefined,
  );
  const text = (name: keyof typeof PAPER_OPTIONS): string | undefined => {
    const value = values[name];
    if (typeof value !== 'string') return undefined;
    if (value.trim() === '') throw new Refusal(`--${name} needs a value: ${PAPER_USAGE}`);
    return value;
  };
  if (given.length === 0) return undefined;
  const [write, to, template] = [text('write'), text('to'), text('template')];
  if (write === undefined)
    throw new Refusal(
      `--${given[0] ?? ''} goes with --write: name the papers to make, such as --write promise.`,
    );
  if (to === undefined) throw new Refusal('--write needs --to: name the folder that is made for the files.');
  const kinds = write
    .split(',')
    .map((kind) => kind.trim().toLowerCase())
    .filter((kind) => kind !== '');
  if (kinds.length === 0) throw new Refusal(`--write needs a kind: ${PAPER_USAGE}`);
  if (template !== undefined && kinds.length > 1)
    throw new Refusal(
      `--template is for one kind, and --write names ${String(kinds.length)}: make them one after the other.`,
    );
  return {
    kinds,
    to,
    template,
    holder: text('holder'),
    country: text('country'),
    status: text('status'),
    name: text('name'),
    oneFile: values['one-file'] === true,
    draft: values.draft === true,
  };
}
