/**
 * The cells that a Range stands for: a sheet and an area that moves along when rows and columns are inserted or deleted
 * before it. It knows nothing of requests.
 */
import type { Area } from '../model/area.ts';
import type { WorkbookChange } from '../model/change.ts';
import { movedArea } from '../model/formula-references.ts';
import type { Sheet } from '../model/sheet.ts';
import { RichApiError } from './rich-api-error.ts';

export class RangeTarget {
  readonly sheet: Sheet;
  #area: Area | undefined;

  constructor(sheet: Sheet, area: Area) {
    this.sheet = sheet;
    this.#area = area;
  }

  get isGone(): boolean {
    return this.#area === undefined;
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
    // Cells that only partly stand in the moving band stay where they are.
    this.#area = movedArea(area, change);
  }
}
