/**
 * Regrant's icons as shapes on a grid of 32 by 32, painted in order, and how a shape is written as SVG and asked for
 * a point. One description, so that the SVG and the PNGs cannot come apart.
 */

type Point = readonly [x: number, y: number];

export type Shape =
  | {
      readonly kind: 'box';
      readonly fill: string;
      readonly at: Point;
      readonly size: Point;
      readonly round: number;
    }
  | { readonly kind: 'disc'; readonly fill: string; readonly at: Point; readonly radius: number }
  | { readonly kind: 'polygon'; readonly fill: string; readonly points: readonly Point[] }
  | {
      readonly kind: 'stroke';
      readonly fill: string;
      readonly points: readonly Point[];
      readonly width: number;
    };

const NAVY = '#1d2b4f';
const GREEN = '#0f8b6d';
const MINT = '#5fd9b4';
const PAPER = '#ffffff';
const MIST = '#c9d6ea';
const ICE = '#1f74c4';

const box = (fill: string, x: number, y: number, width: number, height: number, round = 0): Shape => ({
  kind: 'box',
  fill,
  at: [x, y],
  size: [width, height],
  round,
});

const stroke = (fill: string, width: number, ...points: Point[]): Shape => ({
  kind: 'stroke',
  fill,
  points,
  width,
});

/** A sheet with ruled lines, for what works on a table; a badge comes on its lower right corner. */
const SHEET: readonly Shape[] = [
  box(NAVY, 3, 3, 21, 26, 2.5),
  box(PAPER, 5, 5, 17, 22, 1),
  box(GREEN, 5, 5, 17, 5),
  box(MIST, 7.5, 13, 12, 2),
  box(MIST, 7.5, 17.5, 12, 2),
  box(MIST, 7.5, 22, 12, 2),
];

const BADGE: readonly Shape[] = [
  { kind: 'disc', fill: PAPER, at: [23, 22], radius: 8.5 },
  { kind: 'disc', fill: GREEN, at: [23, 22], radius: 7.2 },
];

const snowflakeArm = (degrees: number): readonly Shape[] => {
  const turn = (x: number, y: number): Point => {
    const radians = (degrees * Math.PI) / 180;
    const round = (value: number): number => Math.round(value * 1000) / 1000;
    return [
      round(16 + x * Math.cos(radians) - y * Math.sin(radians)),
      round(16 + x * Math.sin(radians) + y * Math.cos(radians)),
    ];
  };
  return [
    stroke(ICE, 2.4, turn(0, 0), turn(0, -13)),
    stroke(ICE, 2.2, turn(-3.6, -11.2), turn(0, -7.6), turn(3.6, -11.2)),
  ];
};

/** By the name of the icon's files. */
export const ICONS: Readonly<Record<string, readonly Shape[]>> = {
  // Installments that rise under the arrow of an exchange.
  regrant: [
    box(NAVY, 0, 0, 32, 32, 6.5),
    box(MIST, 6, 20, 5, 6, 0.8),
    box(PAPER, 13.5, 16, 5, 10, 0.8),
    box(MINT, 21, 11, 5, 15, 0.8),
    stroke(MINT, 2.6, [7, 13.5], [13, 8]),
    {
      kind: 'polygon',
      fill: MINT,
      points: [
        [10.6, 4.6],
        [17.6, 4.2],
        [16.4, 11.2],
      ],
    },
  ],
  'insert-terms': [...SHEET, ...BADGE, box(PAPER, 19, 20.9, 8, 2.2), box(PAPER, 21.9, 18, 2.2, 8)],
  'check-ledger': [...SHEET, ...BADGE, stroke(PAPER, 2.2, [19.6, 22.2], [22.1, 24.7], [26.6, 19.6])],
  // What goes in, and the fewer that come out.
  'run-offer': [
    box(NAVY, 4, 8.2, 16, 4.6, 0.8),
    {
      kind: 'polygon',
      fill: NAVY,
      points: [
        [19, 3.5],
        [28.5, 10.5],
        [19, 17.5],
      ],
    },
    box(GREEN, 14, 20.2, 13, 4.6, 0.8),
    {
      kind: 'polygon',
      fill: GREEN,
      points: [
        [15, 15.5],
        [5.5, 22.5],
        [15, 29.5],
      ],
    },
  ],
  'freeze-to-values': [0, 60, 120, 180, 240, 300].flatMap(snowflakeArm),
};

/** Distance from a point to the segment between two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const sidesOf = (points: readonly Point[], closed: boolean): readonly (readonly [Point, Point])[] =>
  points.flatMap((from, index) => {
    const to = points[index + 1] ?? (closed ? points[0] : undefined);
    return to === undefined ? [] : [[from, to] as const];
  });

/** Whether the shape covers a point of the grid. */
export function covers(shape: Shape, point: Point): boolean {
  const [x, y] = point;
  switch (shape.kind) {
    case 'box': {
      const [halfWidth, halfHeight] = [shape.size[0] / 2, shape.size[1] / 2];
      const dx = Math.max(0, Math.abs(x - shape.at[0] - halfWidth) - halfWidth + shape.round);
      const dy = Math.max(0, Math.abs(y - shape.at[1] - halfHeight) - halfHeight + shape.round);
      return shape.round === 0 ? dx === 0 && dy === 0 : Math.hypot(dx, dy) <= shape.round;
    }
    case 'disc':
      return Math.hypot(x - shape.at[0], y - shape.at[1]) <= shape.radius;
    case 'stroke':
      return sidesOf(shape.points, false).some(([from, to]) => distance(point, from, to) <= shape.width / 2);
    case 'polygon': {
      const crossings = sidesOf(shape.points, true).filter(
        ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
      );
      return crossings.length % 2 === 1;
    }
  }
}

const pointsText = (points: readonly Point[]): string => points.map((point) => point.join(',')).join(' ');

function svgOf(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const [[x, y], [width, height]] = [shape.at, shape.size];
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${shape.round}" fill="${shape.fill}"/>`;
    }
    case 'disc':
      return `<circle cx="${shape.at[0]}" cy="${shape.at[1]}" r="${shape.radius}" fill="${shape.fill}"/>`;
    case 'polygon':
      return `<polygon points="${pointsText(shape.points)}" fill="${shape.fill}"/>`;
    case 'stroke':
      return (
        `<polyline points="${pointsText(shape.points)}" fill="none" stroke="${shape.fill}" ` +
        `stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`
      );
  }
}

/** The icon as an SVG document. */
export function iconSvg(shapes: readonly Shape[]): string {
  const lines = shapes.map((shape) => `  ${svgOf(shape)}\n`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n${lines}</svg>\n`;
}
