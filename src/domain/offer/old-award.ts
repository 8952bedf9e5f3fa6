/** An exchanged grant's own vesting, on which a schedule in the offer's terms may carry on. */
import { isBlank } from '../basics/cell.ts';
import { RegrantError } from '../basics/error.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { dayIn, fieldOf, type Row } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OldAward } from '../vesting/old-tranches.ts';
import { parseSchedule } from '../vesting/parse-schedule.ts';
import type { Schedule } from '../vesting/schedule.ts';

/** The grant's own vesting; a problem where its schedule is missing or cannot be read. */
export type OldAwardOf = (offset: number) => OldAward | { readonly problem: Sentence };

export function oldAwards({ block, map }: Ledger): OldAwardOf {
  const rowAt = (offset: number): Row => block.values[offset] ?? [];
  const number = (row: Row, column: string): number | undefined => {
    const offsets = map.offsets.get(column);
    if (offsets === undefined) return undefined;
    const value = fieldOf(map, column).read(row);
    return typeof value === 'number' ? value : undefined;
  };
  const schedules = new Map<string, Schedule | Sentence>();
  const scheduleIn = (text: string): Schedule | Sentence => {
    let schedule = schedules.get(text);
    if (schedule === undefined) {
      try {
        schedule = parseSchedule(text);
      } catch (error) {
        if (!(error instanceof RegrantError)) throw error;
        schedule = error.sentence;
      }
      schedules.set(text, schedule);
    }
    return schedule;
  };
  const outstandingField = fieldOf(map, 'Outstanding');
  const outstandingOf = (row: Row): number => {
    const value = outstandingField.read(row);
    return typeof value === 'number' ? value : 0;
  };

  const oldAwardOf: OldAwardOf = (offset) => {
    const row = rowAt(offset);
    const at = map.offsets.get('Vesting Schedule')?.[0];
    if (at === undefined || isBlank(row[at])) return { problem: say`its Vesting Schedule is missing` };
    const schedule = scheduleIn(String(row[at]).trim());
    if ('values' in schedule) return { problem: say`its Vesting Schedule cannot be read: ${schedule}` };
    const startAt = map.offsets.get('Vesting Start')?.[0];
    const grantedAt = map.offsets.get('Grant Date')?.[0];
    const given = startAt === undefined || isBlank(row[startAt]) ? undefined : row[startAt];
    const start = given === undefined ? dayIn(row[grantedAt ?? -1]) : dayIn(given);
    if (start === undefined) return { problem: say`its Vesting Start is not a date` };
    return { schedule, start, outstanding: outstandingOf(row), exercised: number(row, 'Exercised') ?? 0 };
  };

  return oldAwardOf;
}
