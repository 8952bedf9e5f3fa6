/**
 * How many of a grant's outstanding shares are vested, from whatever the ledger has: what it says of the exercisable or
 * the unvested shares, or the grant's own vesting schedule. It does not know what an offer does with the parts.
 */
import { isBlank, show } from '../../basics/cell.ts';
import type { Day } from '../../basics/day.ts';
import { RegrantError } from '../../basics/error.ts';
import { say, type Words } from '../../basics/sentence.ts';
import { dayIn, type Field, fieldOf, type Row } from '../../ledger/field.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { scheduleOrProblem } from '../../vesting/parse-schedule.ts';
import { vestedOn } from '../../vesting/vest.ts';

export interface VestedPart {
  readonly vested: number;
  readonly unvested: number;
  /** What a person should know: the grant's own schedule splits it otherwise. */
  readonly warning?: Words;
}

/** Why a grant cannot be split, with the ledger's header that is wrong. */
export interface VestedPartProblem {
  readonly column: string;
  readonly problem: Words;
}

interface Count {
  readonly header: string;
  readonly shares: number;
}

/**
 * The vested and the unvested part of Outstanding, by the first that the row has: Exercisable; Unvested; Granted less
 * Vested, which is what is unvested; the grant's Vesting Schedule from Vesting Start, or else the Grant Date, over the
 * outstanding and the exercised shares, the exercised ones taken off first.
 *
 * @param asOf the Cancellation Date
 * @returns reads the row of that offset; rows that are never asked for cost nothing
 */
export function vestedParts(ledger: Ledger, asOf: Day): (offset: number) => VestedPart | VestedPartProblem {
  const { map, block } = ledger;
  const optional = (name: string): Field | undefined =>
    map.offsets.has(name) ? fieldOf(map, name) : undefined;
  const headerOf = (name: string): string => map.headers[map.offsets.get(name)?.[0] ?? -1] ?? name;
  const fields = {
    exercisable: optional('Exercisable'),
    unvested: optional('Unvested'),
    granted: optional('Granted'),
    vested: optional('Vested'),
    exercised: optional('Exercised'),
    schedule: optional('Vesting Schedule'),
    start: optional('Vesting Start'),
    grantDate: optional('Grant Date'),
  };
  const outstandingField = fieldOf(map, 'Outstanding');

  /** A count that the row has; undefined where it is blank, a problem where it cannot be read. */
  const countIn = (
    field: Field | undefined,
    name: string,
    row: Row,
  ): Count | VestedPartProblem | undefined => {
    const cell = field?.read(row);
    if (isBlank(cell)) return undefined;
    const header = headerOf(name);
    return typeof cell === 'number' && Number.isInteger(cell) && cell >= 0
      ? { header, shares: cell }
      : {
          column: header,
          problem: say`${name} is ${show(cell)}, where a whole number of shares is due: the grant cannot be split`,
        };
  };

  /** The vested part by the grant's own schedule. */
  const bySchedule = (row: Row, outstanding: number): Count | VestedPartProblem | undefined => {
    const text = fields.schedule?.read(row);
    if (isBlank(text)) return undefined;
    const header = headerOf('Vesting Schedule');
    const schedule = scheduleOrProblem(String(text));
    if ('problem' in schedule) return { column: header, problem: schedule.problem };
    const startCell = fields.start?.read(row);
    const start = dayIn(isBlank(startCell) ? fields.grantDate?.read(row) : startCell);
    if (start === undefined)
      return {
        column: headerOf(isBlank(startCell) ? 'Grant Date' : 'Vesting Start'),
        problem: say`The day on which vesting starts cannot be read: the grant cannot be split`,
      };
    const exercised = countIn(fields.exercised, 'Exercised', row);
    if (exercised !== undefined && 'problem' in exercised) return exercised;
    try {
      const gone = exercised?.shares ?? 0;
      return { header, shares: vestedOn(schedule, outstanding + gone, start, asOf) - gone };
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      return { column: header, problem: error.sentence };
    }
  };

  /** The vested part as the ledger's counts say it. */
  const byCounts = (row: Row, outstanding: number): Count | VestedPartProblem | undefined => {
    const exercisable = countIn(fields.exercisable, 'Exercisable', row);
    if (exercisable !== undefined) return exercisable;
    const unvested = countIn(fields.unvested, 'Unvested', row);
    if (unvested !== undefined)
      return 'problem' in unvested ? unvested : { ...unvested, shares: outstanding - unvested.shares };
    const granted = countIn(fields.granted, 'Granted', row);
    const vested = countIn(fields.vested, 'Vested', row);
    if (granted === undefined || vested === undefined) return undefined;
    if ('problem' in granted) return granted;
    if ('problem' in vested) return vested;
    return { header: vested.header, shares: outstanding - (granted.shares - vested.shares) };
  };

  return (offset) => {
    const row = block.values[offset] ?? [];
    const outstanding = countIn(outstandingField, 'Outstanding', row);
    if (outstanding === undefined || 'problem' in outstanding)
      return (
        outstanding ?? {
          column: headerOf('Outstanding'),
          problem: say`Outstanding is missing: the grant cannot be split`,
        }
      );
    const counted = byCounts(row, outstanding.shares);
    const part = counted ?? bySchedule(row, outstanding.shares);
    if (part === undefined)
      return {
        column: headerOf('Vesting Schedule'),
        problem: say`The grant cannot be split into vested and unvested shares: give Exercisable, Unvested, Granted and Vested, or its own Vesting Schedule`,
      };
    if ('problem' in part) return part;
    const [vested, unvested] = [part.shares, outstanding.shares - part.shares];
    if (vested < 0 || unvested < 0)
      return {
        column: part.header,
        problem: say`Of ${outstanding.shares} shares outstanding, ${part.header} makes ${vested} vested and ${unvested} unvested: each must be from 0 to the shares outstanding`,
      };
    const scheduled = counted === undefined ? undefined : bySchedule(row, outstanding.shares);
    if (scheduled === undefined || 'problem' in scheduled || scheduled.shares === vested)
      return { vested, unvested };
    return {
      vested,
      unvested,
      warning: say`${part.header} makes ${vested} of the ${outstanding.shares} outstanding shares vested, and the grant’s own schedule ${scheduled.shares}: the ledger’s shares count`,
    };
  };
}
