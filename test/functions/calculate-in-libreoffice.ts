/** Lets LibreOffice calculate a workbook of native formulas, and reads the numbers that it found. It knows no function of ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { tool } from '../tools.ts';

/** A number, or a formula that begins with `=`; `null` is an empty cell. */
export type NativeCell = number | string | null;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The letters of a column, from 0. */
export const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

function cellXml(value: NativeCell, row: number, column: number): string {
  const at = `${letters(column)}${row + 1}`;
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  // Files carry a prefix before functions that are newer than the format.
  return `<c r="${at}"><f>${escape(value.slice(1).replaceAll('NORM.S.DIST(', '_xlfn.NORM.S.DIST('))}</f></c>`;
}

function workbook(rows: readonly (readonly NativeCell[])[]): Uint8Array {
  const cells = rows.map(
    (row, i) => `<row r="${i + 1}">${row.map((value, j) => cellXml(value, i, j)).join('')}</row>`,
  );
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Native" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** The numbers of a sheet, calculated by LibreOffice; `undefined` where a cell holds none. */
export function calculateInLibreOffice(
  rows: readonly (readonly NativeCell[])[],
): readonly (readonly (number | undefined)[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'regrant-native-'));
  try {
    const file = join(folder, 'native.xlsx');
    writeFileSync(file, workbook(rows));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(tool('soffice'), [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, file], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 100_000,
    });
    return valuesIn(readFileSync(join(folder, 'native.fods'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function valuesIn(fods: string): (number | undefined)[][] {
  const rows: (number | undefined)[][] = [];
  for (const [, ofRow = '', content = ''] of fods.matchAll(
    /<table:table-row([^>]*)>([\s\S]*?)<\/table:table-row>/g,
  )) {
    const row: (number | undefined)[] = [];
    for (const [, cell = ''] of content.matchAll(/<table:table-cell([^>]*?)\/?>/g)) {
      const value = /office:value="([^"]*)"/.exec(cell)?.[1];
      const repeated = Number(/number-columns-repeated="(\d+)"/.exec(cell)?.[1] ?? 1);
      for (let i = 0; i < Math.min(repeated, 100); i++)
        row.push(value === undefined ? undefined : Number(value));
    }
    const repeated = Number(/number-rows-repeated="(\d+)"/.exec(ofRow)?.[1] ?? 1);
    for (let i = 0; i < Math.min(repeated, 100); i++) rows.push(row);
  }
  return rows;
}
