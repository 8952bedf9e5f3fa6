/** The classes of Excel's object model that the host serves, by the names of office.js's typings. */
import {
  application,
  cultureInfo,
  datetimeFormatInfo,
  iterativeCalculation,
  numberFormatInfo,
} from './excel/application.ts';
import { addinInternalService, customFunctions, customFunctionsContainer } from './excel/custom-functions.ts';
import { namedItem, namedItemCollection } from './excel/names.ts';
import { rangeBorder, rangeBorderCollection } from './excel/range-borders.ts';
import { formatProtection, rangeFill, rangeFont, rangeFormat } from './excel/range-format.ts';
import { range } from './excel/range.ts';
import { settingClass, settingCollection } from './excel/settings.ts';
import { tableColumn, tableColumnCollection } from './excel/table-columns.ts';
import { tableRow, tableRowCollection } from './excel/table-rows.ts';
import { table, tableCollection, tableScopedCollection } from './excel/tables.ts';
import { runtime, workbook } from './excel/workbook.ts';
import { worksheetFreezePanes, worksheetProtection } from './excel/worksheet-protection.ts';
import { worksheet, worksheetCollection } from './excel/worksheet.ts';
import type { ObjectModel } from './object-class.ts';

const none = { scalars: {} };
export const OBJECT_MODEL: ObjectModel = {
  Workbook: workbook,
  Application: application,
  IterativeCalculation: iterativeCalculation,
  CultureInfo: cultureInfo,
  NumberFormatInfo: numberFormatInfo,
  DatetimeFormatInfo: datetimeFormatInfo,
  Runtime: runtime,
  DocumentProperties: none,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  WorksheetProtection: worksheetProtection,
  WorksheetFreezePanes: worksheetFreezePanes,
  AutoFilter: none,
  Range: range,
  RangeFormat: rangeFormat,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeBorderCollection: rangeBorderCollection,
  RangeBorder: rangeBorder,
  FormatProtection: formatProtection,
  RangeSort: none,
  DataValidation: none,
  ConditionalFormatCollection: none,
  ConditionalFormat: none,
  CellValueConditionalFormat: none,
  CustomConditionalFormat: none,
  ConditionalFormatRule: none,
  TextConditionalFormat: none,
  ConditionalRangeFormat: none,
  ConditionalRangeFill: none,
  ConditionalRangeFont: none,
  TableCollection: tableCollection,
  TableScopedCollection: tableScopedCollection,
  Table: table,
  TableColumnCollection: tableColumnCollection,
  TableColumn: tableColumn,
  TableRowCollection: tableRowCollection,
  TableRow: tableRow,
  TableSort: none,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
  ChartCollection: none,
  Chart: none,
  ChartTitle: none,
  ChartLegend: none,
  ChartAxes: none,
  ChartAxis: none,
  ChartAxisTitle: none,
  ChartDataLabels: none,
  ChartSeriesCollection: none,
  ChartSeries: none,
  ChartSeriesFormat: none,
  ChartFill: none,
  SettingCollection: settingCollection,
  Setting: settingClass,
  CustomXmlPartCollection: none,
  CustomXmlPart: none,
  CustomFunctions: customFunctions,
  CustomFunctionsContainer: customFunctionsContainer,
  AddinInternalService: addinInternalService,
  _V1Api: none,
};
