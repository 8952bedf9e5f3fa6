/**
 * The members that came with ExcelApi 1.13 or later, so that the host can be an Excel without them. Office.js itself
 * leaves it to the host to refuse what it does not know yet.
 */

/** By class and member, the second number of the set: 13 for ExcelApi 1.13. Held against office.js's typings by a test. */
export const SINCE: Readonly<Record<string, number>> = {
  'Range.getMergedAreasOrNullObject': 13,
  'Table.resize': 13,
  'Workbook.onActivated': 13,
  'ConditionalFormatCollection.getItemOrNullObject': 14,
  'TableScopedCollection.getItemOrNullObject': 14,
  'Worksheet.onProtectionChanged': 14,
  'WorksheetCollection.onProtectionChanged': 14,
  'Worksheet.onNameChanged': 17,
  'Worksheet.onVisibilityChanged': 17,
  'WorksheetCollection.onMoved': 17,
  'WorksheetCollection.onNameChanged': 17,
  'WorksheetCollection.onVisibilityChanged': 17,
};

/** What an Excel of that age lacks. @param excelApi such as 1.12, or '1.20' */
export function membersAfter(excelApi: number | string): ReadonlySet<string> {
  const [, minor = '0'] = String(excelApi).split('.');
  return new Set(Object.keys(SINCE).filter((member) => (SINCE[member] ?? 0) > Number(minor)));
}
