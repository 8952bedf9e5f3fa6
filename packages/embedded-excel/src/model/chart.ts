/** A chart on a sheet. Charts that a file brought are known by name and place and otherwise kept as they are. */

export type ChartKind =
  | 'columnClustered'
  | 'columnStacked'
  | 'columnStacked100'
  | 'barClustered'
  | 'barStacked'
  | 'barStacked100'
  | 'line'
  | 'lineMarkers'
  | 'pie'
  | 'doughnut';

/** A row or column of figures; each part is a reference such as `Summary!$B$2:$B$9`, without `=`. */
export interface ChartSeries {
  /** The series' name: a reference, or text. */
  name?: { readonly reference: string } | { readonly text: string };
  categories?: string;
  values: string;
  /** Of the bars, slices or, where it has no colour of its own, the line: `#RRGGBB`. */
  color?: string;
  /** Of the line, or of the bars' outline: `#RRGGBB`. */
  lineColor?: string;
}

/** In points from the sheet's top left corner. */
export interface ChartPlace {
  top: number;
  left: number;
  width: number;
  height: number;
}

export interface Chart {
  readonly id: string;
  name: string;
  /** False where a file brought the chart, and only its name and place may change. */
  readonly own: boolean;
  kind: ChartKind;
  series: ChartSeries[];
  /** Undefined for no title. */
  title: string | undefined;
  categoryAxisTitle: string | undefined;
  valueAxisTitle: string | undefined;
  valueNumberFormat: string | undefined;
  legend: 'top' | 'bottom' | 'left' | 'right' | undefined;
  dataLabels: boolean;
  place: ChartPlace;
}
