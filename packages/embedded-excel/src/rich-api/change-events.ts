/**
 * Excel's events, made of what a workbook reports: cells changed, sheets came and went, the selection moved. Only
 * what somebody listens to becomes a message.
 */
import { type Area, areaAddress, areaAt, contains, intersection, sameArea } from '../model/area.ts';
import type { WorkbookChange } from '../model/change.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Events, EventType, WORKBOOK_TARGET } from './events.ts';
import { valueType, wireValue } from './excel/range-reading.ts';
import { officeVisibility } from './excel/visibility.ts';

export class ChangeEvents {
  readonly #book: Workbook;
  readonly #events: Events;
  /** Cells of one sheet that changed in one go; the client writes a large array in many parts. */
  #edited: { readonly sheet: Sheet; area: Area; details: object } | undefined;

  constructor(book: Workbook, events: Events) {
    this.#book = book;
    this.#events = events;
    book.onChange((change) => this.#follow(change));
  }

  /** Sends what was held back to be joined with what might follow. */
  settle(): void {
    const edited = this.#edited;
    this.#edited = undefined;
    if (edited !== undefined)
      this.#changed(edited.sheet, edited.area, { changeType: 'RangeEdited', ...edited.details });
  }

  /** Results of a calculation are there. */
  calculated(): void {
    for (const sheet of this.#book.sheets)
      this.#forSheet(sheet, 'Calculated', EventType.worksheetCalculated, { address: '' });
  }

  #follow(change: WorkbookChange): void {
    // A new table writes its header once more; Excel raises no event for that.
    if (change.kind === 'tableAdded' && this.#isHeaderOf(change.table)) this.#edited = undefined;
    if (change.kind !== 'cells') this.settle();
    switch (change.kind) {
      case 'cells':
        return this.#cellsEdited(change.sheet, change.area);
      case 'cellsMoved':
        return this.#cellsMoved(change);
      case 'formats':
        return this.#forSheet(change.sheet, 'FormatChanged', EventType.worksheetFormatChanged, {
          address: areaAddress(change.area),
        });
      case 'sheetAdded':
        return this.#forBook('Added', EventType.worksheetAdded, { worksheetId: change.sheet.id });
      case 'sheetDeleted':
        return this.#forBook('Deleted', EventType.worksheetDeleted, {
          worksheetId: change.sheet.id,
          worksheetName: change.sheet.name,
        });
      case 'sheetRenamed':
        return this.#forSheet(change.sheet, 'NameChanged', EventType.worksheetNameChanged, {
          nameBefore: change.before,
          nameAfter: change.sheet.name,
        });
      case 'sheetMoved':
        return this.#forSheet(change.sheet, 'Moved', EventType.worksheetMoved, {
          positionBefore: change.before,
          positionAfter: this.#book.sheets.indexOf(change.sheet),
        });
      case 'sheetVisibility':
        return this.#forSheet(change.sheet, 'VisibilityChanged', EventType.worksheetVisibilityChanged, {
          visibilityBefore: officeVisibility(change.before),
          visibilityAfter: officeVisibility(change.sheet.visibility),
        });
      case 'sheetProtection':
        return this.#forSheet(change.sheet, 'ProtectionChanged', EventType.worksheetProtectionChanged, {
          isProtected: change.sheet.protection !== undefined,
        });
      case 'sheetActivated':
        if (change.before !== undefined)
          this.#forSheet(change.before, 'Deactivated', EventType.worksheetDeactivated, {});
        return this.#forSheet(change.sheet, 'Activated', EventType.worksheetActivated, {});
      case 'selection':
        return this.#selected(change.sheet, change.area);
      case 'tableAdded':
        return this.#forTables(change.table, 'Added', EventType.tableAdded, {});
      case 'tableDeleted':
        return this.#forTables(change.table, 'Deleted', EventType.tableDeleted, {
          tableName: change.table.name,
        });
      default:
    }
  }

  #isHeaderOf({ sheet, headerArea }: Table): boolean {
    const edited = this.#edited;
    return edited?.sheet === sheet && headerArea !== undefined && sameArea(edited.area, headerArea);
  }

  #cellsEdited(sheet: Sheet, area: Area): void {
    if (!this.#events.hasAnyListener('DataChanged')) return;
    const edited = this.#edited;
    if (edited?.sheet === sheet) {
      const { bottom, left, right } = edited.area;
      if (area.top === bottom + 1 && area.left === left && area.right === right) {
        edited.area = { ...edited.area, bottom: area.bottom };
        edited.details = {};
        return;
      }
      if (sameArea(edited.area, area)) return;
    }
    this.settle();
    this.#edited = { sheet, area, details: this.#details(sheet, area) };
  }

  /** What a single cell held before and holds now. */
  #details(sheet: Sheet, { top, left, bottom, right }: Area): object {
    const { before } = this.#events;
    if (before === undefined || top !== bottom || left !== right) return {};
    if (before.sheet !== sheet || before.row !== top || before.column !== left) return {};
    const after = sheet.value(top, left);
    return {
      valueBefore: wireValue(before.value),
      valueTypeBefore: valueType(before.value),
      valueAfter: wireValue(after),
      valueTypeAfter: valueType(after),
    };
  }

  #cellsMoved(change: Extract<WorkbookChange, { kind: 'cellsMoved' }>): void {
    const { sheet, axis, at, count, span } = change;
    const many = Math.abs(count);
    const area =
      axis === 'rows'
        ? areaAt(at, span[0], many, span[1] - span[0] + 1)
        : areaAt(span[0], at, span[1] - span[0] + 1, many);
    const what = axis === 'rows' ? 'Row' : 'Column';
    const address = areaAddress(area);
    const whole = !/[A-Z]+\d/i.test(address);
    this.#changed(sheet, area, {
      changeType: `${whole ? what : 'Cell'}${count > 0 ? 'Inserted' : 'Deleted'}`,
      shiftDirection: whole ? 'None' : SHIFTS[`${axis}${Math.sign(count)}`],
    });
  }

  #changed(sheet: Sheet, area: Area, details: object): void {
    const args = {
      source: this.#events.source,
      shiftDirection: 'None',
      triggerSource: this.#events.source === 'Local' ? 'ThisLocalAddin' : 'Unknown',
      worksheetId: sheet.id,
      address: areaAddress(area),
      ...details,
    };
    const withRange = () => ({ ...args, referenceId: this.#events.rememberRange(sheet, area) });
    if (this.#events.hasListener('Worksheet', sheet.id, 'DataChanged'))
      this.#events.emit(EventType.worksheetChanged, sheet.id, withRange());
    if (this.#events.hasListener('WorksheetCollection', WORKBOOK_TARGET, 'DataChanged'))
      this.#events.emit(EventType.worksheetChanged, WORKBOOK_TARGET, withRange());
    for (const table of this.#book.tablesOn(sheet)) {
      if (intersection(table.area, area) === undefined) continue;
      this.#forTables(table, 'DataChanged', EventType.tableChanged, withRange());
      if (this.#events.hasListener('Table', String(table.id), 'DataChanged'))
        this.#events.emit(EventType.tableChanged, String(table.id), {
          ...withRange(),
          tableId: String(table.id),
        });
    }
  }

  #selected(sheet: Sheet, area: Area): void {
    const address = areaAddress(area);
    this.#forSheet(sheet, 'SelectionChanged', EventType.worksheetSelectionChanged, { address });
    // The client does not say that it listens to the document's own event.
    this.#events.emit(EventType.documentSelectionChanged, '', {});
    for (const table of this.#book.tablesOn(sheet)) {
      const target = String(table.id);
      if (!this.#events.hasListener('Table', target, 'SelectionChanged')) continue;
      const inside = contains(table.area, area.top, area.left);
      this.#events.emit(EventType.tableSelectionChanged, target, {
        worksheetId: sheet.id,
        address: inside ? address : '',
      });
    }
  }

  #forSheet(sheet: Sheet, event: string, type: number, args: object): void {
    const all = { source: this.#events.source, worksheetId: sheet.id, ...args };
    if (this.#events.hasListener('Worksheet', sheet.id, event)) this.#events.emit(type, sheet.id, all);
    this.#forBook(event, type, all);
  }

  #forBook(event: string, type: number, args: object): void {
    if (this.#events.hasListener('WorksheetCollection', WORKBOOK_TARGET, event))
      this.#events.emit(type, WORKBOOK_TARGET, { source: this.#events.source, ...args });
  }

  #forTables(table: Table, event: string, type: number, args: object): void {
    const all = {
      source: this.#events.source,
      tableId: String(table.id),
      worksheetId: table.sheet.id,
      ...args,
    };
    for (const target of [table.sheet.id, WORKBOOK_TARGET])
      if (this.#events.hasListener('TableCollection', target, event)) this.#events.emit(type, target, all);
  }
}

/** Excel's words for where the neighbours of inserted or deleted cells go. */
const SHIFTS: Readonly<Record<string, string>> = {
  rows1: 'ShiftCellDown',
  'rows-1': 'ShiftCellUp',
  columns1: 'ShiftCellRight',
  'columns-1': 'ShiftCellLeft',
};
