/**
 * The summary's native charts: made once with the sheet, then only pointed at the new figures, so that a chart that a
 * person moved, restyled or deleted stays as it is.
 */
import { type Rect, rectAddress } from '../excel/rect.ts';
import { columnFormat, HEADER_FILL } from '../plan/result-formats.ts';
import { bodyRange, columnBody, type TablePlan } from '../plan/result-plan.ts';
import type { SummaryPlan } from '../plan/summary-plan.ts';

interface ChartPlan {
  readonly name: string;
  readonly source: Rect;
  readonly from: string;
  readonly to: string;
}

/** The totals that a chart shows: rows of the table that follow each other. */
const FUNNEL = /^Grants (in the ledger|eligible|elected|exchanged)$/;
const SHARES = /^(Shares cancelled|New shares|Shares cancelled less new)$/;
const QUARTERS = /quarter/i;

export function planCharts({ totals, breakdowns }: SummaryPlan): readonly ChartPlan[] {
  const quarters = breakdowns.find(({ title }) => QUARTERS.test(title))?.table;
  const plans: (ChartPlan | undefined)[] = [
    chartOf('Eligibility funnel', totalsMatching(totals, FUNNEL), 'D1', 'G20'),
    chartOf('Shares cancelled and granted', totalsMatching(totals, SHARES), 'H1', 'K20'),
    chartOf('Vesting by quarter', quarters && firstTwoColumns(quarters), 'L1', 'Q20'),
  ];
  return plans.filter((plan) => plan !== undefined);
}

const chartOf = (name: string, source: Rect | undefined, from: string, to: string): ChartPlan | undefined =>
  source === undefined ? undefined : { name, source, from, to };

/** The first run of matching totals that stand below each other, name and value. */
function totalsMatching(totals: TablePlan, pattern: RegExp): Rect | undefined {
  const matches = totals.rows.map(([name]) => pattern.test(String(name)));
  const start = matches.indexOf(true);
  if (start < 0) return undefined;
  const end = matches.indexOf(false, start);
  const body = bodyRange(totals);
  return {
    ...columnBody(totals, 0),
    row: body.row + start,
    rowCount: (end < 0 ? matches.length : end) - start,
    columnCount: 2,
  };
}

function firstTwoColumns(table: TablePlan): Rect | undefined {
  const [first, second] = table.columns;
  if (first === undefined || second !== first + 1 || table.rows.length === 0) return undefined;
  return { ...columnBody(table, 0), columnCount: 2 };
}

/** Queues the making of the charts of a new sheet. */
export function makeCharts(sheet: Excel.Worksheet, plans: readonly ChartPlan[]): void {
  for (const { name, source, from, to } of plans) {
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange(rectAddress(source)), 'Columns');
    chart.name = name;
    chart.title.text = name;
    chart.legend.visible = false;
    chart.axes.valueAxis.numberFormat = columnFormat('shares');
    const series = chart.series.getItemAt(0);
    series.format.fill.setSolidColor(HEADER_FILL);
    series.hasDataLabels = true;
    chart.setPosition(from, to);
  }
}

/**
 * Queues the look-up of the charts that are there; after a sync the result points them at the new figures, on the
 * summary's sheet as whichever request names it.
 */
export function loadCharts(
  sheet: Excel.Worksheet,
  plans: readonly ChartPlan[],
): (sheet: Excel.Worksheet) => void {
  const charts = plans.map((plan) => ({
    ...plan,
    chart: sheet.charts.getItemOrNullObject(plan.name).load('name'),
  }));
  return (target) => {
    for (const { chart, name, source } of charts)
      if (!chart.isNullObject)
        target.charts.getItem(name).setData(target.getRange(rectAddress(source)), 'Columns');
  };
}
