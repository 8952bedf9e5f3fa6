/**
 * The whole path in the page, in one Excel for each level of the API that the add-in tells apart, with the modes that
 * an Excel of that level has together. The second table of docs/excel-modes.md is the list of these Excels.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { HOST_MODES, type HostMode } from '@regrant/embedded-excel/node';
import { DeliveryNetwork } from '../page/delivery-network.ts';
import { needs } from '../tools.ts';
import type { PanePage } from './pane-page.ts';
import { type PathInPane, takePathInPane } from './path-in-pane.ts';

interface LessKindExcel {
  /** Of ExcelApi. */
  readonly level: string;
  readonly name: string;
  readonly modes: readonly HostMode[];
}

const EXCELS: readonly LessKindExcel[] = [
  {
    level: '1.13',
    name: 'the oldest that the manifest lets in',
    modes: ['empty-cells-as-zero', 'stale-custom-functions', 'no-value-formats', 'apostrophes-lost'],
  },
  {
    level: '1.17',
    name: 'on a web server of an organisation’s own',
    modes: ['no-whole-columns', 'foreign-host-frame', 'whole-rows-null'],
  },
  {
    level: '1.19',
    name: 'on the desktop, set to manual calculation',
    modes: ['function-calls-5mb', 'manual-calculation', 'reads-that-clear-undo'],
  },
  {
    level: '1.20',
    name: 'on the desktop',
    modes: [
      'undo-groups-refuse-desktop',
      'formulas-fill-columns',
      'function-calls-5mb',
      'no-freeze-on-hidden-sheets',
      'reads-that-clear-undo',
    ],
  },
  {
    level: '1.20',
    name: 'on the web',
    modes: ['undo-groups-refuse-web', 'stale-custom-functions', 'no-whole-columns', 'whole-rows-null'],
  },
];

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** Versions of ExcelApi that the manifest demands or the add-in's sources ask for. */
function levelsToldApart(): string[] {
  const rooms = ['functions', 'workbook', 'commands', 'taskpane'].map((room) => `src/${room}/`);
  const sources = rooms.flatMap((room) =>
    readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.(test|bench|fixture)\./.test(name))
      .map((name) => text(room + name.replaceAll('\\', '/'))),
  );
  const asked = sources.flatMap((source) => [
    ...source.matchAll(/isSetSupported\('ExcelApi', '([\d.]+)'\)/g),
  ]);
  const demanded = [...text('manifest.xml').matchAll(/<Set Name="ExcelApi" MinVersion="([\d.]+)"/g)];
  return [...new Set([...demanded, ...asked].map(([, version = '']) => version))].sort();
}

describe('The whole path of an offer in the page', () => {
  needs('chromium');
  let kind: PathInPane;
  const passed: LessKindExcel[] = [];

  before(async () => {
    kind = await takePathInPane({});
  });

  it('leads to live results, then to values', () => {
    const firstOf = (part: string): string => kind[part]?.['RegrantNewGrants']?.[0] ?? '';
    assert.match(firstOf('first run'), /live 750\b/);
    assert.match(firstOf('granted'), /\b750\b/);
    assert.doesNotMatch(firstOf('granted'), /live/);
  });

  for (const excel of EXCELS)
    it(`ends with the same cells in Excel ${excel.level} ${excel.name}`, async () => {
      const { level, modes } = excel;
      const isForeign = modes.includes('foreign-host-frame');
      const network = new DeliveryNetwork();
      const taken = await takePathInPane(
        {
          host: `excel-api=${level}&modes=${modes.join(',')}`,
          ...(isForeign ? { network: network.play } : {}),
        },
        (pane) => assertPlays(pane, excel),
      );
      assert.deepEqual(taken, kind);
      assert.equal(network.timesAsked, isForeign ? 1 : 0);
      passed.push(excel);
    });

  it('is gone in every mode, and at every level that the add-in tells apart', () => {
    const gone = new Set<string>(EXCELS.flatMap(({ modes }) => modes));
    assert.deepEqual(
      HOST_MODES.map(({ name }) => name).filter((name) => !gone.has(name)),
      [],
    );
    assert.deepEqual([...new Set(EXCELS.map(({ level }) => level))], levelsToldApart());
  });

  it('is told in docs/excel-modes.md for each of these Excels, and whether it passes', () => {
    const rows = text('docs/excel-modes.md')
      .split('\n')
      .filter((line) => /^\| \d/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    assert.deepEqual(
      rows,
      EXCELS.map((excel) => [
        excel.level,
        excel.name,
        excel.modes.map((mode) => `\`${mode}\``).join(', '),
        passed.includes(excel) ? 'yes' : 'no',
      ]),
    );
  });
});

/** The page is that Excel: its modes are set, and it knows its level and nothing later. */
async function assertPlays({ excel, frame }: PanePage, { level, modes }: LessKindExcel): Promise<void> {
  assert.deepEqual(await excel.page.evaluate('[...excel.workspace.book.hostModes]'), modes);
  const [major = '', minor = ''] = level.split('.');
  assert.deepEqual(
    await frame.evaluate(
      `[${Number(minor)}, ${Number(minor) + 1}].map((minor) => Office.context.requirements.isSetSupported('ExcelApi', '${major}.' + minor))`,
    ),
    [true, false],
  );
}
