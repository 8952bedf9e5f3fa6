/** What belongs to a chart: title, legend, axes with their titles, data labels, series and their fills. */
import type { ChartSeries } from '../../model/chart.ts';
import { colorOf, flagOf, textOf, wordOf } from '../arguments.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, readOnly } from '../object-class.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import type { SheetChart, Targets } from '../targets.ts';
import { absolute } from './absolute-address.ts';
import { placeArgument } from './addresses.ts';
import { chartChanged, ensureOwn } from './charts.ts';

export const chartTitle: ObjectClass<SheetChart> = {
  scalars: {
    text: {
      get: ({ chart }) => chart.title ?? '',
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartTitle');
        self.chart.title = textOf(value);
        chartChanged(self);
      },
    },
    visible: {
      get: ({ chart }) => chart.title !== undefined,
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartTitle');
        self.chart.title = flagOf(value) ? (self.chart.title ?? 'Chart Title') : undefined;
        chartChanged(self);
      },
    },
  },
};

const POSITIONS = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;
const SIDES = Object.keys(POSITIONS) as (keyof typeof POSITIONS)[];

export const chartLegend: ObjectClass<SheetChart> = {
  scalars: {
    visible: {
      get: ({ chart }) => chart.legend !== undefined,
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartLegend');
        self.chart.legend = flagOf(value) ? (self.chart.legend ?? 'right') : undefined;
        chartChanged(self);
      },
    },
    position: {
      get: ({ chart }) => SIDES.find((side) => POSITIONS[side] === chart.legend) ?? 'Right',
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartLegend');
        self.chart.legend = POSITIONS[wordOf(value, SIDES)];
        chartChanged(self);
      },
    },
  },
};

type Axis = Targets['ChartAxis'];

export const chartAxes: ObjectClass<SheetChart> = {
  scalars: {},
  navigation: {
    categoryAxis: (self) => new HostObject('ChartAxis', { ...self, axis: 'category' }),
    valueAxis: (self) => new HostObject('ChartAxis', { ...self, axis: 'value' }),
  },
  methods: {
    getItem: (self, args) => {
      const type = args.oneOf(0, ['Category', 'Value'] as const);
      return new HostObject('ChartAxis', { ...self, axis: type === 'Category' ? 'category' : 'value' });
    },
  },
};

export const chartAxis: ObjectClass<Axis> = {
  scalars: {
    type: readOnly(({ axis }) => (axis === 'category' ? 'Category' : 'Value')),
    visible: readOnly(() => true),
    numberFormat: {
      get: ({ axis, chart }) => (axis === 'value' ? (chart.valueNumberFormat ?? 'General') : 'General'),
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartAxis');
        if (self.axis !== 'value') throw host.unsupported('ChartAxis.numberFormat of categories');
        self.chart.valueNumberFormat = textOf(value);
        chartChanged(self);
      },
    },
  },
  navigation: { title: (self) => new HostObject('ChartAxisTitle', self) },
};

const titleName = ({ axis }: Axis) => (axis === 'category' ? 'categoryAxisTitle' : 'valueAxisTitle');

export const chartAxisTitle: ObjectClass<Axis> = {
  scalars: {
    text: {
      get: (self) => self.chart[titleName(self)] ?? '',
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartAxisTitle');
        self.chart[titleName(self)] = textOf(value);
        chartChanged(self);
      },
    },
    visible: {
      get: (self) => self.chart[titleName(self)] !== undefined,
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartAxisTitle');
        const { chart } = self;
        chart[titleName(self)] = flagOf(value) ? (chart[titleName(self)] ?? 'Axis Title') : undefined;
        chartChanged(self);
      },
    },
  },
};

export const chartDataLabels: ObjectClass<SheetChart> = {
  scalars: {
    showValue: {
      get: ({ chart }) => chart.dataLabels,
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartDataLabels');
        self.chart.dataLabels = flagOf(value);
        chartChanged(self);
      },
    },
  },
};

type Series = Targets['ChartSeries'];

const seriesObject = (self: SheetChart, series: ChartSeries | undefined): HostObject<'ChartSeries'> => {
  if (series === undefined) throw invalidArgument();
  return new HostObject('ChartSeries', { ...self, series });
};

export const chartSeriesCollection: ObjectClass<SheetChart> = {
  scalars: { count: readOnly(({ chart }) => chart.series.length) },
  items: (self) => self.chart.series.map((series) => seriesObject(self, series)),
  methods: {
    add: (self, args) => {
      const name = args.optionalText(0);
      const series: ChartSeries = { values: '', ...(name === undefined ? {} : { name: { text: name } }) };
      self.chart.series.splice(args.optionalWhole(1, self.chart.series.length), 0, series);
      chartChanged(self);
      return seriesObject(self, series);
    },
  },
};

const setPart =
  (part: 'values' | 'categories'): Method<Series> =>
  (self, args, { book }) => {
    const { sheet, area } = placeArgument(args.at(0), book, self.sheet);
    self.series[part] = absolute(sheet, area);
    chartChanged(self);
  };

export const chartSeries: ObjectClass<Series> = {
  ensureAlive: ({ chart, series }) => {
    if (!chart.series.includes(series)) throw itemNotFound();
  },
  scalars: {
    name: {
      get: ({ series: { name }, sheet }, { book }) => {
        if (name === undefined) return '';
        if ('text' in name) return name.text;
        const place = placeArgument(name.reference, book, sheet);
        return String(place.sheet.value(place.area.top, place.area.left) ?? '');
      },
      set: (self, value) => {
        self.series.name = { text: textOf(value) };
        chartChanged(self);
      },
    },
    hasDataLabels: {
      get: ({ chart }) => chart.dataLabels,
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartSeries.hasDataLabels');
        self.chart.dataLabels = flagOf(value);
        chartChanged(self);
      },
    },
  },
  navigation: { format: (self) => new HostObject('ChartSeriesFormat', self) },
  methods: {
    delete: (self) => {
      self.chart.series = self.chart.series.filter((other) => other !== self.series);
      chartChanged(self);
    },
    setValues: setPart('values'),
    setXAxisValues: setPart('categories'),
  },
};

export const chartSeriesFormat: ObjectClass<Series> = {
  scalars: {},
  navigation: {
    fill: (self) => new HostObject('ChartFill', self),
    line: (self) => new HostObject('ChartLineFormat', self),
  },
};

export const chartLineFormat: ObjectClass<Series> = {
  scalars: {
    color: {
      get: ({ series }) => series.lineColor ?? null,
      set: (self, value, host) => {
        ensureOwn(self, host, 'ChartLineFormat');
        self.series.lineColor = colorOf(value);
        chartChanged(self);
      },
    },
  },
  methods: {
    clear: (self, _args, host) => {
      ensureOwn(self, host, 'ChartLineFormat');
      delete self.series.lineColor;
      chartChanged(self);
    },
  },
};

export const chartFill: ObjectClass<Series> = {
  scalars: {},
  methods: {
    clear: (self, _args, host) => {
      ensureOwn(self, host, 'ChartFill');
      delete self.series.color;
      chartChanged(self);
    },
    setSolidColor: (self, args, host) => {
      ensureOwn(self, host, 'ChartFill');
      self.series.color = colorOf(args.at(0));
      chartChanged(self);
    },
  },
};
