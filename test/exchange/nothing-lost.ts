/** For tests: that a run keeps everything of a workbook, leaves it valid, and writes the same a second time. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { runWorkbook } from '../../src/cli/run-workbook.ts';
import { readWorkbook, type Sheet, type Workbook } from '@regrant/embedded-excel/package';
import { keyColumn, keyRow, relationshipsPart, stateOf } from '@regrant/embedded-excel/testing';
import { addedSdkFaults } from '../open-xml-sdk.ts';
import { differingParts, filePartsOf } from '../workbook-parts.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** Runs the offer of a workbook twice, the second time on what the first one saved. */
export async function losesNothing(before: Uint8Array): Promise<void> {
  const first = (await runWorkbook(before, DIST, { values: false })).workbook;
  keepsParts(before, first);
  keepsContent(readWorkbook(before), readWorkbook(first));
  assert.ok(readWorkbook(first).table('RegrantNewGrants'), 'the results are there');
  assert.deepEqual(await addedSdkFaults(before, first), []);
  const second = (await runWorkbook(first, DIST, { values: false })).workbook;
  assert.deepEqual(differingParts(filePartsOf(first), filePartsOf(second)), []);
}

/** Each part is there, and the same but for what lists the workbook's content and grows with it. */
function keepsParts(before: Uint8Array, after: Uint8Array): void {
  const [old, now] = [filePartsOf(before), filePartsOf(after)];
  const state = stateOf(readWorkbook(before));
  assert.ok(state);
  const { workbookPart } = state;
  const sheets = new Set([...state.sheets.values()].map(({ part }) => part));
  const indexes = new Set([
    '[Content_Types].xml',
    relationshipsPart(workbookPart),
    state.stylesPart,
    state.parts.related(workbookPart, 'sharedStrings'),
  ]);
  for (const [name, text] of old) {
    // Without the chain of cells with formulas, Excel makes its own.
    if (name === state.parts.related(workbookPart, 'calcChain')) continue;
    const kept = now.get(name);
    assert.ok(kept !== undefined, `${name} is lost`);
    if (name === workbookPart)
      assert.deepEqual(tabsIn(kept).slice(0, tabsIn(text).length), tabsIn(text), 'tabs of every kind');
    else if (sheets.has(name)) assert.equal(aroundCells(kept), aroundCells(text), name);
    else if (!indexes.has(name)) assert.equal(kept, text, name);
  }
}

const tabsIn = (workbook: string): string[] =>
  [...workbook.matchAll(/<(?:\w+:)?sheet [^>]*?name="([^"]*)"/g)].map(([, name = '']) =>
    name.replaceAll('&apos;', "'"),
  );

/** A sheet's part without its cells, how far they reach, and which tab is selected: a run shows its results. */
const aroundCells = (text: string): string =>
  text
    .replace(/<(\w+:)?sheetData[\s\S]*<\/(\w+:)?sheetData>/, '')
    .replace(/<(\w+:)?dimension [^>]*>/, '')
    .replace(/ tabSelected="[^"]*"/, '');

function keepsContent(old: Workbook, now: Workbook): void {
  const sheetsOf = (book: Workbook): string[] =>
    book.sheets.map(({ name, visibility }) => `${name}: ${visibility}`);
  assert.deepEqual(sheetsOf(now).slice(0, old.sheets.length), sheetsOf(old));
  const namesOf = (book: Workbook): string[] =>
    book.names.map(({ name, formula, sheet }) => `${sheet?.name ?? ''}!${name} ${formula}`);
  const kept = new Set(namesOf(now));
  assert.deepEqual(
    namesOf(old).filter((name) => !kept.has(name)),
    [],
    'defined names',
  );
  assert.equal(now.date1904, old.date1904);
  for (const sheet of old.sheets) {
    const other = now.sheet(sheet.name);
    assert.ok(other, sheet.name);
    assert.deepEqual(formulasOf(other), formulasOf(sheet), sheet.name);
    assert.deepEqual(changedCells(sheet, other), [], sheet.name);
  }
}

/** LibreOffice writes the names of custom functions in small letters; they are spelt as the add-in has them. */
const formulasOf = (sheet: Sheet): [number, string][] =>
  [...sheet.grid.formulas]
    .map(([key, formula]): [number, string] => [
      key,
      formula.replace(/\bregrant\.\w+\(/gi, (name) => name.toUpperCase()),
    ])
    .sort(([a], [b]) => a - b);

/** Cells that show something else, or in another format. */
function changedCells(before: Sheet, after: Sheet): string[] {
  const changed: string[] = [];
  const { formulas } = before.grid;
  // A formula without a value in the file has one now, and so have the cells that it fills.
  const isUncalculated = [...formulas.keys()].some(
    (key) => before.value(keyRow(key), keyColumn(key)) === null,
  );
  for (const [row, { values, styles }] of before.grid.rows())
    for (let column = 0; column < Math.max(values.length, styles?.length ?? 0); column++) {
      // What the date and the add-in's own functions give is not the file's.
      if (/\b(?:TODAY|NOW|REGRANT\.\w+)\(/i.test(before.formula(row, column) ?? '')) continue;
      const [value, now] = [before.value(row, column), after.value(row, column)];
      if (value !== now && !(isUncalculated && value === null))
        changed.push(`R${row + 1}C${column + 1}: ${String(value)} became ${String(now)}`);
      if (before.style(row, column) !== after.style(row, column))
        changed.push(`R${row + 1}C${column + 1} has another format`);
    }
  return changed;
}
