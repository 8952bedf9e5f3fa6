/** What is changed and saved here opens in other programs as before, with nothing lost but what was changed. */
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needs, tool } from '../../../../test/tools.ts';
import { areaAt } from '../model/area.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { stateOf } from './package-state.ts';
import { readWorkbook } from './read-workbook.ts';
import { relationshipsPart } from './relationships.ts';
import { convertedByLibreOffice, partsOf, WORKBOOK_FILES, workbookFile } from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Does to a workbook what a run of the add-in does: writes cells and a formula, adds a sheet with a table and a chart. */
function worked(book: Workbook): { first: Sheet; results: Sheet } {
  const [first] = book.sheets;
  assert.ok(first);
  first.setValue(50, 2, 'a new text & more');
  first.setFormula(51, 2, '=1+1');
  first.setComputed(51, 2, 2);
  const results = book.addSheet('Regrant Results');
  results.setValues(0, 0, [['Grant ID', 'New Shares'], ...[1, 2, 3].map((n) => [`G-${n}`, n * 100])]);
  const table = book.addTable(results, areaAt(0, 0, 4, 2));
  book.renameTable(table, 'RegrantResults');
  results.setFormula(5, 1, '=SUM(RegrantResults[New Shares])');
  results.setComputed(5, 1, 600);
  results.setCharts([
    {
      id: 'new',
      name: 'New shares',
      own: true,
      kind: 'columnClustered',
      series: [{ values: "'Regrant Results'!$B$2:$B$4", categories: "'Regrant Results'!$A$2:$A$4" }],
      title: 'New shares',
      categoryAxisTitle: undefined,
      valueAxisTitle: undefined,
      valueNumberFormat: undefined,
      legend: undefined,
      dataLabels: false,
      place: { top: 120, left: 0, width: 300, height: 200 },
    },
  ]);
  book.settings.claim({ id: '11111111-2222-3333-4444-555555555555', version: '1.0.0.0' });
  book.settings.set('ledger', 'Grants');
  return { first, results };
}

const saved = new Map(
  WORKBOOK_FILES.map((name) => {
    const book = readWorkbook(workbookFile(name));
    const { first } = worked(book);
    return [name, { bytes: writeWorkbook(book), book, first }] as const;
  }),
);

describe('a workbook by another writer, worked with and saved', () => {
  for (const [name, { bytes, book, first }] of saved)
    it(`keeps every part that has nothing to do with the work: ${name}`, () => {
      const state = stateOf(book);
      assert.ok(state);
      const before = partsOf(workbookFile(name));
      const after = partsOf(bytes);
      const lost = [...before.keys()].filter((part) => !after.has(part));
      assert.deepEqual(
        lost.filter((part) => !part.endsWith('calcChain.xml')),
        [],
      );
      const concerned = new Set([
        '[Content_Types].xml',
        '_rels/.rels',
        state.workbookPart,
        relationshipsPart(state.workbookPart),
        state.sheets.get(first)?.part,
        'xl/webextensions/taskpanes.xml',
        ...['sharedStrings', 'styles', 'sheetMetadata'].map((kind) =>
          state.parts.related(state.workbookPart, kind),
        ),
      ]);
      const changed = [...before].filter(([part, content]) => after.get(part)?.equals(content) === false);
      assert.deepEqual(
        changed.map(([part]) => part).filter((part) => !concerned.has(part)),
        [],
      );
      // What stands in relationships and content types is still there, too.
      for (const part of ['_rels/.rels', relationshipsPart(state.workbookPart)]) {
        const ids = (parts: ReadonlyMap<string, Buffer>): string[] =>
          [...(parts.get(part)?.toString() ?? '').matchAll(/\sTarget="([^"]*)"/g)].map(([, id = '']) => id);
        const gone = ids(before).filter((id) => !ids(after).includes(id) && !id.endsWith('calcChain.xml'));
        assert.deepEqual(gone, []);
      }
    });

  describe('in LibreOffice', () => {
    needs('soffice');

    it('shows the cells that it showed, and the new ones', function () {
      const files = Object.fromEntries([
        ...WORKBOOK_FILES.map((name) => [`before-${name}`, workbookFile(name)] as const),
        ...[...saved].map(([name, { bytes }]) => [`after-${name}`, bytes] as const),
      ]);
      const csv = convertedByLibreOffice(files, 'csv', tool('soffice'));
      const rows = (file: string): string[] =>
        Buffer.from(csv.get(file) ?? [])
          .toString()
          .split('\n')
          .map((line) => line.replace(/,+$/, ''));
      for (const name of WORKBOOK_FILES) {
        const [before, after] = [rows(`before-${name}`), rows(`after-${name}`)];
        assert.deepEqual(after.slice(0, before.length - 1), before.slice(0, -1), name);
        assert.deepEqual(
          after.slice(after.indexOf(',,a new text & more')),
          [',,a new text & more', ',,2', ''],
          name,
        );
      }
    });
  });

  it('opens in openpyxl with no other warning than before', function () {
    const python = '/usr/bin/python3';
    if (spawnSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status !== 0) {
      this['skippedBecause'] = 'openpyxl not found';
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'openpyxl-'));
    try {
      const files = WORKBOOK_FILES.flatMap((name) => {
        const [before, after] = [join(folder, `before-${name}`), join(folder, `after-${name}`)];
        writeFileSync(before, workbookFile(name));
        writeFileSync(after, saved.get(name)?.bytes ?? new Uint8Array(0));
        return [before, after];
      });
      const { stdout, stderr } = spawnSync(python, ['-c', OPEN_ALL, ...files], { encoding: 'utf8' });
      assert.equal(stderr, '');
      const seen = JSON.parse(stdout) as { sheets: string[]; warnings: string[]; total: unknown }[];
      for (const [index, name] of WORKBOOK_FILES.entries()) {
        const [before, after] = [seen[index * 2], seen[index * 2 + 1]];
        assert.deepEqual(after?.sheets, [...(before?.sheets ?? []), 'Regrant Results'], name);
        assert.deepEqual(after.warnings, before?.warnings, name);
        assert.equal(after.total, 600, name);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Opens each file with openpyxl and says its sheets, openpyxl's warnings and the total on the result sheet. */
const OPEN_ALL = `
import json, sys, warnings, openpyxl
seen = []
for path in sys.argv[1:]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        book = openpyxl.load_workbook(path, data_only=True, keep_vba=path.endswith("m"))
    total = book["Regrant Results"]["B6"].value if "Regrant Results" in book.sheetnames else None
    seen.append({"sheets": book.sheetnames, "warnings": sorted(str(w.message) for w in caught if w.category is UserWarning), "total": total})
print(json.dumps(seen))
`;
