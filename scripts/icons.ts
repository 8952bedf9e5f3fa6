/**
 * Regrant's icons, each drawn for a size in whole pixels, so that edges are sharp where Office does not scale them.
 *
 * An add-in only manifest names one set of icons for every theme of Office. Ink is therefore of a middle brightness, at
 * least 3:1 against the ribbon's white and its dark grey alike, and white only fills what ink encloses. Style and line
 * weights follow Microsoft's monoline icons.
 *
 * @see https://learn.microsoft.com/office/dev/add-ins/design/add-in-icons
 */
import { arc, box, onCircle, type Point, polygon, type Shape, stroke } from './icon-shapes.ts';

/** What an icon is recognised by: read against each ribbon, and against what it stands on. */
export const INK = { slate: '#76808e', teal: '#0d8792', blue: '#2f80d6' } as const;
/** What lies under ink. */
export const PAPER = '#ffffff';

/** 16, 32 and 80 are required on the ribbon, 64 is the high-resolution icon, the others are for scaled screens. */
export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;

type Draw = (size: number) => readonly Shape[];

/** Pixels of a line. */
const lineOf = (size: number): number => (size < 32 ? 1 : size < 64 ? 2 : 3);

/** Thirty-seconds of the size, in whole pixels. */
const grid =
  (size: number) =>
  (units: number): number =>
    Math.round((units * size) / 32);

/** The square at the lower right in which a sign says what a command does to the thing that it stands on. */
const signSide = (size: number): number => Math.round(size * 0.43);

/** A sheet's paper and its outline, with room left for the sign. */
function sheet(size: number, left: number, top: number, right: number, bottom: number): readonly Shape[] {
  const line = lineOf(size);
  const cut = size - signSide(size) - line;
  return [
    polygon(PAPER, [left, top], [right, top], [right, cut], [cut, cut], [cut, bottom], [left, bottom]),
    box(INK.slate, left, top, right - left, line),
    box(INK.slate, left, top, line, bottom - top),
    box(INK.slate, right - line, top, line, cut - top),
    box(INK.slate, left, bottom - line, cut - left, line),
  ];
}

/** Terms and their values, and a plus. */
const insertTerms: Draw = (size) => {
  const at = grid(size);
  const line = lineOf(size);
  const [left, top, right, bottom] = [at(4), at(2), at(26), at(30)];
  const side = signSide(size);
  const arm = line * 2;
  const from = size - side;
  const middle = from + Math.floor((side - arm) / 2);
  const cut = from - line;
  const label = left + line + Math.max(1, at(2));
  const value = label + at(4) + Math.max(1, at(2));
  const end = right - line - Math.max(1, at(2));
  return [
    ...sheet(size, left, top, right, bottom),
    ...[0.24, 0.5, 0.76].flatMap((share) => {
      const y = Math.round(top + share * (bottom - top) - line / 2);
      const term = box(INK.teal, label, y, at(4), line);
      return y + line < cut ? [term, box(INK.slate, value, y, end - value, line)] : [term];
    }),
    box(INK.teal, from, middle, side, arm),
    box(INK.teal, middle, from, arm, side),
  ];
};

/** A table, and a tick. */
const checkLedger: Draw = (size) => {
  const at = grid(size);
  const line = lineOf(size);
  const [left, top, right, bottom] = [at(1), at(3), at(31), at(29)];
  const side = signSide(size);
  const cut = size - side - line;
  const header = top + Math.max(3, at(6));
  const second = header + Math.round((bottom - header) / 2);
  const column = left + Math.round((right - left) / 3);
  const next = left + Math.round(((right - left) * 2) / 3);
  const [x, y] = [size - side, size - side];
  return [
    ...sheet(size, left, top, right, bottom),
    box(INK.slate, left, top, right - left, header - top),
    box(INK.slate, left, second, cut - left, line),
    box(INK.slate, column, header, line, bottom - header),
    box(INK.slate, next, header, line, Math.max(0, cut - header)),
    stroke(
      INK.teal,
      line * 2,
      [x + side * 0.1, y + side * 0.56],
      [x + side * 0.4, y + side * 0.84],
      [x + side * 0.92, y + side * 0.24],
    ),
  ];
};

/** Around once more, and go. */
const runOffer: Draw = (size) => {
  const at = grid(size);
  const line = lineOf(size);
  const head = at(5);
  const width = Math.max(1.5, line);
  const radius = (size - head / 2 - width) / 2 - at(1);
  const centre: Point = [size / 2, size - radius - width / 2 - 0.5];
  const top = centre[1] - radius;
  const reach = radius * 0.52;
  return [
    arc(INK.slate, width, centre, radius, -20, 270),
    polygon(INK.slate, [centre[0], top - head], [centre[0] + head * 1.2, top], [centre[0], top + head]),
    polygon(
      INK.teal,
      [Math.round(centre[0] - reach * 0.6), centre[1] - reach],
      [centre[0] + reach * 1.05, centre[1]],
      [Math.round(centre[0] - reach * 0.6), centre[1] + reach],
    ),
  ];
};

/** What an equals sign has to say. */
const explain: Draw = (size) => {
  const at = grid(size);
  const line = lineOf(size);
  const [left, top, right, bottom] = [at(1), at(3), at(31), at(24)];
  const bar = Math.max(2, at(3));
  const [x, width] = [left + at(8), right - left - 2 * at(8)];
  const middle = (top + bottom) / 2;
  const round = at(3);
  return [
    box(INK.slate, left, top, right - left, bottom - top, round),
    polygon(INK.slate, [at(6), bottom - line], [at(6), at(31)], [at(14), bottom - line]),
    box(
      PAPER,
      left + line,
      top + line,
      right - left - 2 * line,
      bottom - top - 2 * line,
      Math.max(0, round - line),
    ),
    polygon(
      PAPER,
      [at(6) + line, bottom - line - 0.5],
      [at(6) + line, at(31) - 2.4 * line],
      [at(14) - 1.8 * line, bottom - line - 0.5],
    ),
    box(INK.teal, x, Math.round(middle) - bar - Math.max(1, Math.round(bar / 3)), width, bar),
    box(INK.teal, x, Math.round(middle) + Math.max(1, Math.round(bar / 3)), width, bar),
  ];
};

/** Frozen: nothing moves any more. */
const freezeToValues: Draw = (size) => {
  const isSmall = size < 32;
  // A line of an odd width is sharp on the middle of a pixel, one of an even width between two.
  const line = isSmall ? 2 : lineOf(size);
  const centre: Point = [Math.floor((size - line) / 2) + line / 2, size / 2];
  const reach = size / 2;
  const [width, twig] = isSmall ? [1.6, 1.3] : [line + 0.25, line];
  const [fork, length] = isSmall ? [0.62, 0.34] : [0.54, 0.38];
  return [-90, -30, 30, 90, 150, 210].flatMap((degrees) => {
    const at = onCircle(centre, reach * fork, degrees);
    return [
      stroke(
        INK.blue,
        Math.abs(degrees) === 90 ? line : width,
        centre,
        onCircle(centre, reach - line / 2, degrees),
      ),
      stroke(
        INK.blue,
        twig,
        onCircle(at, reach * length, degrees - 50),
        at,
        onCircle(at, reach * length, degrees + 50),
      ),
    ];
  });
};

/** Installments that rise, under the arrow of an exchange. */
const mark =
  (tile: string, ink: string): Draw =>
  (size) => {
    const [bar, gap] = [Math.round(size * 0.17), Math.max(1, Math.round(size * 0.065))];
    const left = Math.floor((size - 3 * bar - 2 * gap) / 2);
    const bottom = size - Math.round(size * 0.18);
    const bars = [0.16, 0.29, 0.44].map((share, index) => {
      const height = Math.round(size * share);
      return box(ink, left + index * (bar + gap), bottom - height, bar, height);
    });
    const width = Math.max(1.5, Math.round(size * 0.08));
    const [head, radius] = [size * 0.125, size * 0.28];
    const turn: Point = [left + bar / 2 + radius, bottom - size * 0.25];
    const top = turn[1] - radius;
    return [
      box(tile, 0, 0, size, size, Math.round(size * 0.2)),
      ...bars,
      arc(ink, width, turn, radius, 180, 270),
      polygon(ink, [turn[0], top - head], [turn[0] + head * 1.3, top], [turn[0], top + head]),
    ];
  };

/** The product's mark. */
export const MARK: Draw = mark(INK.teal, PAPER);

/** The mark on our own pages, where the page's theme is known to be dark. */
export const DARK_MARK: Draw = mark('#7fd6dd', '#0b2a30');

/** By the name of the icon's files. */
export const ICONS: Readonly<Record<string, Draw>> = {
  regrant: MARK,
  'insert-terms': insertTerms,
  'check-ledger': checkLedger,
  'run-offer': runOffer,
  explain,
  'freeze-to-values': freezeToValues,
};
