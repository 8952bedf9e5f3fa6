import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { templateBytes } from '../../scripts/papers/document.ts';
import { PAPERS } from '../../scripts/papers/papers.ts';
import { grant, type OfferBook } from '../../src/domain/offer/offer-book.fixture.ts';
import { makeOutputs } from '../../src/outputs/make-outputs.ts';
import { offerSource } from '../../src/domain/offer/offer-book.fixture.ts';
import { sdkFaults } from '../open-xml-sdk.ts';
import { needs, tool } from '../tools.ts';
import { changed, letters, ownTemplate, wordsOf } from './letters.fixture.ts';

const TERMS = {
  Company: 'Lantronix',
  'Offer Name': 'Offer to Exchange',
  'New Plan': '2000 Stock Plan',
  'Signatory Name': 'Pat Example',
  'Signatory Title': 'Chief Financial Officer',
};
const BOOK: OfferBook = { terms: TERMS, grants: [grant('A-1')] };
const promise = (book = BOOK, request = {}) => letters(book, { kinds: ['promise'], ...request });
const bytesOf = (made: ReturnType<typeof promise>, at = 0): Uint8Array =>
  made.files[at]?.bytes ?? new Uint8Array();

describe('The promise to grant', () => {
  /** The points of the filed letter (Lantronix, exhibit (a)(5)), each with what says it to one holder. */
  const POINTS: readonly (readonly [point: string, says: RegExp])[] = [
    ['holder’s name', /^To: Ada Example \(001\)$/m],
    ['consideration', /agreed that the options listed here.*are cancelled with effect from January 20, 2003/],
    ['each cancelled grant', /^A-1\nJanuary 2, 2001\n2000 Plan\nAll\n6\.00\n1,000$/m],
    [
      'nonstatutory option, its shares, plan and date',
      /^A-1\nnonstatutory stock option\n750\n2000 Stock Plan\nJuly 21, 2003$/m,
    ],
    ['grant date as a commitment', /will grant you, on July 21, 2003.*That day is a commitment/],
    ['exercise price', /^100% of the closing price of the common stock on the grant date$/m],
    ['vesting', /^50% at 6 months, then 50% monthly over 24 months$/m],
    ['vesting starts on the grant date', /new vesting schedule starts on the grant date/],
    ['vesting while employed', /vest on a vesting date only if you have been employed/],
    [
      'terms of plan and form of agreement',
      /terms of the plan named above and of the form of award agreement/,
    ],
    [
      'a successor is bound, on the same day',
      /that company is bound by this promise and must grant the awards on the same day/,
    ],
    ['security and number adjusted', /kind of security and the number of shares are then adjusted/],
    [
      'price after a merger',
      /exercise price is the fair market value of the acquiring company’s stock on the grant date/,
    ],
    ['service condition', /must be employed by Lantronix or one of its subsidiaries through July 21, 2003/],
    ['no guarantee, at will', /guarantees you employment for any period. Your employment is at will/],
    ['lapse', /ends before then for any reason.*you lose every right under this promise/],
    [
      'the offer’s documents',
      /offer to exchange, the letter to employees of December 19, 2002, your election form and any withdrawal form/,
    ],
    ['entire agreement', /the entire agreement between you and Lantronix/],
    ['amendment', /changed only in writing that both you and an authorized officer of Lantronix have signed/],
    ['signature', /^By\nName\nPat Example\nTitle\nChief Financial Officer\nDate$/m],
  ];

  it('says every point of the filed letter to a holder of the reference offer', () => {
    const words = wordsOf(bytesOf(promise())).join('\n');
    for (const [point, says] of POINTS) assert.match(words, says, point);
    assert.doesNotMatch(words, /[{}]|undefined|NaN/);
  });

  it('is for each holder, of what is promised alone', () => {
    const made = promise({
      terms: TERMS,
      grants: [
        grant('A-1'),
        grant('A-2', { Outstanding: 101 }),
        grant('B', { 'Holder ID': '002', 'Termination Date': '2003-03-01' }),
        grant('C', { 'Holder ID': '003', 'Exercise Price': 3 }),
      ],
    });
    assert.deepEqual(
      made.files.map(({ name }) => name),
      ['promise-001.docx'],
    );
    assert.match(wordsOf(bytesOf(made)).join('\n'), /Together: 826 shares for 1,101 cancelled shares/);
  });

  it('has names as they are written', () => {
    for (const name of ['عمر الخيام', '李雷', `O'Neil & <Sons> "x"`, '👩🏽‍🚀', '{Company}', 'x'.repeat(200)]) {
      const words = wordsOf(bytesOf(promise({ ...BOOK, grants: [grant('A', { 'Holder Name': name })] })));
      assert.ok(words.includes(`To: ${name} (001)`), name);
    }
  });

  it('writes amounts and dates by the offer’s Locale, and prices in the ledger’s Currency', () => {
    const words = wordsOf(bytesOf(promise({ ...BOOK, terms: { ...TERMS, Locale: 'de-DE' } }))).join('\n');
    assert.match(words, /2\. Januar 2001\n2000 Plan\nAll\n6,00\n1\.000/);
    assert.throws(
      () => promise({ ...BOOK, terms: { ...TERMS, Locale: 'Klingon-!' } }),
      /Locale must be a language/,
    );
  });

  it('is refused before the offer is closed, but for a draft, which says so on every page', () => {
    const open = { stage: 'Open' } as const;
    assert.throws(
      () => letters(BOOK, { kinds: ['promise'] }, open),
      /A promise can be made once the offer is Closed, and it is at the stage Open/,
    );
    const draft = letters(BOOK, { kinds: ['promise'], draft: true }, open);
    assert.deepEqual(wordsOf(bytesOf(draft), 'word/header1.xml'), ['LantronixDRAFT']);
    assert.deepEqual(wordsOf(bytesOf(promise()), 'word/header1.xml'), ['Lantronix']);
  });

  it('needs what it names, and tells all that is missing at once', () => {
    const grants = [grant('A', { 'Holder Name': '' }), grant('B', { 'Holder ID': '2', 'Holder Name': '' })];
    assert.throws(
      () => promise({ terms: { ...TERMS, Company: '' }, grants }),
      (error: Error) => {
        assert.deepEqual(error.message.split('\n'), [
          'Holder 001 has no Company, which the promise needs.',
          'Holder 001 has no Holder Name, which the promise needs.',
          'Holder 2 has no Company, which the promise needs.',
          'Holder 2 has no Holder Name, which the promise needs.',
        ]);
        return true;
      },
    );
    assert.equal(promise({ terms: TERMS, grants }, { withoutNames: true }).files.length, 2);
  });

  it('is in one file too, each on a page of its own', () => {
    const grants = [grant('A'), grant('B', { 'Holder ID': '002', 'Holder Name': 'Bo' })];
    const made = promise({ terms: TERMS, grants }, { oneFile: true });
    assert.deepEqual(
      made.files.map(({ name }) => name),
      ['promise.docx'],
    );
    const words = wordsOf(bytesOf(made));
    assert.deepEqual(
      words.filter((line) => line.startsWith('To: ')),
      ['To: Ada Example (001)', 'To: Bo (002)'],
    );
  });

  it('has the same bytes twice, and its template those that its script writes', async () => {
    assert.deepEqual(promise(), promise());
    for (const [kind, { title, blocks }] of Object.entries(PAPERS))
      assert.deepEqual(
        await templateBytes(title, blocks),
        ownTemplate(kind),
        `npm run papers writes ${kind}.docx`,
      );
  });

  it('is valid by Microsoft’s Open XML SDK, alone and in one file', async () => {
    const grants = [grant('A'), grant('B', { 'Holder ID': '002' })];
    for (const request of [{}, { oneFile: true }])
      assert.deepEqual(await sdkFaults(bytesOf(promise({ terms: TERMS, grants }, request)), 'docx'), []);
  });
});

describe('A promise to grant in LibreOffice Writer', () => {
  needs('writer');

  it('is read from beginning to end', () => {
    const folder = mkdtempSync(join(tmpdir(), 'regrant-papers-'));
    try {
      writeFileSync(join(folder, 'promise.docx'), bytesOf(promise(BOOK, { draft: true })));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const args = [
        '--headless',
        profile,
        '--convert-to',
        'txt:Text',
        '--outdir',
        folder,
        join(folder, 'promise.docx'),
      ];
      const { status, stderr } = spawnSync(tool('writer'), args, { encoding: 'utf8', timeout: 300_000 });
      assert.equal(status, 0, stderr);
      const text = readFileSync(join(folder, 'promise.txt'), 'utf8');
      assert.match(text, /To: Ada Example \(001\)[^]*nonstatutory stock option[^]*Chief Financial Officer/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('A template', () => {
  const own = ownTemplate('promise');
  const inBody = (from: string, to: string) =>
    changed(own, (xml, part) => (part === 'word/document.xml' ? xml.replace(from, to) : xml));
  const BAD: readonly (readonly [what: string, template: Uint8Array, says: RegExp])[] = [
    ['no archive', new Uint8Array([1, 2, 3]), /^The template is not a Word document: save it as \.docx\.$/],
    [
      'an old .doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      /^The template is an old \.doc or is protected/,
    ],
    [
      'a workbook',
      new Uint8Array(readFileSync('test/data/offers/lantronix-2002.xlsx')),
      /not a Word document \(it has no text\)/,
    ],
    [
      'an unknown field',
      inBody('{New Grant Date}', '{New Grant Date} {Holder Nmae}'),
      /^The field \{Holder Nmae\} in paragraph \d+ of the body \(".*"\) is not known; did you mean "Holder Name"\?$/,
    ],
    [
      'a brace without its half',
      inBody('To: ', 'To: {Company '),
      /^The brace \{ in paragraph 2 of the body \(".*"\) lacks its other half/,
    ],
    [
      'an unknown loop',
      inBody('To: ', '{#Grnats}{/Grnats}To: '),
      /^The loop \{#Grnats\} in paragraph 2 of the body .* is not known; did you mean "Grants"\?$/,
    ],
    [
      'a loop that does not end',
      changed(own, (xml) => xml.replace('{Cancelled Shares}{/Grants}', '{Cancelled Shares}')),
      /loop \{#Grants\}.*(does not end|inside the loop)/,
    ],
    [
      'an end without a loop',
      inBody('To: ', '{/Grants}To: '),
      /^\{\/Grants\} in paragraph 2 of the body .* ends a loop that does not begin before it\.$/,
    ],
    [
      'a row’s field outside its loop',
      inBody('To: ', 'To: {New Shares} '),
      /^The field \{New Shares\} in paragraph 2 .* is known only inside the loop \{#Grants\}/,
    ],
    [
      'no loop at all',
      changed(own, (xml) =>
        xml.replace(
          /\{#Grants\}|\{\/Grants\}|\{(Old [\w ]+|Portion|Cancelled Shares|Award|New Shares|New Plan|Grant Date|Price Rule|Vesting Schedule)\}/g,
          '',
        ),
      ),
      /^The template lacks the loop \{#Grants\}/,
    ],
    [
      'no name',
      inBody('{Holder Name}', ''),
      /^The template lacks \{Holder Name\}, which the paper cannot do without\.$/,
    ],
    [
      'no mark for drafts',
      changed(own, (xml) => xml.replace('{Draft Mark}', '')),
      /^The template lacks \{Draft Mark\} in its header or footer/,
    ],
  ];

  for (const [what, template, says] of BAD)
    it(`is refused with a sentence: ${what}`, () =>
      assert.throws(
        () => letters(BOOK, { kinds: ['promise'] }, { template }),
        (error: Error) => (assert.match(error.message, says), true),
      ));

  it('is told everything that is wrong with it at once', () =>
    assert.throws(
      () => letters(BOOK, { kinds: ['promise'] }, { template: inBody('{Holder Name}', '{Nmae} {Shares} }') }),
      (error: Error) => error.message.split('\n').length === 4,
    ));

  it('may be a company’s own, its fields split by Word into several runs', () => {
    const template = inBody('To: {Holder Name}', 'Dear {Holder </w:t></w:r><w:r><w:b/><w:t>Name}');
    const made = letters(BOOK, { kinds: ['promise'] }, { template });
    assert.ok(wordsOf(bytesOf(made)).includes('Dear Ada Example (001)'));
  });

  it('shares its headers between letters in one file, and so has no holder’s field there', () => {
    const template = changed(own, (xml, part) =>
      part.startsWith('word/header') ? xml.replace('{Company}', '{Holder ID}') : xml,
    );
    assert.equal(letters(BOOK, { kinds: ['promise'] }, { template }).files.length, 1);
    assert.throws(
      () => letters(BOOK, { kinds: ['promise'], oneFile: true }, { template }),
      /\{Holder ID\} in paragraph 1 of header 1 \("\{Holder ID\} \{Draft Mark\}"\) differs from letter to letter/,
    );
  });

  it('is needed', () =>
    assert.throws(
      () => makeOutputs(offerSource(BOOK), 'Closed', { kinds: ['promise'] }, new Map()),
      /^RegrantError: There is no template for promise/,
    ));
});
