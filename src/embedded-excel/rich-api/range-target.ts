/**
 * The cells that a Range stands for: a sheet and an area that moves along when rows and columns are inserted or deleted
 * before it. It knows nothing of requests.
 */
import { type Area, COLUMN_LIMIT, ROW_LIMIT } from '../model/area.ts';
import type { WorkbookChange } from '../model/change.ts';
import type { Sheet } from '../model/sheet.ts';
import { RichApiError } from './rich-api-error.ts';

export class RangeTarget {
  readonly sheet: Sheet;
  #area: Area | undefined;

  constructor(sheet: Sheet, area: Area) {
    this.sheet = sheet;
    this.#area = area;
  }

  /** @throws RichApiError its cells were deleted */
  get area(): Area {
    if (this.#area === undefined) throw new RichApiError('InvalidReference');
    return this.#area;
  }

  /** Follows cells that moved. */
  follow(change: Extract<WorkbookChange, { kind: 'cellsMoved' }>): void {
    const area = this.#area;
    if (area === undefined || change.sheet !== this.sheet) return;
    const byRows = change.axis === 'rows';
    const [first, last] = change.span;
    // Cells that only partly stand in the moving band stay where they are.
    if (byRows ? area.left < first || area.right > last : area.top < first || area.bottom > last) return;
    const [start, end] = byRows ? [area.top, area.bottom] : [area.left, area.right];
    const moved = moveSpan(start, end, change.at, change.count, byRows ? ROW_LIMIT : COLUMN_LIMIT);
    if (moved === undefined) this.#area = undefined;
    else if (byRows) this.#area = { ...area, top: moved[0], bottom: moved[1] };
    else this.#area = { ...area, left: moved[0], right: moved[1] };
  }
}

/** Where rows `start` to `end` are after `count` rows were inserted (or, negative, deleted) at `at`. */
function moveSpan(
  start: number,
  end: number,
  at: number,
  count: number,
  limit: number,
): [number, number] | undefined {
  if (start === 0 && end === limit - 1) return [start, end];
  if (count > 0) return [start >= at ? start + count : start, end >= at ? end + count : end];
  const gone = at - count;
  const shifted = (position: number): number =>
    position >= gone ? position + count : Math.min(position, at);
  const from = shifted(start);
  const to = end >= gone ? end + count : Math.min(end, at - 1);
  return to < from ? undefined : [from, to];
}
