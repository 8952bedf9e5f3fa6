import assert from 'node:assert/strict';
import { readArguments, Refusal } from './arguments.ts';

const refuses = (args: readonly string[], message: RegExp) =>
  assert.throws(
    () => readArguments(args),
    (error) => error instanceof Refusal && message.test(error.message) && !error.message.includes('\n'),
  );

describe('The command line of an exchange', () => {
  it('takes the workbook and its options in any order', () => {
    assert.deepEqual(
      readArguments([
        '--values',
        '--json',
        'r.json',
        'Cap Table.xlsx',
        '--out=o.xlsx',
        '--now',
        '2003-01-21T09:00Z',
      ]),
      { input: 'Cap Table.xlsx', output: 'o.xlsx', json: 'r.json', values: true, now: '2003-01-21T09:00Z' },
    );
  });

  it('takes a file whose name begins with a dash after --', () => {
    assert.equal(readArguments(['--', '-book.xlsx']).input, '-book.xlsx');
  });

  it('refuses no workbook, several, an option that it does not know, and a time that is none', () => {
    refuses([], /Name the workbook: npm run exchange/);
    refuses(['a.xlsx', 'b.xlsx'], /One workbook at a time/);
    refuses(['a.xlsx', '--jsn', 'x'], /Unknown option '--jsn'/);
    refuses(['a.xlsx', '--out'], /--out/);
    refuses(['a.xlsx', '--out='], /--out needs a file's name/);
    refuses(['a.xlsx', '--now', 'yesterday'], /--now must be an ISO time/);
  });
});
