/** The classes of Excel's object model that the host serves, by the names of office.js's typings. */
import {
  application,
  cultureInfo,
  datetimeFormatInfo,
  iterativeCalculation,
  numberFormatInfo,
} from './excel/application.ts';
import { addinInternalService, customFunctions } from './excel/custom-functions.ts';
import { appRuntimeService } from './excel/app-runtime.ts';
import { autoFilter } from './excel/auto-filter.ts';
import {
  chartAxes,
  chartAxis,
  chartAxisTitle,
  chartDataLabels,
  chartFill,
  chartLegend,
  chartLineFormat,
  chartSeries,
  chartSeriesCollection,
  chartSeriesFormat,
  chartTitle,
} from './excel/chart-parts.ts';
import { chart, chartCollection } from './excel/charts.ts';
import {
  cellValueConditionalFormat,
  conditionalFormat,
  conditionalFormatCollection,
  conditionalFormatRule,
  conditionalRangeFill,
  conditionalRangeFont,
  conditionalRangeFormat,
  customConditionalFormat,
  textConditionalFormat,
} from './excel/conditional-formats.ts';
import { customXmlPart, customXmlPartCollection } from './excel/custom-xml.ts';
import { dataValidation } from './excel/data-validation.ts';
import { v1Api, workbookProtection } from './excel/document.ts';
import { rangeSort, tableSort } from './excel/sorting.ts';
import { namedItem, namedItemCollection } from './excel/names.ts';
import { headerFooter, headerFooterGroup, pageLayout } from './excel/page-layout.ts';
import { rangeBorder, rangeBorderCollection } from './excel/range-borders.ts';
import { formatProtection, rangeFill, rangeFont, rangeFormat } from './excel/range-format.ts';
import { rangeAreas } from './excel/range-areas.ts';
import { range } from './excel/range.ts';
import { settingClass, settingCollection } from './excel/settings.ts';
import { tableColumn, tableColumnCollection } from './excel/table-columns.ts';
import { tableRow, tableRowCollection } from './excel/table-rows.ts';
import { table, tableCollection, tableScopedCollection } from './excel/tables.ts';
import { runtime, workbook } from './excel/workbook.ts';
import { worksheetFreezePanes, worksheetProtection } from './excel/worksheet-protection.ts';
import { functionResult, worksheetFunctions } from './excel/worksheet-functions.ts';
import { worksheet, worksheetCollection } from './excel/worksheet.ts';
import type { ObjectModel } from './object-class.ts';

export const OBJECT_MODEL: ObjectModel = {
  Workbook: workbook,
  Application: application,
  IterativeCalculation: iterativeCalculation,
  CultureInfo: cultureInfo,
  NumberFormatInfo: numberFormatInfo,
  DatetimeFormatInfo: datetimeFormatInfo,
  Runtime: runtime,
  WorkbookProtection: workbookProtection,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  WorksheetProtection: worksheetProtection,
  WorksheetFreezePanes: worksheetFreezePanes,
  PageLayout: pageLayout,
  HeaderFooterGroup: headerFooterGroup,
  HeaderFooter: headerFooter,
  AutoFilter: autoFilter,
  Range: range,
  RangeAreas: rangeAreas,
  RangeFormat: rangeFormat,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeBorderCollection: rangeBorderCollection,
  RangeBorder: rangeBorder,
  FormatProtection: formatProtection,
  RangeSort: rangeSort,
  DataValidation: dataValidation,
  ConditionalFormatCollection: conditionalFormatCollection,
  ConditionalFormat: conditionalFormat,
  CellValueConditionalFormat: cellValueConditionalFormat,
  CustomConditionalFormat: customConditionalFormat,
  ConditionalFormatRule: conditionalFormatRule,
  TextConditionalFormat: textConditionalFormat,
  ConditionalRangeFormat: conditionalRangeFormat,
  ConditionalRangeFill: conditionalRangeFill,
  ConditionalRangeFont: conditionalRangeFont,
  TableCollection: tableCollection,
  TableScopedCollection: tableScopedCollection,
  Table: table,
  TableColumnCollection: tableColumnCollection,
  TableColumn: tableColumn,
  TableRowCollection: tableRowCollection,
  TableRow: tableRow,
  TableSort: tableSort,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
  ChartCollection: chartCollection,
  Chart: chart,
  ChartTitle: chartTitle,
  ChartLegend: chartLegend,
  ChartAxes: chartAxes,
  ChartAxis: chartAxis,
  ChartAxisTitle: chartAxisTitle,
  ChartDataLabels: chartDataLabels,
  ChartSeriesCollection: chartSeriesCollection,
  ChartSeries: chartSeries,
  ChartSeriesFormat: chartSeriesFormat,
  ChartLineFormat: chartLineFormat,
  ChartFill: chartFill,
  SettingCollection: settingCollection,
  Setting: settingClass,
  CustomXmlPartCollection: customXmlPartCollection,
  CustomXmlPart: customXmlPart,
  Functions: worksheetFunctions,
  FunctionResult: functionResult,
  CustomFunctions: customFunctions,
  AddinInternalService: addinInternalService,
  AppRuntimeService: appRuntimeService,
  _V1Api: v1Api,
};
