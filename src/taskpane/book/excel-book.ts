/** The open workbook of Excel, as the pane asks for it. It knows Office.js by way of the workbook room alone. */
import { AFTER_CELL_EDIT } from '../../workbook/excel/excel-run.ts';
import { exclusively } from '../../commands/actions.ts';
import { freezeToValues, planFreeze } from '../../workbook/life/freeze-to-values.ts';
import { insertFormula } from '../../workbook/excel/insert-formula.ts';
import { insertSample } from '../../workbook/terms/insert-sample.ts';
import { insertTerms } from '../../workbook/terms/insert-terms.ts';
import { errorSentence } from '../../workbook/excel/office-error.ts';
import { readCells } from '../../workbook/excel/read-cells.ts';
import { readNewGrant } from '../../workbook/read/read-new-grant.ts';
import { readResults } from '../../workbook/read/read-results.ts';
import { readWorkbook } from '../../workbook/read/read-workbook.ts';
import { rememberLedger } from '../../workbook/excel/remember-ledger.ts';
import { runOffer } from '../../workbook/life/run-offer.ts';
import { readActiveCell, selectCells, showSheet } from '../../workbook/excel/select-cells.ts';
import { takeStep } from '../../workbook/life/take-step.ts';
import { watchWorkbook } from '../../workbook/excel/watch-workbook.ts';
import { readShape, tableNamed } from '../../workbook/excel/workbook-shape.ts';
import { addOfferColumns } from '../../workbook/terms/add-offer-columns.ts';
import { moveOfferRow } from '../../workbook/terms/move-offer-row.ts';
import { writeOfferRow } from '../../workbook/terms/write-offer-row.ts';
import { writeTerms } from '../../workbook/terms/write-terms.ts';
import { exampleTerms } from '../state/example-terms.ts';
import { SAMPLE_LEDGER, SAMPLE_TABLES, SAMPLE_TERMS } from '../state/sample-workbook.ts';
import type { Snapshot } from '../state/snapshot.ts';
import { FORM_TABLES } from '../state/table-forms.ts';
import type { PaneBook } from './pane-book.ts';

/** The offer's tables that the pane has forms over. */
const EDITED_TABLES = ['OfferTerms', ...FORM_TABLES] as const;

const readSnapshot = (): Promise<Snapshot> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => {
    const reading = await readWorkbook(context);
    const { shape } = reading;
    const results = await readResults(context, shape);
    const tables = EDITED_TABLES.flatMap((name) => {
      const table = tableNamed(shape, name);
      return table === undefined ? [] : [{ name, sheet: table.sheet, range: table.range }];
    });
    const formulas = tables.length === 0 ? [] : await readCells(context, tables, 'formulas');
    const offerFormulas = new Map(tables.map(({ name }, at) => [name, formulas[at] ?? []]));
    return { ...reading, results, offerFormulas };
  });

export const excelBook: PaneBook = {
  read: readSnapshot,
  select: ({ sheet, address }) => selectCells(sheet, address),
  showSheet,
  activeCell: readActiveCell,
  newGrant: readNewGrant,
  watch: watchWorkbook,
  hasOtherShape: (known) =>
    Excel.run(
      AFTER_CELL_EDIT,
      async (context) => JSON.stringify(await readShape(context)) !== JSON.stringify(known),
    ),
  rememberLedger: (choice) => exclusively(() => rememberLedger(choice)),
  insertTerms: () => exclusively(insertTerms),
  writeTerms: (changes) => exclusively(() => writeTerms(changes)),
  writeRow: (change) => exclusively(() => writeOfferRow(change)),
  moveRow: (move) => exclusively(() => moveOfferRow(move)),
  addColumns: (table, headers) => exclusively(() => addOfferColumns(table, headers)),
  startFrom: (example) => exclusively(() => writeTerms(exampleTerms(example), example.ratios)),
  insertSample: () => exclusively(() => insertSample(SAMPLE_LEDGER, SAMPLE_TERMS, SAMPLE_TABLES)),
  run: (options, control) => exclusively(() => runOffer({ ...options, ...control })),
  planFreeze,
  freeze: () => exclusively(freezeToValues),
  takeStep: (step, control) => exclusively(() => takeStep(step, control)),
  insertFormula: (formula, overwrite) => exclusively(() => insertFormula(formula, overwrite)),
  explain: errorSentence,
};
