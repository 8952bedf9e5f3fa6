/** The sample workbook is what its script makes, and holds the cases that an offer must get right. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { SAMPLE_PATH, sampleFile } from '../../scripts/make-sample.ts';
import { on } from '../../scripts/sample/dates.ts';
import { attribute, elementsNamed, parseXml, type XmlElement } from '../xml-tree.ts';

type Row = ReadonlyMap<string, string | number>;

describe('The sample workbook', () => {
  const file = readFileSync(SAMPLE_PATH);
  const parts = unzipSync(file);
  const part = (path: string): XmlElement => {
    const content = parts[path];
    assert.ok(content !== undefined, `there is a part ${path}`);
    return parseXml(strFromU8(content));
  };
  const strings = elementsNamed(part('xl/sharedStrings.xml'), 't').map(({ text }) => text);

  const valueOf = (cell: XmlElement): string | number | undefined => {
    const value = cell.children.find(({ name }) => name === 'v');
    if (value === undefined) return undefined;
    const type = cell.attributes.get('t');
    if (type === 's') return strings[Number(value.text)];
    return type === 'str' ? value.text : Number(value.text);
  };

  /** The rows under a header row, by header, with blank rows and the total row left out. */
  const rowsOf = (path: string, headerRow: number): readonly Row[] => {
    const headers = new Map<string, string>();
    const rows: Row[] = [];
    for (const row of elementsNamed(part(path), 'row')) {
      const number = Number(attribute(row, 'r'));
      const values = new Map<string, string | number>();
      for (const cell of row.children) {
        const letters = attribute(cell, 'r').replace(/\d+$/, '');
        const value = valueOf(cell);
        if (value === undefined) continue;
        if (number === headerRow) headers.set(letters, String(value).replace(/\s+/g, ' '));
        else values.set(headers.get(letters) ?? letters, value);
      }
      if (number > headerRow && values.get('Employee ID') !== 'Total') rows.push(values);
    }
    return rows;
  };

  const grants = rowsOf('xl/worksheets/sheet1.xml', 5);
  const elections = rowsOf('xl/worksheets/sheet3.xml', 4);
  const values = (column: string): ReadonlySet<string | number | undefined> =>
    new Set(grants.map((grant) => grant.get(column)));

  it('is, byte for byte, what npm run sample writes', () => {
    assert.ok(file.equals(sampleFile()), 'run npm run sample, and commit what it writes');
  });

  it('has 400 grants of 120 holders over five plans', () => {
    assert.equal(grants.length, 400);
    assert.equal(values('Employee ID').size, 120);
    assert.equal(new Set(grants.map((grant) => String(grant.get('Grant #')))).size, 400);
    assert.deepEqual([...values('Plan')].sort(), [
      '1993 Plan',
      '1994 Plan',
      '2000 Plan',
      'Lightwave 2001 Plan',
      'Premise 2001 Plan',
    ]);
  });

  it('has prices below, on and above the floor, and look-back grants below it', () => {
    for (const price of [3, 3.01, 3.02]) assert.ok(values('Exercise Price').has(price), String(price));
    const fromLookBack = grants.filter((grant) => Number(grant.get('Grant Date')) >= on('2002-06-19'));
    assert.ok(fromLookBack.length > 20);
    assert.ok(fromLookBack.every((grant) => Number(grant.get('Exercise Price')) < 3.01));
    assert.ok(values('Grant Date').has(on('2002-06-18')) && values('Grant Date').has(on('2002-06-19')));
  });

  it('has directors, officers, people abroad, and hires on and after the first day of the offer', () => {
    for (const role of ['Director', 'Executive Officer']) assert.ok(values('Position').has(role), role);
    for (const country of ['France', 'Japan', 'united states', 'United States '])
      assert.ok(values('Country').has(country));
    for (const day of ['2002-12-19', '2002-12-20']) assert.ok(values('Date of Hire').has(on(day)), day);
  });

  it('has departures around every date that matters', () => {
    const days = [
      '2002-12-31',
      '2003-01-20',
      '2003-01-21',
      '2003-07-20',
      '2003-07-21',
      '2004-01-20',
      '2004-01-21',
    ];
    for (const day of days) assert.ok(values('Termination Date').has(on(day)), day);
  });

  it('has ids that differ by a leading zero only, and expired and wholly exercised grants', () => {
    assert.ok(values('Employee ID').has(417) && values('Employee ID').has('0417'));
    assert.ok(values('Expiration Date').has(on('2003-01-20')));
    assert.ok(grants.some((grant) => grant.get('Outstanding') === 0));
  });

  it('counts every share once: outstanding is granted less exercised and cancelled', () => {
    for (const grant of grants) {
      const count = (column: string): number => Number(grant.get(column));
      assert.equal(count('Outstanding'), count('Granted') - count('Exercised') - count('Cancelled'));
      assert.ok(count('Outstanding') >= 0 && count('Granted') > 0);
      assert.ok(
        count('Grant Date') >= Math.min(count('Date of Hire'), on('2002-06-01')) ||
          count('Date of Hire') > on('2002-06-01'),
      );
    }
  });

  it('has elections withdrawn, made again, at the last minute and after it, for grants that exist', () => {
    const received = elections.map((election) => Number(election.get('Received')));
    assert.deepEqual(
      received,
      [...received].sort((a, b) => a - b),
    );
    const deadline = on('2003-01-20T21:00');
    assert.equal(received.filter((moment) => moment > deadline).length, 1);
    assert.ok(received.includes(deadline));
    assert.ok(elections.filter((election) => election.get('Action') === 'Withdraw').length >= 5);
    const ids = new Set(grants.map((grant) => String(grant.get('Grant #'))));
    for (const election of elections) {
      const id = String(election.get('Grant ID'));
      assert.ok(id === 'ALL' || ids.has(id), id);
    }
  });

  it('says of its people and its prices that they are made up', () => {
    assert.ok(strings.some((text) => text.includes('fictional')));
    assert.ok(strings.some((text) => text.startsWith('Illustrative')));
    for (const email of values('Email')) assert.match(String(email), /@example\.com$/);
  });
});
