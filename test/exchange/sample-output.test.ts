/** The reference offer's sample, run from the command line: its package part by part, and its totals by another reader. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { exchangeWorkbook } from '../../src/cli/exchange-workbook.ts';
import { sdkFaults } from '../open-xml-sdk.ts';
import { needs, tool } from '../tools.ts';
import { parseXml, type XmlElement } from '../xml-tree.ts';

const SAMPLE = fileURLToPath(new URL('../../assets/samples/lantronix-2002.xlsx', import.meta.url));

describe("The sample's output", () => {
  let folder = '';
  const output = () => join(folder, 'out.xlsx');

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'regrant-sample-'));
    const silent = { write: () => true };
    const status = await exchangeWorkbook([SAMPLE, '--out', output()], { stdout: silent, stderr: silent });
    assert.equal(status, 0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe('as a package', () => {
    /** Parts that list what the workbook has, and so grow with it. */
    const INDEXES = [
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
    ];
    const packages = () => ({
      input: unzipSync(readFileSync(SAMPLE)),
      result: unzipSync(readFileSync(output())),
    });
    const text = (part: Uint8Array | undefined): string => new TextDecoder().decode(part);

    it('has no fault that the Open XML SDK finds', async () =>
      assert.deepEqual(await sdkFaults(readFileSync(output())), []));

    it('has every part that Regrant did not write, byte for byte', () => {
      const { input, result } = packages();
      const parts = Object.keys(input).filter((name) => !INDEXES.includes(name));
      assert.ok(parts.length > 15);
      for (const name of parts) assert.equal(text(result[name]), text(input[name]), name);
    });

    it('has everything that the indexes listed before, in its order', () => {
      const { input, result } = packages();
      for (const name of INDEXES)
        assertGrown(parseXml(text(result[name])), parseXml(text(input[name])), name);
    });
  });

  describe('read by LibreOffice', () => {
    needs('soffice');
    type Row = Readonly<Record<string, string>>;
    const sheets = new Map<string, readonly Row[]>();
    const sheet = (name: string): readonly Row[] => {
      const rows = sheets.get(name);
      assert.ok(rows !== undefined && rows.length > 0, `sheet ${name}`);
      return rows;
    };
    const sum = (rows: readonly Row[], column: string): number =>
      rows.reduce((total, row) => {
        const value = Number(row[column]);
        assert.ok(Number.isFinite(value), `${column} of ${JSON.stringify(row)}`);
        return total + value;
      }, 0);
    const sumsBy = (rows: readonly Row[], key: (row: Row) => string, column: string): Map<string, number> => {
      const sums = new Map<string, number>();
      for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + Number(row[column]));
      return sums;
    };
    const measure = (name: string): number =>
      Number(sheet('Regrant Summary').find((row) => row['Measure'] === name)?.['Value']);
    const exchangedRows = () => sheet('Regrant Eligibility').filter((row) => row['Exchanged'] === 'Yes');

    before(async () => {
      // As values: LibreOffice has no custom functions, and calculates what is marked as a dynamic array on opening.
      const values = join(folder, 'values.xlsx');
      const silent = { write: () => true };
      const ended = await exchangeWorkbook([SAMPLE, '--values', '--out', values], {
        stdout: silent,
        stderr: silent,
      });
      assert.equal(ended, 0);
      // One file a sheet, values as stored, text quoted.
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';
      const profile = pathToFileURL(join(folder, 'profile')).href;
      const { status, stderr } = spawnSync(
        tool('soffice'),
        [
          `-env:UserInstallation=${profile}`,
          '--headless',
          '--convert-to',
          filter,
          '--outdir',
          folder,
          values,
        ],
        { encoding: 'utf8' },
      );
      assert.equal(status, 0, stderr);
      for (const file of readdirSync(folder)) {
        const name = /^values-(.*)\.csv$/.exec(file)?.[1];
        if (name?.startsWith('Regrant') === true)
          sheets.set(name, recordsOf(readFileSync(join(folder, file), 'utf8')));
      }
    });

    it('cancels what is exchanged, grant by grant', () => {
      const cancelled = sheet('Regrant New Grants');
      assert.deepEqual(
        cancelled.map((row) => [row['Old Grant ID'], row['Cancelled Shares']]),
        exchangedRows().map((row) => [row['Grant ID'], row['Outstanding']]),
      );
      assert.equal(measure('Shares cancelled'), sum(cancelled, 'Cancelled Shares'));
      assert.equal(measure('Grants exchanged'), cancelled.length);
      assert.ok(cancelled.length > 100);
    });

    it('grants three new options for four old ones, rounded up, grant by grant', () => {
      const granted = sheet('Regrant New Grants').filter((row) => row['Status'] === 'Granted');
      const expected = granted.map((row) => Math.ceil((Number(row['Cancelled Shares']) * 3) / 4));
      assert.deepEqual(
        granted.map((row) => Number(row['New Shares'])),
        expected,
      );
      assert.equal(
        measure('New shares'),
        expected.reduce((total, shares) => total + shares, 0),
      );
    });

    it('vests every grant to its last share by its last date, or to the end of service', () => {
      const key = (row: Row): string => `${row['Holder ID'] ?? ''} ${row['Old Grant ID'] ?? ''}`;
      const vested = sumsBy(sheet('Regrant Vesting'), key, 'Shares');
      let full = 0;
      for (const grant of sheet('Regrant New Grants')) {
        const shares = vested.get(key(grant)) ?? 0;
        if (grant['Note']?.includes('Service ended') === true)
          assert.ok(shares <= Number(grant['New Shares']));
        else {
          assert.equal(shares, Number(grant['New Shares']), key(grant));
          full += 1;
        }
      }
      assert.ok(full > 100);
      const lastCumulative = new Map(
        sheet('Regrant Vesting').map((row) => [key(row), Number(row['Cumulative'])]),
      );
      assert.deepEqual(lastCumulative, vested);
    });

    it('agrees with the ledger plan by plan', () => {
      const plans = (rows: readonly Row[], column: string) =>
        sumsBy(rows, (row) => row['Plan'] ?? '', column);
      const byPlan = sheet('Regrant Summary');
      assert.equal(measure('Shares outstanding'), sum(sheet('Regrant Eligibility'), 'Outstanding'));
      const cancelled = plans(exchangedRows(), 'Outstanding');
      const outstanding = plans(sheet('Regrant Eligibility'), 'Outstanding');
      assert.equal(outstanding.size, 5);
      for (const [plan, shares] of outstanding) {
        // The block By plan stands below the totals; its columns take the sheet's own header row as keys.
        const line = byPlan.map((row) => Object.values(row)).find((cells) => cells[3] === plan);
        assert.deepEqual([Number(line?.[5]), Number(line?.[8])], [shares, cancelled.get(plan) ?? 0], plan);
      }
    });

    it('writes dates that mean the same in every office', () => {
      assert.match(sheet('Regrant New Grants')[0]?.['Grant Date'] ?? '', /^2003-07-21$/);
    });
  });
});

/** Asserts that `grown` still holds `original`: the same attributes, its children among others in their order. */
function assertGrown(grown: XmlElement, original: XmlElement, place: string): void {
  const path = `${place} ${original.name}`;
  assert.equal(grown.name, original.name, path);
  for (const [name, value] of original.attributes)
    if (!/^(count|uniqueCount)$/.test(name))
      assert.equal(grown.attributes.get(name), value, `${path} ${name}`);
  assert.equal(grown.text.trim(), original.text.trim(), path);
  let from = 0;
  for (const child of original.children) {
    const mayGrow =
      /^(bookViews|workbookView|sheets|definedNames|numFmts|fonts|fills|borders|cellXfs|dxfs|cellStyles|cellStyleXfs)$/.test(
        child.name,
      );
    const found = grown.children.findIndex(
      (candidate, index) =>
        index >= from && (mayGrow ? candidate.name === child.name : isSame(candidate, child)),
    );
    assert.ok(found >= 0, `${path} lost ${child.name} ${JSON.stringify([...child.attributes])}`);
    const kept = grown.children[found];
    if (mayGrow && kept !== undefined) assertGrown(kept, child, path);
    from = found + 1;
  }
}

const isSame = (a: XmlElement, b: XmlElement): boolean =>
  a.name === b.name &&
  a.text.trim() === b.text.trim() &&
  a.attributes.size === b.attributes.size &&
  [...b.attributes].every(([name, value]) => a.attributes.get(name) === value) &&
  a.children.length === b.children.length &&
  a.children.every((child, index) => {
    const other = b.children[index];
    return other !== undefined && isSame(child, other);
  });

/** The rows of a CSV file by the headers of its first line; a header that comes twice or is blank goes by its place. */
function recordsOf(csv: string): Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = csvRows(csv);
  const keys = header.map((name, index) =>
    name === '' || header.indexOf(name) < index ? `#${index}` : name,
  );
  return rows.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] ?? ''])));
}

function csvRows(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
