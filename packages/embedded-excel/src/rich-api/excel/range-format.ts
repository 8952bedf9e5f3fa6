/** RangeFormat with its fill, font, protection: how cells look. A property is null where the cells differ. */
import { columnWidth, rowHeight, STANDARD_WIDTH, widthInCharacters } from '../../model/geometry.ts';
import type { CellValue } from '../../model/cell-error.ts';
import type { Alignment, Font } from '../../model/styles.ts';
import { flagOf, numberOf, textOf, wholeOf, wordOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import type { ObjectClass, Scalar } from '../object-class.ts';
import type { RangeTarget } from '../range-target.ts';
import { cellText, shownFormat } from './cell-text.ts';
import { fileColor, htmlColor } from './colors.ts';
import { ensureAllowed } from './protection.ts';
import { restyle, uniform, uniformStyle } from './restyling.ts';

const HORIZONTAL = [
  ['General', 'general'],
  ['Left', 'left'],
  ['Center', 'center'],
  ['Right', 'right'],
  ['Fill', 'fill'],
  ['Justify', 'justify'],
  ['CenterAcrossSelection', 'centerContinuous'],
  ['Distributed', 'distributed'],
] as const;
const VERTICAL = [
  ['Bottom', 'bottom'],
  ['Top', 'top'],
  ['Center', 'center'],
  ['Justify', 'justify'],
  ['Distributed', 'distributed'],
] as const;
const UNDERLINES = [
  ['None', undefined],
  ['Single', 'single'],
  ['Double', 'double'],
  ['SingleAccountant', 'singleAccounting'],
  ['DoubleAccountant', 'doubleAccounting'],
] as const;

type Words = readonly (readonly [office: string, file: string | undefined])[];

const toOffice = (words: Words, file: string | undefined): string =>
  words.find(([, word]) => word === file)?.[0] ?? words[0]?.[0] ?? '';

function toFile(words: Words, value: unknown): string | undefined {
  const office = wordOf(
    value,
    words.map(([word]) => word),
  );
  return words.find(([word]) => word === office)?.[1];
}

const alignment = (
  read: (alignment: Alignment) => unknown,
  change: (value: unknown) => Alignment,
): Scalar<RangeTarget> => ({
  get: (self, host) => uniformStyle(self, (style) => read(host.book.styles.alignment(style))),
  set: (self, value, { book }) => {
    const changed = change(value);
    restyle(self, (style) => book.styles.withAlignment(style, changed));
  },
});

const font = (
  read: (font: Font, host: Host) => unknown,
  change: (value: unknown) => Font,
): Scalar<RangeTarget> => ({
  get: (self, host) => uniformStyle(self, (style) => read(host.book.styles.font(style), host)),
  set: (self, value, { book }) => {
    const changed = change(value);
    restyle(self, (style) => book.styles.withFont(style, changed));
  },
});

/** Excel's range of heights, in points. */
const HIGHEST_ROW = 409.5;

export const rangeFormat: ObjectClass<RangeTarget> = {
  scalars: {
    columnWidth: {
      get: ({ sheet, area }) => uniform(area.left, area.right, (column) => columnWidth(sheet, column)),
      set: ({ sheet, area }, value) => {
        ensureAllowed(sheet, 'allowFormatColumns');
        sheet.setColumnProperties(area.left, area.right, { width: widthInCharacters(numberOf(value)) });
      },
    },
    rowHeight: {
      get: ({ sheet, area }) => uniform(area.top, area.bottom, (row) => rowHeight(sheet, row)),
      set: ({ sheet, area }, value) => {
        ensureAllowed(sheet, 'allowFormatRows');
        sheet.setRowProperties(area.top, area.bottom, { height: Math.min(HIGHEST_ROW, numberOf(value)) });
      },
    },
    horizontalAlignment: alignment(
      ({ horizontal }) => toOffice(HORIZONTAL, horizontal),
      (value) => ({ horizontal: toFile(HORIZONTAL, value) ?? 'general' }),
    ),
    verticalAlignment: alignment(
      ({ vertical }) => toOffice(VERTICAL, vertical),
      (value) => ({ vertical: toFile(VERTICAL, value) ?? 'bottom' }),
    ),
    wrapText: alignment(
      ({ wrapText }) => wrapText === true,
      (value) => ({ wrapText: flagOf(value) }),
    ),
    indentLevel: alignment(
      ({ indent }) => indent ?? 0,
      (value) => ({ indent: wholeOf(value) }),
    ),
    shrinkToFit: alignment(
      ({ shrinkToFit }) => shrinkToFit === true,
      (value) => ({ shrinkToFit: flagOf(value) }),
    ),
    textOrientation: alignment(
      // A file counts 91 to 180 for -1 to -90 degrees.
      ({ textRotation = 0 }) => (textRotation > 90 && textRotation <= 180 ? 90 - textRotation : textRotation),
      (value) => {
        const degrees = wholeOf(value);
        return { textRotation: degrees < 0 ? 90 - degrees : degrees };
      },
    ),
    useStandardWidth: {
      get: ({ sheet, area }) =>
        uniform(area.left, area.right, (column) => columnWidth(sheet, column) === STANDARD_WIDTH),
    },
    useStandardHeight: {
      get: ({ sheet, area }) =>
        uniform(area.top, area.bottom, (row) => sheet.rowProperties(row).height === undefined),
    },
  },
  navigation: {
    borders: (self) => new HostObject('RangeBorderCollection', self),
    fill: (self) => new HostObject('RangeFill', self),
    font: (self) => new HostObject('RangeFont', self),
    protection: (self) => new HostObject('FormatProtection', self),
  },
  methods: {
    autofitColumns: (self, _args, host) => autofitColumns(self, host),
    // Rows without a height of their own fit their text already.
    autofitRows: ({ sheet }) => ensureAllowed(sheet, 'allowFormatRows'),
  },
};

/** Widths by the longest text, a character being 7 pixels and a cell's padding 5; close to what Excel measures. */
function autofitColumns({ sheet, area }: RangeTarget, host: Host): void {
  ensureAllowed(sheet, 'allowFormatColumns');
  host.calculation.beforeRead();
  const used = sheet.usedRange(true);
  if (used === undefined) return;
  for (let column = Math.max(area.left, used.left); column <= Math.min(area.right, used.right); column++) {
    let longest = 0;
    for (let row = Math.max(area.top, used.top); row <= Math.min(area.bottom, used.bottom); row++)
      longest = Math.max(longest, shownLength(sheet.value(row, column), row, column));
    if (longest > 0)
      sheet.setColumnProperties(column, column, { width: Math.min(255, longest + 5 / 7), bestFit: true });
  }
  function shownLength(value: CellValue, row: number, column: number): number {
    if (value === null) return 0;
    const { styles, date1904 } = host.book;
    const text = cellText(value, shownFormat(sheet, row, column, styles), date1904);
    return Math.max(...text.split('\n').map((line) => line.length));
  }
}

export const rangeFill: ObjectClass<RangeTarget> = {
  scalars: {
    color: {
      get: (self, { book }) =>
        uniformStyle(self, (style) => {
          const fill = book.styles.fill(style);
          return fill.pattern === 'none' ? '#FFFFFF' : htmlColor(fill.foreground, book, '#FFFFFF');
        }),
      set: (self, value, { book }) => {
        const color = fileColor(value);
        const fill = color === undefined ? { pattern: 'none' } : { pattern: 'solid', foreground: color };
        restyle(self, (style) => book.styles.withFill(style, fill));
      },
    },
  },
  methods: {
    clear: (self, _args, { book }) =>
      restyle(self, (style) => book.styles.withFill(style, { pattern: 'none' })),
  },
};

export const rangeFont: ObjectClass<RangeTarget> = {
  scalars: {
    name: font(
      ({ name }) => name ?? 'Calibri',
      (value) => ({ name: textOf(value) }),
    ),
    size: font(
      ({ size }) => size ?? 11,
      (value) => ({ size: numberOf(value) }),
    ),
    bold: font(
      ({ bold }) => bold === true,
      (value) => ({ bold: flagOf(value) }),
    ),
    italic: font(
      ({ italic }) => italic === true,
      (value) => ({ italic: flagOf(value) }),
    ),
    strikethrough: font(
      ({ strike }) => strike === true,
      (value) => ({ strike: flagOf(value) }),
    ),
    color: font(
      ({ color }, { book }) => htmlColor(color, book, '#000000'),
      (value) => ({ color: fileColor(value) ?? { auto: true } }),
    ),
    underline: font(
      ({ underline }) => toOffice(UNDERLINES, underline),
      (value) => {
        const underline = toFile(UNDERLINES, value) as NonNullable<Font['underline']> | undefined;
        // A font without the member is not underlined; the pool leaves undefined members out.
        return { underline } as Font;
      },
    ),
  },
};

export const formatProtection: ObjectClass<RangeTarget> = {
  scalars: {
    locked: {
      get: (self, { book }) => uniformStyle(self, (style) => book.styles.protection(style).locked !== false),
      set: (self, value, { book }) => {
        const locked = flagOf(value);
        restyle(self, (style) => book.styles.withProtection(style, { locked }));
      },
    },
    formulaHidden: {
      get: (self, { book }) => uniformStyle(self, (style) => book.styles.protection(style).hidden === true),
      set: (self, value, { book }) => {
        const hidden = flagOf(value);
        restyle(self, (style) => book.styles.withProtection(style, { hidden }));
      },
    },
  },
};
