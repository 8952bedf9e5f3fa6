/** A saved workbook part by part, for tests on what a failure leaves of it. */
import { unzipSync } from 'fflate';
import { type Workbook, writeWorkbook } from '@regrant/embedded-excel/package';

const decoder = new TextDecoder();

/** Text of each part, by its name. */
export const partsOf = (book: Workbook): Map<string, string> => filePartsOf(writeWorkbook(book));

/** The same of a file. */
export const filePartsOf = (file: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, decoder.decode(bytes)]));

/** The names of the parts that differ, are missing or are new. */
export function differingParts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
}
