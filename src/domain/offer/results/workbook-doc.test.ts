import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LEDGER_COLUMNS } from '../../ledger/columns.ts';
import { OFFER_TABLES } from '../offer-source.ts';
import { RESULT_TABLES } from './result-tables.ts';
import { TERMS } from '../terms/terms.ts';

describe('docs/workbook.md', () => {
  const lines = readFileSync(new URL('../../../../docs/workbook.md', import.meta.url), 'utf8').split('\n');
  const row = (first: string) =>
    lines
      .find((line) => line.startsWith(`| ${first} `) && line.includes('|', 2))
      ?.split('|')
      .map((cell) => cell.trim());

  it('lists every ledger column with the names under which it is found', () => {
    for (const { name, synonyms } of LEDGER_COLUMNS)
      assert.match(row(name)?.[3] ?? '', new RegExp(`^${synonyms.join(', ')}`));
  });

  it('lists every term with its default and meaning', () => {
    for (const term of TERMS) {
      const cells = lines.find((line) => line.startsWith(`| ${term.name} `) && line.includes(term.meaning));
      assert.ok(cells !== undefined, term.name);
    }
  });

  it('describes every table that is read, and lists every column that is written', () => {
    for (const table of OFFER_TABLES)
      assert.ok(
        lines.some((line) => line.startsWith('### ') && line.includes(table)),
        table,
      );
    for (const { sheet, columns } of RESULT_TABLES)
      assert.equal(row(sheet)?.[3], columns.map(({ name }) => name).join(', '));
  });
});
