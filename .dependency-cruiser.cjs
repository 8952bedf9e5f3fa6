/**
 * The rooms' walls: the table of docs/architecture.md as rules. A room may import itself and the rooms listed here;
 * every other import inside `src` is an error, as is a cycle, a file that nobody reaches, or a test that ships.
 */

const { EMBEDDED_ROOMS, OFFER_ROOMS, ROOMS, WORKBOOK_ROOMS } = require('./scripts/rooms.cjs');

/** Tests and benchmarks may use what they like of the room that they stand in, and `test`. */
const BESIDE = '\\.(test|bench|fixture)\\.ts$';

/** @param {string} base @param {Record<string, string[]>} rooms @param {string[]} open what every room may import */
const wallsOf = (base, rooms, ...open) =>
  Object.entries(rooms).map(([room, allowed]) => ({
    name: `room-${room.replaceAll('/', '-')}`,
    comment: `${base}/${room} may import ${['itself', ...allowed].join(', ')} only (docs/architecture.md).`,
    severity: 'error',
    from: { path: `^${base}/${room}/`, pathNot: BESIDE },
    to: { path: `^${base}/`, pathNot: [`^${base}/(${[room, ...allowed].join('|')})/`, ...open] },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...wallsOf('src', ROOMS),
    ...wallsOf('src/domain/offer', OFFER_ROOMS, '^src/domain/offer/[^/]+\\.ts$'),
    ...wallsOf('src/workbook', WORKBOOK_ROOMS),
    ...wallsOf('packages/embedded-excel/src', EMBEDDED_ROOMS),
    {
      name: 'no-cycle',
      comment: 'Two files that know each other are one, or lack a third; types count.',
      severity: 'error',
      from: { pathNot: '^packages/embedded-excel/src/(model|calculation)/' },
      to: { circular: true },
    },
    {
      name: 'no-cycle-embedded-excel',
      comment: 'A sheet and its change, a cell and its formula know each other as types; what runs may not.',
      severity: 'error',
      from: { path: '^packages/embedded-excel/src/(model|calculation)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan',
      comment: 'A file that neither imports nor is imported is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', BESIDE, '^scripts/', '^test/'] },
      to: {},
    },
    {
      name: 'no-test-in-src',
      comment: 'What ships does not import what tests it.',
      severity: 'error',
      from: { path: '^(src|packages)/', pathNot: BESIDE },
      to: { path: `(^test/|${BESIDE})` },
    },
    {
      name: 'no-scripts-in-src',
      severity: 'error',
      from: { path: '^(src|packages)/', pathNot: BESIDE },
      to: { path: '^scripts/' },
    },
    {
      name: 'no-embedded-excel-in-what-ships',
      severity: 'error',
      from: { path: '^src/(domain|functions|workbook|commands)/', pathNot: BESIDE },
      to: { path: '^(packages/embedded-excel|src/cli)/' },
    },
    {
      name: 'embedded-excel-stands-clear',
      comment: "Of Regrant the embedded Excel knows days and columns' letters alone.",
      severity: 'error',
      from: { path: '^packages/embedded-excel/', pathNot: BESIDE },
      to: { path: '^src/', pathNot: '^src/domain/basics/(day|block)\\.ts$' },
    },
    {
      name: 'embedded-excel-by-its-entries',
      comment: 'Others use what the package offers: node, package, page, testing.',
      severity: 'error',
      from: { path: '^(src|test|scripts)/' },
      to: {
        path: '^packages/embedded-excel/src/',
        pathNot: '^packages/embedded-excel/src/(node|package|testing|page/page)\\.ts$',
      },
    },
    {
      name: 'no-packages-in-what-ships',
      comment:
        "Regrant ships its own code, mathematics and digests; the pane its components; office.js is Microsoft's.",
      severity: 'error',
      from: { path: '^src/(domain|functions|workbook|commands)/', pathNot: BESIDE },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
        // @stdlib: the error function to the last digit; @noble/hashes: SHA-256 for the log.
        pathNot: '^node_modules/(@types/office-js|@stdlib|@noble/hashes)/',
      },
    },
    {
      name: 'packages-of-the-outputs',
      comment: 'Papers are filled by docxtemplater and zipped by fflate; manifests carry digests.',
      severity: 'error',
      from: { path: '^src/outputs/', pathNot: BESIDE },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: '^node_modules/(@noble/hashes|docxtemplater|fflate)/',
      },
    },
    {
      name: 'packages-of-the-pane',
      comment: 'The pane is React with Fluent UI, and small charts.',
      severity: 'error',
      from: { path: '^src/taskpane/', pathNot: BESIDE },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: '^node_modules/(@types/|@fluentui/|@griffel/|react|react-dom|scheduler|uplot|tslib)',
      },
    },
    {
      name: 'only-the-bridge-knows-node',
      severity: 'error',
      from: {
        path: '^packages/embedded-excel/src/',
        pathNot: ['^packages/embedded-excel/src/bridge/', BESIDE],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^scripts/stubs/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
