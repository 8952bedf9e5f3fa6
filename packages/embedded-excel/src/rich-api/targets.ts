/** What each class of Excel's object model stands for in the embedded Excel: the one list of class names. */
import type { Area } from '../model/area.ts';
import type { Chart, ChartSeries } from '../model/chart.ts';
import type { DefinedName } from '../model/defined-name.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import type { RangeTarget } from './range-target.ts';

/** A collection of the whole workbook, or of one sheet. */
export interface Scope {
  readonly book: Workbook;
  readonly sheet: Sheet | undefined;
}

export interface SheetChart {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

export interface Targets {
  Workbook: Workbook;
  Application: Workbook;
  IterativeCalculation: Workbook;
  CultureInfo: null;
  NumberFormatInfo: null;
  DatetimeFormatInfo: null;
  Runtime: Workbook;
  WorkbookProtection: Workbook;
  WorksheetCollection: Workbook;
  Worksheet: Sheet;
  WorksheetProtection: Sheet;
  WorksheetFreezePanes: Sheet;
  PageLayout: Sheet;
  HeaderFooterGroup: Sheet;
  HeaderFooter: Sheet;
  AutoFilter: Sheet | Table;
  Range: RangeTarget;
  RangeAreas: { readonly sheet: Sheet; readonly areas: readonly Area[] };
  RangeFormat: RangeTarget;
  RangeFill: RangeTarget;
  RangeFont: RangeTarget;
  RangeBorderCollection: RangeTarget;
  RangeBorder: { readonly range: RangeTarget; readonly side: string };
  FormatProtection: RangeTarget;
  RangeSort: RangeTarget;
  DataValidation: RangeTarget;
  ConditionalFormatCollection: RangeTarget;
  ConditionalFormat: { readonly sheet: Sheet; readonly id: string };
  CellValueConditionalFormat: { readonly sheet: Sheet; readonly id: string };
  CustomConditionalFormat: { readonly sheet: Sheet; readonly id: string };
  ConditionalFormatRule: { readonly sheet: Sheet; readonly id: string };
  TextConditionalFormat: { readonly sheet: Sheet; readonly id: string };
  ConditionalRangeFormat: { readonly sheet: Sheet; readonly id: string };
  ConditionalRangeFill: { readonly sheet: Sheet; readonly id: string };
  ConditionalRangeFont: { readonly sheet: Sheet; readonly id: string };
  TableCollection: Scope;
  TableScopedCollection: readonly Table[];
  Table: Table;
  TableColumnCollection: Table;
  TableColumn: { readonly table: Table; readonly id: number };
  TableRowCollection: Table;
  TableRow: { readonly table: Table; readonly index: number };
  TableSort: Table;
  NamedItemCollection: Scope;
  NamedItem: DefinedName;
  ChartCollection: Sheet;
  Chart: SheetChart;
  ChartTitle: SheetChart;
  ChartLegend: SheetChart;
  ChartAxes: SheetChart;
  ChartAxis: SheetChart & { readonly axis: 'category' | 'value' };
  ChartAxisTitle: SheetChart & { readonly axis: 'category' | 'value' };
  ChartDataLabels: SheetChart;
  ChartSeriesCollection: SheetChart;
  ChartSeries: SheetChart & { readonly series: ChartSeries };
  ChartSeriesFormat: SheetChart & { readonly series: ChartSeries };
  ChartLineFormat: SheetChart & { readonly series: ChartSeries };
  ChartFill: SheetChart & { readonly series: ChartSeries };
  SettingCollection: Workbook;
  Setting: { readonly book: Workbook; readonly key: string };
  Functions: Workbook;
  FunctionResult: { readonly result: unknown };
  CustomXmlPartCollection: Workbook;
  CustomXmlPart: { readonly book: Workbook; readonly id: string };
  CustomFunctions: null;
  AddinInternalService: null;
  AppRuntimeService: null;
  _V1Api: Workbook;
}

export type ClassName = keyof Targets;
