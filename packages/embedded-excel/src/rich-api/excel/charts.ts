/** ChartCollection and Chart: charts are added over a range, placed, titled, pointed at other figures, deleted. */
import type { Area } from '../../model/area.ts';
import type { Chart, ChartKind, ChartPlace } from '../../model/chart.ts';
import { leftOf, topOf } from '../../model/geometry.ts';
import type { Sheet } from '../../model/sheet.ts';
import { type Arguments, numberOf, textOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly, type Scalar } from '../object-class.ts';
import { itemNotFound } from '../rich-api-error.ts';
import type { SheetChart } from '../targets.ts';
import { placeArgument } from './addresses.ts';
import { seriesOf } from './chart-source.ts';
import { ensureAllowed } from './protection.ts';

/** Office.js's names of the kinds that the host draws and saves. */
const KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: 'columnClustered',
  ColumnStacked: 'columnStacked',
  ColumnStacked100: 'columnStacked100',
  BarClustered: 'barClustered',
  BarStacked: 'barStacked',
  BarStacked100: 'barStacked100',
  Line: 'line',
  LineMarkers: 'lineMarkers',
  Pie: 'pie',
  Doughnut: 'doughnut',
};

const DEFAULT_SIZE = { width: 360, height: 216 };
const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;

function kindOf(type: string, host: Host): ChartKind {
  const found = Object.entries(KINDS).find(([name]) => name.toLowerCase() === type.toLowerCase());
  if (found === undefined) throw host.unsupported(`charts of type ${type}`);
  return found[1];
}

const chartObject = (sheet: Sheet, chart: Chart | undefined): HostObject<'Chart'> => {
  if (chart === undefined) throw itemNotFound();
  return new HostObject('Chart', { sheet, chart });
};

/** Notes that a chart's name, place or series changed. */
export function chartChanged({ sheet }: SheetChart): void {
  ensureAllowed(sheet, 'allowEditObjects');
  sheet.setCharts(sheet.charts);
}

/** @throws RichApiError ApiNotFound: a file brought the chart, whose looks are kept as they are */
export function ensureOwn(self: SheetChart, host: Host, member: string): void {
  if (!self.chart.own) throw host.unsupported(`${member} of a chart that a file brought`);
}

function add(sheet: Sheet, args: Arguments, host: Host): HostObject<'Chart'> {
  ensureAllowed(sheet, 'allowEditObjects');
  const kind = kindOf(args.text(0), host);
  const source = placeArgument(args.at(1), host.book, sheet);
  host.calculation.beforeRead();
  const series = seriesOf(source.sheet, source.area, args.oneOf(2, SERIES_BY, 'Auto'));
  const number = sheet.charts.reduce((highest, { name }) => {
    const match = /^Chart (\d+)$/.exec(name);
    return Math.max(highest, Number(match?.[1] ?? 0));
  }, 0);
  const round = kind === 'pie' || kind === 'doughnut';
  const chart: Chart = {
    id: freeId(sheet, host),
    name: `Chart ${number + 1}`,
    own: true,
    kind,
    series,
    title: 'Chart Title',
    categoryAxisTitle: undefined,
    valueAxisTitle: undefined,
    valueNumberFormat: undefined,
    legend: round || series.length > 1 ? 'bottom' : undefined,
    dataLabels: false,
    place: { top: 0, left: 0, ...DEFAULT_SIZE },
  };
  sheet.setCharts([...sheet.charts, chart]);
  return chartObject(sheet, chart);
}

function freeId(sheet: Sheet, { book }: Host): string {
  const taken = new Set(book.sheets.flatMap(({ charts }) => charts.map(({ id }) => id)));
  for (let number = book.sheets.indexOf(sheet) * 1000 + 1; ; number++) {
    const id = `{00000000-0008-0000-0000-${String(number).padStart(12, '0')}}`;
    if (!taken.has(id)) return id;
  }
}

const find = (sheet: Sheet, key: string): HostObject<'Chart'> =>
  chartObject(
    sheet,
    sheet.charts.find(({ id }) => id === key) ??
      sheet.charts.find(({ name }) => name.toLowerCase() === key.toLowerCase()),
  );

const getItem: Method<Sheet> = (sheet, args) => find(sheet, args.text(0));

export const chartCollection: ObjectClass<Sheet> = {
  scalars: { count: readOnly(({ charts }) => charts.length) },
  items: (sheet) => sheet.charts.map((chart) => chartObject(sheet, chart)),
  methods: { add, getItem, getItemOrNullObject: orNullObject(getItem) },
};

const placed = (name: keyof ChartPlace): Scalar<SheetChart> => ({
  get: ({ chart }) => chart.place[name],
  set: (self, value) => {
    self.chart.place = { ...self.chart.place, [name]: numberOf(value) };
    chartChanged(self);
  },
});

/** Covers the cells from one to another; with one cell only, the chart keeps its size. */
function setPosition(self: SheetChart, args: Arguments, { book }: Host): void {
  const { sheet, chart } = self;
  const start = placeArgument(args.at(0), book, sheet).area;
  const left = leftOf(sheet, start.left);
  const top = topOf(sheet, start.top);
  const end: Area | undefined = args.has(1) ? placeArgument(args.at(1), book, sheet).area : undefined;
  const size =
    end === undefined
      ? { width: chart.place.width, height: chart.place.height }
      : { width: leftOf(sheet, end.right + 1) - left, height: topOf(sheet, end.bottom + 1) - top };
  chart.place = { left, top, ...size };
  chartChanged(self);
}

function setData(self: SheetChart, args: Arguments, host: Host): void {
  const source = placeArgument(args.at(0), host.book, self.sheet);
  host.calculation.beforeRead();
  const series = seriesOf(source.sheet, source.area, args.oneOf(1, SERIES_BY, 'Auto'));
  const { chart } = self;
  const same = JSON.stringify(series.map(references)) === JSON.stringify(chart.series.map(references));
  if (same) return;
  chart.series = series.map((given, index) => {
    const { color, lineColor } = chart.series[index] ?? {};
    return {
      ...given,
      ...(color === undefined ? {} : { color }),
      ...(lineColor === undefined ? {} : { lineColor }),
    };
  });
  chartChanged(self);
}

const references = ({ name, categories, values }: Chart['series'][number]) => [name, categories, values];

export const chart: ObjectClass<SheetChart> = {
  id: ({ chart: { id } }) => id,
  ensureAlive: ({ sheet, chart: self }, { book }) => {
    if (!book.sheets.includes(sheet) || !sheet.charts.includes(self)) throw itemNotFound();
  },
  scalars: {
    id: readOnly(({ chart: { id } }) => id),
    name: {
      get: ({ chart: { name } }) => name,
      set: (self, value) => {
        self.chart.name = textOf(value);
        chartChanged(self);
      },
    },
    chartType: {
      get: ({ chart: { kind } }) => Object.keys(KINDS).find((name) => KINDS[name] === kind),
      set: (self, value, host) => {
        ensureOwn(self, host, 'Chart.chartType');
        self.chart.kind = kindOf(textOf(value), host);
        chartChanged(self);
      },
    },
    height: placed('height'),
    left: placed('left'),
    top: placed('top'),
    width: placed('width'),
  },
  navigation: {
    axes: (self) => new HostObject('ChartAxes', self),
    dataLabels: (self) => new HostObject('ChartDataLabels', self),
    legend: (self) => new HostObject('ChartLegend', self),
    series: (self) => new HostObject('ChartSeriesCollection', self),
    title: (self) => new HostObject('ChartTitle', self),
    worksheet: ({ sheet }) => new HostObject('Worksheet', sheet),
  },
  methods: {
    delete: (self) => {
      const { sheet } = self;
      ensureAllowed(sheet, 'allowEditObjects');
      sheet.setCharts(sheet.charts.filter((other) => other !== self.chart));
    },
    setData,
    setPosition,
  },
};
