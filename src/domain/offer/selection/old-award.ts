/** An exchanged grant's own vesting, on which a schedule in the offer's terms may carry on. */
import { isBlank } from '../../basics/cell.ts';
import { say, type Sentence } from '../../basics/sentence.ts';
import { dayIn, type Field, fieldOf, type Row } from '../../ledger/field.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OldAward } from '../../vesting/old-tranches.ts';
import { scheduleOrProblem } from '../../vesting/parse-schedule.ts';

/** The grant's own vesting; a problem where its schedule is missing or cannot be read. */
export type OldAwardOf = (offset: number) => OldAward | { readonly problem: Sentence };

export function oldAwards({ block, map }: Ledger): OldAwardOf {
  const outstanding = fieldOf(map, 'Outstanding');
  const exercised = map.offsets.has('Exercised') ? fieldOf(map, 'Exercised') : undefined;
  const at = map.offsets.get('Vesting Schedule')?.[0];
  const startAt = map.offsets.get('Vesting Start')?.[0];
  const grantedAt = map.offsets.get('Grant Date')?.[0];

  return (offset) => {
    const row = block.values[offset] ?? [];
    if (at === undefined || isBlank(row[at])) return { problem: say`its Vesting Schedule is missing` };
    const schedule = scheduleOrProblem(String(row[at]).trim());
    if ('problem' in schedule)
      return { problem: say`its Vesting Schedule cannot be read: ${schedule.problem}` };
    const given = startAt === undefined || isBlank(row[startAt]) ? undefined : row[startAt];
    const start = given === undefined ? dayIn(row[grantedAt ?? -1]) : dayIn(given);
    if (start === undefined) return { problem: say`its Vesting Start is not a date` };
    return {
      schedule,
      start,
      outstanding: sharesIn(outstanding, row),
      exercised: exercised === undefined ? 0 : sharesIn(exercised, row),
    };
  };
}

/** The shares that a row has in a field; none where it holds no number. */
function sharesIn(field: Field, row: Row): number {
  const value = field.read(row);
  return typeof value === 'number' ? value : 0;
}
