import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { grant, type OfferBook, offerSource } from '../domain/offer/offer-book.fixture.ts';
import { makeOutputs } from './make-outputs.ts';
import { textOf } from './utf8.ts';
import { unzip } from './zip.ts';

const SCHEMAS = 'test/data/ocf-schema';

function validator() {
  // The schemas use words of later drafts ("deprecated"), which change nothing here.
  const ajv = new Ajv({ strict: false, allErrors: true });
  // A CommonJS module: its default export is within the default that Node gives it.
  (formats as unknown as { readonly default: (to: Ajv) => unknown }).default(ajv);
  for (const path of readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.schema.json'))
      ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, path), 'utf8')) as { $id: string });
  return ajv;
}

interface OcfFile {
  readonly file_type: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const make = (book: OfferBook, stage: 'Draft' | 'Granted' = 'Granted') =>
  makeOutputs(offerSource(book), stage, { kinds: ['ocf'], book: 'Cap Table' }, new Map()).files;

const file = (files: ReturnType<typeof make>, name: string): OcfFile =>
  JSON.parse(
    textOf(files.find((one) => one.name.endsWith(`/${name}.ocf.json`))?.bytes ?? new Uint8Array()),
  ) as OcfFile;

const RATIOS = [
  ['Country', 'New per Old', 'Award', 'Vesting Schedule'],
  ['US', 0.5, 'RSU', '100% at 1 year'],
  ['UK', 0.5, 'SAR', ''],
  ['DE', 0.5, 'Stock', ''],
  ['', 0.75, 'Option', ''],
];

describe('The Open Cap Format files of an exchange', () => {
  const ajv = validator();
  const schemaOf = (type: string): string => {
    const name =
      type === 'OCF_MANIFEST_FILE'
        ? 'OCFManifestFile'
        : type
            .replace('OCF_', '')
            .toLowerCase()
            .replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return `https://raw.githubusercontent.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF/main/schema/files/${name}.schema.json`;
  };

  const header = [
    'Holder ID',
    'Holder Name',
    'Country',
    'Grant ID',
    'Grant Date',
    'Expiration Date',
    'Exercise Price',
    'Outstanding',
  ];
  const row = (id: string, country: string, outstanding: number) => [
    `H${id}`,
    `Name <${id}> & "Ωמ"`,
    country,
    id,
    '2001-01-02',
    '2011-01-02',
    6,
    outstanding,
  ];
  const everyAward: OfferBook = {
    header,
    grants: [row('1', 'US', 100), row('2', 'UK', 101), row('3', 'DE', 50), row('4', 'FR', 1000)],
    rules: [
      ['Field', 'Operator', 'Value', 'Reason'],
      ['Exercise Price', '>', 3.01, ''],
    ],
    terms: { Ratio: '', 'Look-back From': '' },
    ratios: RATIOS,
  };

  it('are valid by its published schemas, for every award', () => {
    for (const book of [everyAward, { grants: [grant('A'), grant('B', { Outstanding: 7 })] }])
      for (const { name, bytes } of make(book)) {
        if (!name.endsWith('.json')) continue;
        const content = JSON.parse(textOf(bytes)) as OcfFile;
        const validate = ajv.getSchema(schemaOf(content.file_type));
        assert.ok(validate !== undefined, content.file_type);
        assert.ok(validate(content), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
      }
  });

  it('hold each new award with its exact vesting, and each cancellation', () => {
    const transactions = file(make({ grants: [grant('A')] }), 'Transactions').items;
    const [cancellation, issuance, start] = transactions;
    assert.equal(transactions.length, 3);
    assert.deepEqual(
      [cancellation?.['security_id'], cancellation?.['quantity'], cancellation?.['date']],
      ['A', '1000', '2003-01-20'],
    );
    assert.deepEqual(
      [
        issuance?.['quantity'],
        issuance?.['exercise_price'],
        issuance?.['compensation_type'],
        issuance?.['expiration_date'],
      ],
      ['750', { amount: '1.5', currency: 'USD' }, 'OPTION_NSO', '2013-07-21'],
    );
    const vestings = issuance?.['vestings'] as { date: string; amount: string }[];
    assert.deepEqual(vestings.slice(0, 3), [
      { date: '2004-01-21', amount: '375' },
      { date: '2004-02-21', amount: '15' },
      { date: '2004-03-21', amount: '16' },
    ]);
    assert.deepEqual([vestings.length, vestings.at(-1)?.date], [25, '2006-01-21']);
    assert.deepEqual([start?.['object_type'], start?.['date']], ['TX_VESTING_START', '2003-07-21']);
  });

  it('are in an archive too, and its manifest has the digest of each', () => {
    const files = make({ grants: [grant('A')] });
    const archive = unzip(files.find(({ name }) => name === 'Cap Table.ocf.zip')?.bytes ?? new Uint8Array());
    const folder = files.filter(({ name }) => name.startsWith('Cap Table.ocf/'));
    assert.equal(Object.keys(archive).length, 8);
    for (const { name, bytes } of folder)
      assert.deepEqual(archive[name.slice('Cap Table.ocf/'.length)], bytes);
    const manifest = JSON.parse(textOf(archive['Manifest.ocf.json'] ?? new Uint8Array())) as Record<
      string,
      unknown
    >;
    for (const [key, value] of Object.entries(manifest))
      if (key.endsWith('_files'))
        for (const { filepath, md5 } of value as { filepath: string; md5: string }[])
          assert.equal(
            createHash('md5')
              .update(archive[filepath.slice(2)] ?? '')
              .digest('hex'),
            md5,
            filepath,
          );
  });

  it('are refused while an exercise price is not known', () =>
    assert.throws(
      () => make({ grants: [grant('A')], prices: [['2003-01-20', 1]] }),
      /new grant for A is not known yet/,
    ));
});
