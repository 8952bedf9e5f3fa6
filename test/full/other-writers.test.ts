/** Runs on all workbooks that other programs wrote, but for those that every `npm test` runs. */
import assert from 'node:assert/strict';
import { BOOKS, bookOfOtherWriter, SOME_BOOKS } from '../exchange/books-of-other-writers.ts';
import { losesNothing } from '../exchange/nothing-lost.ts';

describe('A run loses nothing, leaves a valid workbook, and writes the same again', () => {
  for (const name of BOOKS.filter((book) => !SOME_BOOKS.includes(book)))
    it(name, () => losesNothing(bookOfOtherWriter(name)));

  it('on more than fifty workbooks of other writers in all', () => {
    assert.ok(BOOKS.length > 50, String(BOOKS.length));
    assert.ok(SOME_BOOKS.every((name) => BOOKS.includes(name)));
  });
});
