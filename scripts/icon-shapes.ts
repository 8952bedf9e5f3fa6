/**
 * What Regrant's icons are made of: a few shapes in the pixels of one size, how each is written as SVG and asked for a
 * point. One description, so that the SVG and the PNGs cannot come apart. Knows no icon.
 */

export type Point = readonly [x: number, y: number];

export type Shape = { readonly fill: string } & (
  | { readonly kind: 'box'; readonly at: Point; readonly size: Point; readonly round: number }
  | { readonly kind: 'polygon'; readonly points: readonly Point[] }
  | { readonly kind: 'stroke'; readonly points: readonly Point[]; readonly width: number }
  | {
      /** Part of a ring, clockwise, its ends cut straight; degrees from the right, y downwards. */
      readonly kind: 'arc';
      readonly at: Point;
      readonly radius: number;
      readonly from: number;
      readonly to: number;
      readonly width: number;
    }
);

export const box = (fill: string, x: number, y: number, width: number, height: number, round = 0): Shape => ({
  kind: 'box',
  fill,
  at: [x, y],
  size: [width, height],
  round,
});

export const polygon = (fill: string, ...points: Point[]): Shape => ({ kind: 'polygon', fill, points });

export const stroke = (fill: string, width: number, ...points: Point[]): Shape => ({
  kind: 'stroke',
  fill,
  points,
  width,
});

export const arc = (
  fill: string,
  width: number,
  at: Point,
  radius: number,
  from: number,
  to: number,
): Shape => ({ kind: 'arc', fill, at, radius, from, to, width });

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The point of a circle at an angle, in degrees clockwise from the right. */
export function onCircle([x, y]: Point, radius: number, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return [rounded(x + radius * Math.cos(radians)), rounded(y + radius * Math.sin(radians))];
}

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

/** Whether the shape covers a point. */
export function covers(shape: Shape, point: Point): boolean {
  const [x, y] = point;
  switch (shape.kind) {
    case 'box': {
      const [halfWidth, halfHeight] = [shape.size[0] / 2, shape.size[1] / 2];
      const dx = Math.max(0, Math.abs(x - shape.at[0] - halfWidth) - halfWidth + shape.round);
      const dy = Math.max(0, Math.abs(y - shape.at[1] - halfHeight) - halfHeight + shape.round);
      return shape.round === 0 ? dx === 0 && dy === 0 : Math.hypot(dx, dy) <= shape.round;
    }
    case 'stroke':
      return sidesOf(shape.points, false).some(([from, to]) => distance(point, from, to) <= shape.width / 2);
    case 'arc': {
      const [dx, dy] = [x - shape.at[0], y - shape.at[1]];
      const turned = (Math.atan2(dy, dx) * 180) / Math.PI - shape.from;
      const isWithin = ((turned % 360) + 360) % 360 <= shape.to - shape.from;
      return isWithin && Math.abs(Math.hypot(dx, dy) - shape.radius) <= shape.width / 2;
    }
    case 'polygon': {
      const crossings = sidesOf(shape.points, true).filter(
        ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
      );
      return crossings.length % 2 === 1;
    }
  }
}

const pointsText = (points: readonly Point[]): string =>
  points.map((point) => point.map(rounded).join(',')).join(' ');

function svgOf(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const [[x, y], [width, height]] = [shape.at, shape.size];
      const round = shape.round === 0 ? '' : ` rx="${shape.round}"`;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${round} fill="${shape.fill}"/>`;
    }
    case 'polygon':
      return `<polygon points="${pointsText(shape.points)}" fill="${shape.fill}"/>`;
    case 'stroke':
      return (
        `<polyline points="${pointsText(shape.points)}" fill="none" stroke="${shape.fill}" ` +
        `stroke-width="${shape.width}" stroke-linecap="round" stroke-linejoin="round"/>`
      );
    case 'arc': {
      const { at, radius, from, to, width, fill } = shape;
      const [start, end] = [onCircle(at, radius, from), onCircle(at, radius, to)];
      const ring = rounded(radius);
      const isLarge = to - from > 180 ? 1 : 0;
      return (
        `<path d="M${start.join(' ')}A${ring} ${ring} 0 ${isLarge} 1 ${end.join(' ')}" fill="none" ` +
        `stroke="${fill}" stroke-width="${width}"/>`
      );
    }
  }
}

/** Shapes as an SVG document of that size. */
export function svgDocument(shapes: readonly Shape[], size: number): string {
  const lines = shapes.map((shape) => `  ${svgOf(shape)}\n`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">\n${lines}</svg>\n`;
}
