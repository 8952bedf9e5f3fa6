/** RangeBorderCollection and RangeBorder: the edges of a range and the lines between its cells. */
import type { Area } from '../../model/area.ts';
import type { Border, BorderEdge } from '../../model/styles.ts';
import type { Workbook } from '../../model/workbook.ts';
import { wordOf } from '../arguments.ts';
import { HostObject } from '../host-object.ts';
import type { ObjectClass, Scalar } from '../object-class.ts';
import { RangeTarget } from '../range-target.ts';
import { invalidArgument } from '../rich-api-error.ts';
import { fileColor, htmlColor } from './colors.ts';
import { restyle, uniformStyle } from './restyling.ts';
import type { Targets } from '../targets.ts';

type Side = Targets['RangeBorder'];

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;

/** A file's line style for each of Office.js's styles and weights. */
const LINES: readonly (readonly [style: string, weight: string, file: string])[] = [
  ['Continuous', 'Thin', 'thin'],
  ['Continuous', 'Hairline', 'hair'],
  ['Continuous', 'Medium', 'medium'],
  ['Continuous', 'Thick', 'thick'],
  ['Dash', 'Thin', 'dashed'],
  ['Dash', 'Medium', 'mediumDashed'],
  ['DashDot', 'Thin', 'dashDot'],
  ['DashDot', 'Medium', 'mediumDashDot'],
  ['DashDotDot', 'Thin', 'dashDotDot'],
  ['DashDotDot', 'Medium', 'mediumDashDotDot'],
  ['Dot', 'Thin', 'dotted'],
  ['Double', 'Thick', 'double'],
  ['SlantDashDot', 'Medium', 'slantDashDot'],
];
const STYLES = ['None', ...new Set(LINES.map(([style]) => style))];
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];

type EdgeName = 'left' | 'right' | 'top' | 'bottom' | 'diagonal';

interface Strip {
  readonly area: Area;
  readonly edge: EdgeName;
}

/** The cells whose border a side is, with the edge of theirs that it is; a line between cells is an edge of both. */
function strips(area: Area, side: string): Strip[] {
  const { top, left, bottom, right } = area;
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, bottom: top }, edge: 'top' }];
    case 'EdgeBottom':
      return [{ area: { ...area, top: bottom }, edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ area: { ...area, right: left }, edge: 'left' }];
    case 'EdgeRight':
      return [{ area: { ...area, left: right }, edge: 'right' }];
    case 'InsideVertical':
      return left === right
        ? []
        : [
            { area: { ...area, right: right - 1 }, edge: 'right' },
            { area: { ...area, left: left + 1 }, edge: 'left' },
          ];
    case 'InsideHorizontal':
      return top === bottom
        ? []
        : [
            { area: { ...area, bottom: bottom - 1 }, edge: 'bottom' },
            { area: { ...area, top: top + 1 }, edge: 'top' },
          ];
    default:
      return [{ area, edge: 'diagonal' }];
  }
}

const NO_LINE: BorderEdge = { style: 'none' };

function readEdge<V>({ range, side }: Side, book: Workbook, read: (edge: BorderEdge) => V): V | null {
  const first = strips(range.area, side)[0];
  if (first === undefined) return read(NO_LINE);
  const target = new RangeTarget(range.sheet, first.area);
  return uniformStyle(target, (style) => read(book.styles.border(style)[first.edge] ?? NO_LINE));
}

function writeEdge({ range, side }: Side, book: Workbook, change: (edge: BorderEdge) => BorderEdge): void {
  for (const { area, edge } of strips(range.area, side))
    restyle(new RangeTarget(range.sheet, area), (style) => {
      const changed: Border = { [edge]: change(book.styles.border(style)[edge] ?? NO_LINE) };
      const direction = side === 'DiagonalDown' ? { diagonalDown: true } : { diagonalUp: true };
      return book.styles.withBorder(style, edge === 'diagonal' ? { ...changed, ...direction } : changed);
    });
}

const officeLine = (file: string): readonly [string, string] => {
  const found = LINES.find(([, , line]) => line === file);
  return found === undefined ? ['None', 'Thin'] : [found[0], found[1]];
};

const fileLine = (style: string, weight: string): string =>
  (LINES.find(([s, w]) => s === style && w === weight) ?? LINES.find(([s]) => s === style))?.[2] ?? 'none';

const style: Scalar<Side> = {
  get: (self, { book }) => readEdge(self, book, ({ style: line }) => officeLine(line)[0]),
  set: (self, value, { book }) => {
    const wanted = wordOf(value, STYLES);
    writeEdge(self, book, (edge) =>
      wanted === 'None' ? NO_LINE : { ...edge, style: fileLine(wanted, officeLine(edge.style)[1]) },
    );
  },
};

const weight: Scalar<Side> = {
  get: (self, { book }) => readEdge(self, book, ({ style: line }) => officeLine(line)[1]),
  set: (self, value, { book }) => {
    const wanted = wordOf(value, WEIGHTS);
    writeEdge(self, book, (edge) => {
      const [line] = officeLine(edge.style);
      return { ...edge, style: fileLine(line === 'None' ? 'Continuous' : line, wanted) };
    });
  },
};

const color: Scalar<Side> = {
  get: (self, { book }) => readEdge(self, book, (edge) => htmlColor(edge.color, book, '#000000')),
  set: (self, value, { book }) => {
    const wanted = fileColor(value) ?? { auto: true };
    // A colour alone draws a thin line, as in Excel.
    writeEdge(self, book, (edge) => ({ style: edge.style === 'none' ? 'thin' : edge.style, color: wanted }));
  },
};

export const rangeBorder: ObjectClass<Side> = {
  id: ({ side }) => side,
  scalars: { sideIndex: { get: ({ side }) => side }, style, weight, color },
};

export const rangeBorderCollection: ObjectClass<RangeTarget> = {
  scalars: { count: { get: () => SIDES.length } },
  items: (self) => SIDES.map((side) => new HostObject('RangeBorder', { range: self, side })),
  methods: {
    getItem: (self, args) => {
      const side = SIDES.find((name) => name.toLowerCase() === args.text(0).toLowerCase());
      if (side === undefined) throw invalidArgument();
      return new HostObject('RangeBorder', { range: self, side });
    },
  },
};
