/** For tests: the workbooks by other writers, and what one compares of two packages or two workbooks. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { Workbook } from '../model/workbook.ts';
import { readZip, unpack } from './zip.ts';

const FOLDER = new URL('../../../../test/data/workbooks/', import.meta.url);
export const WORKBOOK_FILES = readdirSync(FOLDER).filter((name) => /\.xls[xm]$/.test(name));
export const workbookFile = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));

/** Every part's content by name, in the order of the archive. */
export const partsOf = (bytes: Uint8Array): Map<string, Buffer> =>
  new Map(readZip(bytes).map((entry) => [entry.name, Buffer.from(unpack(entry))]));

export const partText = (bytes: Uint8Array, part: string): string =>
  partsOf(bytes).get(part)?.toString() ?? '';

/** Names of the parts that differ between two packages, new and removed ones included. */
export function differingParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    const [x, y] = [a.get(name), b.get(name)];
    return x === undefined || y === undefined || !x.equals(y);
  });
}

/** The format that each cell shows: a file need not say that it is the first. */
const shown = (styles: readonly number[] | null): string =>
  (styles ?? [])
    .map((style) => Math.max(style, 0))
    .join()
    .replace(/(^|,)0(,0)*$/, '');

/** Everything that a reader sees of a workbook's cells. */
export function snapshot(book: Workbook): unknown {
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    rows: [...sheet.grid.rows()]
      .filter(([row]) => row !== 40)
      .map(([row, { values, styles, properties }]) => ({ row, values, styles: shown(styles), properties })),
    formulas: [...sheet.grid.formulas].sort(([a], [b]) => a - b),
    kept: [...sheet.keptOfCells],
    spills: [...sheet.spills],
    layout: Object.entries(sheet.layout),
  }));
}

/** What LibreOffice makes of files when it opens them and saves them in another format: `csv` is the first sheet. */
export function convertedByLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
  format: 'csv' | 'xlsx',
  soffice: string,
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'converted');
    execFileSync(soffice, [profile, '--headless', '--convert-to', format, '--outdir', out, ...paths], {
      stdio: 'pipe',
    });
    return new Map(
      Object.keys(files).map((name) => [
        name,
        readFileSync(join(out, `${basename(name, extname(name))}.${format}`)),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
