/** Fills a template that has been looked through: names and texts come out as written, whatever characters are in them. */
import Docxtemplater from 'docxtemplater';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { wellFormed } from '../utf8.ts';
import { DocxArchive } from './docx-archive.ts';
import type { Template } from './read-template.ts';

export type FieldValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/** Characters that XML does not have, whichever way they are written. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** @throws RegrantError the template cannot be filled */
export function fillTemplate({ parts }: Template, values: FieldValues): DocxArchive {
  const archive = new DocxArchive(parts);
  try {
    const document = new Docxtemplater(archive as never, {
      paragraphLoop: true,
      linebreaks: true,
      nullGetter: () => '',
      // A field is looked up by its name alone: no part of it is a path or a formula.
      parser: (tag) => ({ get: (scope: FieldValues) => clean(scope[tag.trim()]) }),
    });
    document.render(values);
  } catch (error) {
    const { properties } = error as { properties?: { errors?: { properties?: { explanation?: string } }[] } };
    const [first] = properties?.errors ?? [];
    throw badValue(
      say`The template cannot be filled: ${first?.properties?.explanation ?? (error instanceof Error ? error.message : String(error))}`,
    );
  }
  return archive;
}

const clean = (value: FieldValues[string] | undefined) =>
  typeof value === 'string' ? wellFormed(value).replace(NOT_XML, '\uFFFD') : value;
