/**
 * The value of a term or of a cell of OfferRatios: one for every grant, or read for each grant from a field in square
 * brackets, such as `[Measured Price]`.
 */
import { type CellValue, isBlank, isErrorCell } from '../../basics/cell.ts';
import { badValue } from '../../basics/error.ts';
import { say } from '../../basics/sentence.ts';
import { bracketedField, type FieldNamed } from '../../eligibility/condition.ts';
import type { Row } from '../../ledger/field.ts';

export interface Setting<T> {
  /** The one value; undefined where each grant has its own. */
  readonly fixed: T | undefined;
  /** The field that it is read from. */
  readonly field: string | undefined;
  /** @throws RegrantError the grant's field is blank or cannot be read */
  readonly at: (row: Row) => T;
}

export const fixedSetting = <T>(value: T): Setting<T> => ({
  fixed: value,
  field: undefined,
  at: () => value,
});

/**
 * Reads a cell as a setting.
 *
 * @param reader parses a value, and throws where it cannot be read
 * @throws RegrantError the value or the field cannot be read
 */
export function settingOf<T>(
  value: CellValue,
  name: string,
  reader: (value: CellValue, name: string) => T,
  fieldNamed: FieldNamed,
): Setting<T> {
  const inBrackets = bracketedField(value);
  if (inBrackets === undefined) return fixedSetting(reader(value, name));
  const field = fieldNamed(inBrackets);
  const known = new Map<CellValue, T>();
  return {
    fixed: undefined,
    field: inBrackets,
    at: (row) => {
      const cell = field.read(row);
      const before = known.get(cell);
      if (before !== undefined) return before;
      if (isBlank(cell))
        throw badValue(say`${name} is read from ${inBrackets}, which is blank for this grant`);
      if (isErrorCell(cell))
        throw badValue(
          say`${name} is read from ${inBrackets}, which is the error ${cell.trim()} for this grant`,
        );
      const read = reader(cell, name);
      known.set(cell, read);
      return read;
    },
  };
}
