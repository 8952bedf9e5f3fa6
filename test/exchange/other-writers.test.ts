/** Runs on workbooks that other programs wrote: a dozen here, the others in test/full. */
import { bookOfOtherWriter, SOME_BOOKS } from './books-of-other-writers.ts';
import { losesNothing } from './nothing-lost.ts';

describe('A run loses nothing, leaves a valid workbook, and writes the same again', () => {
  for (const name of SOME_BOOKS) it(name, () => losesNothing(bookOfOtherWriter(name)));
});
