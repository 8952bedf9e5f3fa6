/** The sample's elections, as they came in between the offer's opening and its end, and once after it. */
import type { Chance } from './chance.ts';
import { on } from './dates.ts';
import type { Grant } from './grants.ts';
import type { Holder } from './people.ts';

export interface Election {
  readonly holder: number | string;
  /** Or `ALL`. */
  readonly grant: number | string;
  readonly action: 'Elect' | 'Withdraw';
  readonly received: number;
}

const EXPIRATION = on('2003-01-20T21:00');
const FLOOR = 3.01;

/** Who may take part, as far as the holder goes: what the offer's rules say of people. */
const mayTakePart = (holder: Holder): boolean =>
  holder.country.trim().toLowerCase() === 'united states' &&
  !['Director', 'Executive Officer'].includes(holder.role) &&
  holder.hired <= on('2002-12-19');

/** A moment between two, in whole minutes of a working day. */
const workingMoment = (chance: Chance, from: string, to: string): number =>
  chance.whole(on(from), on(to)) + chance.whole(8 * 60, 18 * 60) / 1440;

/** What one holder sent in. */
function electionsOf(holder: Holder, grants: readonly Grant[], chance: Chance): readonly Election[] {
  const story = holder.story ?? (mayTakePart(holder) && chance.percent(62) ? 'elects' : 'does not elect');
  const covered = grants.filter(
    (grant) =>
      grant.price > FLOOR && grant.granted > grant.exercised + grant.cancelled && grant.expires > EXPIRATION,
  );
  const [first, ...others] = covered;
  if (story === 'does not elect' || first === undefined) return [];
  // The form's system keeps ids as text; the ledger has many of them as numbers.
  const id = typeof holder.id === 'number' && chance.percent(50) ? String(holder.id) : holder.id;
  const event = (grant: Grant | 'ALL', action: Election['action'], received: number): Election => ({
    holder: id,
    grant: grant === 'ALL' ? 'ALL' : grant.id,
    action,
    received,
  });
  const early = workingMoment(chance, '2002-12-20', '2003-01-07');
  const later = workingMoment(chance, '2003-01-08', '2003-01-13');
  const latest = workingMoment(chance, '2003-01-14', '2003-01-19');
  switch (story) {
    case 'elects all':
      return [event('ALL', 'Elect', early)];
    case 'withdraws':
      return [event(first, 'Elect', early), event(first, 'Withdraw', later)];
    case 'withdraws and elects again':
      return [event(first, 'Elect', early), event(first, 'Withdraw', later), event(first, 'Elect', latest)];
    case 'elects all but withdraws one':
      return [event('ALL', 'Elect', early), event(first, 'Withdraw', latest)];
    case 'elects too late':
      return [event(first, 'Elect', on('2003-01-20T21:04'))];
    case 'elects at the last minute':
      return [event(first, 'Elect', EXPIRATION)];
    case 'elects an ineligible grant': {
      const below = grants.find(({ price, day }) => price < FLOOR && day === on('2002-04-24'));
      return [event(first, 'Elect', early), ...(below === undefined ? [] : [event(below, 'Elect', early)])];
    }
    case 'elects':
      return [first, ...others.filter(() => chance.percent(80))].map((grant) => event(grant, 'Elect', early));
  }
}

/** All elections in the order in which they were received. */
export function electionsFrom(grants: readonly Grant[], chance: Chance): readonly Election[] {
  const holders = [...new Set(grants.map(({ holder }) => holder))];
  return holders
    .flatMap((holder) =>
      electionsOf(
        holder,
        grants.filter((grant) => grant.holder === holder),
        chance,
      ),
    )
    .sort((a, b) => a.received - b.received);
}
