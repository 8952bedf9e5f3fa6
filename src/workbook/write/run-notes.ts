/** What writing a run adds to its checks: remarks that only the workbook gives rise to. Pure. */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import {
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  RESULT_TABLES,
} from '../../domain/offer/results/result-tables.ts';
import { findOwnTable } from '../read/own-tables.ts';
import type { LiveProblem } from './verify-live.ts';
import type { WorkbookShape } from '../excel/workbook-shape.ts';

type Finding = readonly [sheet: CellValue, row: CellValue, column: CellValue, problem: string];

const SEVERITIES = ['Error', 'Warning', 'Info'];

/** The names of the tables whose filters a run has to clear, since rows cannot be rewritten through them. */
export const filteredTables = (shape: WorkbookShape): readonly { name: string; sheet: string }[] =>
  RESULT_TABLES.map((definition) => findOwnTable(shape, definition))
    .filter((table) => table !== undefined)
    .filter(({ isFiltered }) => isFiltered);

/** The run with remarks on the workbook's dates and filters, and on why eligibility stays as the run judged it. */
export const withNotes = (
  run: OfferRun,
  shape: WorkbookShape,
  tooMuch: ReadonlySet<string>,
  eligibilityStays?: string,
): OfferRun =>
  withChecks(run, 'Info', [
    ...(eligibilityStays === undefined
      ? []
      : [[ELIGIBILITY_TABLE.sheet, '', 'Eligible', eligibilityStays] as const]),
    ...[...tooMuch].map(
      (column) =>
        [
          NEW_GRANTS_TABLE.sheet,
          '',
          column,
          `There are too many new grants for a formula in each, because Excel passes 5 MB to custom functions at a time: ${column} is a value.`,
        ] as const,
    ),
    ...(shape.isManual === true
      ? [
          [
            '',
            '',
            '',
            'Calculation is manual: the workbook was calculated for this run, and results follow later changes only after F9.',
          ] as const,
        ]
      : []),
    // A 1904 book's serial numbers mean other days to a formula than to the contract of the custom functions.
    ...(shape.date1904
      ? [
          [
            '',
            '',
            '',
            'This workbook counts dates from 1904, so the results are values and not live formulas.',
          ] as const,
        ]
      : []),
    ...filteredTables(shape).map(
      ({ name, sheet }) =>
        [
          sheet,
          '',
          '',
          `The filter on ${name} was cleared, because rows cannot be rewritten through it.`,
        ] as const,
    ),
  ]);

/** The run with what reading its live formulas back has found. */
export const withProblems = (run: OfferRun, problems: readonly LiveProblem[]): OfferRun =>
  withChecks(
    run,
    'Warning',
    problems.map(({ sheet, row, column, text }) => [sheet, row, column, text] as const),
  );

function withChecks(
  run: OfferRun,
  severity: 'Error' | 'Warning' | 'Info',
  findings: readonly Finding[],
): OfferRun {
  if (findings.length === 0) return run;
  const rows = [...run.checks.rows, ...findings.map((finding): CellValue[] => [severity, ...finding])];
  rows.sort(([a], [b]) => SEVERITIES.indexOf(String(a)) - SEVERITIES.indexOf(String(b)));
  return {
    ...run,
    checks: { ...run.checks, rows },
    errors: run.errors + (severity === 'Error' ? findings.length : 0),
    warnings: run.warnings + (severity === 'Warning' ? findings.length : 0),
  };
}
