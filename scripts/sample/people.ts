/**
 * The sample's holders. Nobody is real: names are put together by chance, addresses are at example.com. The first
 * ones are cases that an offer must get right, each told by its story; the rest are ordinary.
 */
import type { Chance } from './chance.ts';
import { on } from './dates.ts';

/** From which company's records a holder comes: the issuer's own, or those of a company that it bought. */
export type Origin = 'own' | 'Lightwave' | 'Premise';

/** How a holder takes part in the offer, where it is not left to chance. */
export type Story =
  | 'elects'
  | 'elects all'
  | 'elects at the last minute'
  | 'elects too late'
  | 'elects an ineligible grant'
  | 'withdraws'
  | 'withdraws and elects again'
  | 'elects all but withdraws one'
  | 'does not elect';

export interface Holder {
  /** Numbers and text, as exports from several systems mix them; leading zeros count. */
  readonly id: number | string;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly role: string;
  readonly status: string;
  readonly hired: number;
  readonly noticed?: number;
  readonly terminated?: number;
  readonly origin: Origin;
  readonly story?: Story;
}

const FIRST_NAMES =
  'Ada Amir Anneke Beatriz Bo Carla Cedric Dana Devi Elias Elif Emre Farah Felix Gita Goran Hana Hugo Ines Ivan Jana Joon Kai Karin Lars Leila Lena Luis Maja Marco Mei Milan Nadia Nils Noor Oleg Olivia Pavel Petra Priya Quinn Rafael Rania Rosa Samir Selma Stefan Sven Tara Theo Tomas Uma Vera Viktor Wanda Wei Ximena Yara Yusuf Zoe'.split(
    ' ',
  );
const LAST_NAMES =
  'Abara Albrecht Almeida Arden Bakari Barlow Bellamy Brandvold Calder Castellan Chaudry Corbin Dahlquist Delacroix Drummond Eastgate Ellery Farrow Fontaine Garnet Greaves Halloran Hartwell Ibarra Ingram Jessop Juarez Kessler Kimura Lachance Lindqvist Marlow Mbeki Merrow Navarro Norwood Okafor Osgood Paxton Pelletier Quarles Radcliffe Renner Salazar Sandoval Thackery Tolland Underhill Valdez Vance Wakefield Westbrook Xiong Yamada Yarrow Zabala Zeller Ashby Birchall Copeland'.split(
    ' ',
  );
const ABROAD = ['France', 'Germany', 'United Kingdom', 'Netherlands', 'Japan', 'Hong Kong'];

interface Case {
  readonly count?: number;
  readonly role?: string;
  readonly country?: string;
  readonly hired?: string;
  readonly noticed?: string;
  readonly terminated?: string;
  readonly id?: number | string;
  readonly story?: Story;
  readonly origin?: Origin;
  readonly status?: string;
}

/** In the order of the list; the comment tells what each is there for. */
const CASES: readonly Case[] = [
  // Excluded by their role, whatever they hold.
  { count: 4, role: 'Director', story: 'does not elect' },
  { count: 5, role: 'Executive Officer', story: 'does not elect' },
  // Two people whose ids differ by a leading zero only.
  { id: 417, story: 'elects all' },
  { id: '0417', story: 'elects' },
  // Hired on the offer's first day: just in time. A day later, and after: too late, though grants from before came along.
  { hired: '2002-12-19', story: 'elects' },
  { hired: '2002-12-20', story: 'does not elect' },
  { hired: '2003-01-06', story: 'does not elect' },
  { hired: '2003-01-13', story: 'does not elect' },
  // Left before the offer expired, or on that day: nothing of theirs is exchanged.
  { terminated: '2002-12-31', story: 'elects' },
  { terminated: '2003-01-10', story: 'does not elect' },
  { terminated: '2003-01-20', noticed: '2003-01-06', story: 'elects all' },
  // Left between cancellation and new grant date: the promise lapses.
  { terminated: '2003-01-21', story: 'elects' },
  { terminated: '2003-02-14', noticed: '2003-01-31', story: 'elects all' },
  { terminated: '2003-04-30', story: 'elects' },
  { terminated: '2003-06-13', story: 'elects' },
  { terminated: '2003-07-18', noticed: '2003-07-03', story: 'elects all' },
  { terminated: '2003-07-20', story: 'elects' },
  // Left on the new grant date: employed through it, so the grant is made, and nothing vests.
  { terminated: '2003-07-21', story: 'elects' },
  // Left during vesting: before the cliff, a day before it, on it, and, by notice, between installments.
  { terminated: '2003-10-31', story: 'elects all' },
  { terminated: '2004-01-20', story: 'elects' },
  { terminated: '2004-01-21', story: 'elects' },
  { terminated: '2004-05-14', noticed: '2004-01-15', status: 'Notice Given', story: 'elects all' },
  // How an election can go.
  { count: 3, story: 'withdraws and elects again' },
  { count: 2, story: 'withdraws' },
  { story: 'elects too late' },
  { story: 'elects at the last minute' },
  { story: 'elects an ineligible grant' },
  { count: 2, story: 'elects all but withdraws one' },
  // A country as another system spells it.
  { country: 'united states', story: 'elects' },
  { country: 'United States ', story: 'elects' },
  { status: 'On Leave', story: 'elects' },
  // From the companies that were bought.
  { count: 10, origin: 'Lightwave' },
  { count: 8, origin: 'Premise' },
  { count: 2, origin: 'Lightwave', country: 'United Kingdom', story: 'does not elect' },
];

const HOLDERS = 120;
/** Ordinary holders outside the United States. */
const HOLDERS_ABROAD = 16;

/** Names, each once, in the order of chance. */
function namesFrom(chance: Chance): readonly string[] {
  const names = new Set<string>();
  while (names.size < HOLDERS) names.add(`${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`);
  return [...names];
}

const FIRST_HIRE: Readonly<Record<Origin, string>> = {
  own: '1991-03-04',
  Lightwave: '2001-06-08',
  Premise: '2002-01-18',
};

function idFrom(origin: Origin, position: number): number | string {
  if (origin === 'Lightwave') return `LW-${String(position).padStart(3, '0')}`;
  // Five digits with leading zeros, kept as text by the payroll system that they come from.
  if (origin === 'Premise') return String(position * 7 + 20).padStart(5, '0');
  return 1000 + position * 3;
}

export function holdersFrom(chance: Chance): readonly Holder[] {
  const cases = CASES.flatMap((each) => Array.from({ length: each.count ?? 1 }, () => each));
  const ordinary = Array.from({ length: HOLDERS - cases.length }, (_, index): Case =>
    index < HOLDERS_ABROAD ? { country: chance.pick(ABROAD), story: 'does not elect' } : {},
  );
  const names = namesFrom(chance);
  const holders = [...cases, ...ordinary].map((each, index): Holder => {
    const name = names[index] ?? '';
    const origin = each.origin ?? 'own';
    const earliest = on(FIRST_HIRE[origin]);
    const latest = origin === 'own' ? on('2001-06-01') : earliest;
    const hired = each.hired === undefined ? chance.whole(earliest, latest) : on(each.hired);
    return {
      id: each.id ?? idFrom(origin, index + 1),
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
      country: each.country ?? 'United States',
      role:
        each.role ??
        chance.pick(['Manager', 'Senior Engineer', 'Engineer', 'Engineer', 'Sales', 'Operations']),
      status: each.status ?? (each.terminated === undefined ? 'Active' : 'Terminated'),
      hired,
      ...(each.noticed === undefined ? {} : { noticed: on(each.noticed) }),
      ...(each.terminated === undefined ? {} : { terminated: on(each.terminated) }),
      origin,
      ...(each.story === undefined ? {} : { story: each.story }),
    };
  });
  // The issuer's own records first, then those of the companies that it bought; within each by name, as exports are.
  const order: readonly Origin[] = ['own', 'Lightwave', 'Premise'];
  return holders.sort(
    (a, b) => order.indexOf(a.origin) - order.indexOf(b.origin) || (a.name < b.name ? -1 : 1),
  );
}
