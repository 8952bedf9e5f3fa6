/**
 * A letter to a holder: its fields declared once, with what each means, an example and its value; the template's check, the
 * filling and the docs read the same declarations. It does not know any one letter's words.
 */
import type { Problems } from '../../domain/basics/problems.ts';
import { say } from '../../domain/basics/sentence.ts';
import { type Stage } from '../../domain/offer/life/stage.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { checkTemplate, DRAFT_FIELD } from '../docx/check-template.ts';
import type { DocxArchive } from '../docx/docx-archive.ts';
import { type FieldValues, fillTemplate } from '../docx/fill-template.ts';
import { joined } from '../docx/one-file.ts';
import { readTemplate, type Template } from '../docx/read-template.ts';
import type { TemplateField, TemplateFields } from '../docx/template-fields.ts';
import { tagsOf } from '../docx/template-tags.ts';
import { fileName, STANDARD_NAME } from '../file-names.ts';
import { cellText, type Holder, holdersOf, isAskedFor } from '../holders.ts';
import { localeText, type LocaleText } from '../locale-text.ts';
import type { OutputFile, OutputKind, OutputSource } from '../output.ts';

/** What a letter's fields are found from. */
export interface Letter {
  readonly holder: Holder;
  readonly source: OutputSource;
  readonly text: LocaleText;
}

export interface LetterField<Of> extends TemplateField {
  readonly value: (of: Of, letter: Letter) => string;
  /** Blank where names are left out. */
  readonly isName?: true;
}

export interface LetterLoop {
  readonly meaning: string;
  readonly isNeeded?: true;
  readonly fields: Readonly<Record<string, TemplateField>>;
  /** Its rows in a letter, each by its fields' names. */
  readonly fill: (letter: Letter) => readonly Readonly<Record<string, string>>[];
}

/** A loop over rows of one kind. */
export const loopOver = <Row>(
  meaning: string,
  rows: (letter: Letter) => readonly Row[],
  fields: Readonly<Record<string, LetterField<Row>>>,
): LetterLoop => ({
  meaning,
  isNeeded: true,
  fields,
  fill: (letter) =>
    rows(letter).map((row) =>
      Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value(row, letter)])),
    ),
});

export interface LetterDeclaration {
  readonly kind: string;
  readonly meaning: string;
  readonly from?: Stage;
  readonly fields: Readonly<Record<string, LetterField<Letter>>>;
  readonly loops: Readonly<Record<string, LetterLoop>>;
  /** Fields without which the paper would not be one. */
  readonly needed: readonly string[];
  /** The run that it is about: the offer's own, or the one with every eligible grant elected. */
  readonly run: (source: OutputSource) => OfferRun;
  /** Whether a holder gets one. */
  readonly isFor: (holder: Holder) => boolean;
}

/** Fields that are the same for everybody, and so may stand in the header of several letters in one file. */
export const OF_THE_OFFER = new Set([
  DRAFT_FIELD,
  'Company',
  'Offer Name',
  'Commencement Date',
  'Expiration Date',
  'Deadline',
  'Cancellation Date',
  'Signatory Name',
  'Signatory Title',
]);

export function letterKind(declaration: LetterDeclaration): OutputKind {
  const { kind, meaning, from, fields, loops, needed } = declaration;
  const known: TemplateFields = { fields, loops, needed };
  return {
    kind,
    meaning,
    ...(from === undefined ? {} : { from }),
    fields: known,
    isPerHolder: true,
    make(source, problems) {
      const bytes = source.templates.get(kind);
      if (bytes === undefined) {
        problems.add(
          say`There is no template for ${kind}: name one with --template, or build Regrant again.`,
        );
        return [];
      }
      const template = problems.try(() => readTemplate(bytes));
      if (template === undefined) return [];
      const used = checkTemplate(template, known, problems);
      if (source.request.oneFile === true) checkHeaders(template, problems);
      const letters = lettersOf(declaration, source);
      const values = letters.map((letter) => valuesOf(declaration, letter, used, problems));
      if (problems.any) return [];
      return source.request.oneFile === true
        ? inOneFile(
            kind,
            values.map((own) => fillTemplate(template, own)),
          )
        : letters.map((letter, at): OutputFile => ({
            name: `${nameOf(kind, letter)}.docx`,
            bytes: fillTemplate(template, values[at] ?? {}).bytes(),
          }));
    },
  };
}

function lettersOf({ run, isFor }: LetterDeclaration, source: OutputSource): readonly Letter[] {
  const text = localeText(source.offer.terms.locale);
  return holdersOf(run(source))
    .filter((holder) => isAskedFor(holder, source.request) && isFor(holder))
    .map((holder) => ({ holder, source, text }));
}

function valuesOf(
  { kind, fields, loops }: LetterDeclaration,
  letter: Letter,
  used: ReadonlySet<string>,
  problems: Problems,
): FieldValues {
  const values: Record<string, string | readonly Readonly<Record<string, string>>[]> = {
    [DRAFT_FIELD]: draftMark(letter.source),
  };
  const withoutNames = letter.source.request.withoutNames === true;
  const lacks = (name: string): void => {
    problems.add(say`Holder ${letter.holder.id} has no ${name}, which the ${kind} needs.`);
  };
  for (const [name, { value, isNeeded, isName }] of Object.entries(fields)) {
    const own = value(letter, letter);
    if (own === '' && isNeeded === true && used.has(name) && !(withoutNames && isName === true)) lacks(name);
    values[name] = own;
  }
  for (const [loop, { fill, fields: rowFields }] of Object.entries(loops)) {
    const rows = fill(letter);
    for (const row of rows)
      for (const [name, { isNeeded }] of Object.entries(rowFields))
        if (row[name] === '' && isNeeded === true && used.has(`${loop}/${name}`)) lacks(name);
    values[loop] = rows;
  }
  return values;
}

/** What stands on every page of a paper that is not final. */
export function draftMark({ stage, request, offer }: OutputSource): string {
  const marks = [
    ...(stage === 'Draft' || request.draft === true ? ['DRAFT'] : []),
    ...(offer.terms.isPlanning ? ['PLANNING'] : []),
  ];
  return marks.join(' · ');
}

const nameOf = (kind: string, { holder, source }: Letter): string =>
  fileName(source.request.name ?? STANDARD_NAME, {
    kind,
    'Holder ID': holder.id,
    'Holder Name': cellText(holder.cell('Holder Name')),
    Country: cellText(holder.cell('Country')),
  });

/** Letters in one file share its headers, which can hold what is the same for everybody alone. */
function checkHeaders(template: Template, problems: Problems): void {
  for (const { name, kind, path, place } of tagsOf(template))
    if (path !== 'word/document.xml' && kind === 'field' && !OF_THE_OFFER.has(name))
      problems.add(
        say`The field {${name}} in ${place} differs from letter to letter, and letters in one file share their headers: leave it out there, or leave out --one-file.`,
      );
}

function inOneFile(kind: string, letters: readonly DocxArchive[]): readonly OutputFile[] {
  const all = joined(letters);
  return all === undefined ? [] : [{ name: `${kind}.docx`, bytes: all.bytes() }];
}
