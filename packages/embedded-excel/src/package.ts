/** A workbook read from the bytes of an .xlsx, its sheets and cells, and the bytes that it is saved as. */
export { CellError, type CellValue } from './model/cell-error.ts';
export { type CircularCell, describeCircularReferences } from './model/circular-references.ts';
export type { Sheet } from './model/sheet.ts';
export type { Table } from './model/table.ts';
export { Workbook } from './model/workbook.ts';
export { newWorkbook, readWorkbook } from './package/read-workbook.ts';
export { writeWorkbook } from './package/write-workbook.ts';
