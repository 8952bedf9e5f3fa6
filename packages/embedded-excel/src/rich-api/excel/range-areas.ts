/** Several areas of one sheet as one object: what a range answers where it finds more than one. */
import { columnCount, rowCount } from '../../model/area.ts';
import { sheetAddress } from '../../model/workbook.ts';
import { type ObjectClass, readOnly } from '../object-class.ts';
import type { Targets } from '../targets.ts';

export const rangeAreas: ObjectClass<Targets['RangeAreas']> = {
  byReference: true,
  scalars: {
    address: readOnly(({ sheet, areas }) => areas.map((area) => sheetAddress(sheet, area)).join(',')),
    areaCount: readOnly(({ areas }) => areas.length),
    cellCount: readOnly(({ areas }) =>
      areas.reduce((count, area) => count + rowCount(area) * columnCount(area), 0),
    ),
  },
};
