import assert from 'node:assert/strict';
import { grant, type OfferBook, offerSource } from '../domain/offer/offer-book.fixture.ts';
import type { Stage } from '../domain/offer/life/stage.ts';
import { csv } from './csv.ts';
import { distinctNames, fileName, safeName } from './file-names.ts';
import { makeOutputs } from './make-outputs.ts';
import type { OutputRequest } from './output.ts';
import { textOf, utf8 } from './utf8.ts';

const BOOK: OfferBook = {
  grants: [
    grant('A-1'),
    grant('B-1', { 'Holder ID': '002', 'Holder Name': '=1+1, "Ltd"', Outstanding: 101 }),
  ],
};
const make = (request: Partial<OutputRequest>, book = BOOK, stage: Stage = 'Closed') =>
  makeOutputs(offerSource(book), stage, { kinds: ['upload'], ...request }, new Map());
const text = (name: string, ...of: Parameters<typeof make>) =>
  textOf(make(...of).files.find((file) => file.name === name)?.bytes ?? new Uint8Array());

describe('The files for a stock-plan system', () => {
  it('name old and new grants side by side', () => {
    const [header, first, second] = text('grants.csv', {}).split('\r\n');
    assert.equal(
      header,
      'Participant ID,Participant Name,New Grant ID,Old Grant ID,Grant Date,Grant Type,Plan,Shares,Exercise Price,Expiration Date,Vesting Schedule,Vesting Start',
    );
    assert.equal(
      first,
      '001,Ada Example,,A-1,2003-07-21,NSO,2000 Plan,750,1.5,2013-07-21,"50% at 6 months, then 50% monthly over 24 months",2003-07-21',
    );
    assert.match(String(second), /^002,"'=1\+1, ""Ltd""",,B-1,2003-07-21,NSO,2000 Plan,76,/);
    assert.deepEqual(text('cancellations.csv', {}).split('\r\n'), [
      'Participant ID,Old Grant ID,Cancellation Date,Shares,Reason',
      '001,A-1,2003-01-20,1000,Exchanged',
      '002,B-1,2003-01-20,101,Exchanged',
      '',
    ]);
  });

  it('hold no new grant of a holder whose promise lapsed, and the cancellation with its reason', () => {
    const book = { grants: [grant('A-1', { 'Termination Date': '2003-03-01' })] };
    assert.equal(text('grants.csv', {}, book).split('\r\n').length, 2);
    assert.match(text('cancellations.csv', {}, book), /A-1,2003-01-20,1000,"?Exchanged; /);
  });

  it('are of the holders asked for, without names where a board reads them', () => {
    assert.match(text('grants.csv', { holder: '002; 003', withoutNames: true }), /\r\n002,,,B-1,/);
    // Leading zeros count.
    assert.throws(() => make({ holder: '2' }), /no holder is one of those asked for/);
  });

  it('are the same bytes twice', () =>
    assert.deepEqual(make({ kinds: ['upload', 'ocf'] }), make({ kinds: ['upload', 'ocf'] })));

  it('are of known kinds only', () =>
    assert.throws(
      () => make({ kinds: ['uplaod', 'letter'] }),
      /"uplaod" is not a kind of output: .*did you mean "upload"\?\n"letter" is not a kind/,
    ));
});

describe('Comma-separated values', () => {
  it('are quoted where they must be, and no formula to a spreadsheet', () =>
    assert.equal(
      textOf(
        csv(
          ['a'],
          [
            ['=HYPERLINK("x")'],
            ['+1'],
            ['-5'],
            ['@a'],
            [' =b'],
            ['a\nb'],
            ["'c"],
            [-2],
            [1e-7],
            ['\uD83D'],
            ['שלום'],
          ],
        ),
      ),
      `a\r\n"'=HYPERLINK(""x"")"\r\n"'+1"\r\n-5\r\n"'@a"\r\n"' =b"\r\n"a\nb"\r\n"'c"\r\n-2\r\n0.0000001\r\n\uFFFD\r\nשלום\r\n`,
    ));
});

describe('Names of files', () => {
  const values = { kind: 'promise', 'Holder ID': '00/1', 'Holder Name': 'Zoë: <"李雷">', Country: '' };

  it('follow the pattern, with what no file system takes replaced', () => {
    assert.equal(fileName('{kind}-{Holder ID}', values), 'promise-00_1');
    assert.equal(fileName('{holder name}', values), 'Zoë_ __李雷__');
    assert.throws(() => fileName('{Grant ID}', values), /\{Grant ID\}, which is not known: use \{kind\}/);
  });

  it('are never empty, a device, a step up, or too long', () => {
    assert.deepEqual(['', '..', 'con', 'NUL.txt', 'a.'].map(safeName), ['_', '_', '_con', '_NUL.txt', 'a']);
    assert.ok(utf8(safeName('👩🏽‍🚀'.repeat(200))).length <= 200);
  });

  it('are told apart where two holders would have one, case aside', () =>
    assert.deepEqual(
      distinctNames(['a.docx', 'A.docx', 'a.docx'].map((name) => ({ name, bytes: utf8('') }))).map(
        ({ name }) => name,
      ),
      ['a.docx', 'A-2.docx', 'a-3.docx'],
    ));
});
