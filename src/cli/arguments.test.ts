import assert from 'node:assert/strict';
import { readArguments } from './arguments.ts';
import { Refusal } from './refusal.ts';

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
      {
        input: 'Cap Table.xlsx',
        output: 'o.xlsx',
        json: 'r.json',
        values: true,
        now: '2003-01-21T09:00Z',
        step: undefined,
        insertTerms: undefined,
        papers: undefined,
        withoutNames: false,
      },
    );
  });

  it('takes a step of the offer\u2019s life with the time that the log keeps, and no step without one', () => {
    assert.equal(readArguments(['a.xlsx', '--step', 'Close', '--now', '2003-01-20T21:00']).step, 'close');
    refuses(['a.xlsx', '--step', 'close'], /--step needs --now/);
    refuses(
      ['a.xlsx', '--step', 'shut', '--now', '2003-01-20'],
      /--step must be one of open, amend, close, cancel/,
    );
  });

  it('takes terms to insert, blank or of an offer, and nothing that only a run would take', () => {
    assert.equal(readArguments(['--insert-terms', 'a.xlsx']).insertTerms, '');
    assert.equal(readArguments(['a.xlsx', '--insert-terms=lantronix-2002']).insertTerms, 'lantronix-2002');
    refuses(['a.xlsx', '--insert-terms', '--values', '--json', 'r.json'], /leave out --json and --values/);
    refuses(['a.xlsx', '--insert-terms', '--insert-terms=x'], /given twice/);
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
