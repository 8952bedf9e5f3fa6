/** PageLayout, HeaderFooterGroup and HeaderFooter: how a sheet is printed. */
import type { PageEdge, PageLayout } from '../../model/page-layout.ts';
import type { Sheet } from '../../model/sheet.ts';
import { recordOf, textOf, wholeOf, wordOf } from '../arguments.ts';
import type { Arguments } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type ObjectClass, orNullObject, type Scalar } from '../object-class.ts';
import { invalidArgument, itemNotFound } from '../rich-api-error.ts';
import { absolute } from './absolute-address.ts';
import { isWholeRows, placeArgument, placeOf, rangeAt } from './addresses.ts';
import { ensureUnprotected } from './protection.ts';

function change(sheet: Sheet, changed: Partial<PageLayout>): void {
  ensureUnprotected(sheet);
  sheet.setPage({ ...sheet.page, ...changed });
}

/** The name by which files keep a sheet's titles: `='A B'!$A:$A,'A B'!$1:$1`. */
const TITLES = '_xlnm.Print_Titles';

const titlesOf = (sheet: Sheet, { book }: Host) =>
  book.names.find((name) => name.sheet === sheet && name.name.toLowerCase() === TITLES.toLowerCase());

/** The parts of a reference to several areas; a comma in a sheet's name stands in quotes. */
const partsOf = (formula: string): string[] =>
  [...formula.replace(/^=/, '').matchAll(/(?:'(?:[^']|'')*'|[^',])+/g)].map(([part]) => part);

const isRows = (part: string): boolean => /\$?\d+:\$?\d+$/.test(part);

function setTitleRows(sheet: Sheet, args: Arguments, host: Host): void {
  ensureUnprotected(sheet);
  const { sheet: own, area } = placeArgument(args.at(0), host.book, sheet);
  if (own !== sheet || !isWholeRows(area)) throw invalidArgument();
  const known = titlesOf(sheet, host);
  const columns = known === undefined ? [] : partsOf(known.formula).filter((part) => !isRows(part));
  const formula = `=${[...columns, absolute(sheet, area)].join(',')}`;
  if (known === undefined) host.book.addName(TITLES, formula, sheet);
  else host.book.changeName(known, formula);
}

function titleRows(sheet: Sheet, _args: Arguments, host: Host): HostObject<'Range'> {
  const rows = partsOf(titlesOf(sheet, host)?.formula ?? '').find(isRows);
  const place = rows === undefined ? undefined : placeOf(host.book, rows, sheet);
  if (place === undefined) throw itemNotFound();
  return rangeAt(place.sheet, place.area);
}

const ORIENTATIONS = { Portrait: 'portrait', Landscape: 'landscape' } as const;

/** Per cent, or pages across and down; of the pages one may be left open. */
function zoomOf(value: unknown): Partial<PageLayout> {
  const zoom = recordOf(value);
  const whole = (name: string): number | undefined =>
    zoom[name] === undefined || zoom[name] === null ? undefined : wholeOf(zoom[name]);
  const [scale, across, down] = [whole('scale'), whole('horizontalFitToPages'), whole('verticalFitToPages')];
  if (scale !== undefined && (scale < 10 || scale > 400)) throw invalidArgument();
  if ((across ?? 0) < 0 || (down ?? 0) < 0) throw invalidArgument();
  if (across === undefined && down === undefined) return { fit: undefined, scale: scale ?? 100 };
  return { fit: { across: across ?? 0, down: down ?? 0 } };
}

export const pageLayout: ObjectClass<Sheet> = {
  scalars: {
    orientation: {
      get: ({ page }) => (page.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: (sheet, value) => {
        const word = wordOf(value, ['Portrait', 'Landscape'] as const);
        change(sheet, { orientation: ORIENTATIONS[word] });
      },
    },
    zoom: {
      get: ({ page: { fit, scale } }) =>
        fit === undefined
          ? { scale }
          : {
              ...(fit.across === 0 ? {} : { horizontalFitToPages: fit.across }),
              ...(fit.down === 0 ? {} : { verticalFitToPages: fit.down }),
            },
      set: (sheet, value) => change(sheet, zoomOf(value)),
    },
  },
  navigation: { headersFooters: (sheet) => new HostObject('HeaderFooterGroup', sheet) },
  methods: {
    getPrintTitleRowsOrNullObject: orNullObject(titleRows),
    setPrintTitleRows: setTitleRows,
  },
};

export const headerFooterGroup: ObjectClass<Sheet> = {
  scalars: {},
  navigation: { defaultForAllPages: (sheet) => new HostObject('HeaderFooter', sheet) },
};

const section = (edge: 'header' | 'footer', at: keyof PageEdge): Scalar<Sheet> => ({
  get: ({ page }) => page[edge][at],
  set: (sheet, value) => {
    const changed = { ...sheet.page[edge], [at]: textOf(value) };
    // An edge has room for 255 characters.
    if (changed.left.length + changed.center.length + changed.right.length > 255) throw invalidArgument();
    change(sheet, { [edge]: changed });
  },
});

export const headerFooter: ObjectClass<Sheet> = {
  scalars: {
    leftHeader: section('header', 'left'),
    centerHeader: section('header', 'center'),
    rightHeader: section('header', 'right'),
    leftFooter: section('footer', 'left'),
    centerFooter: section('footer', 'center'),
    rightFooter: section('footer', 'right'),
  },
};
