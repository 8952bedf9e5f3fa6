/**
 * What Microsoft's Open XML SDK finds wrong with a workbook or a document: elements, attributes and relationships against the schemas
 * of Microsoft 365. It overlooks much that Excel repairs (package-rules.ts knows that), and much that other programs
 * write and Excel takes in its stride: what a file brought along is not held against us.
 *
 * @see https://www.npmjs.com/package/@ooxml-tools/validate
 */
import validator from '@ooxml-tools/validate';
import { once } from './once.ts';

/** Its runtime is one for the process, and knows the files of the copy of the module that started it alone. */
const validate = once('open-xml-sdk', () => validator);

/** One line a fault: where, and what. */
export async function sdkFaults(file: Uint8Array, kind: 'xlsx' | 'docx' = 'xlsx'): Promise<string[]> {
  try {
    const faults = await validate(file, kind, 'Microsoft365');
    return faults.map(({ path, description }) => `${path.partUri} ${path.xpath}: ${description}`);
  } catch (error) {
    // The SDK does not open a package with a part of the wrong type.
    return [`package cannot be opened: ${String(error).replace(/\s+/g, ' ')}`];
  }
}

/** The faults of a file that the one before it has not. Numbers may have moved with the cells; parts keep their names. */
export async function addedSdkFaults(before: Uint8Array | undefined, after: Uint8Array): Promise<string[]> {
  const now = await sdkFaults(after);
  if (now.length === 0 || before === undefined) return now;
  const kind = (fault: string): string => fault.replace(/ .*/, (rest) => rest.replace(/\d+/g, '#'));
  const known = new Set((await sdkFaults(before)).map(kind));
  return now.filter((fault) => !known.has(kind(fault)));
}
